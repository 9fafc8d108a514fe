import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';

/** A part of the inspector with a small heading. */
export function Section({ title, aside, children }: { title?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line px-4 py-3">
      {title !== undefined && (
        <div className="mb-2 flex min-h-5 items-center justify-between gap-2">
          <h3 className="flex items-center gap-1.5 text-[12px] leading-4 font-medium text-ink2">{title}</h3>
          {aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** A part of the inspector that folds: a title with a tile in front, its fields below. */
export function FoldingSection({
  title,
  lead,
  actions,
  children,
  initiallyOpen = true,
}: {
  title: string;
  lead?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  initiallyOpen?: boolean;
}) {
  const [open, setOpen] = useState(initiallyOpen);
  const id = useId();
  return (
    <section className="group border-t border-line px-4 py-2">
      <div className="relative flex items-center gap-1">
        {/* The chevron keeps its place at the edge; actions appear in front of it. */}
        {actions && <span className="absolute right-6 z-10">{actions}</span>}
        <h3 className="min-w-0 flex-1">
          <button
            type="button"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
            className="-ml-1 flex h-8 w-full items-center gap-2 rounded-control px-1 text-body font-semibold"
          >
            {lead}
            <span className={clsx('min-w-0 flex-1 truncate text-left', actions && 'pr-8')}>{title}</span>
            <ChevronDown
              aria-hidden="true"
              size={14}
              strokeWidth={1.75}
              className={clsx('shrink-0 text-ink2 transition-transform duration-[140ms]', !open && '-rotate-90')}
            />
          </button>
        </h3>
      </div>
      <div id={id} hidden={!open} className="mt-1 mb-1 grid gap-1.5">
        {children}
      </div>
    </section>
  );
}

/** A number in a small grey pill. */
export function Count({ children, tone = 'plain' }: { children: ReactNode; tone?: 'plain' | 'warn' | 'error' }) {
  return (
    <span
      className={clsx(
        'inline-grid h-[18px] min-w-[18px] place-items-center rounded-full px-1.5 text-[11px] leading-none font-medium',
        tone === 'plain' && 'bg-sunken text-ink2',
        tone === 'warn' && 'bg-sunken text-warn',
        tone === 'error' && 'bg-sunken text-error',
      )}
    >
      {children}
    </span>
  );
}
