import type { Plan } from '../../model/plan.ts';
import type { Family } from './addresses.ts';
import { outsideAddresses } from './inside.ts';
import type { Permit, PointPermits, Side } from './permits.ts';
import type { FirewallInput } from './style.ts';

/**
 * For styles that match zones: where "any Internet address" stands in a zone of kind internet, the zone says it all. Where such packets
 * come through another zone, its own machines must stay out: the ranges beside the plan's own addresses, written out, since a firewall
 * that does not know how to negate an address would take the opposite.
 */
export function tellInternetApart(point: PointPermits, { plan, analysis }: FirewallInput): PointPermits {
  const internet = new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  const told = (side: Side, zone: string, family: Family): Side => (side.any && !internet.has(zone) ? outsideSide(plan, family) : side);
  const permits = point.permits.map(
    (permit): Permit => ({
      ...permit,
      sources: told(permit.sources, permit.opening.fromZone, permit.family),
      destinations: told(permit.destinations, permit.opening.toZone, permit.family),
    }),
  );
  return { ...point, permits };
}

/** Every address of the Internet but the plan's own, as one side of a permit, its ranges written out. */
export function outsideSide(plan: Plan, family: Family): Side {
  const ranges = outsideAddresses(plan, family);
  const party = { key: '["outside"]', label: 'outside', ranges, fqdns: [], any: false };
  return { any: false, parties: [party], ranges, fqdns: [] };
}
