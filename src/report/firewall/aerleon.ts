import { byCodeUnit } from '../../model/order.ts';
import { formatPorts } from '../../model/ports.ts';
import { type Family, networksOf } from './addresses.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { writeOutInternet } from './internet-side.ts';
import { type ObjectBook, objectBook } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallFile, FirewallInput, Refused, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/** Protocols without ports by the names Capirca and Aerleon know. */
const PROTOCOLS: ReadonlyMap<number, string> = new Map([
  [2, 'igmp'],
  [4, 'ipip'],
  [6, 'tcp'],
  [8, 'egp'],
  [17, 'udp'],
  [41, 'ipv6'],
  [46, 'rsvp'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [89, 'ospf'],
  [103, 'pim'],
  [112, 'vrrp'],
  [132, 'sctp'],
]);

/**
 * Aerleon, the policy compiler that grew out of Capirca: definitions for its folder `def`, and a policy for each enforcement point
 * for `policies/pol`. The target is `srx`, since an opening leads from zone to zone through a firewall that keeps state, ICMP types and
 * IP protocols included; `paloalto` takes the same options, but fewer protocols. Any Internet address is written out, so that no other target widens it.
 * Pages of aerleon.readthedocs.io, read in the project's repository: docs/getting_started.md (networks, services, where files go),
 * docs/reference/yaml_reference.md (filters, targets, terms), aerleon/lib/naming.py (names of letters, digits, `-` and `_`).
 * Aerleon itself has not read these files. Capirca 2.0.6 has, in its own notation: bench/aerleon.md.
 */
export const aerleon: Style = {
  id: 'aerleon',
  title: 'Aerleon policy',
  extensions: ['yaml'],
  per: 'point',
  capabilities: {
    names: 'none',
    ipv6: true,
    icmp: 'types',
    icmpv6: true,
    protocols: [...PROTOCOLS.keys()],
    zones: true,
    stateful: true,
  },
  removes: false,
  render,
};

const NAME = 60;
const COMMENT = 200;

/** ICMP types by the names Capirca and Aerleon know; others have none. */
const ICMP_NAMES: Readonly<Record<Family, ReadonlyMap<number, string>>> = {
  4: new Map([
    [0, 'echo-reply'],
    [3, 'unreachable'],
    [4, 'source-quench'],
    [5, 'redirect'],
    [8, 'echo-request'],
    [9, 'router-advertisement'],
    [10, 'router-solicitation'],
    [11, 'time-exceeded'],
    [12, 'parameter-problem'],
    [13, 'timestamp-request'],
    [14, 'timestamp-reply'],
    [15, 'information-request'],
    [16, 'information-reply'],
    [17, 'mask-request'],
    [18, 'mask-reply'],
  ]),
  6: new Map([
    [1, 'destination-unreachable'],
    [3, 'time-exceeded'],
    [4, 'parameter-problem'],
    [128, 'echo-request'],
    [129, 'echo-reply'],
  ]),
};

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, aerleon.capabilities)
    .map((point) => writeOutInternet(point, input.plan))
    .map(refuseNameless);
  const refused = points.flatMap((point) => point.refused);
  const permits = points.flatMap((point) => point.permits);
  const book = objectBook(permits, { most: NAME, also: '_-', prefix: 'PL_' });
  const zone = zoneOf(input);
  return {
    files: [
      definitionsFile(permits, book, input, refused),
      ...points.filter((point) => point.permits.length > 0).map((point) => policyFile(point, book, zone, input)),
    ],
    refused,
  };
}

/** ICMP types without a name are refused one by one; the others of their service stay. */
function refuseNameless(point: PointPermits): PointPermits {
  const refused: Refused[] = [];
  const permits = point.permits.flatMap((permit): Permit[] => {
    const services = permit.services.flatMap((service): RuleService[] => {
      if (service.kind !== 'icmp' || service.types === null) return [service];
      const lost = service.types.filter((type) => !ICMP_NAMES[permit.family].has(type));
      for (const type of lost)
        refused.push({
          line: permit.opening.id,
          where: point.name,
          what: `icmp type ${type}`,
          reason: 'the style has no name for the type',
        });
      const types = service.types.filter((type) => !lost.includes(type));
      return types.length === 0 ? [] : [{ kind: 'icmp', types }];
    });
    return services.length === 0 ? [] : [{ ...permit, services }];
  });
  return { ...point, permits, refused: [...point.refused, ...refused] };
}

/** The compiler's grammar takes no word that starts with a digit: such a zone gets `z-` in front, as often as it takes to be no other zone. */
function zoneOf({ plan, analysis }: FirewallInput): (id: string) => string {
  const names = zoneNames(plan, analysis, NAME);
  const taken = new Set(
    analysis.openings.flatMap(({ fromZone, toZone }) => [names(fromZone), names(toZone)]).map((name) => name.toLowerCase()),
  );
  return (id) => {
    let name = names(id);
    while (/^[0-9]/.test(name) || (name !== names(id) && taken.has(name.toLowerCase()))) name = `z-${name}`;
    return name;
  };
}

/** Networks and services of every policy: names must be told once, whatever the number of files. */
function definitionsFile(permits: readonly Permit[], book: ObjectBook, input: FirewallInput, refused: readonly Refused[]): FirewallFile {
  const networks = new Map<string, string[]>();
  const services = new Map<string, string[]>();
  for (const { family, sources, destinations, services: own } of permits) {
    for (const side of [sources, destinations])
      for (const party of side.parties) {
        const alone = { ...side, parties: [party] };
        const [name = ''] = book.endsOf(alone, family);
        networks.set(
          name,
          book
            .membersOf(alone, family)
            .flatMap(({ value, label }) => ('range' in value ? addressLines(networksOf(value.range), label) : [])),
        );
      }
    for (const service of own)
      if (service.kind === 'ports')
        for (const range of service.ports) {
          const ports = formatPorts([range]);
          services.set(portName(service.protocol, ports), [`    - port: "${ports}"`, `      protocol: "${service.protocol}"`]);
        }
  }
  const lines = [
    ...headerOf(input, 'Networks and services of the plan for Aerleon, a file of its folder def', refused),
    ...section('networks', networks, '    values:'),
    ...section('services', services),
  ];
  return { of: { id: 'definitions', name: 'definitions' }, extension: 'yaml', text: `${lines.join('\n')}\n` };
}

function headerOf(input: FirewallInput, what: string, refused: readonly Refused[]): string[] {
  const notes = [
    'Replies pass by themselves where the target keeps state, as srx does. For one that does not, add terms with the option established.',
    'What no term accepts is left to the end of the filter. Not read by Aerleon yet: review what aclgen makes of it before use.',
  ];
  return hashComments(headerLines(input, what, notes, refused));
}

function section(title: string, entries: ReadonlyMap<string, readonly string[]>, ...head: readonly string[]): string[] {
  if (entries.size === 0) return [`${title}: {}`];
  const sorted = [...entries].sort(([a], [b]) => byCodeUnit(a, b));
  return [`${title}:`, ...sorted.flatMap(([name, lines]) => [`  ${name}:`, ...head, ...lines])];
}

function addressLines(networks: readonly { readonly base: string; readonly prefix: number }[], label: string): string[] {
  const comment = commentText(label, COMMENT);
  return networks.flatMap(({ base, prefix }) => [
    `      - address: "${base}/${prefix}"`,
    ...(comment === '' ? [] : [`        comment: "${comment}"`]),
  ]);
}

function policyFile(point: PointPermits, book: ObjectBook, zone: (id: string) => string, input: FirewallInput): FirewallFile {
  const pairs = new Map<string, Permit[]>();
  for (const permit of point.permits) {
    const pair = `from-zone ${zone(permit.opening.fromZone)} to-zone ${zone(permit.opening.toZone)}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), permit]);
  }
  const lines = [
    ...headerOf(input, `Openings of ${point.name} for Aerleon, a file of its folder policies/pol`, point.refused),
    'filters:',
    ...[...pairs].flatMap(([pair, permits]) => [
      '  - header:',
      `      comment: "${commentText(`Openings of ${point.name}`, COMMENT)}"`,
      '      targets:',
      `        srx: "${pair}"`,
      '    terms:',
      ...permits.flatMap((permit) => permit.services.flatMap((service) => termLines(permit, service, book))),
    ]),
  ];
  return { of: { id: point.point.id, name: point.name }, extension: 'yaml', text: `${lines.join('\n')}\n` };
}

function termLines({ name, opening, family, sources, destinations }: Permit, service: RuleService, book: ObjectBook): string[] {
  const side = (given: Side) => wordList(book.endsOf(given, family));
  return [
    `      - name: "pl-${name}-${service.kind === 'ports' ? service.protocol : service.kind === 'icmp' ? 'icmp' : `p${service.number}`}"`,
    `        comment: "${openingComment(opening, COMMENT)}"`,
    `        source-address: ${side(sources)}`,
    `        destination-address: ${side(destinations)}`,
    ...serviceLines(service, family).map((line) => `        ${line}`),
    '        action: "accept"',
  ];
}

function serviceLines(service: RuleService, family: Family): string[] {
  if (service.kind === 'protocol') return [`protocol: "${PROTOCOLS.get(service.number) ?? ''}"`];
  if (service.kind === 'ports')
    return [
      `protocol: "${service.protocol}"`,
      `destination-port: ${wordList(service.ports.map((range) => portName(service.protocol, formatPorts([range]))))}`,
    ];
  const names = service.types?.flatMap((type) => ICMP_NAMES[family].get(type) ?? []);
  return [`protocol: "${family === 4 ? 'icmp' : 'icmpv6'}"`, ...(names ? [`icmp-type: ${wordList(names)}`] : [])];
}

function portName(protocol: 'tcp' | 'udp', ports: string): string {
  return `PL_${protocol.toUpperCase()}_${ports}`;
}

function wordList(words: readonly string[]): string {
  return `[${words.map((word) => `"${word}"`).join(', ')}]`;
}
