import type { AddressRange } from '../../model/address.ts';
import type { PortRange } from '../../model/ports.ts';
import { endsOf, type Family, isWholeFamily } from './addresses.ts';
import { openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { insideAddresses } from './inside.ts';
import { digest } from './names.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';

/** Ports one `multiport` match takes; a range counts as two. */
const MULTIPORT = 15;
/** Longest comment iptables takes is 255 bytes; shorter lines read better. */
const COMMENT = 120;

/** Linux iptables and ip6tables: for each enforcement point a file in the format of iptables-restore for each family. */
export const iptables: Style = {
  id: 'iptables',
  title: 'iptables and ip6tables (Linux)',
  extensions: ['iptables', 'ip6tables'],
  per: 'point',
  capabilities: { names: 'none', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: true,
  render,
};

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, iptables.capabilities);
  return {
    files: points.flatMap((point) =>
      ([4, 6] as const).map((family) => ({
        of: { id: point.point.id, name: point.name },
        extension: family === 4 ? 'iptables' : 'ip6tables',
        text: `${fileOf(point, family, input).join('\n')}\n`,
      })),
    ),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function fileOf(point: PointPermits, family: Family, input: FirewallInput): string[] {
  const program = family === 4 ? 'iptables-restore' : 'ip6tables-restore';
  const permits = input.remove ? [] : point.permits.filter((permit) => permit.family === family);
  const chains = permits.map((permit) => chainsOf(permit));
  const needed = new Set(permits.map(({ sources, destinations }) => target(sources, destinations)));
  const inside = insideAddresses(input.plan, family);
  const internet = (['from-internet', 'to-internet', 'in-internet'] as const).filter((name) => needed.has(name));
  return [
    ...hashComments(
      headerLines(
        input,
        `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name}, IPv${family}`,
        [
          `Load: ${program} --noflush FILE. Check only: ${program} --test --noflush FILE.`,
          input.remove
            ? 'The chain portolan is emptied. The policy of FORWARD stays as it is: DROP.'
            : 'With --noflush nothing but the chain FORWARD and the chains named here is replaced.',
        ],
        input.remove ? [] : point.refused,
      ),
    ),
    '*filter',
    ...(input.remove ? [] : [':FORWARD DROP [0:0]']),
    ':portolan - [0:0]',
    ...[...internet, ...chains.flatMap((chain) => chain.names)].map((name) => `:${name} - [0:0]`),
    ...(input.remove
      ? []
      : [
          '-F FORWARD',
          '-A FORWARD -m conntrack --ctstate INVALID -j DROP',
          '-A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT',
          '-A FORWARD -j portolan',
        ]),
    ...internet.flatMap((name) => outsideChain(name, inside)),
    ...chains.flatMap((chain) => chain.rules),
    'COMMIT',
  ];
}

/** Where a packet that matches goes: where a side is any Internet address, past the plan's own addresses first. */
function target(sources: Side, destinations: Side): 'ACCEPT' | 'from-internet' | 'to-internet' | 'in-internet' {
  if (sources.any) return destinations.any ? 'in-internet' : 'from-internet';
  return destinations.any ? 'to-internet' : 'ACCEPT';
}

function outsideChain(name: 'from-internet' | 'to-internet' | 'in-internet', inside: readonly AddressRange[]): string[] {
  return [
    ...(name === 'to-internet' ? [] : inside.map((range) => `-A ${name} ${addressMatch(range, 'source')} -j RETURN`)),
    ...(name === 'from-internet' ? [] : inside.map((range) => `-A ${name} ${addressMatch(range, 'destination')} -j RETURN`)),
    `-A ${name} -j ACCEPT`,
  ];
}

/** One rule for each pair of addresses, or a chain that the sources lead to where that is shorter. */
function chainsOf(permit: Permit): { readonly names: readonly string[]; readonly rules: readonly string[] } {
  const { family, sources, destinations, opening } = permit;
  const comment = `-m comment --comment "${openingComment(opening, COMMENT)}"`;
  const from = matchesOf(sources, 'source');
  const to = matchesOf(destinations, 'destination');
  const services = permit.services.flatMap((service) => serviceMatches(service, family));
  const end = `${comment} -j ${target(sources, destinations)}`;
  const rule = (...parts: readonly string[]) => parts.filter((part) => part !== '').join(' ');
  if (from.length === 1 || (to.length === 1 && services.length === 1))
    return {
      names: [],
      rules: from.flatMap((source) =>
        to.flatMap((destination) => services.map((service) => rule('-A portolan', source, destination, service, end))),
      ),
    };
  const chain = `p-${digest(permit.name, 20)}`;
  return {
    names: [chain],
    rules: [
      ...from.map((source) => rule('-A portolan', source, comment, `-j ${chain}`)),
      ...to.flatMap((destination) => services.map((service) => rule(`-A ${chain}`, destination, service, end))),
    ],
  };
}

function matchesOf(side: Side, field: 'source' | 'destination'): string[] {
  return side.any || side.ranges.some(isWholeFamily) ? [''] : side.ranges.map((range) => addressMatch(range, field));
}

function addressMatch(range: AddressRange, field: 'source' | 'destination'): string {
  if (!range.text.includes('-')) return `${field === 'source' ? '-s' : '-d'} ${range.text}`;
  const [first, last] = endsOf(range);
  return `-m iprange --${field === 'source' ? 'src' : 'dst'}-range ${first}-${last}`;
}

function serviceMatches(service: RuleService, family: Family): string[] {
  if (service.kind === 'ports')
    return portGroups(service.ports).map((ports) =>
      ports.length === 1 && ports[0] !== undefined
        ? `-p ${service.protocol} --dport ${portText(ports[0])}`
        : `-p ${service.protocol} -m multiport --dports ${ports.map(portText).join(',')}`,
    );
  if (service.kind === 'icmp') {
    const [protocol, option] = family === 4 ? ['icmp', '--icmp-type'] : ['icmpv6', '--icmpv6-type'];
    return service.types === null ? [`-p ${protocol}`] : service.types.map((type) => `-p ${protocol} ${option} ${type}`);
  }
  // In IPv6 the authentication header is an extension header with a match of its own.
  return [family === 6 && service.number === 51 ? '-m ah' : `-p ${service.number}`];
}

function portText({ low, high }: PortRange): string {
  return low === high ? `${low}` : `${low}:${high}`;
}

function portGroups(ports: readonly PortRange[]): PortRange[][] {
  const groups: PortRange[][] = [];
  let room = 0;
  for (const range of ports) {
    const size = range.low === range.high ? 1 : 2;
    if (size > room) {
      groups.push([]);
      room = MULTIPORT;
    }
    groups.at(-1)?.push(range);
    room -= size;
  }
  return groups;
}
