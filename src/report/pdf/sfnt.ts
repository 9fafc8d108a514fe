import { unzlibSync } from 'fflate';

/** Tables of a TrueType font by tag. */
export type FontTables = ReadonlyMap<string, Uint8Array>;

const WOFF = 0x774f4646;
const HEAD_CHECKSUM = 8;

/** A look at bytes as big-endian numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The tables of a TrueType font, plain or as WOFF 1. Throws a RangeError where the bytes end too early. Source: OpenType and WOFF 1.0 specifications. */
export function tablesOf(font: Uint8Array): FontTables {
  const view = viewOf(font);
  const woff = view.getUint32(0) === WOFF;
  const count = view.getUint16(woff ? 12 : 4);
  return new Map(
    Array.from({ length: count }, (_, index): [string, Uint8Array] => {
      const at = woff ? 44 + index * 20 : 12 + index * 16;
      const tag = String.fromCharCode(...font.subarray(at, at + 4));
      const [offset, packed, length] = woff
        ? [view.getUint32(at + 4), view.getUint32(at + 8), view.getUint32(at + 12)]
        : [view.getUint32(at + 8), view.getUint32(at + 12), view.getUint32(at + 12)];
      const bytes = font.subarray(offset, offset + packed);
      return [tag, packed < length ? unzlibSync(bytes) : bytes];
    }),
  );
}

/** A TrueType font of these tables. */
export function fontOf(tables: FontTables): Uint8Array<ArrayBuffer> {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const head = 12 + sorted.length * 16;
  const size = sorted.reduce((sum, [, bytes]) => sum + padded(bytes.length), head);
  const font = new Uint8Array(size);
  const view = viewOf(font);
  const power = 2 ** Math.floor(Math.log2(sorted.length));
  view.setUint32(0, 0x00010000);
  [sorted.length, power * 16, Math.log2(power), (sorted.length - power) * 16].forEach((value, index) => {
    view.setUint16(4 + index * 2, value);
  });
  let offset = head;
  sorted.forEach(([tag, bytes], index) => {
    const at = 12 + index * 16;
    font.set(bytes, offset);
    // The sum over the whole font is optional where it is zero.
    if (tag === 'head') view.setUint32(offset + HEAD_CHECKSUM, 0);
    [...tag].forEach((letter, place) => {
      font[at + place] = letter.charCodeAt(0);
    });
    view.setUint32(at + 4, sumOf(font.subarray(offset, offset + padded(bytes.length))));
    view.setUint32(at + 8, offset);
    view.setUint32(at + 12, bytes.length);
    offset += padded(bytes.length);
  });
  return font;
}

function padded(length: number): number {
  return (length + 3) & ~3;
}

function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
