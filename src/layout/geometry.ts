import type { Point, Rectangle } from '../model/plan.ts';

/** A plain rectangle in canvas pixels, top-left origin. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A closed interval on one axis. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** The four numbers of a layout rectangle without its unknown fields. */
export function boxOf(rectangle: Rectangle): Box {
  return { x: rectangle.x, y: rectangle.y, width: rectangle.width, height: rectangle.height };
}

/** The rectangle with `by` pixels added on every side. */
export function grown(box: Box, by: number): Box {
  return { x: box.x - by, y: box.y - by, width: box.width + 2 * by, height: box.height + 2 * by };
}

/** The rectangle moved by a vector. */
export function moved<T extends Box>(box: T, dx: number, dy: number): T {
  return { ...box, x: box.x + dx, y: box.y + dy };
}

/** True where the rectangles share area; touching edges do not count. */
export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** True where `inner` lies within `outer`, borders included. */
export function contains(outer: Box, inner: Box): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

/** True where the point lies in the rectangle, borders included. */
export function holds(box: Box, point: Pick<Point, 'x' | 'y'>): boolean {
  return point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height;
}

/** The smallest rectangle around all given ones; null for none. */
export function around(boxes: Iterable<Box>): Box | null {
  let left = Number.POSITIVE_INFINITY;
  let top = Number.POSITIVE_INFINITY;
  let right = Number.NEGATIVE_INFINITY;
  let bottom = Number.NEGATIVE_INFINITY;
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left > right ? null : { x: left, y: top, width: right - left, height: bottom - top };
}

/** The middle of a rectangle. */
export function middle(box: Box): { x: number; y: number } {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** What a rectangle covers on one axis. */
export function spanOf(box: Box, axis: 'x' | 'y'): Span {
  return axis === 'x' ? { low: box.x, high: box.x + box.width } : { low: box.y, high: box.y + box.height };
}

/** What two spans share; `low` above `high` where they share nothing. */
export function shared(a: Span, b: Span): Span {
  return { low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) };
}

/** The number nearest to `value` within the span; the middle of a span that is empty. */
export function clamp(value: number, span: Span): number {
  if (span.low > span.high) return (span.low + span.high) / 2;
  return Math.min(Math.max(value, span.low), span.high);
}

/** The nearest multiple of the 4 px snap grid. */
export function snapped(value: number): number {
  return Math.round(value / 4) * 4;
}
