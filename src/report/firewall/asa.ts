import { endsOf, type Family, maskText, networksOf } from './addresses.ts';
import { openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { writeOutInternet } from './internet-side.ts';
import { type AddressObject, type ObjectBook, objectBook } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Cisco ASA: objects, object groups and one access list for what comes in from each zone. No ASA has loaded them. A list knows where a
 * packet comes in, not where it goes: any Internet address is every address but the plan's own. What was read, in excerpts:
 * - cisco.com, CLI configuration guides, "Objects for Access Control" (8.4, 9.12, 9.22): objects and groups share one name space, names of
 *   64 characters, what is in use cannot be removed; 8.4 and 9.2 take no IPv6 objects in IPv6 groups, so networks stand there as they are.
 * - "Access Control Lists" (9.x): IPv4 and IPv6 in one list, ICMP types by number, a group of services; "Adding an Extended Access List":
 *   an entry is deleted by its whole text; "Adding Remarks to Access Lists": up to 100 characters.
 * - community.cisco.com, "Using hostnames (DNS) in access-lists": names from 8.4(2) on; supportforums.cisco.com, "Correct application method
 *   of ICMP inspection with ASA": where `inspect icmp` stands.
 * Written from knowledge, no page seen: `fqdn v4` and `v6`, `network-object host` with IPv6, protocol numbers up to 254, replies of other
 * protocols, and that a list without entries is unbound, which is why a removal starts with an entry that denies.
 */
export const asa: Style = {
  id: 'asa',
  title: 'Cisco ASA',
  extensions: ['cfg'],
  per: 'point',
  capabilities: {
    names: 'plain',
    ipv6: true,
    icmp: 'types',
    icmpv6: true,
    protocols: Array.from({ length: 254 }, (_, at) => at + 1),
    zones: false,
    stateful: true,
  },
  removes: true,
  render,
};

const NAME = 64;
const REMARK = 100;
/** Objects start with `pl-` and groups with `plr-`: no list is called like one of them. */
const LIST = 'pl_in_';

const REMOVAL_NOTES = [
  'Each list keeps an entry that denies: without entries it would be unbound, and what security levels allow would pass.',
  'Take that entry away once permits stand in the list again: they come behind it.',
];

/** What an access list is called: by the zone whose packets it lets in. */
type ListOf = (permit: Permit) => string;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, asa.capabilities).map((point) => writeOutInternet(point, input.plan));
  const zone = zoneNames(input.plan, input.analysis, NAME - LIST.length);
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'cfg',
      text: `${commandsOf(point, ({ opening }) => `${LIST}${zone(opening.fromZone)}`, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function commandsOf(point: PointPermits, listOf: ListOf, input: FirewallInput): string[] {
  const book = objectBook(point.permits, { most: NAME, also: '_.-', prefix: 'pl-' });
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for Cisco ASA`,
    [
      'Each list is for packets that come in from the zone it is named for. Bind it with access-group, once a list bound there is joined with it.',
      'Replies of TCP and UDP pass by themselves, those of ICMP only with inspect icmp in the service policy, those of other protocols by entries of their own.',
      ...(input.remove ? REMOVAL_NOTES : []),
      'For ASA 9.0 or later. Not loaded into any ASA: review before use.',
    ],
    input.remove ? [] : point.refused,
  );
  const comments = hashComments(header).map((line) => line.replace(/^#/, '!'));
  return [...comments, ...(input.remove ? removals(point, book, listOf) : additions(point, book, listOf))];
}

function additions({ permits }: PointPermits, book: ObjectBook, listOf: ListOf): string[] {
  return [
    ...book.addresses.filter(isObject).flatMap((address) => [`object network ${address.name}`, ` ${valueText(address)}`]),
    ...permits.flatMap((permit) => [...groupsOf(permit, book), ...entriesOf(permit, listOf)]),
  ];
}

/** Entries first, then what they name: an object in use stays. */
function removals({ permits }: PointPermits, book: ObjectBook, listOf: ListOf): string[] {
  return [
    ...[...new Set(permits.map(listOf))].sort().map((list) => `access-list ${list} extended deny ip any any`),
    ...permits.flatMap((permit) => entriesOf(permit, listOf).map((line) => `no ${line}`)),
    ...permits.flatMap(({ name }) => [
      `no object-group service plr-${name}-p`,
      `no object-group network plr-${name}-s`,
      `no object-group network plr-${name}-d`,
    ]),
    ...book.addresses.filter(isObject).map(({ name }) => `no object network ${name}`),
  ];
}

/** IPv6 networks stand in groups as they are: older releases take no IPv6 objects there. */
function isObject({ family, value }: AddressObject): boolean {
  return family === 4 || 'fqdn' in value;
}

function valueText({ family, value }: AddressObject): string {
  if ('fqdn' in value) return `fqdn v${family} ${value.fqdn}`;
  const { text } = value.range;
  if (text.includes('-')) return `range ${endsOf(value.range).join(' ')}`;
  const [base = '', prefix] = text.split('/');
  return prefix === undefined ? `host ${base}` : `subnet ${base} ${maskText(Number(prefix))}`;
}

/** The services, sources and destinations of one entry: `plr-` keeps their names apart from those of objects. */
function groupsOf({ name, family, services, sources, destinations }: Permit, book: ObjectBook): string[] {
  const members = (side: Side) => book.membersOf(side, family).flatMap(memberLines);
  return [
    `object-group service plr-${name}-p`,
    ...services.flatMap((service) => serviceLines(service, family)),
    `object-group network plr-${name}-s`,
    ...members(sources),
    `object-group network plr-${name}-d`,
    ...members(destinations),
  ];
}

function memberLines(address: AddressObject): string[] {
  if (isObject(address) || 'fqdn' in address.value) return [` network-object object ${address.name}`];
  return networksOf(address.value.range).map(({ base, prefix }) =>
    prefix === 128 ? ` network-object host ${base}` : ` network-object ${base}/${prefix}`,
  );
}

function serviceLines(service: RuleService, family: Family): string[] {
  if (service.kind === 'protocol') return [` service-object ${service.number}`];
  if (service.kind === 'ports')
    return service.ports.map(({ low, high }) => {
      const ports = low === high ? `eq ${low}` : `range ${low} ${high}`;
      return ` service-object ${service.protocol} destination ${ports}`;
    });
  const protocol = family === 4 ? 'icmp' : 'icmp6';
  return service.types === null ? [` service-object ${protocol}`] : service.types.map((type) => ` service-object ${protocol} ${type}`);
}

/** The remark names the permit, so that no other entry of the list has the same one. */
function entriesOf(permit: Permit, listOf: ListOf): string[] {
  const list = `access-list ${listOf(permit)}`;
  const rule = `plr-${permit.name}`;
  return [
    `${list} remark ${openingComment({ ...permit.opening, id: permit.name }, REMARK)}`,
    `${list} extended permit object-group ${rule}-p object-group ${rule}-s object-group ${rule}-d`,
  ];
}
