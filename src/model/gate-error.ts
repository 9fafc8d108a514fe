import { quoted } from './printable.ts';

/** Why something that came in was refused. Callers translate by code; the texts are for a terminal or a log. */
export type GateCode =
  | 'unreadable'
  | 'not-json'
  | 'not-a-plan'
  | 'newer-version'
  | 'unknown-feature'
  | 'too-large'
  | 'too-deep'
  | 'too-many-objects'
  | 'text-too-long'
  | 'unknown-too-large'
  | 'schema'
  | 'not-a-link'
  | 'newer-link'
  | 'damaged-link'
  | 'sealed-link'
  | 'wrong-passphrase'
  | 'no-cryptography';

/** One refusal: what is wrong, where, and what was expected instead. */
export interface GateError {
  readonly code: GateCode;
  readonly what: string;
  /** A path into the document such as `hosts[3].zone`, or `document`. */
  readonly where: string;
  readonly expected: string;
}

/** `hosts[3].zone`, `readings["a b"]`; `document` for the whole. Safe to print whatever the keys are. */
export function pathText(path: readonly PropertyKey[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (typeof step === 'string' && /^[A-Za-z_][A-Za-z0-9_-]{0,63}$/.test(step)) text += text === '' ? step : `.${step}`;
    else text += `[${JSON.stringify(quoted(String(step), 64))}]`;
  }
  return text === '' ? 'document' : text;
}
