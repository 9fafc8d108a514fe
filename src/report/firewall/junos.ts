import type { PortRange } from '../../model/ports.ts';
import { endsOf, type Family } from './addresses.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { tellInternetApart } from './internet-side.ts';
import { type AddressObject, type ObjectBook, objectBook, type ServiceObject } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Juniper SRX: `set` commands for the configuration mode. No Junos has loaded them. What was read, in excerpts:
 * - juniper.net, "Address Books and Address Sets": prefixes without bits beyond their length, sets, the predefined any-ipv4 and any-ipv6;
 *   "NAT Global Address Book Overview": a global book and books inside zones exclude each other, which the file says.
 * - "Understanding Security Policy Elements": the commands of a policy; "Understanding Security Policy Rules": searched from top to bottom.
 * - "term (Applications)" and "[edit applications] Hierarchy Level": protocol, destination-port, icmp-type; icmp6-type.
 * - What Capirca 2.0.6 makes for SRX: `term t1 protocol icmp6 icmp6-type 128` and protocols by number (47, 4, 112).
 * - The Terraform provider jeremmfr/junos: `range-address FIRST to LAST` and `description` of addresses.
 * Written from knowledge, no page seen: `dns-name` with ipv4-only and ipv6-only (without wildcard), `description` of policies, names of 63
 * characters, and that an application without `application-protocol` matches ports alone.
 */
export const junos: Style = {
  id: 'junos',
  title: 'Juniper SRX',
  extensions: ['set'],
  per: 'point',
  capabilities: { names: 'plain', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: true, stateful: true },
  removes: true,
  render,
};

const NAME = 63;
const DESCRIPTION = 250;
const BOOK = 'security address-book global';

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, junos.capabilities).map((point) => tellInternetApart(point, input));
  const zone = zoneNames(input.plan, input.analysis, NAME);
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'set',
      text: `${commandsOf(point, zone, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function commandsOf(point: PointPermits, zone: (id: string) => string, input: FirewallInput): string[] {
  const book = objectBook(point.permits, { most: NAME, also: '_-', prefix: 'pl-' });
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for Junos`,
    [
      'Enter in configuration mode. Zones must exist under the names used here. Not loaded into any Junos: review before commit.',
      'The first policy that matches counts, and these stand behind those that are there: insert them before one that denies.',
      'Addresses stand in the global address book, which cannot be beside address books inside zones. Replies pass by themselves.',
    ],
    input.remove ? [] : point.refused,
  );
  return [...hashComments(header), ...(input.remove ? removals(point, book, zone) : additions(point, book, zone))];
}

function additions({ permits }: PointPermits, book: ObjectBook, zone: (id: string) => string): string[] {
  return [
    ...book.addresses.flatMap(addressCommands),
    ...book.groups.flatMap((group) => group.members.map((member) => `set ${BOOK} address-set ${group.name} address ${member}`)),
    ...book.services.flatMap(applicationCommands),
    ...permits.flatMap((permit) => policyCommands(permit, book, zone)),
  ];
}

/** Policies first: objects go only once nothing uses them. */
function removals({ permits }: PointPermits, book: ObjectBook, zone: (id: string) => string): string[] {
  return [
    ...permits.map((permit) => `delete ${policyOf(permit, zone)}`),
    ...book.groups.map(({ name }) => `delete ${BOOK} address-set ${name}`),
    ...book.addresses.map(({ name }) => `delete ${BOOK} address ${name}`),
    ...book.services.map(({ name }) => `delete applications application ${name}`),
  ];
}

function addressCommands({ name, family, value, label }: AddressObject): string[] {
  const address = `set ${BOOK} address ${name}`;
  return [`${address} ${valueText(family, value)}`, ...described(`${address} description`, label)];
}

function valueText(family: Family, value: AddressObject['value']): string {
  if ('fqdn' in value) return `dns-name ${value.fqdn} ipv${family}-only`;
  const { text } = value.range;
  if (text.includes('-')) {
    const [first, last] = endsOf(value.range);
    return `range-address ${first} to ${last}`;
  }
  return text.includes('/') ? text : `${text}/${family === 4 ? 32 : 128}`;
}

/** One term for each range of ports, since a term has room for one. */
function applicationCommands({ name, service, family }: ServiceObject): string[] {
  const terms =
    service.kind === 'ports'
      ? service.ports.map((range) => `protocol ${service.protocol} destination-port ${portText(range)}`)
      : service.kind === 'protocol'
        ? [`protocol ${service.number}`]
        : icmpTerms(family, service.types);
  return terms.map((term, at) => `set applications application ${name} term t${at + 1} ${term}`);
}

function icmpTerms(family: Family, types: readonly number[] | null): string[] {
  const protocol = family === 4 ? 'icmp' : 'icmp6';
  return types === null ? [`protocol ${protocol}`] : types.map((type) => `protocol ${protocol} ${protocol}-type ${type}`);
}

function policyCommands(permit: Permit, book: ObjectBook, zone: (id: string) => string): string[] {
  const { opening, family, sources, destinations } = permit;
  const policy = `set ${policyOf(permit, zone)}`;
  const side = (given: Side) => (given.any ? [`any-ipv${family}`] : book.endsOf(given, family));
  return [
    ...side(sources).map((name) => `${policy} match source-address ${name}`),
    ...side(destinations).map((name) => `${policy} match destination-address ${name}`),
    ...book.servicesOf(permit).map((name) => `${policy} match application ${name}`),
    `${policy} then permit`,
    ...described(`${policy} description`, openingComment(opening, DESCRIPTION)),
  ];
}

function policyOf({ opening, name }: Permit, zone: (id: string) => string): string {
  return `security policies from-zone ${zone(opening.fromZone)} to-zone ${zone(opening.toZone)} policy pl-${name}`;
}

/** Nothing for a text of which nothing is left. */
function described(command: string, text: string): string[] {
  const shown = commentText(text, DESCRIPTION);
  return shown === '' ? [] : [`${command} "${shown}"`];
}

function portText({ low, high }: PortRange): string {
  return low === high ? `${low}` : `${low}-${high}`;
}
