import type { Flow, Opening, OpeningEnd, OpeningService } from '../engine/result.ts';
import { familyOf } from '../model/address.ts';
import type { Advice } from '../model/catalog.ts';
import { formatPorts, parsePorts } from '../model/ports.ts';
import { type Names, oneLine } from './names.ts';
import { serviceNames } from './service-names.ts';

/** One line of a rule sheet: one protocol and one address family of an opening. */
export interface OpeningLine {
  readonly opening: Opening;
  /** Null where neither side has addresses to tell the family by. */
  readonly family: 4 | 6 | null;
  readonly sources: readonly LineEnd[];
  readonly destinations: readonly LineEnd[];
  readonly protocol: string;
  /** Canonical ports; `type 8` and the like for ICMP; `""` for protocols that have none. */
  readonly ports: string;
  readonly services: readonly string[];
  /** Starts with `NOT ORDERABLE: …` where so. */
  readonly remarks: readonly string[];
}

/** An end with what a firewall is told: addresses of the line's family, or names of the Internet. Empty where nothing is known. */
export interface LineEnd {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** How advice reads in a remark. */
export const ADVICE_WORDS: Readonly<Record<Advice, string>> = {
  'port-based': 'port-based rule instead of application-based',
  'no-tls-inspection': 'no TLS inspection',
  'no-proxy': 'no proxy',
  'narrow-source': 'narrow the source',
};

/** ICMP types whose meaning has another number in ICMPv6. */
export const ICMPV6_TYPES: ReadonlyMap<number, number> = new Map([
  [0, 129],
  [3, 1],
  [8, 128],
  [11, 3],
  [12, 4],
]);

/**
 * The lines of an opening: a protocol a line, and a line for each address family that both sides have. Names of the Internet have
 * every family. No opening is without line: what cannot be ordered says so.
 */
export function openingLines(opening: Opening, names: Names, flows: ReadonlyMap<string, Flow>): OpeningLine[] {
  const sources = opening.sources.map((end) => readEnd(end, names));
  const destinations = opening.destinations.map((end) => readEnd(end, names));
  const families = sharedFamilies(sources, destinations);
  const remarks = [
    ...notOrderable(opening, names),
    ...leftOut([...sources, ...destinations], families),
    ...commonRemarks(opening, names, flows),
  ];
  return byProtocol(opening.services).flatMap((services) =>
    (families.length > 0 ? families : [null]).map((family) => ({
      opening,
      family,
      sources: sideOf(sources, family),
      destinations: sideOf(destinations, family),
      ...spell(services, family),
      remarks,
    })),
  );
}

interface ReadEnd {
  readonly name: string;
  readonly addresses: readonly string[];
  readonly fqdns: readonly string[];
}

function readEnd(end: OpeningEnd, names: Names): ReadEnd {
  return 'fqdns' in end
    ? { name: names.end(end), addresses: [], fqdns: end.fqdns.map(oneLine) }
    : { name: names.end(end), addresses: end.addresses.map(oneLine), fqdns: [] };
}

function hasFamily(end: ReadEnd, family: 4 | 6): boolean {
  return end.addresses.some((address) => familyOf(address) === family);
}

/** A side can speak a family by an address, by a name, or because nothing is known of any of its ends. */
function speaks(side: readonly ReadEnd[], family: 4 | 6): boolean {
  return side.some((end) => hasFamily(end, family) || end.fqdns.length > 0) || side.every((end) => end.addresses.length === 0);
}

function sharedFamilies(sources: readonly ReadEnd[], destinations: readonly ReadEnd[]): (4 | 6)[] {
  const all = [...sources, ...destinations];
  return ([4, 6] as const).filter(
    (family) => speaks(sources, family) && speaks(destinations, family) && all.some((end) => hasFamily(end, family)),
  );
}

function sideOf(side: readonly ReadEnd[], family: 4 | 6 | null): LineEnd[] {
  const lines: LineEnd[] = [];
  for (const { name, addresses, fqdns } of side) {
    const own = family === null ? addresses : addresses.filter((address) => familyOf(address) === family);
    if (own.length > 0 || addresses.length === 0) lines.push({ name, addresses: [...own, ...fqdns] });
  }
  return lines;
}

function byProtocol(services: readonly OpeningService[]): OpeningService[][] {
  const groups = new Map<OpeningService['protocol'], OpeningService[]>();
  for (const service of services) groups.set(service.protocol, [...(groups.get(service.protocol) ?? []), service]);
  return [...groups.values()];
}

function spell(services: readonly OpeningService[], family: 4 | 6 | null): Pick<OpeningLine, 'protocol' | 'ports' | 'services'> {
  const protocol = services[0]?.protocol ?? 'tcp';
  if (protocol !== 'icmp') {
    const ports = formatPorts(services.flatMap((service) => parsePorts(service.ports) ?? []));
    return { protocol: String(protocol), ports, services: serviceNames(protocol, ports) };
  }
  const spelled = family === 6 ? 'icmpv6' : 'icmp';
  const types = services.map(({ icmpType }) => (icmpType !== null && family === 6 ? (ICMPV6_TYPES.get(icmpType) ?? icmpType) : icmpType));
  return {
    protocol: spelled,
    ports: types.map((type) => (type === null ? 'any type' : `type ${type}`)).join('; '),
    services: serviceNames(spelled, '', types),
  };
}

function notOrderable(opening: Opening, names: Names): string[] {
  const missing = opening.missing.map(
    (subject) => `${subject.kind === 'external' ? 'no names known for' : 'no address for'} ${names.subject(subject)}`,
  );
  if (opening.orderable) return [];
  return [`NOT ORDERABLE: ${missing.join(', ') || 'source and destination share no address family'}`];
}

/** An end whose addresses are all of a family that the other side lacks is in no line: say so. */
function leftOut(ends: readonly ReadEnd[], families: readonly (4 | 6)[]): string[] {
  if (families.length === 0) return [];
  return ends
    .filter((end) => end.addresses.length > 0 && !families.some((family) => hasFamily(end, family)))
    .map((end) => `no line for ${end.name}: the other side lacks its address family`);
}

function commonRemarks(opening: Opening, names: Names, flows: ReadonlyMap<string, Flow>): string[] {
  const standings = new Set(opening.flows.map((id) => flows.get(id)?.standing));
  return [
    ...(opening.phase === 'operation' ? [] : [`temporary: ${opening.phase}`]),
    ...(opening.point.kind === 'zone' ? [`inner filtering of ${names.zone(opening.point.id)}`] : []),
    ...opening.advice.map((advice) => ADVICE_WORDS[advice]),
    ...(standings.has('inferred') ? ['opener or partner inferred'] : []),
    ...(standings.has('disputed') ? ['sources differ'] : []),
  ];
}
