/** Widths of characters as shares of the size, a little wider than Inter draws them; anything else counts as wide. */
const NARROW = /[ijl.,:;'|!()[\]{}I ]/;
const SLIM = /[ftr1"/\\-]/;
const BROAD = /[mwMW@%]/;
const CAPITAL = /[A-Z&#]/;

/** About how wide a text is drawn, in pixels, never less than it is by more than a few percent. */
export function textWidth(text: string, size: number, bold = false): number {
  let width = 0;
  for (const character of text) {
    if (NARROW.test(character)) width += 0.3;
    else if (SLIM.test(character)) width += 0.42;
    else if (BROAD.test(character)) width += 0.9;
    else if (CAPITAL.test(character)) width += 0.7;
    else width += character > '\u02ff' ? 0.75 : 0.57;
  }
  return width * size * (bold ? 1.05 : 1);
}

/** About how wide a text is in the fixed-width face. */
export function monoWidth(text: string, size: number): number {
  return [...text].length * size * 0.605;
}

/** The text, or as much of it as fits with an ellipsis behind. */
export function fitted(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${characters.slice(0, middle).join('')}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return `${characters.slice(0, low).join('').trimEnd()}…`;
}
