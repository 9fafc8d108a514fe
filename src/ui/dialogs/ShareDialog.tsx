import { Copy, Download, Mail, QrCode, UsersRound } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { canSeal } from '../../share/seal.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { downloadPlan } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';
import { Passphrase } from './Passphrase.tsx';
import { useShareLink } from './use-share-link.ts';

/** The length from which some mail programs cut links. */
const LONG = 2000;
/** Longest link as a QR code of version 20, which a camera still reads from a screen without trouble: 858 bytes. */
const MOST_CODE = 858;

const LinkCode = lazy(() => import('./LinkCode.tsx'));

/** The plan as a link, how long it is, and who will have the plan. */
export function ShareDialog() {
  const t = useT();
  const plan = useWorkspace((state) => state.plan);
  const [code, setCode] = useState(false);
  const [passphrase, setPassphrase] = useState<string>();
  const encoded = useShareLink(plan, passphrase);
  const link = encoded?.ok ? encoded.link : '';
  return (
    <Dialog title={t('share.title')} onClose={closeDialog} width={600}>
      {encoded === null || encoded.ok ? (
        <>
          <p className="flex gap-2 text-body">
            <UsersRound aria-hidden="true" size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold">{t(passphrase === undefined ? 'share.who' : 'share.whoSealed')}</strong> {t('share.how')}
            </span>
          </p>
          <textarea
            readOnly
            aria-label={t('share.link')}
            value={link}
            placeholder={t(passphrase ? 'share.sealing' : 'share.needsPassphrase')}
            rows={4}
            onFocus={(event) => event.currentTarget.select()}
            className="mono mt-3 w-full resize-none rounded-control border border-control bg-sunken p-2 text-[11.5px] leading-4 break-all"
          />
          <p className="mt-1 text-table text-ink2">
            {link && t('share.length', { count: link.length })}
            {link.length > LONG && `. ${t('share.long')}`}
          </p>
          <Seal passphrase={passphrase} onChange={setPassphrase} />
          {code && link && (
            <Suspense fallback={null}>
              <LinkCode link={link} />
            </Suspense>
          )}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            {link.length <= MOST_CODE && (
              <Button look="outline" icon={QrCode} disabled={!link} pressed={code} onClick={() => setCode(!code)}>
                {t('share.code')}
              </Button>
            )}
            {link.length <= LONG && (
              <Button look="outline" icon={Mail} disabled={!link} onClick={() => mail(plan.title || t('plan.untitled'), link)}>
                {t('share.mail')}
              </Button>
            )}
            <Button look="outline" icon={Download} onClick={downloadPlan}>
              {t('share.file')}
            </Button>
            <Button
              data-autofocus
              look="solid"
              icon={Copy}
              disabled={!link}
              onClick={() => {
                void copyText(link, 'toast.copiedLink');
                closeDialog();
              }}
            >
              {t('share.copy')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className="text-body">{t('share.tooLarge')}</p>
          <div className="mt-4 flex justify-end">
            <Button look="solid" icon={Download} onClick={downloadPlan}>
              {t('share.file')}
            </Button>
          </div>
        </>
      )}
    </Dialog>
  );
}

/** Whether a passphrase seals the link, and which. Undefined for none. */
function Seal({ passphrase, onChange }: { passphrase: string | undefined; onChange: (passphrase: string | undefined) => void }) {
  const t = useT();
  const able = canSeal();
  return (
    <div className="mt-3">
      <label className="flex items-start gap-2 text-body">
        <input
          type="checkbox"
          className="mt-0.5 size-4 accent-accent"
          disabled={!able}
          checked={passphrase !== undefined}
          onChange={(event) => onChange(event.target.checked ? '' : undefined)}
        />
        <span>
          {t('share.seal')}
          {!able && <span className="block text-table text-ink2">{t('gate.no-cryptography')}</span>}
        </span>
      </label>
      {passphrase !== undefined && (
        <div className="mt-2 ml-6">
          <Passphrase label={t('sealed.passphrase')} value={passphrase} onChange={onChange} />
          <p className="text-table text-ink2">{t('share.sealHint')}</p>
        </div>
      )}
    </div>
  );
}

/** Opens the mail program with the link in a letter; nothing is sent from here. */
function mail(title: string, link: string): void {
  const letter = document.createElement('a');
  letter.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(link)}`;
  letter.click();
}
