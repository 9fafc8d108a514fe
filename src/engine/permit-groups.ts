import { byCodeUnit } from '../model/order.ts';
import type { RoutedFlow } from './flows.ts';
import type { Crossing, Point } from './result.ts';
import type { Territory } from './territory.ts';

/** One stretch of a flow's way that one enforcement point guards: from the first zone to the last. */
export interface Permit {
  readonly routed: RoutedFlow;
  readonly crossings: readonly Crossing[];
}

/** All permits of one enforcement point between the same two zones. */
export interface PermitGroup {
  readonly point: Point;
  readonly fromZone: string;
  readonly toZone: string;
  readonly permits: readonly Permit[];
}

/** Groups the crossings of all flows that need an opening by enforcement point and direction. */
export function groupPermits(
  flows: readonly RoutedFlow[],
  territory: Territory,
  firewallNames: ReadonlyMap<string, string>,
): PermitGroup[] {
  const groups = new Map<string, { point: Point; fromZone: string; toZone: string; permits: Permit[] }>();
  const groupOf = (crossings: readonly Crossing[]) => {
    const first = crossings[0];
    const last = crossings.at(-1);
    if (!first || !last) return null;
    const point = pointOf(first, territory, firewallNames);
    const key = JSON.stringify([point.kind, point.id, first.fromZone, last.toZone]);
    const group = groups.get(key) ?? { point, fromZone: first.fromZone, toZone: last.toZone, permits: [] };
    groups.set(key, group);
    return { crossings, permits: group.permits };
  };
  // All flows between two zones share one list of crossings: it is taken apart once.
  const stretches = new Map<readonly Crossing[], { crossings: readonly Crossing[]; permits: Permit[] }[]>();
  const stretchesOf = (way: readonly Crossing[]) => {
    const known = stretches.get(way);
    if (known) return known;
    const made = runsOf(way).flatMap((run) => groupOf(run) ?? []);
    stretches.set(way, made);
    return made;
  };
  for (const routed of flows) {
    if (routed.flow.waived || routed.flow.crossings.length === 0) continue;
    for (const { crossings, permits } of stretchesOf(routed.flow.crossings)) permits.push({ routed, crossings });
  }
  return [...groups.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, group]) => group);
}

/** Consecutive crossings that the same firewall guards are one stretch. */
function runsOf(crossings: readonly Crossing[]): Crossing[][] {
  const runs: Crossing[][] = [];
  for (const crossing of crossings) {
    const last = runs.at(-1)?.at(-1);
    if (last && crossing.firewall !== null && last.firewall === crossing.firewall) runs.at(-1)?.push(crossing);
    else runs.push([crossing]);
  }
  return runs;
}

function pointOf(crossing: Crossing, territory: Territory, firewallNames: ReadonlyMap<string, string>): Point {
  if (crossing.firewall !== null)
    return { kind: 'firewall', id: crossing.firewall, name: firewallNames.get(crossing.firewall) ?? crossing.firewall };
  if (crossing.boundary !== null) {
    const inner = territory.innerBoundaries(crossing.fromZone).find((boundary) => boundary.id === crossing.boundary);
    return { kind: 'boundary', id: crossing.boundary, name: (inner ?? territory.boundary(crossing.boundary))?.name ?? crossing.boundary };
  }
  return { kind: 'zone', id: crossing.fromZone, name: territory.areas.get(crossing.fromZone)?.name ?? crossing.fromZone };
}
