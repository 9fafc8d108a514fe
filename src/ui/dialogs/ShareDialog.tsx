import { Copy, Download, Mail, QrCode, UsersRound } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { encodeLink } from '../../share/link.ts';
import { useWorkspace } from '../../store/workspace.ts';
import { copyText } from '../actions/copy-text.ts';
import { downloadPlan } from '../actions/files.ts';
import { useT } from '../messages/translate.ts';
import { Button } from '../parts/Button.tsx';
import { Dialog } from '../parts/Dialog.tsx';
import { closeDialog } from './open-dialog.ts';

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
  const encoded = useMemo(() => encodeLink(plan, window.location.href), [plan]);
  return (
    <Dialog title={t('share.title')} onClose={closeDialog} width={600}>
      {encoded.ok ? (
        <>
          <p className="flex gap-2 text-body">
            <UsersRound aria-hidden="true" size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-accent" />
            <span>
              <strong className="font-semibold">{t('share.who')}</strong> {t('share.how')}
            </span>
          </p>
          <textarea
            readOnly
            aria-label={t('share.link')}
            value={encoded.link}
            rows={4}
            onFocus={(event) => event.currentTarget.select()}
            className="mono mt-3 w-full resize-none rounded-control border border-control bg-sunken p-2 text-[11.5px] leading-4 break-all"
          />
          <p className="mt-1 text-table text-ink2">
            {t('share.length', { count: encoded.link.length })}
            {encoded.link.length > LONG && `. ${t('share.long')}`}
          </p>
          {code && (
            <Suspense fallback={null}>
              <LinkCode link={encoded.link} />
            </Suspense>
          )}
          <div className="mt-4 flex flex-wrap justify-end gap-2">
            {encoded.link.length <= MOST_CODE && (
              <Button look="outline" icon={QrCode} pressed={code} onClick={() => setCode(!code)}>
                {t('share.code')}
              </Button>
            )}
            {encoded.link.length <= LONG && (
              <Button look="outline" icon={Mail} onClick={() => mail(plan.title || t('plan.untitled'), encoded.link)}>
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
              onClick={() => {
                void copyText(encoded.link, 'toast.copiedLink');
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

/** Opens the mail program with the link in a letter; nothing is sent from here. */
function mail(title: string, link: string): void {
  const letter = document.createElement('a');
  letter.href = `mailto:?subject=${encodeURIComponent(title)}&body=${encodeURIComponent(link)}`;
  letter.click();
}
