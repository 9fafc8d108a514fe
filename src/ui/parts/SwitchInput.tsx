import clsx from 'clsx';
import type { ReactNode } from 'react';
import { Field } from './Field.tsx';

/** An on-off switch as a line of the inspector. */
export function SwitchInput({
  label,
  checked,
  onChange,
  note,
  error,
}: {
  label: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
  note?: ReactNode;
  error?: string | null;
}) {
  return (
    <Field label={label} note={note} error={error}>
      {(ids) => (
        <span className="flex min-h-7 items-center">
          <button
            {...ids}
            type="button"
            role="switch"
            aria-checked={checked}
            onClick={() => onChange(!checked)}
            className="-m-1 inline-flex p-1"
          >
            <span
              className={clsx(
                'relative inline-block h-4 w-7 rounded-full transition-colors duration-[80ms]',
                checked ? 'bg-accent' : 'bg-ink3',
              )}
            >
              <span
                className={clsx(
                  'absolute top-0.5 size-3 rounded-full bg-surface transition-[left] duration-[80ms]',
                  checked ? 'left-3.5' : 'left-0.5',
                )}
              />
            </span>
          </button>
        </span>
      )}
    </Field>
  );
}
