import { CircleX } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** Classes of every control that takes text or a choice: 28 high, one border. */
export const CONTROL =
  'h-7 w-full min-w-0 rounded-control border border-control bg-surface px-2 text-table text-ink outline-offset-1 disabled:opacity-60 aria-invalid:border-error';

/** What a field hands to its control, so that label and error belong to it. */
export interface FieldIds {
  readonly id: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: true;
}

/** One line of the inspector: a label 96 wide, a control, and below it an error or a note. */
export function Field({
  label,
  error,
  note,
  children,
}: {
  label: string;
  error?: string | null | undefined;
  note?: ReactNode;
  children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const below = error || note ? `${id}-below` : undefined;
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] items-start gap-x-2">
      <label htmlFor={id} className="flex min-h-7 items-center py-1 text-[12px] leading-4 text-ink2">
        {label}
      </label>
      <div className="min-w-0">
        {children({ id, ...(below ? { 'aria-describedby': below } : {}), ...(error ? { 'aria-invalid': true as const } : {}) })}
        {below && (
          <div id={below} className="mt-1 text-caption text-ink2">
            {error ? (
              <span className="flex items-start gap-1 text-error">
                <CircleX aria-hidden="true" size={12} strokeWidth={2} className="mt-0.5 shrink-0" />
                <span>{error}</span>
              </span>
            ) : (
              note
            )}
          </div>
        )}
      </div>
    </div>
  );
}

/** A line of the inspector that only tells: label and value. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid grid-cols-[96px_minmax(0,1fr)] items-start gap-x-2 text-table">
      <dt className="text-[12px] leading-5 text-ink2">{label}</dt>
      <dd className="min-w-0 break-words">{children}</dd>
    </div>
  );
}
