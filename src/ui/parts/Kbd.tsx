import clsx from 'clsx';
import type { ReactNode } from 'react';

/** A key as it is written on the keyboard. */
export function Kbd({ children, inverted = false }: { children: ReactNode; inverted?: boolean }) {
  return (
    <kbd
      className={clsx(
        'inline-grid h-[18px] min-w-[18px] shrink-0 place-items-center rounded-[4px] border px-1 font-sans text-[11px] leading-none font-medium',
        inverted ? 'border-on-gate/30 text-on-gate' : 'border-line2 bg-surface text-ink2',
      )}
    >
      {children}
    </kbd>
  );
}
