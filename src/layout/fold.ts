import { collapsedZones } from '../model/edits/collapse.ts';
import { nameOf, type Plan, type Zone } from '../model/plan.ts';
import type { Placement } from './arrange.ts';
import { descendants, type Family } from './family.ts';
import type { Box } from './geometry.ts';
import { EXTERNALS, ZONE_HEAD } from './sizes.ts';

/** What a collapsed zone stands for. */
export interface Held {
  /** The zone itself and every zone inside it. */
  readonly within: ReadonlySet<string>;
  /** Cards and zones that are not drawn because of it. */
  readonly hosts: number;
  readonly zones: number;
}

/** What collapsed zones hide, and what stands for it. */
export interface Fold {
  /** The collapsed zones that are drawn: those in no other collapsed zone. */
  readonly held: ReadonlyMap<string, Held>;
  /** Zones, hosts and the card of external services in a collapsed zone, itself included, to the zone that is drawn for them. */
  readonly standIn: ReadonlyMap<string, string>;
}

/** Nothing is collapsed. */
export const UNFOLDED: Fold = { held: new Map(), standIn: new Map() };

/** Reads what a plan collapses; `externals` is the zone in which the card of external services stands. */
export function foldOf(plan: Pick<Plan, 'zones' | 'hosts' | 'layout'>, family: Family, externals: string | null): Fold {
  const collapsed = collapsedZones(plan);
  if (collapsed.size === 0) return UNFOLDED;
  const standIn = new Map<string, string>();
  const within = new Map<string, Set<string>>();
  for (const { id } of family.topDown) {
    if (!collapsed.has(id) || standIn.has(id)) continue;
    const inside = new Set(descendants(family, id));
    within.set(id, inside);
    for (const one of inside) standIn.set(one, id);
  }
  const hosts = new Map<string, number>();
  for (const host of plan.hosts) {
    const zone = standIn.get(host.zone);
    if (zone === undefined) continue;
    standIn.set(host.id, zone);
    hosts.set(zone, (hosts.get(zone) ?? 0) + 1);
  }
  const card = externals === null ? undefined : standIn.get(externals);
  if (card !== undefined) standIn.set(EXTERNALS, card);
  const held = new Map(
    [...within].map(([id, inside]): [string, Held] => [id, { within: inside, hosts: hosts.get(id) ?? 0, zones: inside.size - 1 }]),
  );
  return { held, standIn };
}

/** The id of what is drawn for a zone, host or the card of external services: itself, or the collapsed zone around it. */
export function drawnFor(fold: Fold, id: string): string {
  return fold.standIn.get(id) ?? id;
}

/** Room for tile, count, button and the space between them in the frame of a collapsed zone. */
const AROUND_NAME = 192;
const LEAST_WIDTH = 232;

/** The frame of a collapsed zone: its title, in the corner where the zone stands, and never beyond the zone itself. */
function frameOf(zone: Pick<Zone, 'id' | 'name'>, box: Box): Box {
  const width = Math.min(box.width, Math.max(LEAST_WIDTH, Math.ceil((AROUND_NAME + nameOf(zone).length * 7.2) / 4) * 4));
  return { x: box.x, y: box.y, width, height: ZONE_HEAD };
}

/** What is drawn of a placement: collapsed zones as their title, nothing of what is in them. */
export function folded(whole: Placement, fold: Fold, zones: readonly Pick<Zone, 'id' | 'name'>[]): Placement {
  if (fold.held.size === 0) return whole;
  const nameable = new Map(zones.map((zone) => [zone.id, zone]));
  return {
    zones: new Map(
      [...whole.zones].flatMap(([id, box]): [string, Box][] =>
        fold.held.has(id) ? [[id, frameOf(nameable.get(id) ?? { id }, box)]] : fold.standIn.has(id) ? [] : [[id, box]],
      ),
    ),
    hosts: new Map([...whole.hosts].filter(([id]) => !fold.standIn.has(id))),
    externals: fold.standIn.has(EXTERNALS) ? null : whole.externals,
  };
}
