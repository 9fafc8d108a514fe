import type { Locator, Page } from '@playwright/test';

/** A place on the screen. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A rectangle on the screen. */
interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** True where the whole of one rectangle lies within another. */
export function isInside(inner: Box, outer: Box): boolean {
  const within = (from: number, length: number, start: number, room: number) => from >= start && from + length <= start + room;
  return within(inner.x, inner.width, outer.x, outer.width) && within(inner.y, inner.height, outer.y, outer.height);
}

/** Where a thing stands on the screen. Fails where it is not shown. */
export async function boxOf(thing: Locator): Promise<Box> {
  const box = await thing.boundingBox();
  if (!box) throw new Error(`Not on the screen: ${thing}`);
  return box;
}

/** A point counted from the top left corner of a thing. */
export async function pointIn(thing: Locator, x: number, y: number): Promise<Point> {
  const box = await boxOf(thing);
  return { x: box.x + x, y: box.y + y };
}

/** Presses the button of the mouse at one point and lets it go at another, as a hand does: slowly at first, then moving in between. */
export async function drag(page: Page, from: Point, to: Point): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + 2, from.y + 3);
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 });
  await page.mouse.move(to.x, to.y, { steps: 4 });
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
}
