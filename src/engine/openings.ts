import { byCodeUnit } from '../model/order.ts';
import type { Need, Phase, Protocol } from '../model/plan.ts';
import { formatPorts, joinRanges, type PortRange, parsePorts, subtractRanges } from '../model/ports.ts';
import { type Box, type Cell, consolidate } from './consolidate.ts';
import type { End } from './ends.ts';
import type { RoutedFlow } from './flows.ts';
import { identify } from './identity.ts';
import { canBeOrdered } from './orderable.ts';
import type { Permit, PermitGroup } from './permit-groups.ts';
import type { Opening, OpeningService } from './result.ts';

const PHASE_RANK: Record<Phase, number> = { operation: 0, install: 1, migration: 2 };
const NEED_RANK: Record<Need, number> = { required: 0, recommended: 1, optional: 2 };
/** Every ICMP type, as a range like that of ports. */
const ICMP_TYPES: PortRange = { low: 0, high: 255 };
/** Protocols without ports have one element: 0. */
const PORTLESS: PortRange = { low: 0, high: 0 };

/** Past this many single permits at one point the engine stops with `plan-too-large`. */
const MAX_PERMITS = 200_000;

/** Elementary service intervals of one group: every flow's service is a union of some. */
interface Atoms {
  readonly list: readonly { readonly protocol: Protocol; readonly range: PortRange }[];
  /** The atoms of a flow's service, ascending. Like services are looked up once. */
  readonly of: (routed: RoutedFlow) => readonly number[];
}

/** The openings of one group and how many single permits they hold. */
interface GroupOpenings {
  readonly openings: readonly Opening[];
  readonly permits: number;
}

/** All openings, or as many as the limit of each point allows. With `merged` false every pair of ends has lines of its own. */
export function openAll(groups: readonly PermitGroup[], merged: boolean): { openings: Opening[]; tooLarge: boolean } {
  const openings: Opening[] = [];
  const permits = new Map<string, number>();
  let tooLarge = false;
  for (const group of groups) {
    const key = JSON.stringify([group.point.kind, group.point.id]);
    const taken = permits.get(key) ?? 0;
    const result = openingsOf(group, merged, MAX_PERMITS - taken);
    if (!result) {
      tooLarge = true;
      continue;
    }
    permits.set(key, taken + result.permits);
    openings.push(...result.openings);
  }
  return { openings, tooLarge };
}

/** Exact, disjoint, phases apart; null where the group holds more permits than `limit`. */
function openingsOf(group: PermitGroup, merged: boolean, limit: number): GroupOpenings | null {
  const met = [...new Set(group.permits.flatMap(({ routed }) => [routed.draft.from, routed.draft.to]))].sort((a, b) =>
    byCodeUnit(a.key, b.key),
  );
  // One network told in two zones reads alike in an opening: here it is one end, so that no line stands twice.
  const alike = new Map<string, End>();
  for (const end of met) if (!alike.has(sightOf(end))) alike.set(sightOf(end), end);
  const ends = [...alike.values()];
  const indexes = new Map(ends.map((end, index) => [sightOf(end), index]));
  const number = new Map(met.map((end) => [end, indexes.get(sightOf(end)) ?? 0]));
  const atoms = makeAtoms(group.permits.map(({ routed }) => routed));

  // Pair by pair: what each phase needs, less what operation already permits.
  const pairs = new Map<string, { source: number; destination: number; permits: Permit[] }>();
  for (const permit of group.permits) {
    const source = number.get(permit.routed.draft.from) ?? 0;
    const destination = number.get(permit.routed.draft.to) ?? 0;
    const key = `${source},${destination}`;
    const pair = pairs.get(key);
    if (pair) pair.permits.push(permit);
    else pairs.set(key, { source, destination, permits: [permit] });
  }
  const sorted = [...pairs.values()].sort((a, b) => a.source - b.source || a.destination - b.destination);
  const cells = new Map<Phase, Cell[]>([
    ['operation', []],
    ['install', []],
    ['migration', []],
  ]);
  let size = 0;
  for (const { source, destination, permits } of sorted) {
    const operation = new Set<number>();
    for (const phase of ['operation', 'install', 'migration'] as const) {
      const needed = new Set(permits.filter(({ routed }) => routed.flow.phase === phase).flatMap(({ routed }) => atoms.of(routed)));
      if (phase === 'operation') for (const atom of needed) operation.add(atom);
      else for (const atom of operation) needed.delete(atom);
      if (needed.size > 0) cells.get(phase)?.push({ source, destination, atoms: [...needed].sort((a, b) => a - b) });
      size += needed.size;
    }
  }
  if (size > limit) return null;

  const openings: Opening[] = [];
  for (const [phase, list] of cells) {
    const boxes = merged ? consolidate(list) : list.flatMap((cell) => apart(cell, atoms));
    for (const box of boxes) openings.push(openingOf(group, phase, box, ends, atoms, pairs));
  }
  return { openings: openings.sort(inSheetOrder), permits: size };
}

/** What tells an end from others where openings are read. */
const sightOf = (end: End) => ('cidr' in end.opening ? JSON.stringify(['cidr', end.opening.cidr]) : end.key);

function makeAtoms(flows: readonly RoutedFlow[]): Atoms {
  const cuts = new Map<Protocol, Set<number>>();
  for (const routed of flows) {
    const { protocol } = routed.flow;
    const known = cuts.get(protocol) ?? new Set<number>();
    for (const range of rangesOf(routed)) known.add(range.low).add(range.high + 1);
    cuts.set(protocol, known);
  }
  const list: { protocol: Protocol; range: PortRange }[] = [];
  const starts = new Map<Protocol, { low: number; atom: number; high: number }[]>();
  for (const protocol of [...cuts.keys()].sort((a, b) => byCodeUnit(protocolKey(a), protocolKey(b)))) {
    const edges = [...(cuts.get(protocol) ?? [])].sort((a, b) => a - b);
    const intervals = edges.slice(0, -1).map((low, index) => {
      const high = (edges[index + 1] ?? low + 1) - 1;
      list.push({ protocol, range: { low, high } });
      return { low, high, atom: list.length - 1 };
    });
    starts.set(protocol, intervals);
  }
  const known = new Map<Protocol, Map<string, readonly number[]>>();
  const atomsOf = (routed: RoutedFlow): readonly number[] => {
    const ranges = rangesOf(routed);
    return (starts.get(routed.flow.protocol) ?? [])
      .filter((interval) => ranges.some((range) => range.low <= interval.low && interval.high <= range.high))
      .map(({ atom }) => atom);
  };
  const of = (routed: RoutedFlow): readonly number[] => {
    const { protocol, ports, icmpType } = routed.flow;
    const ofProtocol = known.get(protocol) ?? new Map<string, readonly number[]>();
    known.set(protocol, ofProtocol);
    const service = `${ports}/${icmpType ?? ''}`;
    const atoms = ofProtocol.get(service) ?? atomsOf(routed);
    ofProtocol.set(service, atoms);
    return atoms;
  };
  return { list, of };
}

const protocolKey = (protocol: Protocol) => (typeof protocol === 'number' ? `~${String(protocol).padStart(3, '0')}` : protocol);

function rangesOf({ flow }: RoutedFlow): readonly PortRange[] {
  if (flow.protocol === 'tcp' || flow.protocol === 'udp') return parsePorts(flow.ports) ?? [];
  if (flow.protocol === 'icmp') return flow.icmpType === null ? [ICMP_TYPES] : [{ low: flow.icmpType, high: flow.icmpType }];
  return [PORTLESS];
}

/** Lines of one pair that nothing was merged into: one per protocol and unbroken range. */
function apart(cell: Cell, atoms: Atoms): Box[] {
  const runs: number[][] = [];
  for (const atom of cell.atoms) {
    const last = runs.at(-1)?.at(-1);
    const previous = last === undefined ? undefined : atoms.list[last];
    const current = atoms.list[atom];
    if (previous && current && previous.protocol === current.protocol && previous.range.high + 1 === current.range.low)
      runs.at(-1)?.push(atom);
    else runs.push([atom]);
  }
  return runs.map((run) => ({ sources: [cell.source], destinations: [cell.destination], atoms: run }));
}

function openingOf(
  group: PermitGroup,
  phase: Phase,
  box: Box,
  ends: readonly End[],
  atoms: Atoms,
  pairs: ReadonlyMap<string, { readonly permits: readonly Permit[] }>,
): Opening {
  const wanted = new Set(box.atoms);
  const permits: Permit[] = [];
  for (const source of box.sources)
    for (const destination of box.destinations)
      for (const permit of pairs.get(`${source},${destination}`)?.permits ?? []) {
        // A temporary flow that operation already covers is named at the lasting opening.
        if (permit.routed.flow.phase !== phase && phase !== 'operation') continue;
        if (atoms.of(permit.routed).some((atom) => wanted.has(atom))) permits.push(permit);
      }
  const own = permits.filter(({ routed }) => routed.flow.phase === phase);
  const flows = own.map(({ routed }) => routed.flow);
  const members = (list: readonly number[]) => list.map((index) => ends[index]).filter((end) => end !== undefined);
  const sources = members(box.sources);
  const destinations = members(box.destinations);
  const services = servicesOf(box.atoms, atoms);
  const missing = [...sources, ...destinations].map((end) => end.missing).filter((subject) => subject !== null);
  const crossings = new Map(
    permits.flatMap((permit) =>
      permit.crossings.map(({ boundary, fromZone, toZone }) => [
        JSON.stringify([boundary, fromZone, toZone]),
        { boundary, fromZone, toZone },
      ]),
    ),
  );
  const deviations = new Map(
    flows.flatMap((flow) => flow.deviations.map((deviation) => [JSON.stringify([deviation.component, deviation.setting]), deviation])),
  );
  const unique = (texts: readonly string[]) => [...new Set(texts)];
  return {
    id: identify([
      'opening',
      group.point.kind,
      group.point.id,
      group.fromZone,
      group.toZone,
      phase,
      sources.map((end) => end.identity),
      destinations.map((end) => end.identity),
      services.map((service) => [service.protocol, service.ports, service.icmpType]),
    ]),
    point: group.point,
    fromZone: group.fromZone,
    toZone: group.toZone,
    sources: sources.map((end) => end.opening),
    destinations: destinations.map((end) => end.opening),
    services,
    need: flows.reduce<Need>((strongest, flow) => (NEED_RANK[flow.need] < NEED_RANK[strongest] ? flow.need : strongest), 'optional'),
    phase,
    products: unique(flows.map((flow) => flow.product).filter((product) => product !== null)).sort(byCodeUnit),
    justification: unique(flows.map((flow) => flow.purpose).filter((purpose) => purpose !== '')).join('; '),
    orderable: canBeOrdered(
      missing,
      sources.map((end) => end.opening),
      destinations.map((end) => end.opening),
    ),
    missing: [...new Map(missing.map((subject) => [JSON.stringify([subject.kind, subject.id]), subject])).values()],
    advice: unique(flows.flatMap((flow) => flow.advice)).sort(byCodeUnit) as Opening['advice'],
    deviations: sortedByKey(deviations),
    flows: unique(permits.map(({ routed }) => routed.flow.id)).sort(byCodeUnit),
    crossings: sortedByKey(crossings),
  };
}

function sortedByKey<T>(map: ReadonlyMap<string, T>): T[] {
  return [...map.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([, value]) => value);
}

function servicesOf(numbers: readonly number[], atoms: Atoms): OpeningService[] {
  const byProtocol = new Map<Protocol, PortRange[]>();
  for (const index of numbers) {
    const atom = atoms.list[index];
    if (atom) byProtocol.set(atom.protocol, [...(byProtocol.get(atom.protocol) ?? []), atom.range]);
  }
  const services: OpeningService[] = [];
  for (const [protocol, ranges] of byProtocol) {
    if (protocol === 'tcp' || protocol === 'udp') services.push({ protocol, ports: formatPorts(ranges), icmpType: null });
    else if (protocol === 'icmp' && subtractRanges([ICMP_TYPES], joinRanges(ranges)).length > 0) {
      for (const { low, high } of joinRanges(ranges))
        for (let type = low; type <= high; type += 1) services.push({ protocol, ports: '', icmpType: type });
    } else services.push({ protocol, ports: '', icmpType: null });
  }
  return services;
}

function inSheetOrder(a: Opening, b: Opening): number {
  return PHASE_RANK[a.phase] - PHASE_RANK[b.phase] || byCodeUnit(sheetKey(a), sheetKey(b));
}

function sheetKey(opening: Opening): string {
  return JSON.stringify([opening.sources, opening.destinations, opening.services]);
}
