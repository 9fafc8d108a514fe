import type { Plan } from '../model/plan.ts';
import type { Placement } from './arrange.ts';
import type { Edge } from './bundle.ts';
import { type Family, lineage } from './family.ts';
import { drawnFor, type Fold } from './fold.ts';
import type { Gate } from './gates.ts';
import type { Box } from './geometry.ts';
import type { GateOnWay, RouteRequest } from './route/route.ts';
import { EXTERNALS } from './sizes.ts';

/** What every edge asks of the router: its ends, the gates on its way, and the zones it may be in on each leg. */
export function requestsFor(
  plan: Plan,
  edges: readonly Edge[],
  gates: readonly Gate[],
  placed: {
    readonly family: Family;
    readonly placement: Placement;
    readonly externals: { readonly zone: string } | null;
    readonly fold: Fold;
  },
  anchor: (id: string) => Box | null,
): Map<string, RouteRequest> {
  const gateOf = new Map(gates.map((gate) => [gate.id, gate]));
  const zoneOfHost = new Map(plan.hosts.map((host) => [host.id, host.zone]));
  /** A collapsed zone is met like a card: lines to it run in the zone around it. */
  const outside = (zone: string): string | undefined => {
    const frame = placed.fold.standIn.has(zone) ? drawnFor(placed.fold, zone) : null;
    return frame === null ? zone : (placed.family.parentOf.get(frame) ?? undefined);
  };
  const zonesAround = (end: string): string[] => {
    const own = end === EXTERNALS ? placed.externals?.zone : (zoneOfHost.get(end) ?? end);
    const zone = own === undefined ? undefined : outside(own);
    if (zone === undefined) return [];
    return placed.family.parentOf.has(zone) ? lineage(placed.family, zone) : [zone];
  };
  const requests = new Map<string, RouteRequest>();
  for (const edge of edges) {
    const from = anchor(edge.from);
    const to = anchor(edge.to);
    if (!from || !to) continue;
    const way = edge.passages.flatMap((passage): GateOnWay[] => {
      const gate = gateOf.get(passage.gate);
      const lane = gate?.wishes.get(edge.id);
      if (!gate || lane === undefined) return [];
      return [{ id: gate.id, box: gate.box, axis: gate.axis, forward: passage.fromZone === gate.low, lanes: gate.lanes, lane }];
    });
    // A line stays in the zone it starts in until its first gate, and so on: what it has not entered yet is none of its business.
    const zoneOfLeg = Array.from({ length: way.length + 1 }, (_, leg) =>
      way.length === edge.passages.length ? (edge.passages[leg]?.fromZone ?? edge.passages[leg - 1]?.toZone) : undefined,
    );
    const zones = zoneOfLeg.map((zone, leg) => {
      const ends = [...(leg === 0 ? zonesAround(edge.from) : []), ...(leg === way.length ? zonesAround(edge.to) : [])];
      return new Set([...ends, ...(zone === undefined ? [] : zonesAround(zone))]);
    });
    const homes = zoneOfLeg.map((zone) => {
      const home = zone === undefined ? undefined : outside(zone);
      return home === undefined ? null : (placed.placement.zones.get(home) ?? null);
    });
    const zone = placed.placement.zones.get(
      edge.from === EXTERNALS ? (placed.externals?.zone ?? '') : (zoneOfHost.get(edge.from) ?? edge.from),
    );
    requests.set(edge.id, {
      id: edge.id,
      from: { id: edge.from, box: from },
      to: { id: edge.to, box: to },
      gates: way,
      zones,
      homes,
      frame: zone ?? null,
    });
  }
  return requests;
}
