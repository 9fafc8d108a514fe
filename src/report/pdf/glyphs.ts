/** Tells of a character whether a font can draw it. */
export type HasGlyph = (codePoint: number) => boolean;

/**
 * Reads which characters a TrueType or OpenType font draws, from its `cmap` table (formats 4 and 12, which every Unicode font has one of).
 * Throws where the bytes are no such font.
 * Source: OpenType specification, cmap.
 */
export function glyphsOf(font: Uint8Array): HasGlyph {
  return inRanges(readMap(font).map(([low, high]) => [low, high]));
}

/** The same map with the number of each glyph. */
export function characterMap(font: Uint8Array): Map<number, number> {
  const map = new Map<number, number>();
  for (const [low, high, glyph] of readMap(font)) for (let code = low; code <= high; code += 1) map.set(code, glyph + code - low);
  return map;
}

function readMap(font: Uint8Array): Run[] {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const subtables = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => {
    const record = cmap + 4 + index * 8;
    const at = cmap + view.getUint32(record + 4);
    return { platform: view.getUint16(record), at, format: view.getUint16(at) };
  }).filter(({ platform }) => platform === 0 || platform === 3);
  const full = subtables.find(({ format }) => format === 12);
  if (full) return groupsOf(view, full.at);
  const basic = subtables.find(({ format }) => format === 4);
  if (basic) return segmentsOf(view, basic.at);
  throw new Error('The font has no Unicode character map');
}

function tableAt(view: DataView, tag: string): number {
  const tables = view.getUint16(4);
  for (let index = 0; index < tables; index += 1) {
    const record = 12 + index * 16;
    const name = String.fromCharCode(...[0, 1, 2, 3].map((offset) => view.getUint8(record + offset)));
    if (name === tag) return view.getUint32(record + 8);
  }
  throw new Error(`The font has no ${tag} table`);
}

type Range = readonly [low: number, high: number];
/** Neighbouring characters with neighbouring glyphs, from the first on. */
type Run = readonly [low: number, high: number, glyph: number];

/** Format 12: sequential groups of 32-bit characters. */
function groupsOf(view: DataView, at: number): Run[] {
  return Array.from({ length: view.getUint32(at + 12) }, (_, index): Run => {
    const group = at + 16 + index * 12;
    return [view.getUint32(group), view.getUint32(group + 4), view.getUint32(group + 8)];
  });
}

/** Format 4: segments of 16-bit characters. A segment may map some of its characters to the missing glyph. */
function segmentsOf(view: DataView, at: number): Run[] {
  const count = view.getUint16(at + 6) / 2;
  const ends = at + 14;
  const starts = ends + count * 2 + 2;
  const deltas = starts + count * 2;
  const offsets = deltas + count * 2;
  const runs: Run[] = [];
  for (let segment = 0; segment < count; segment += 1) {
    const low = view.getUint16(starts + segment * 2);
    const high = view.getUint16(ends + segment * 2);
    const delta = view.getUint16(deltas + segment * 2);
    const offset = view.getUint16(offsets + segment * 2);
    if (low === 0xffff) continue;
    if (offset === 0) {
      runs.push([low, high, (low + delta) & 0xffff]);
      continue;
    }
    for (let code = low; code <= high; code += 1) {
      const glyph = view.getUint16(offsets + segment * 2 + offset + (code - low) * 2);
      if (glyph !== 0) runs.push([code, code, (glyph + delta) & 0xffff]);
    }
  }
  return runs;
}

/** Whether a number is in one of the ascending ranges, by bisection. */
function inRanges(ranges: readonly Range[]): HasGlyph {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  return (codePoint) => {
    let from = 0;
    let to = sorted.length - 1;
    while (from <= to) {
      const middle = (from + to) >> 1;
      const [low, high] = sorted[middle] as Range;
      if (codePoint < low) to = middle - 1;
      else if (codePoint > high) from = middle + 1;
      else return true;
    }
    return false;
  };
}

/** The text with every character the font cannot draw as its code point, `[U+4E2D]`: nothing disappears from a document. */
export function drawable(text: string, has: HasGlyph): string {
  let drawn = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    drawn += has(codePoint) ? character : `[U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}]`;
  }
  return drawn;
}
