import type { Family } from './addresses.ts';
import { insideAddresses } from './inside.ts';
import type { Permit, PointPermits, Side } from './permits.ts';
import type { FirewallInput } from './style.ts';

/**
 * For styles that match zones: where "any Internet address" stands in a zone of kind internet, the zone says it all. Where such packets
 * come through another zone, its own machines must stay out: everything but the plan's own addresses.
 */
export function tellInternetApart(point: PointPermits, { plan, analysis }: FirewallInput): PointPermits {
  const internet = new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  const inside: Readonly<Record<Family, Side>> = { 4: insideSide(4), 6: insideSide(6) };
  function insideSide(family: Family): Side {
    const ranges = insideAddresses(plan, family);
    const party = { key: '["inside"]', label: 'inside', ranges, fqdns: [], any: false };
    return { any: false, negated: true, parties: [party], ranges, fqdns: [] };
  }
  const told = (side: Side, zone: string, family: Family): Side =>
    side.any && !internet.has(zone) && inside[family].ranges.length > 0 ? inside[family] : side;
  const permits = point.permits.map(
    (permit): Permit => ({
      ...permit,
      sources: told(permit.sources, permit.opening.fromZone, permit.family),
      destinations: told(permit.destinations, permit.opening.toZone, permit.family),
    }),
  );
  return { ...point, permits };
}
