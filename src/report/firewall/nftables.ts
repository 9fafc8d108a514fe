import { formatPorts } from '../../model/ports.ts';
import { type Family, isWholeFamily } from './addresses.ts';
import { openingComment } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { insideAddresses } from './inside.ts';
import { digest, type NamedThing, objectNames } from './names.ts';
import { type Permit, type PointPermits, permitsOfPoints, type Side } from './permits.ts';
import type { RuleService } from './service.ts';
import type { FirewallInput, Rendering, Style } from './style.ts';

/** Longest comment nftables takes, in bytes. */
const COMMENT = 128;

/** Linux nftables: a whole table of its own for each enforcement point, loaded in one step. */
export const nftables: Style = {
  id: 'nftables',
  title: 'nftables (Linux)',
  extensions: ['nft'],
  per: 'point',
  capabilities: { names: 'none', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: true,
  render,
};

function render(input: FirewallInput): Rendering {
  const points = permitsOfPoints(input, nftables.capabilities);
  return {
    files: points.map((point) => ({
      of: { id: point.point.id, name: point.name },
      extension: 'nft',
      text: `${tableOf(point, input).join('\n')}\n`,
    })),
    refused: input.remove ? [] : points.flatMap((point) => point.refused),
  };
}

function tableOf(point: PointPermits, input: FirewallInput): string[] {
  const sets = makeSets(point, input);
  const rules = input.remove ? [] : point.permits.flatMap((permit) => rulesOf(permit, sets));
  return [
    ...hashComments(
      headerLines(
        input,
        `${input.remove ? 'Removal of the openings' : 'Openings'} of ${point.name}`,
        [
          input.remove ? 'Loads a table that forwards nothing. nft delete table inet portolan takes the table away altogether.' : '',
          'Load: nft -f FILE. Check only: nft -c -f FILE. The table portolan is replaced as a whole, others are left alone.',
          'Sources and destinations are matched by address, since the plan names no interfaces.',
        ].filter((note) => note !== ''),
        input.remove ? [] : point.refused,
      ),
    ),
    '',
    'table inet portolan',
    'delete table inet portolan',
    '',
    'table inet portolan {',
    ...(input.remove ? [] : sets.definitions),
    '  chain forward {',
    '    type filter hook forward priority filter; policy drop;',
    ...(input.remove ? [] : ['    ct state invalid drop', '    ct state established,related accept']),
    ...rules.map((rule) => `    ${rule}`),
    '  }',
    '}',
  ];
}

/** Named sets of addresses: one for each different side of a permit, and the plan's own addresses where "any Internet" needs them. */
interface Sets {
  readonly definitions: readonly string[];
  readonly nameOf: (side: Side, family: Family) => string;
  /** The set of the plan's own addresses, null where there are none. */
  readonly inside: (family: Family) => string | null;
}

function makeSets({ permits }: PointPermits, { plan }: FirewallInput): Sets {
  const sides = new Map<string, { side: Side; family: Family }>();
  for (const { family, sources, destinations } of permits)
    for (const side of [sources, destinations])
      if (!side.any && !side.ranges.some(isWholeFamily)) sides.set(sideKey(side, family), { side, family });
  const things: NamedThing[] = [...sides.entries()].map(([key, { side, family }]) => ({ key, label: `${sideLabel(side)}-${family}` }));
  const names = objectNames(things, { most: 60, also: '_.-', prefix: 'a_' });
  const needsInside = ([4, 6] as const).filter((family) =>
    permits.some((permit) => permit.family === family && (permit.sources.any || permit.destinations.any)),
  );
  const inside = new Map(needsInside.map((family) => [family, insideAddresses(plan, family)]));
  const define = (name: string, family: Family, elements: readonly string[]) => [
    `  set ${name} {`,
    `    type ipv${family}_addr`,
    '    flags interval',
    ...elements.map(
      (element, at) => `${at === 0 ? '    elements = { ' : '                 '}${element}${at === elements.length - 1 ? ' }' : ','}`,
    ),
    '  }',
    '',
  ];
  return {
    definitions: [
      ...[...inside].flatMap(([family, ranges]) =>
        ranges.length === 0
          ? []
          : define(
              `inside_${family}`,
              family,
              ranges.map((range) => range.text),
            ),
      ),
      ...[...sides.entries()]
        .map(([key, { side, family }]) => ({ name: names.get(key) ?? '', side, family }))
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .flatMap(({ name, side, family }) =>
          define(
            name,
            family,
            side.ranges.map((range) => range.text),
          ),
        ),
    ],
    nameOf: (side, family) => names.get(sideKey(side, family)) ?? '',
    inside: (family) => ((inside.get(family) ?? []).length === 0 ? null : `inside_${family}`),
  };
}

function sideKey(side: Side, family: Family): string {
  return JSON.stringify([family, ...side.parties.map((party) => party.key)]);
}

/** A single end lends its name; several are a group named by what is in it. */
function sideLabel(side: Side): string {
  const [first, ...more] = side.parties;
  if (!first) return 'none';
  return more.length === 0 ? first.label : `${first.label}-and-${more.length}-more-${digest(sideKey(side, 4), 6)}`;
}

function rulesOf(permit: Permit, sets: Sets): string[] {
  const { family, opening } = permit;
  const ends = [...matchOf(permit.sources, 'saddr', family, sets), ...matchOf(permit.destinations, 'daddr', family, sets)];
  const match = (ends.length > 0 ? ends : [`meta nfproto ipv${family}`]).join(' ');
  const comment = openingComment(opening, COMMENT);
  return permit.services.map((service) => `${match} ${serviceMatch(service, family)} accept comment "${comment}"`);
}

function matchOf(side: Side, field: 'saddr' | 'daddr', family: Family, sets: Sets): string[] {
  const protocol = family === 4 ? 'ip' : 'ip6';
  if (side.any) {
    const inside = sets.inside(family);
    return inside === null ? [] : [`${protocol} ${field} != @${inside}`];
  }
  return side.ranges.some(isWholeFamily) ? [] : [`${protocol} ${field} @${sets.nameOf(side, family)}`];
}

function serviceMatch(service: RuleService, family: Family): string {
  if (service.kind === 'ports') return `${service.protocol} dport ${setOf(formatPorts(service.ports).split(','))}`;
  if (service.kind === 'icmp') {
    const protocol = family === 4 ? 'icmp' : 'icmpv6';
    return service.types === null ? `meta l4proto ${protocol}` : `${protocol} type ${setOf(service.types.map(String))}`;
  }
  // Behind an authentication header IPv6 shows the protocol inside it, so the header itself is what is matched.
  return family === 6 && service.number === 51 ? 'ip6 nexthdr 51' : `meta l4proto ${service.number}`;
}

function setOf(values: readonly string[]): string {
  return values.length === 1 ? (values[0] ?? '') : `{ ${values.join(', ')} }`;
}
