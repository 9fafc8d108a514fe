import type { Plan } from '../../model/plan.ts';
import type { Family } from './addresses.ts';
import { outsideAddresses } from './inside.ts';
import type { Permit, PointPermits, Side } from './permits.ts';
import type { FirewallInput, Refused } from './style.ts';

/**
 * For styles that match zones: where "any Internet address" stands in a zone of kind internet, the zone says it all. Where such packets
 * come through another zone, its own machines must stay out: the ranges beside the plan's own addresses, written out, since a firewall
 * that does not know how to negate an address would take the opposite.
 */
export function tellInternetApart(point: PointPermits, { plan, analysis }: FirewallInput): PointPermits {
  const internet = new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  return writeOutInternet(point, plan, (zone) => internet.has(zone));
}

/**
 * The permits with "any Internet address" as ranges, but for zones that say it all by themselves. Where the plan's own networks leave
 * nothing of the Internet, the permit is refused: a rule with an empty side is none, or one for everybody.
 */
export function writeOutInternet(point: PointPermits, plan: Plan, saysItAll: (zone: string) => boolean = () => false): PointPermits {
  const refused: Refused[] = [];
  const told = (side: Side, zone: string, family: Family): Side => (side.any && !saysItAll(zone) ? outsideSide(plan, family) : side);
  const permits = point.permits.flatMap((permit): Permit[] => {
    const { opening, family, name } = permit;
    const sources = told(permit.sources, opening.fromZone, family);
    const destinations = told(permit.destinations, opening.toZone, family);
    if (sources.parties.length > 0 && destinations.parties.length > 0) return [{ ...permit, sources, destinations }];
    refused.push({ line: opening.id, where: point.name, what: `rule ${name}`, reason: NOTHING_OUTSIDE });
    return [];
  });
  return { ...point, permits, refused: [...point.refused, ...refused] };
}

/** Why a permit for any Internet address may make no rule. */
export const NOTHING_OUTSIDE = 'the networks of the plan leave no Internet address';

/** Every address of the Internet but the plan's own, as one side of a permit, its ranges written out; without parties where there is none. */
function outsideSide(plan: Plan, family: Family): Side {
  const ranges = outsideAddresses(plan, family);
  const party = { key: '["outside"]', label: 'outside', ranges, fqdns: [], any: false };
  return { any: false, parties: ranges.length === 0 ? [] : [party], ranges, fqdns: [] };
}
