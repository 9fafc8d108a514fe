import { viewOf } from './sfnt.ts';

const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEAT = 8;
const X_SAME = 16;
const Y_SAME = 32;

/**
 * The outline of a simple glyph (`glyf` entry) with every coordinate times `scale`, without hinting; empty for an empty one, null for a glyph
 * that is put together from others. Source: OpenType specification, glyf.
 */
export function scaledOutline(glyph: Uint8Array, scale: number): Uint8Array | null {
  if (glyph.length === 0) return glyph;
  const view = viewOf(glyph);
  const contours = view.getInt16(0);
  if (contours < 0) return null;
  const points = contours === 0 ? 0 : view.getUint16(10 + (contours - 1) * 2) + 1;
  const after = 10 + contours * 2;
  const { flags, next } = flagsOf(glyph, after + 2 + view.getUint16(after), points);
  const xs = coordinates(view, flags, next, X_SHORT, X_SAME);
  const ys = coordinates(view, flags, xs.next, Y_SHORT, Y_SAME);
  const scaled = [xs.values, ys.values].map((values) => values.map((value) => Math.round(value * scale))) as [number[], number[]];
  return written(glyph.subarray(10, after), flags, scaled);
}

function flagsOf(glyph: Uint8Array, from: number, points: number): { flags: number[]; next: number } {
  const flags: number[] = [];
  let at = from;
  while (flags.length < points) {
    const flag = glyph[at++] ?? 0;
    const times = flag & REPEAT ? 1 + (glyph[at++] ?? 0) : 1;
    for (let each = 0; each < times; each += 1) flags.push(flag);
  }
  return { flags, next: at };
}

/** Absolute coordinates of one axis. */
function coordinates(view: DataView, flags: readonly number[], from: number, short: number, same: number) {
  let [at, value] = [from, 0];
  const values = flags.map((flag) => {
    if (flag & short) value += flag & same ? view.getUint8(at++) : -view.getUint8(at++);
    else if (!(flag & same)) {
      value += view.getInt16(at);
      at += 2;
    }
    return value;
  });
  return { values, next: at };
}

/** The glyph again, every step in 16 bits. */
function written(ends: Uint8Array, flags: readonly number[], [xs, ys]: readonly [number[], number[]]): Uint8Array {
  const steps = 10 + ends.length + 2 + flags.length;
  const length = steps + flags.length * 4;
  const bytes = new Uint8Array((length + 3) & ~3);
  const view = viewOf(bytes);
  view.setInt16(0, ends.length / 2);
  [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].forEach((edge, index) => {
    view.setInt16(2 + index * 2, Number.isFinite(edge) ? edge : 0);
  });
  bytes.set(ends, 10);
  bytes.set(
    flags.map((flag) => flag & ON_CURVE),
    steps - flags.length,
  );
  [xs, ys].forEach((values, axis) => {
    values.forEach((value, index) => {
      view.setInt16(steps + (axis * flags.length + index) * 2, value - (values[index - 1] ?? 0));
    });
  });
  return bytes;
}
