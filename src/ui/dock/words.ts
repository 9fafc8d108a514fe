import { type Flow, isNamed, type OpeningEnd, type OpeningService } from '../../engine/result.ts';
import type { Plan, Protocol } from '../../model/plan.ts';
import { externalOf } from '../../store/catalogs.ts';
import type { Names } from '../../store/selectors.ts';

/** The name and the addresses of one end, as a table shows them. */
export interface EndWords {
  readonly name: string;
  readonly addresses: string;
}

/** `tcp 443`, `udp 34322-34325`, `icmp type 8`, `esp`. */
export function serviceText(service: { readonly protocol: Protocol; readonly ports: string; readonly icmpType: number | null }): string {
  const protocol = typeof service.protocol === 'number' ? `ip ${service.protocol}` : service.protocol;
  if (service.ports) return `${protocol} ${service.ports.replaceAll(',', ', ')}`;
  if (service.icmpType !== null) return `${protocol} type ${service.icmpType}`;
  return protocol;
}

/** Several services, those of one protocol together: `tcp 443, 17472; udp 53`. */
export function servicesText(services: readonly OpeningService[]): string {
  const byProtocol = new Map<string, string[]>();
  for (const service of services) {
    const text = serviceText(service);
    const space = text.indexOf(' ');
    const [protocol, rest] = space < 0 ? [text, ''] : [text.slice(0, space), text.slice(space + 1)];
    const list = byProtocol.get(protocol) ?? [];
    byProtocol.set(protocol, list);
    if (rest) list.push(rest);
  }
  return [...byProtocol].map(([protocol, rest]) => (rest.length > 0 ? `${protocol} ${rest.join(', ')}` : protocol)).join('; ');
}

/** Words that stand for addresses that are none. */
export interface AddressWords {
  readonly any: string;
  readonly missing: string;
}

function addressText(addresses: readonly string[], words: AddressWords): string {
  if (addresses.includes('0.0.0.0/0')) return words.any;
  return addresses.length > 0 ? addresses.join(', ') : words.missing;
}

/** The words for one end of an opening. */
export function openingEnd(end: OpeningEnd, names: Names, words: AddressWords): EndWords {
  if ('host' in end) return { name: names.hostName(end.host), addresses: addressText(end.addresses, words) };
  if ('zone' in end) return { name: names.zone(end.zone), addresses: addressText(end.addresses, words) };
  if ('cidr' in end) return { name: end.cidr, addresses: '' };
  return {
    name: end.external === null ? end.fqdns.join(', ') : (externalOf(end.external)?.name ?? end.external),
    addresses: end.external === null ? '' : end.fqdns.join(', '),
  };
}

/** Several ends in one cell. */
export function openingEnds(ends: readonly OpeningEnd[], names: Names, words: AddressWords): EndWords[] {
  return ends.map((end) => openingEnd(end, names, words));
}

/** The words for one end of a flow. */
export function flowEnd(end: Flow['from'] | Flow['to'], plan: Plan, names: Names, words: AddressWords): EndWords {
  if (isNamed(end)) {
    if (end.external === null) return { name: end.fqdns.join(', '), addresses: '' };
    return { name: names.external(end.external), addresses: end.fqdns.join(', ') };
  }
  if (end.host !== null) {
    const host = names.host.get(end.host);
    const any = plan.zones.find((zone) => zone.id === host?.zone)?.kind === 'internet';
    return {
      name: names.hostName(end.host),
      addresses: host && host.addresses.length > 0 ? host.addresses.join(', ') : any ? words.any : words.missing,
    };
  }
  return end.cidr === undefined ? { name: names.zone(end.zone), addresses: '' } : { name: end.cidr, addresses: names.zone(end.zone) };
}
