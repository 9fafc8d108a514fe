import clsx from 'clsx';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { shownText } from '../jsx/shown-text.ts';
import { CONTROL, Field } from './Field.tsx';

/**
 * A text field that takes effect on Enter or when it is left; Escape takes the typing back.
 * `check` says what is wrong with a text (null: nothing); a wrong text is not handed on and stays for correction.
 */
export function TextInput({
  label,
  value,
  onCommit,
  check,
  mono = false,
  placeholder,
  note,
  error,
  multiline = false,
  inputMode,
}: {
  label: string;
  value: string;
  onCommit: (value: string) => void;
  check?: ((value: string) => string | null) | undefined;
  mono?: boolean;
  placeholder?: string | undefined;
  note?: React.ReactNode;
  /** What is wrong with the value itself, as the plan has it. */
  error?: string | null | undefined;
  multiline?: boolean;
  inputMode?: 'numeric' | 'text';
}) {
  const [draft, setDraft] = useState<string | null>(null);
  const leaving = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new value from outside replaces what was typed
  useEffect(() => setDraft(null), [value]);
  const shown = draft ?? value;
  // A field holds the text itself, in which some characters cannot be seen.
  const seen = shownText(value);
  const wrong = draft !== null && check ? check(draft) : null;

  const commit = () => {
    if (leaving.current) {
      leaving.current = false;
      return;
    }
    if (draft === null) return;
    if (draft === value) setDraft(null);
    else if (!check?.(draft)) {
      onCommit(draft);
      setDraft(null);
    }
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && !(multiline && !event.ctrlKey && !event.metaKey)) {
      event.preventDefault();
      commit();
    } else if (event.key === 'Escape' && draft !== null) {
      event.stopPropagation();
      leaving.current = document.activeElement !== event.currentTarget;
      setDraft(null);
    }
  };
  return (
    <Field
      label={label}
      error={wrong ?? (draft === null ? error : null)}
      note={seen === value ? note : <span className="mono break-all">{seen}</span>}
    >
      {(ids) =>
        multiline ? (
          <textarea
            {...ids}
            value={shown}
            placeholder={placeholder}
            rows={3}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
            className={clsx(CONTROL, 'h-auto resize-y py-1 leading-5', mono && 'mono')}
          />
        ) : (
          <input
            {...ids}
            type="text"
            autoComplete="off"
            spellCheck={false}
            inputMode={inputMode}
            value={shown}
            placeholder={placeholder}
            onChange={(event) => setDraft(event.target.value)}
            onBlur={commit}
            onKeyDown={onKeyDown}
            className={clsx(CONTROL, mono && 'mono text-[12px]')}
          />
        )
      }
    </Field>
  );
}
