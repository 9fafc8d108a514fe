import clsx from 'clsx';
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useT } from '../messages/translate.ts';

const FIELDS = 'input, select, textarea, button';

/** A dialog over the page, made of the browser's own: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({
  title,
  description,
  onClose,
  children,
  width = 480,
  bare = false,
}: {
  title: string;
  description?: ReactNode;
  onClose: () => void;
  children: ReactNode;
  width?: number;
  /** Without visible heading: the title only names the dialog. */
  bare?: boolean;
}) {
  const t = useT();
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    const before = document.activeElement;
    dialog?.showModal();
    // The browser would take the first control, which is the one that closes.
    const first =
      dialog?.querySelector<HTMLElement>('[data-autofocus]:enabled') ??
      dialog?.querySelector<HTMLElement>(`[data-body] :is(${FIELDS}):enabled`);
    first?.focus();
    return () => {
      dialog?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={ref}
      aria-label={bare ? title : undefined}
      aria-labelledby={bare ? undefined : id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onPointerDown={(event) => {
        if (event.target === ref.current) onClose();
      }}
      className={clsx(
        'fixed inset-0 m-auto max-h-[calc(100dvh-64px)] max-w-[calc(100dvw-32px)] overflow-visible rounded-zone outline-none border border-line2 bg-surface p-0 text-ink shadow-3 backdrop:bg-[#0b1220]/40',
        bare && 'mt-[12vh]',
      )}
      style={{ width }}
    >
      {bare ? (
        children
      ) : (
        <div className="flex max-h-[inherit] flex-col">
          <div className="flex items-start gap-2 px-5 pt-4">
            <h2 id={id} className="flex-1 text-large font-semibold">
              {title}
            </h2>
            {/* No tooltip here: it would take the Escape that is meant for the dialog. */}
            <button
              type="button"
              aria-label={t('dialog.close')}
              onClick={onClose}
              className="-mr-1.5 grid size-7 shrink-0 place-items-center rounded-control text-ink2 hover:bg-hover hover:text-ink"
            >
              <X aria-hidden="true" size={16} strokeWidth={1.75} />
            </button>
          </div>
          {description && <p className="px-5 pt-1 text-body text-ink2">{description}</p>}
          <div data-body className="overflow-auto px-5 pt-4 pb-5">
            {children}
          </div>
        </div>
      )}
    </dialog>
  );
}
