import { type Box, grown, overlaps } from '../geometry.ts';

/** What lines go around. */
export interface Space {
  /** Cards, sheets of groups included: never crossed. */
  readonly cards: readonly Box[];
  /** Gates: crossed only where they stand on the line's own way. */
  readonly gates: readonly Box[];
  /** Titles of zones: crossed only where there is no other way. */
  readonly titles: readonly Box[];
  readonly zones: readonly { readonly id: string; readonly box: Box }[];
}

/** The part of the space that a search looks at. */
export interface View {
  readonly bounds: Box;
  readonly cards: readonly Box[];
  readonly gates: readonly Box[];
  readonly titles: readonly Box[];
  /** Zones the line has nothing to do with. */
  readonly foreign: readonly Box[];
  readonly zones: readonly Box[];
  /** The zone this leg of the line is in; it leaves it only for its gate. */
  readonly home: Box | null;
}

/** How near a line may pass a card, and how near it passes by default. */
export const CARD_CLEARANCE = 6;
export const CARD_DISTANCE = 14;
export const GATE_CLEARANCE = 4;
export const GATE_DISTANCE = 12;

/** What of the space lies within the bounds; `own` are the zones the line starts, passes or ends in. */
export function viewOf(space: Space, bounds: Box, own: ReadonlySet<string>, home: Box | null): View {
  const near = grown(bounds, 20);
  const inside = (box: Box) => overlaps(near, box);
  const zones = space.zones.filter((zone) => inside(zone.box));
  return {
    bounds,
    cards: space.cards.filter(inside),
    gates: space.gates.filter(inside),
    titles: space.titles.filter(inside),
    foreign: zones.filter((zone) => !own.has(zone.id)).map((zone) => zone.box),
    zones: zones.map((zone) => zone.box),
    home,
  };
}
