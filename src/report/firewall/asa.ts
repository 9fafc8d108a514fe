import { endsOf, type Family, maskText } from './addresses.ts';
import { openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { outsideSide } from './internet-side.ts';
import { type AddressObject, type ObjectBook, objectBook } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Cisco ASA: objects, object groups and one access list for what comes in from each zone. No ASA has loaded them. Pages of cisco.com,
 * ASA Series Command Reference: "object network" (host, subnet, range, fqdn v4 and v6; a name has no wildcard), "object-group network"
 * (network-object object, group-object), "object-group service" (service-object with destination ports, icmp and icmp6 types, protocol
 * numbers), "access-list extended" (object groups for service, source and destination; remarks of up to 100 characters), "access-group".
 * A list knows where a packet comes in, not where it goes: any Internet address is every address but the plan's own.
 */
export const asa: Style = {
  id: 'asa',
  title: 'Cisco ASA',
  extensions: ['cfg'],
  per: 'point',
  capabilities: { names: 'plain', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: true,
  render,
};

const NAME = 64;
const REMARK = 100;

/** What an access list is called: by the zone whose packets it lets in. */
type ListOf = (permit: Permit) => string;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, asa.capabilities).map((point) => writeOutInternet(point, input));
  const zone = zoneNames(input.plan, input.analysis, NAME - 'pl-'.length);
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'cfg',
      text: `${commandsOf(point, ({ opening }) => `pl-${zone(opening.fromZone)}`, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function writeOutInternet(point: PointPermits, { plan }: FirewallInput): PointPermits {
  const told = (side: Side, family: Family) => (side.any ? outsideSide(plan, family) : side);
  const permits = point.permits.map((permit) => ({
    ...permit,
    sources: told(permit.sources, permit.family),
    destinations: told(permit.destinations, permit.family),
  }));
  return { ...point, permits };
}

function commandsOf(point: PointPermits, listOf: ListOf, input: FirewallInput): string[] {
  const book = objectBook(point.permits, { most: NAME, also: '_.-', prefix: 'pl-' });
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for Cisco ASA`,
    [
      'Each list is for packets that come in from the zone it is named for. Bind it with access-group, once a list bound there is joined with it.',
      'Not loaded into any ASA: review before use.',
    ],
    input.remove ? [] : point.refused,
  );
  const comments = hashComments(header).map((line) => line.replace(/^#/, '!'));
  return [...comments, ...(input.remove ? removals(point, book, listOf) : additions(point, book, listOf))];
}

function additions({ permits }: PointPermits, book: ObjectBook, listOf: ListOf): string[] {
  return [
    ...book.addresses.flatMap((address) => [`object network ${address.name}`, ` ${valueText(address)}`]),
    ...book.groups.flatMap(({ name, members }) => [
      `object-group network ${name}`,
      ...members.map((member) => ` network-object object ${member}`),
    ]),
    ...permits.flatMap((permit) => [...groupsOf(permit, book), ...entriesOf(permit, listOf)]),
  ];
}

/** Entries first, then what they name: an object in use stays. */
function removals({ permits }: PointPermits, book: ObjectBook, listOf: ListOf): string[] {
  return [
    ...permits.flatMap((permit) => entriesOf(permit, listOf).map((line) => `no ${line}`)),
    ...permits.flatMap(({ name }) => [
      `no object-group service plr-${name}-p`,
      `no object-group network plr-${name}-s`,
      `no object-group network plr-${name}-d`,
    ]),
    ...book.groups.map(({ name }) => `no object-group network ${name}`),
    ...book.addresses.map(({ name }) => `no object network ${name}`),
  ];
}

function valueText({ family, value }: AddressObject): string {
  if ('fqdn' in value) return `fqdn v${family} ${value.fqdn}`;
  const { text } = value.range;
  if (text.includes('-')) return `range ${endsOf(value.range).join(' ')}`;
  const [base = '', prefix] = text.split('/');
  if (prefix === undefined) return `host ${base}`;
  return family === 4 ? `subnet ${base} ${maskText(Number(prefix))}` : `subnet ${base}/${prefix}`;
}

/** The services, sources and destinations of one entry: `plr-` keeps their names apart from those of objects. */
function groupsOf({ name, family, services, sources, destinations }: Permit, book: ObjectBook): string[] {
  const groups = new Set(book.groups.map((group) => group.name));
  const members = (side: Side) =>
    book.endsOf(side, family).map((end) => ` ${groups.has(end) ? 'group-object' : 'network-object object'} ${end}`);
  return [
    `object-group service plr-${name}-p`,
    ...services.flatMap((service) => serviceLines(service, family)),
    `object-group network plr-${name}-s`,
    ...members(sources),
    `object-group network plr-${name}-d`,
    ...members(destinations),
  ];
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

function entriesOf(permit: Permit, listOf: ListOf): string[] {
  const list = `access-list ${listOf(permit)}`;
  const rule = `plr-${permit.name}`;
  return [
    `${list} remark ${openingComment(permit.opening, REMARK)}`,
    `${list} extended permit object-group ${rule}-p object-group ${rule}-s object-group ${rule}-d`,
  ];
}
