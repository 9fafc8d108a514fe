import { formatPorts } from '../../model/ports.ts';
import { commentText, openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { tellInternetApart } from './internet-side.ts';
import { type AddressObject, type ObjectBook, objectBook, type ServiceObject } from './object-book.ts';
import { type Permit, type PointPermits, permitsOfPoints } from './permits.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';
import { zoneNames } from './zone-names.ts';

/**
 * Palo Alto Networks PAN-OS: `set` commands for the configuration mode, with service objects for ports. No PAN-OS has loaded them.
 * Pages of docs.paloaltonetworks.com: "Address Objects" (ip-netmask, ip-range, fqdn; a name has no wildcard), "Address Groups" (static),
 * "Services" (TCP and UDP alone), "Create a Security Policy Rule" (from, to, source, destination, application, service,
 * action; names of up
 * to 63 characters), "Use the CLI, Load Configuration Settings from a Text File" (set commands). ICMP, ESP, AH and GRE are applications
 * there (ping, ipsec-esp, ipsec-ah, gre), which no service object can say: refused.
 */
export const panos: Style = {
  id: 'panos',
  title: 'Palo Alto Networks PAN-OS',
  extensions: ['set'],
  per: 'point',
  capabilities: { names: 'plain', ipv6: true, icmp: 'none', icmpv6: false, protocols: [], zones: true, stateful: true },
  removes: true,
  render,
};

const NAME = 63;
const ZONE = 31;
const DESCRIPTION = 250;

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, panos.capabilities).map((point) => tellInternetApart(point, input));
  const zone = zoneNames(input.plan, input.analysis, ZONE);
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
  const book = objectBook(point.permits, { most: NAME, also: '_.-', prefix: 'pl-' });
  const notes = [
    'Enter in configuration mode. Zones must exist under the names used here. Not loaded into any PAN-OS: review before commit.',
    'Lines with a number sign in front are for the reader. Rules match ports, not applications: application is any.',
  ];
  const header = headerLines(
    input,
    `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name} for PAN-OS`,
    notes,
    input.remove ? [] : point.refused,
  );
  return [...hashComments(header), ...(input.remove ? removals(point, book) : additions(point, book, zone))];
}

function additions({ permits }: PointPermits, book: ObjectBook, zone: (id: string) => string): string[] {
  return [
    ...book.addresses.flatMap(addressCommands),
    ...book.groups.map((group) => `set address-group ${group.name} static [ ${group.members.join(' ')} ]`),
    ...book.services.flatMap(serviceCommands),
    ...permits.flatMap((permit) => ruleCommands(permit, book, zone)),
  ];
}

/** Rules first: objects go only once nothing uses them. */
function removals({ permits }: PointPermits, book: ObjectBook): string[] {
  return [
    ...permits.map((permit) => `delete rulebase security rules pl-${permit.name}`),
    ...book.groups.map(({ name }) => `delete address-group ${name}`),
    ...book.addresses.map(({ name }) => `delete address ${name}`),
    ...book.services.map(({ name }) => `delete service ${name}`),
  ];
}

function addressCommands({ name, value, label }: AddressObject): string[] {
  const shown =
    'fqdn' in value
      ? `fqdn ${value.fqdn}`
      : value.range.text.includes('-')
        ? `ip-range ${value.range.text}`
        : `ip-netmask ${value.range.text}`;
  return [`set address ${name} ${shown}`, ...described(`set address ${name} description`, label)];
}

function serviceCommands({ name, service }: ServiceObject): string[] {
  return service.kind === 'ports' ? [`set service ${name} protocol ${service.protocol} port ${formatPorts(service.ports)}`] : [];
}

function ruleCommands(permit: Permit, book: ObjectBook, zone: (id: string) => string): string[] {
  const { opening, family, sources, destinations } = permit;
  const rule = `set rulebase security rules pl-${permit.name}`;
  const side = (given: typeof sources) => (given.any ? 'any' : `[ ${book.endsOf(given, family).join(' ')} ]`);
  return [
    `${rule} from ${zone(opening.fromZone)}`,
    `${rule} to ${zone(opening.toZone)}`,
    `${rule} source ${side(sources)}`,
    `${rule} destination ${side(destinations)}`,
    `${rule} application any`,
    `${rule} service [ ${book.servicesOf(permit).join(' ')} ]`,
    `${rule} action allow`,
    ...described(`${rule} description`, openingComment(opening, DESCRIPTION)),
  ];
}

/** Nothing for a text of which nothing is left. */
function described(command: string, text: string): string[] {
  const shown = commentText(text, DESCRIPTION);
  return shown === '' ? [] : [`${command} "${shown}"`];
}
