import clsx from 'clsx';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { CONTROL, Field, type FieldIds } from './Field.tsx';

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A native choice, drawn like the other controls. */
export function NativeSelect({
  ids,
  label,
  value,
  options,
  onChange,
  lead,
  className,
}: {
  ids?: FieldIds | undefined;
  label?: string | undefined;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  lead?: ReactNode;
  className?: string;
}) {
  return (
    <span className={clsx('relative block', className)}>
      {lead && <span className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2">{lead}</span>}
      <select
        {...ids}
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={clsx(CONTROL, 'appearance-none truncate pr-7', lead ? 'pl-8' : '')}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden="true"
        size={14}
        strokeWidth={1.75}
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink2"
      />
    </span>
  );
}

/** A choice as a line of the inspector. */
export function SelectInput({
  label,
  error,
  note,
  ...select
}: {
  label: string;
  value: string;
  options: readonly Option[];
  onChange: (value: string) => void;
  lead?: ReactNode;
  error?: string | null;
  note?: ReactNode;
}) {
  return (
    <Field label={label} error={error} note={note}>
      {(ids) => <NativeSelect ids={ids} {...select} />}
    </Field>
  );
}
