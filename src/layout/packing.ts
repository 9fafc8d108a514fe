import type { ZoneKind } from '../model/plan.ts';
import type { Box } from './geometry.ts';
import { CARD_WIDTH } from './sizes.ts';

const CARD_GAP_X = 152;
export const CARD_GAP_Y = 44;
export const ZONE_GAP_X = 200;
export const ZONE_GAP_Y = 116;

/** Outside on the left, the own inside on the right, clients below it. */
const SECTION: Record<ZoneKind, 'left' | 'right' | 'below'> = {
  internet: 'left',
  cloud: 'left',
  partner: 'left',
  dmz: 'left',
  internal: 'right',
  management: 'right',
  restricted: 'right',
  client: 'below',
};
const LEFT_ORDER: readonly ZoneKind[] = ['internet', 'cloud', 'partner', 'dmz'];

type Kind = 'zone' | 'host';
/** A zone or host with its box. */
export interface Item {
  readonly kind: Kind;
  readonly id: string;
  readonly box: Box;
}
/** Things that keep their places relative to each other and have none on the canvas yet. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly items: readonly Item[];
}

/** The items of a block, moved. */
export function shift(block: Block, x: number, y: number): Item[] {
  return block.items.map((item) => ({ ...item, box: { ...item.box, x: item.box.x + x, y: item.box.y + y } }));
}

/** Cards in rows of about equal length. */
export function grid(hosts: readonly { readonly id: string; readonly width: number; readonly height: number }[]): Block {
  const columns = Math.max(1, Math.round(Math.sqrt(hosts.length * 0.75)));
  const items: Item[] = [];
  let y = 0;
  let width = 0;
  for (let start = 0; start < hosts.length; start += columns) {
    const row = hosts.slice(start, start + columns);
    row.forEach((host, column) => {
      const x = column * (CARD_WIDTH + CARD_GAP_X);
      items.push({ kind: 'host', id: host.id, box: { x, y, width: host.width, height: host.height } });
      width = Math.max(width, x + host.width);
    });
    y += Math.max(...row.map((host) => host.height)) + CARD_GAP_Y;
  }
  return { width, height: Math.max(0, y - CARD_GAP_Y), items };
}

/** Blocks in rows of about equal length. */
export function shelves(blocks: readonly Block[], gapX: number, gapY: number): Block {
  const area = blocks.reduce((sum, block) => sum + (block.width + gapX) * (block.height + gapY), 0);
  const limit = Math.max(Math.sqrt(area * 1.6), ...blocks.map((block) => block.width));
  const items: Item[] = [];
  let x = 0;
  let y = 0;
  let rowHeight = 0;
  let width = 0;
  for (const block of blocks) {
    if (x > 0 && x + block.width > limit) {
      x = 0;
      y += rowHeight + gapY;
      rowHeight = 0;
    }
    items.push(...shift(block, x, y));
    width = Math.max(width, x + block.width);
    rowHeight = Math.max(rowHeight, block.height);
    x += block.width + gapX;
  }
  return { width, height: y + rowHeight, items };
}

/** Blocks in columns no higher than `limit`, where that is possible. */
function columns(blocks: readonly Block[], limit: number): Block {
  const items: Item[] = [];
  let x = 0;
  let y = 0;
  let columnWidth = 0;
  let height = 0;
  for (const block of blocks) {
    if (y > 0 && y + block.height > limit) {
      x += columnWidth + ZONE_GAP_X;
      y = 0;
      columnWidth = 0;
    }
    items.push(...shift(block, x, y));
    columnWidth = Math.max(columnWidth, block.width);
    height = Math.max(height, y + block.height);
    y += block.height + ZONE_GAP_Y;
  }
  return { width: blocks.length > 0 ? x + columnWidth : 0, height, items };
}

/** Top-level zones by what they are for: outside on the left, the own inside on the right, clients below it. */
export function sections(zones: readonly { readonly kind: ZoneKind; readonly block: Block }[]): Block {
  const of = (section: 'left' | 'right' | 'below') => zones.filter((zone) => SECTION[zone.kind] === section);
  const right = shelves(
    of('right').map((zone) => zone.block),
    ZONE_GAP_X,
    ZONE_GAP_Y,
  );
  const below = shelves(
    of('below').map((zone) => zone.block),
    ZONE_GAP_X,
    ZONE_GAP_Y,
  );
  const belowAt = right.items.length > 0 ? right.height + ZONE_GAP_Y : 0;
  const inside = below.items.length > 0 ? belowAt + below.height : right.height;
  const outer = of('left').sort((a, b) => LEFT_ORDER.indexOf(a.kind) - LEFT_ORDER.indexOf(b.kind));
  const left = columns(
    outer.map((zone) => zone.block),
    Math.max(inside, 560),
  );
  const x = left.items.length > 0 ? left.width + ZONE_GAP_X : 0;
  return {
    width: x + Math.max(right.width, below.width),
    height: Math.max(left.height, inside),
    items: [...left.items, ...shift(right, x, 0), ...shift(below, x, belowAt)],
  };
}
