import { type FormEvent, useState } from 'react';
import { decodeSealedLink } from '../../share/link.ts';
import { workspace } from '../../store/workspace.ts';
import { notifyRefused } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';
import { Passphrase } from './Passphrase.tsx';

/** Asks for the passphrase of a sealed link and opens its plan as a copy. */
export function SealedDialog({ link }: { link: string }) {
  const t = useT();
  const [passphrase, setPassphrase] = useState('');
  const [state, setState] = useState<'asking' | 'opening' | 'wrong'>('asking');
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || state === 'opening') return;
    setState('opening');
    const read = await decodeSealedLink(link, passphrase);
    if (!read.ok && read.error.code === 'wrong-passphrase') return setState('wrong');
    closeDialog();
    if (read.ok) workspace.getState().open(read.plan, 'link');
    else notifyRefused(read.error);
  };
  return (
    <Dialog title={t('sealed.title')} description={t('sealed.text')} onClose={closeDialog}>
      <form onSubmit={(event) => void submit(event)}>
        <Passphrase
          label={t('sealed.passphrase')}
          value={passphrase}
          wrong={state === 'wrong' ? t('gate.wrong-passphrase') : ''}
          onChange={(value) => {
            setPassphrase(value);
            if (state === 'wrong') setState('asking');
          }}
        />
        <div className="mt-2 flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid" disabled={passphrase === '' || state === 'opening'}>
            {t(state === 'opening' ? 'sealed.opening' : 'paste.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
