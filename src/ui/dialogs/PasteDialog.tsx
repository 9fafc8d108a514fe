import { type FormEvent, useState } from 'react';
import { isLink } from '../../share/link.ts';
import { openLink } from '../actions/open-link.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';

/** Takes a share link and opens its plan as a copy. Nothing is fetched: the plan is in the text. */
export function PasteDialog() {
  const t = useT();
  const [text, setText] = useState('');
  const wrong = text.trim() !== '' && !isLink(text.trim());
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '' || wrong) return;
    if (await openLink(text.trim())) closeDialog();
  };
  return (
    <Dialog title={t('paste.title')} description={t('paste.text')} onClose={closeDialog}>
      <form onSubmit={(event) => void submit(event)}>
        <textarea
          aria-label={t('paste.label')}
          aria-invalid={wrong || undefined}
          data-autofocus
          rows={4}
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          className="mono w-full resize-none rounded-control border border-control bg-surface p-2 text-[11.5px] leading-4 break-all"
        />
        <p role="alert" className="min-h-5 text-table text-error">
          {wrong && t('gate.not-a-link')}
        </p>
        <div className="mt-2 flex justify-end gap-2">
          <Button onClick={closeDialog}>{t('dialog.cancel')}</Button>
          <Button type="submit" look="solid" disabled={text.trim() === '' || wrong}>
            {t('paste.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
