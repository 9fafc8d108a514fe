import { type AddressRange, parseAddressRange } from '../../model/address.ts';
import type { Plan } from '../../model/plan.ts';
import { complement, type Family, isWholeFamily, joined } from './addresses.ts';

/**
 * The plan's own addresses: networks of its zones and addresses of its hosts, those of Internet zones left out. Where a style matches
 * nothing but addresses, "any Internet address" means every address but these: otherwise a rule for roaming machines would let every
 * inner zone through.
 */
export function insideAddresses(plan: Plan, family: Family): AddressRange[] {
  const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
  const isInternet = (id: string): boolean => {
    const seen = new Set<string>();
    for (let at: string | null | undefined = id; typeof at === 'string' && !seen.has(at); at = zones.get(at)?.parent) {
      seen.add(at);
      const zone = zones.get(at);
      if (!zone) return at === 'internet';
      if (zone.filtering) return zone.kind === 'internet';
    }
    return false;
  };
  const texts = [
    ...plan.zones.filter((zone) => !isInternet(zone.id)).flatMap((zone) => zone.cidrs),
    ...plan.hosts.filter((host) => !isInternet(host.zone)).flatMap((host) => host.addresses),
  ];
  // A zone that claims the whole Internet tells nothing about what is inside.
  const ranges = texts.flatMap((text) => parseAddressRange(text) ?? []).filter((range) => range.family === family && !isWholeFamily(range));
  return joined(ranges);
}

/** Addresses no machine on the Internet has: this network, loopback, multicast and reserved ones; in IPv6 all but global unicast. */
const NEVER_OUTSIDE: Readonly<Record<Family, readonly string[]>> = {
  4: ['0.0.0.0/8', '127.0.0.0/8', '224.0.0.0/3'],
  6: ['::/3', '4000::/2', '8000::/1'],
};

/** Every address a machine on the Internet may have but the plan's own: what "any Internet address" means where ranges can be written. */
export function outsideAddresses(plan: Plan, family: Family): AddressRange[] {
  const never = NEVER_OUTSIDE[family].flatMap((text) => parseAddressRange(text) ?? []);
  return complement([...never, ...insideAddresses(plan, family)], family);
}
