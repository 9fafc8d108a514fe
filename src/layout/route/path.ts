import type { Corner } from './tracks.ts';

/** Radius of the bends of a line. */
const BEND_RADIUS = 8;

/** The SVG path of an orthogonal line with rounded bends. `shorten` cuts that many pixels off its end, for the arrow. */
export function pathOf(corners: readonly Corner[], shorten = 0): string {
  const first = corners[0];
  if (!first) return '';
  const parts = [`M${round(first.x)} ${round(first.y)}`];
  for (let index = 1; index < corners.length; index += 1) {
    const before = corners[index - 1] as Corner;
    const at = corners[index] as Corner;
    const after = corners[index + 1];
    if (!after) {
      const end = towards(at, before, Math.min(shorten, distance(at, before)));
      parts.push(`L${round(end.x)} ${round(end.y)}`);
      break;
    }
    const radius = Math.min(BEND_RADIUS, distance(before, at) / 2, distance(at, after) / 2);
    const into = towards(at, before, radius);
    const out = towards(at, after, radius);
    parts.push(`L${round(into.x)} ${round(into.y)}Q${round(at.x)} ${round(at.y)} ${round(out.x)} ${round(out.y)}`);
  }
  return parts.join('');
}

function distance(a: Corner, b: Corner): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Corner, to: Corner, by: number): Corner {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** The way the line points at its end: right, down, left or up, in degrees. */
export function endAngle(corners: readonly Corner[]): number {
  const last = corners.at(-1);
  const before = corners.at(-2);
  if (!last || !before) return 0;
  if (last.x !== before.x) return last.x > before.x ? 0 : 180;
  return last.y > before.y ? 90 : 270;
}
