import { oneLine } from './names.ts';

/** Longest name of a sheet that Excel takes. */
const MAX_NAME = 31;

/** Names Excel takes for sheets: up to 31 characters, none of `[]:*?/\`, no quote at either end, each once whatever its case. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((text) => {
    const plain = oneLine(text)
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^[' ]+|[' ]+$/g, '');
    const base = plain === '' || plain.toLowerCase() === 'history' ? 'Sheet' : plain;
    for (let count = 1; ; count += 1) {
      const mark = count === 1 ? '' : ` (${count})`;
      const name = `${cut(base, MAX_NAME - mark.length)}${mark}`;
      if (taken.has(name.toLowerCase())) continue;
      taken.add(name.toLowerCase());
      return name;
    }
  });
}

/** At most that many UTF-16 units, never half a character. */
function cut(text: string, most: number): string {
  let short = '';
  for (const character of text) {
    if (short.length + character.length > most) break;
    short += character;
  }
  return short.replace(/[' ]+$/, '');
}
