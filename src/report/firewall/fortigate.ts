import type { PortRange } from '../../model/ports.ts';
import { endsOf, type Family, maskText } from './addresses.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { tellInternetApart } from './internet-side.ts';
import { digest } from './names.ts';
import { type AddressObject, type ObjectBook, objectBook, type ServiceObject } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Fortinet FortiGate: a script of `config` blocks. No FortiOS has loaded it. Pages of docs.fortinet.com, FortiOS CLI reference: "config
 * firewall address" (ipmask, iprange, fqdn with wildcards) and "address6", "addrgrp" and "addrgrp6", "service custom" (tcp-portrange,
 * udp-portrange, ICMP and ICMP6 with icmptype, IP with protocol-number), "policy" (srcintf, dstintf, srcaddr, srcaddr6, schedule, comments;
 * names of up to 35 characters).
 */
export const fortigate: Style = {
  id: 'fortigate',
  title: 'Fortinet FortiGate',
  extensions: ['conf'],
  per: 'point',
  capabilities: { names: 'wildcard', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: true, stateful: true },
  removes: true,
  render,
};

const OBJECT = 79;
const ZONE = 35;
const COMMENT = 250;

/** Numbers for policies: far above what is given by hand, and the same for the same rule. */
const FIRST_NUMBER = 1_000_000_000;
const NUMBERS = 1_000_000_000;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, fortigate.capabilities).map((point) => tellInternetApart(point, input));
  const zone = zoneNames(input.plan, input.analysis, ZONE);
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'conf',
      text: `${scriptOf(point, zone, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function scriptOf(point: PointPermits, zone: (id: string) => string, input: FirewallInput): string[] {
  const book = objectBook(point.permits, { most: OBJECT, also: '_.-', prefix: 'pl-' });
  const numbers = policyNumbers(point.permits);
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for FortiOS`,
    ['Zones must exist under the names used here. Not loaded into any FortiOS: review before use.'],
    input.remove ? [] : point.refused,
  );
  return [...hashComments(header), ...(input.remove ? removals(point, book, numbers) : additions(point, book, numbers, zone))];
}

/** A number for every policy; of two that would share one, the later name takes the next. */
function policyNumbers(permits: readonly Permit[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>();
  const taken = new Set<number>();
  for (const name of permits.map((permit) => permit.name).sort()) {
    let number = FIRST_NUMBER + (Number.parseInt(digest(name, 12), 16) % NUMBERS);
    while (taken.has(number)) number += 1;
    taken.add(number);
    numbers.set(name, number);
  }
  return numbers;
}

const ADDRESS_TABLES: Readonly<Record<Family, string>> = { 4: 'firewall address', 6: 'firewall address6' };
const GROUP_TABLES: Readonly<Record<Family, string>> = { 4: 'firewall addrgrp', 6: 'firewall addrgrp6' };

function additions(point: PointPermits, book: ObjectBook, numbers: ReadonlyMap<string, number>, zone: (id: string) => string): string[] {
  const families = [4, 6] as const;
  return [
    ...families.flatMap((family) =>
      block(
        ADDRESS_TABLES[family],
        book.addresses.filter((each) => each.family === family).map((each) => edit(each.name, addressLines(each))),
      ),
    ),
    ...families.flatMap((family) =>
      block(
        GROUP_TABLES[family],
        book.groups.filter((each) => each.family === family).map(({ name, members }) => edit(name, [`set member ${quotedList(members)}`])),
      ),
    ),
    ...block(
      'firewall service custom',
      book.services.map((each) => edit(each.name, serviceLines(each))),
    ),
    ...block(
      'firewall policy',
      point.permits.map((permit) => edit(numbers.get(permit.name) ?? 0, policyLines(permit, book, zone))),
    ),
  ];
}

/** Policies first: objects go only once nothing uses them. */
function removals({ permits }: PointPermits, book: ObjectBook, numbers: ReadonlyMap<string, number>): string[] {
  const gone = (list: readonly { readonly name: string; readonly family: Family }[], family: Family) =>
    list.filter((each) => each.family === family).map(({ name }) => [`    delete "${name}"`]);
  return [
    ...block(
      'firewall policy',
      permits.map((permit) => [`    delete ${numbers.get(permit.name) ?? 0}`]),
    ),
    ...([4, 6] as const).flatMap((family) => [
      ...block(GROUP_TABLES[family], gone(book.groups, family)),
      ...block(ADDRESS_TABLES[family], gone(book.addresses, family)),
    ]),
    ...block(
      'firewall service custom',
      book.services.map(({ name }) => [`    delete "${name}"`]),
    ),
  ];
}

function block(table: string, entries: readonly (readonly string[])[]): string[] {
  return entries.length === 0 ? [] : [`config ${table}`, ...entries.flat(), 'end'];
}

function edit(key: string | number, lines: readonly string[]): string[] {
  return [`    edit ${typeof key === 'number' ? key : `"${key}"`}`, ...lines.map((line) => `        ${line}`), '    next'];
}

function addressLines({ family, value, label }: AddressObject): string[] {
  const comment = commentText(label, COMMENT);
  return [...valueLines(family, value), ...(comment === '' ? [] : [`set comment "${comment}"`])];
}

function valueLines(family: Family, value: AddressObject['value']): string[] {
  if ('fqdn' in value) return ['set type fqdn', `set fqdn "${value.fqdn}"`];
  if (value.range.text.includes('-')) {
    const [first, last] = endsOf(value.range);
    return ['set type iprange', `set start-ip ${first}`, `set end-ip ${last}`];
  }
  const [base = '', prefix = family === 4 ? '32' : '128'] = value.range.text.split('/');
  return family === 4
    ? ['set type ipmask', `set subnet ${base} ${maskText(Number(prefix))}`]
    : ['set type ipprefix', `set ip6 ${base}/${prefix}`];
}

function serviceLines({ service, family }: ServiceObject): string[] {
  if (service.kind === 'ports')
    return ['set protocol TCP/UDP/SCTP', `set ${service.protocol}-portrange ${service.ports.map(portText).join(' ')}`];
  if (service.kind === 'protocol') return ['set protocol IP', `set protocol-number ${service.number}`];
  const types = service.types?.map((type) => `set icmptype ${type}`) ?? [];
  return [`set protocol ${family === 4 ? 'ICMP' : 'ICMP6'}`, ...types];
}

function policyLines(permit: Permit, book: ObjectBook, zone: (id: string) => string): string[] {
  const { opening, family, sources, destinations } = permit;
  const side = (given: Side) => (given.any ? '"all"' : quotedList(book.endsOf(given, family)));
  const six = family === 6 ? '6' : '';
  return [
    `set name "pl-${permit.name}"`,
    `set srcintf "${zone(opening.fromZone)}"`,
    `set dstintf "${zone(opening.toZone)}"`,
    `set srcaddr${six} ${side(sources)}`,
    `set dstaddr${six} ${side(destinations)}`,
    'set action accept',
    'set schedule "always"',
    `set service ${quotedList(book.servicesOf(permit))}`,
    `set comments "${openingComment(opening, COMMENT)}"`,
  ];
}

function quotedList(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(' ');
}

function portText({ low, high }: PortRange): string {
  return low === high ? `${low}` : `${low}-${high}`;
}
