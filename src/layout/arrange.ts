import { lookup } from '../model/dictionary.ts';
import type { Plan, Zone } from '../model/plan.ts';
import { type Family, familyOf } from './family.ts';
import { around, type Box, boxOf, grown, overlaps } from './geometry.ts';
import { type Block, CARD_GAP_Y, grid, type Item, sections, shelves, shift, ZONE_GAP_X, ZONE_GAP_Y } from './packing.ts';
import {
  CARD_WIDTH,
  cardHeight,
  EXTERNALS,
  hostSize,
  isGroup,
  STACK,
  ZONE_HEAD,
  ZONE_MIN_HEIGHT,
  ZONE_MIN_WIDTH,
  ZONE_PAD,
} from './sizes.ts';

/** Where everything stands, in absolute canvas pixels. Cards are without the sheets of a group. */
export interface Placement {
  readonly zones: ReadonlyMap<string, Box>;
  readonly hosts: ReadonlyMap<string, Box>;
  /** The card of external services, where the plan needs one. */
  readonly externals: Box | null;
}

/** The card of external services: how many rows it has, and the zone it stands in (which the plan need not draw). */
export interface ExternalsCard {
  readonly zone: string;
  readonly rows: number;
}

const CHILD_GAP = 152;
/** A gate on the border of a nested zone needs room on the inside. */
const NESTED_PAD = 44;
/** Labels of lines find room between frame and cards. */
const SIDE_PAD = 40;

/**
 * Gives every zone and host a place. What the layout places stays there; what it does not place is packed beside it,
 * nested, without overlap, the same for the same plan. A zone is at least as large as its content.
 */
export function arrange(plan: Pick<Plan, 'zones' | 'hosts' | 'layout'>, externals: ExternalsCard | null = null): Placement {
  return new Arrangement(plan, externals).result();
}

class Arrangement {
  readonly #plan: Pick<Plan, 'zones' | 'hosts' | 'layout'>;
  readonly #externals: ExternalsCard | null;
  readonly #family: Family;
  readonly #placed: Item[] = [];
  readonly #hostsIn = new Map<string | null, { id: string; width: number; height: number }[]>();

  constructor(plan: Pick<Plan, 'zones' | 'hosts' | 'layout'>, externals: ExternalsCard | null) {
    this.#plan = plan;
    this.#externals = externals;
    this.#family = familyOf(plan);
    const drawn = new Set(plan.zones.map((zone) => zone.id));
    if (externals) this.#host(externals.zone, { id: EXTERNALS, width: CARD_WIDTH, height: cardHeight(externals.rows) });
    for (const host of plan.hosts) {
      const sheets = isGroup(host) ? STACK : 0;
      const size = hostSize(host);
      this.#host(drawn.has(host.zone) ? host.zone : null, { id: host.id, width: size.width + sheets, height: size.height + sheets });
    }
  }

  result(): Placement {
    this.#top();
    const sizes = new Map(this.#plan.hosts.map((host) => [host.id, hostSize(host)]));
    const zones = new Map<string, Box>();
    const hosts = new Map<string, Box>();
    let card: Box | null = null;
    for (const { kind, id, box } of this.#placed) {
      if (kind === 'zone') zones.set(id, box);
      else if (id === EXTERNALS) card = box;
      else hosts.set(id, { x: box.x, y: box.y, ...(sizes.get(id) ?? { width: box.width, height: box.height }) });
    }
    return { zones, hosts, externals: card };
  }

  #host(zone: string | null, host: { id: string; width: number; height: number }): void {
    const list = this.#hostsIn.get(zone);
    if (list) list.push(host);
    else this.#hostsIn.set(zone, [host]);
  }

  #zoneLayout(id: string): Box | null {
    const rectangle = this.#plan.layout && lookup(this.#plan.layout.zones, id);
    return rectangle ? boxOf(rectangle) : null;
  }

  #hostLayout(id: string): { x: number; y: number } | null {
    return (this.#plan.layout && lookup(this.#plan.layout.hosts, id)) ?? null;
  }

  #anchored(zone: string): boolean {
    if (this.#zoneLayout(zone)) return true;
    if ((this.#hostsIn.get(zone) ?? []).some((host) => this.#hostLayout(host.id))) return true;
    return (this.#family.zonesIn.get(zone) ?? []).some((child) => this.#anchored(child.id));
  }

  #top(): void {
    const zones: Pick<Zone, 'id' | 'kind'>[] = [...(this.#family.zonesIn.get(null) ?? [])];
    const implicit = this.#externals?.zone;
    if (implicit !== undefined && !this.#family.parentOf.has(implicit)) zones.unshift({ id: implicit, kind: 'internet' });
    const anchored = zones.filter((zone) => this.#anchored(zone.id));
    const floating = zones.filter((zone) => !this.#anchored(zone.id));
    for (const zone of anchored) this.#placeAnchored(zone.id, 0);

    const loose = this.#hostsIn.get(null) ?? [];
    for (const host of loose) {
      const at = this.#hostLayout(host.id);
      if (at) this.#placed.push({ kind: 'host', id: host.id, box: { ...at, width: host.width, height: host.height } });
    }
    const homeless = loose.filter((host) => !this.#hostLayout(host.id));
    const sheet = sections(floating.map((zone) => ({ kind: zone.kind, block: this.#block(zone.id, 0) })));
    const bounds = around(this.#placed.map((item) => item.box));
    if (sheet.items.length > 0) {
      // An Internet zone that the plan does not draw belongs to the left of what is drawn; everything else goes below.
      const stranger = bounds !== null && floating.length === 1 && floating[0]?.id === implicit;
      const at = stranger
        ? { x: bounds.x - sheet.width - ZONE_GAP_X, y: bounds.y }
        : { x: bounds?.x ?? 0, y: bounds ? bounds.y + bounds.height + ZONE_GAP_Y : 0 };
      this.#settle(sheet, at.x, at.y);
    }
    const below = around(this.#placed.map((item) => item.box));
    const rest = grid(homeless);
    this.#settle(rest, below?.x ?? 0, below ? below.y + below.height + ZONE_GAP_Y : 0);
  }

  #settle(block: Block, x: number, y: number): void {
    for (const item of block.items) this.#placed.push({ ...item, box: { ...item.box, x: item.box.x + x, y: item.box.y + y } });
  }

  /** A zone of which nothing has a place yet: its content as a grid of cards with the nested zones beside it. */
  #block(zone: string, depth: number): Block {
    const pad = depth > 0 ? NESTED_PAD : ZONE_PAD;
    const cards = grid(this.#hostsIn.get(zone) ?? []);
    const children = shelves(
      (this.#family.zonesIn.get(zone) ?? []).map((child) => this.#block(child.id, depth + 1)),
      CHILD_GAP,
      CHILD_GAP / 1.5,
    );
    const gap = cards.items.length > 0 && children.items.length > 0 ? CHILD_GAP : 0;
    const side = Math.max(pad, SIDE_PAD);
    const width = Math.max(ZONE_MIN_WIDTH, cards.width + gap + children.width + 2 * side);
    const height = Math.max(ZONE_MIN_HEIGHT, Math.max(cards.height, children.height) + ZONE_HEAD + 8 + pad);
    const items: Item[] = [{ kind: 'zone', id: zone, box: { x: 0, y: 0, width, height } }];
    for (const item of shift(cards, side, ZONE_HEAD + 8)) items.push(item);
    for (const item of shift(children, side + cards.width + gap, ZONE_HEAD + 8)) items.push(item);
    return { width, height, items };
  }

  /** A zone that the layout places, itself or by something in it. Gives the final box. */
  #placeAnchored(zone: string, depth: number): Box {
    const own = this.#zoneLayout(zone);
    const index = this.#placed.length;
    const taken: Box[] = [];
    const loose: Block[] = [];
    for (const child of this.#family.zonesIn.get(zone) ?? []) {
      if (this.#anchored(child.id)) taken.push(this.#placeAnchored(child.id, depth + 1));
      else loose.push(this.#block(child.id, depth + 1));
    }
    for (const host of this.#hostsIn.get(zone) ?? []) {
      const at = this.#hostLayout(host.id);
      const box = { x: at?.x ?? 0, y: at?.y ?? 0, width: host.width, height: host.height };
      if (at) {
        taken.push(box);
        this.#placed.push({ kind: 'host', id: host.id, box });
      } else loose.push({ width: host.width, height: host.height, items: [{ kind: 'host', id: host.id, box: { ...box, x: 0, y: 0 } }] });
    }
    const inner = own ?? padded(around(taken) ?? { x: 0, y: 0, width: 0, height: 0 });
    for (const block of loose) {
      const spot = freeSpot(inner, taken, block);
      taken.push({ ...spot, width: block.width, height: block.height });
      this.#settle(block, spot.x, spot.y);
    }
    const content = around(taken);
    const box = around([...(own ? [own] : []), ...(content ? [own ? snug(content) : padded(content)] : [])]) ?? inner;
    this.#placed.splice(index, 0, { kind: 'zone', id: zone, box });
    return box;
  }
}

/** The frame a zone draws around content that has its place already. */
function padded(content: Box): Box {
  return {
    x: content.x - ZONE_PAD,
    y: content.y - ZONE_HEAD - 8,
    width: Math.max(ZONE_MIN_WIDTH, content.width + 2 * ZONE_PAD),
    height: Math.max(ZONE_MIN_HEIGHT, content.height + ZONE_HEAD + 8 + ZONE_PAD),
  };
}

/** The least frame around content: a zone the architect sized by hand may be tight. */
export function snug(content: Box): Box {
  return { x: content.x - 8, y: content.y - ZONE_HEAD, width: content.width + 16, height: content.height + ZONE_HEAD + 8 };
}

/** First free place for a block in a zone, row by row; below all content where the zone is full. */
export function freeSpot(
  zone: Box,
  taken: readonly Box[],
  block: { readonly width: number; readonly height: number },
): { x: number; y: number } {
  const fits = (x: number, y: number, room: number): boolean => {
    const candidate = grown({ x, y, width: block.width, height: block.height }, room);
    return taken.every((box) => !overlaps(candidate, box));
  };
  const left = zone.x + ZONE_PAD;
  const top = zone.y + ZONE_HEAD + 8;
  for (const room of [40, 20, 8]) {
    for (let y = top; y + block.height <= zone.y + zone.height - 16; y += 20) {
      for (let x = left; x + block.width <= zone.x + zone.width - 16; x += 20) if (fits(x, y, room)) return { x, y };
    }
  }
  const bottom = Math.max(top - CARD_GAP_Y, ...taken.map((box) => box.y + box.height));
  return { x: left, y: bottom + CARD_GAP_Y };
}
