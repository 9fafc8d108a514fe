import type { Host } from '../model/plan.ts';

/** Host card: width, header and component row, and the room below the last row. */
export const CARD_WIDTH = 184;
export const CARD_HEADER = 32;
export const CARD_ROW = 24;
export const CARD_FOOT = 6;

/** How far the sheets behind the card of a group stick out. */
export const STACK = 8;

/** Zone: height of the title line, and the room between frame and content. */
export const ZONE_HEAD = 40;
export const ZONE_PAD = 24;
export const ZONE_MIN_WIDTH = 200;
export const ZONE_MIN_HEIGHT = 100;

/** Gate: height, and the distance of the lines that pass under it. */
export const GATE_HEIGHT = 28;
export const LANE = 12;

/** The id of the card that shows external services; `~` keeps it apart from every id of a plan. */
export const EXTERNALS = '~externals';

/** Height of a card with so many rows; an empty one keeps the room of one row. */
export function cardHeight(rows: number): number {
  return CARD_HEADER + Math.max(1, rows) * CARD_ROW + CARD_FOOT;
}

/** True where the card stands for several machines: a count, or a network or range as address. */
export function isGroup(host: Pick<Host, 'count' | 'addresses'>): boolean {
  return host.count > 1 || host.addresses.some((address) => address.includes('/') || address.includes('-'));
}

/** Width and height of a host card without the sheets of a group. */
export function hostSize(host: Pick<Host, 'components'>): { width: number; height: number } {
  return { width: CARD_WIDTH, height: cardHeight(host.components.length) };
}
