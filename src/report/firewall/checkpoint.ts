import { formatPorts } from '../../model/ports.ts';
import { endsOf, type Family, isWholeFamily } from './addresses.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { writeOutInternet } from './internet-side.ts';
import { digest, objectNames } from './names.ts';
import { type AddressObject, type ObjectBook, objectBook } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';

/**
 * Check Point: a shell script that calls `mgmt_cli` on the management server. No management server has run it. What was read: the
 * parameters in the modules that Check Point keeps for Ansible (github.com/CheckPointSW/CheckPointAnsibleMgmtCollection, plugins/modules),
 * which have the names of the Management API: cp_mgmt_network (subnet, mask-length), cp_mgmt_address_range (ip-address-first and -last),
 * cp_mgmt_dns_domain (a leading dot; is-sub-domain takes the domain itself in too, so wildcards are refused), cp_mgmt_service_tcp (one port
 * or one range, match-for-any), cp_mgmt_service_icmp6 (icmp-type), cp_mgmt_service_other (ip-protocol, accept-replies), cp_mgmt_access_section,
 * cp_mgmt_access_rule (layer, position, also at the top of a section, source, destination, service, action, comments). From scripts of
 * others: `login`, `-s FILE`, lists as `source.1`, `show access-section`, `add dns-domain`, `publish`. Written from knowledge, no page
 * seen: that a section reaches to the next, names of 60 characters, and that an object in use cannot be deleted.
 */
export const checkpoint: Style = {
  id: 'checkpoint',
  title: 'Check Point',
  extensions: ['sh'],
  per: 'point',
  capabilities: { names: 'plain', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: true,
  render,
};

const NAME = 60;
const COMMENT = 200;
/** Digits of what an object holds: the same name is the same content, at every point and in every plan. */
const MARK = 12;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, checkpoint.capabilities).map((point) => writeOutInternet(point, input.plan));
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'sh',
      text: `${scriptOf(point, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function scriptOf(point: PointPermits, input: FirewallInput): string[] {
  const book = objectBook(point.permits, { most: NAME - MARK - 1, also: '_.-', prefix: 'pl-' });
  const section = sectionOf(point);
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for Check Point`,
    [
      'Run on the management server. LAYER is the name of the access layer, SESSION a file that mgmt_cli login made. Install the policy afterwards.',
      'The first error ends the script and nothing is published: then mgmt_cli discard.',
      input.remove
        ? 'Objects that something else uses stay, and so do domains, which are named for themselves.'
        : 'The rules stand at the top of the layer under a section title, which also covers what stood there without one: move them to where they belong.',
      'Replies pass by themselves. Not run on any management server: review before use.',
    ],
    input.remove ? [] : point.refused,
  );
  return [
    '#!/bin/sh',
    ...hashComments(header),
    ...FRAME,
    ...(input.remove ? removals(point, book, section) : additions(point, book, section)),
    'm publish',
  ];
}

/** `add` leaves an object alone that is there: its name tells what it holds. A domain's name does not, so `domain` looks. */
const FRAME = [
  'set -eu',
  '[ -n "$LAYER" ]',
  '[ -n "$SESSION" ]',
  'm() { mgmt_cli "$@" -s "$SESSION"; }',
  'there() { m show "$@" >/dev/null 2>&1; }',
  'add() { there "$1" "$2" "$3" || m add "$@" ignore-warnings true; }',
  'domain() {',
  '  add dns-domain name "$1" is-sub-domain false',
  '  m show dns-domain name "$1" --format json | tr -d \'[:space:]\' | grep -q \'"is-sub-domain":false\' && return',
  '  echo "$1 also takes in its sub-domains" >&2; exit 1',
  '}',
  'drop() { m delete "$@" || echo "stays: $*" >&2; }',
];

function additions({ permits }: PointPermits, book: ObjectBook, section: string): string[] {
  return [
    `if there access-section layer "$LAYER" name '${section}'; then echo 'The section is there already' >&2; exit 1; fi`,
    ...new Set(book.addresses.map(addressCommand)),
    ...groupsOf(book).map(({ name, members, label }) => `add group name '${name}'${listed('members', members)}${described(label)}`),
    ...servicesOf(permits).map(([name, command]) => `add ${command.kind} name '${name}' ${command.parameters}`),
    `m add access-section layer "$LAYER" position top name '${section}'`,
    // Each goes to the top of the section, so the last first. Its bottom may be that of the layer: a section ends where the next begins.
    ...[...permits].reverse().map((permit) => ruleCommand(permit, book, section)),
  ];
}

/** Rules first: what is in use cannot be deleted. */
function removals({ permits }: PointPermits, book: ObjectBook, section: string): string[] {
  return [
    ...permits.map(({ name }) => `m delete access-rule layer "$LAYER" name 'pl-${name}'`),
    `m delete access-section layer "$LAYER" name '${section}'`,
    ...groupsOf(book).map(({ name }) => `drop group name '${name}'`),
    ...book.addresses.filter(({ value }) => 'range' in value).map((address) => `drop ${kindOf(address)} name '${objectName(address)}'`),
    ...servicesOf(permits).map(([name, { kind }]) => `drop ${kind} name '${name}'`),
  ];
}

function ruleCommand(permit: Permit, book: ObjectBook, section: string): string {
  const { opening, name, family, sources, destinations, services } = permit;
  const side = (given: Side) => endsOfSide(given, family, book);
  return [
    `m add access-rule layer "$LAYER" position.top '${section}' name 'pl-${name}'`,
    `${listed('source', side(sources))}${listed('destination', side(destinations))}`,
    `${listed('service', services.flatMap((service) => apart(service, family)).map(serviceName))} action 'Accept'`,
    ` comments '${openingComment(opening, COMMENT)}'`,
  ].join('');
}

/** A group for an end of several addresses; names of the Internet one by one, since groups hold no domains. */
function endsOfSide(side: Side, family: Family, book: ObjectBook): string[] {
  return side.parties.flatMap((party) => {
    const members = book.membersOf({ ...side, parties: [party] }, family);
    const [name = ''] = book.endsOf({ ...side, parties: [party] }, family);
    return party.fqdns.length === 0 && members.length > 1 ? [groupName(name, members.map(objectName))] : members.map(objectName);
  });
}

function groupsOf(book: ObjectBook): { readonly name: string; readonly members: readonly string[]; readonly label: string }[] {
  const objects = new Map(book.addresses.map((address) => [address.name, address]));
  return book.groups.flatMap((group) => {
    const members = group.members.flatMap((name) => objects.get(name) ?? []);
    if (members.some(({ value }) => 'fqdn' in value)) return [];
    return [{ name: groupName(group.name, members.map(objectName)), members: members.map(objectName), label: group.label }];
  });
}

function groupName(name: string, members: readonly string[]): string {
  return `${name}-${digest(members.join(), MARK)}`;
}

function objectName({ name, value }: AddressObject): string {
  return 'fqdn' in value ? `.${value.fqdn}` : `${name}-${digest(value.range.text, MARK)}`;
}

function kindOf({ value }: AddressObject): 'host' | 'network' | 'address-range' | 'dns-domain' {
  if ('fqdn' in value) return 'dns-domain';
  const { text } = value.range;
  if (text.includes('-') || isWholeFamily(value.range)) return 'address-range';
  return text.includes('/') ? 'network' : 'host';
}

function addressCommand(address: AddressObject): string {
  const { value, label } = address;
  const name = objectName(address);
  if ('fqdn' in value) return `domain '${name}'`;
  const kind = kindOf(address);
  const [first, last] = endsOf(value.range);
  const [base = '', prefix = ''] = value.range.text.split('/');
  const content = {
    host: `ip-address '${base}'`,
    network: `subnet '${base}' mask-length '${prefix}'`,
    'address-range': `ip-address-first '${first}' ip-address-last '${last}'`,
    'dns-domain': '',
  }[kind];
  return `add ${kind} name '${name}' ${content}${described(label)}`;
}

/** What Check Point has as one service: one port or range, one ICMP type, one IP protocol. */
interface OneService {
  readonly kind: 'service-tcp' | 'service-udp' | 'service-icmp' | 'service-icmp6' | 'service-other';
  /** The port or range, the type or the number. */
  readonly content: string;
}

function apart(service: RuleService, family: Family): OneService[] {
  if (service.kind === 'ports')
    return service.ports.map((range) => ({ kind: `service-${service.protocol}`, content: formatPorts([range]) }));
  if (service.kind === 'protocol') return [{ kind: 'service-other', content: `${service.number}` }];
  // Without a type, all of ICMP is an IP protocol like others.
  if (service.types === null) return [{ kind: 'service-other', content: family === 4 ? '1' : '58' }];
  return service.types.map((type) => ({ kind: family === 4 ? 'service-icmp' : 'service-icmp6', content: `${type}` }));
}

/** The name tells all of it. */
function serviceName({ kind, content }: OneService): string {
  return `pl-${kind.replace('service-', '').replace('other', 'ip')}-${content}`;
}

/** Every service once. `match-for-any false`: rules of others for any service stay what they are. */
function servicesOf(permits: readonly Permit[]): [name: string, { readonly kind: string; readonly parameters: string }][] {
  const all = permits.flatMap(({ services, family }) => services.flatMap((service) => apart(service, family)));
  const parametersOf = ({ kind, content }: OneService) => {
    if (kind === 'service-other') return `ip-protocol '${content}' accept-replies true match-for-any false`;
    if (kind.startsWith('service-icmp')) return `icmp-type '${content}'`;
    return `port '${content}'${kind === 'service-udp' ? ' accept-replies true' : ''} match-for-any false`;
  };
  const named = new Map(all.map((each) => [serviceName(each), { kind: each.kind, parameters: parametersOf(each) }]));
  return [...named].sort(([a], [b]) => (a < b ? -1 : 1));
}

function sectionOf({ point, name }: PointPermits): string {
  const names = objectNames([{ key: point.id, label: name }], { most: NAME - MARK - 1, also: '_.-', prefix: 'pl-' });
  return `${names.get(point.id) ?? ''}-${digest(JSON.stringify([point.kind, point.id]), MARK)}`;
}

function listed(parameter: string, names: readonly string[]): string {
  return names.map((name, at) => ` ${parameter}.${at + 1} '${name}'`).join('');
}

/** The word in front keeps free text from looking like an option. */
function described(label: string): string {
  return ` comments '${commentText(`Portolan ${label}`, COMMENT)}'`;
}
