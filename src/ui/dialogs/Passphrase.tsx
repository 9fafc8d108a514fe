import clsx from 'clsx';
import { Eye, EyeOff } from 'lucide-react';
import { useId, useState } from 'react';
import { useT } from '../messages/translate.ts';

/** A field for a passphrase, which can be shown. Nothing keeps what is typed here. */
export function Passphrase({
  label,
  value,
  wrong = '',
  onChange,
}: {
  label: string;
  value: string;
  /** What is wrong with it; empty for nothing. */
  wrong?: string;
  onChange: (value: string) => void;
}) {
  const t = useT();
  const id = useId();
  const [shown, setShown] = useState(false);
  const Icon = shown ? EyeOff : Eye;
  return (
    <>
      <label htmlFor={id} className="text-table font-medium text-ink2">
        {label}
      </label>
      <div
        className={clsx(
          'mt-1 flex items-center rounded-control border bg-surface focus-within:outline-2 focus-within:outline-accent',
          wrong ? 'border-error' : 'border-control',
        )}
      >
        <input
          id={id}
          data-autofocus
          type={shown ? 'text' : 'password'}
          autoComplete="off"
          spellCheck={false}
          value={value}
          maxLength={256}
          aria-invalid={wrong !== '' || undefined}
          aria-describedby={`${id}-wrong`}
          onChange={(event) => onChange(event.target.value)}
          className="mono h-8 min-w-0 flex-1 bg-transparent px-2 outline-none"
        />
        <button
          type="button"
          aria-pressed={shown}
          aria-label={t('sealed.show')}
          onClick={() => setShown(!shown)}
          className="grid size-8 place-items-center rounded-control text-ink2 hover:text-ink"
        >
          <Icon aria-hidden="true" size={16} strokeWidth={1.75} />
        </button>
      </div>
      <p id={`${id}-wrong`} role="alert" className="min-h-5 text-table text-error">
        {wrong}
      </p>
    </>
  );
}
