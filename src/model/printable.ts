/**
 * Characters that change what a reader sees without being seen: controls, bidirectional marks and overrides, zero-width
 * and filler characters, line and paragraph separators, tags, lone surrogates,
 * and the two code points that are no characters, which XML refuses.
 */
const UNSEEN =
  /[\p{Cc}\p{Cs}\p{Cf}\u115f\u1160\u2028\u2029\u2065\u3164\uffa0\ufff0-\ufff8\ufffe\uffff\u{e0000}-\u{e0fff}]|\u034f|[\u17b4-\u17b5]|[\u180b-\u180f]/gu;

/** The text with every character that hides or reorders others written as its code point, such as `<U+202E>`. */
export function printable(text: string): string {
  return text.replace(UNSEEN, (character) => `<U+${codePoint(character)}>`);
}

/** JSON text of the same value in which such characters are escaped: safe to print, and read back unchanged. */
export function printableJson(json: string): string {
  return json.replace(UNSEEN, (character) =>
    character === '\n'
      ? character
      : [...Array(character.length).keys()].map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, '0')}`).join(''),
  );
}

/** One line of printable text, shortened to `length` characters. For messages that quote what came in. */
export function quoted(text: string, length = 80): string {
  const line = printable(text.replace(/\s+/g, ' '));
  return line.length > length ? `${line.slice(0, length)}…` : line;
}

function codePoint(character: string): string {
  return (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
