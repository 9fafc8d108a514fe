import { byCodeUnit } from '../model/order.ts';
import type { Need, Protocol } from '../model/plan.ts';
import { formatPorts, joinRanges, type PortRange, parsePorts, subtractRanges } from '../model/ports.ts';
import { type Cell, consolidate } from './consolidate.ts';
import { identify } from './identity.ts';
import { contentKey, directionKey, endId, endKey, serviceKeys } from './opening-content.ts';
import { canBeOrdered } from './orderable.ts';
import { type Analysis, type Flow, isNamed, type Opening, type OpeningEnd, type OpeningService } from './result.ts';

/** What has to be done at the enforcement points to get from one revision to the next. Openings that stay are not listed. */
export interface Difference {
  readonly add: readonly Opening[];
  readonly remove: readonly Opening[];
  readonly change: readonly { readonly old: Opening; readonly new: Opening }[];
}

/**
 * Compares what two revisions permit, tuple by tuple (source, destination, protocol, port): names, needs and the cut into lines make
 * no difference, an address does. What is added and what is removed is each put into few lines; an old and a new line at the same
 * place that share two of sources, destinations and services are one change.
 */
export function compare(before: Analysis, after: Analysis): Difference {
  const old = permitsOf(before);
  const now = permitsOf(after);
  return paired(openingsOf(without(old, now), before), openingsOf(without(now, old), after));
}

type Services = ReadonlyMap<Protocol, readonly PortRange[]>;

/** What one source may reach at one destination. */
interface Pair {
  readonly source: OpeningEnd;
  readonly destination: OpeningEnd;
  readonly services: Services;
}

/** Everything permitted at one place: enforcement point, direction and phase. */
interface Place {
  readonly sample: Opening;
  readonly openings: readonly Opening[];
  readonly pairs: ReadonlyMap<string, Pair>;
}

type Permits = ReadonlyMap<string, Place>;

interface GrowingPlace extends Place {
  readonly openings: Opening[];
  readonly pairs: Map<string, Pair>;
}

function emptyPlace(sample: Opening): GrowingPlace {
  return { sample, openings: [], pairs: new Map() };
}

function permitsOf({ openings }: Analysis): Permits {
  const places = new Map<string, GrowingPlace>();
  for (const opening of openings) {
    const key = JSON.stringify([directionKey(opening), opening.phase]);
    const place = places.get(key) ?? emptyPlace(opening);
    places.set(key, place);
    place.openings.push(opening);
    const services = rangesOf(opening.services);
    for (const source of opening.sources)
      for (const destination of opening.destinations) {
        const pairKey = JSON.stringify([endKey(source), endKey(destination)]);
        const known = place.pairs.get(pairKey);
        place.pairs.set(pairKey, { source, destination, services: known ? union(known.services, services) : services });
      }
  }
  return places;
}

function without(permits: Permits, removed: Permits): Permits {
  const rest = new Map<string, Place>();
  for (const [key, place] of permits) {
    const pairs = new Map<string, Pair>();
    for (const [pairKey, pair] of place.pairs) {
      const other = removed.get(key)?.pairs.get(pairKey)?.services;
      const services = new Map(
        [...pair.services]
          .map(([protocol, ranges]) => [protocol, subtractRanges(ranges, other?.get(protocol) ?? [])] as const)
          .filter(([, ranges]) => ranges.length > 0),
      );
      if (services.size > 0) pairs.set(pairKey, { ...pair, services });
    }
    if (pairs.size > 0) rest.set(key, { ...place, pairs });
  }
  return rest;
}

function openingsOf(permits: Permits, analysis: Analysis): Opening[] {
  const flows = new Map(analysis.flows.map((flow) => [flow.id, flow]));
  return [...permits].sort(([a], [b]) => byCodeUnit(a, b)).flatMap(([, place]) => linesOf(place, flows));
}

/** Few lines that permit exactly the pairs of a place. */
function linesOf(place: Place, flows: ReadonlyMap<string, Flow>): Opening[] {
  const ends = new Map(
    [...place.pairs.values()].flatMap(({ source, destination }) => [source, destination].map((end) => [endKey(end), end] as const)),
  );
  const list = [...ends].sort(([a], [b]) => byCodeUnit(a, b)).map(([, end]) => end);
  const number = new Map(list.map((end, index) => [endKey(end), index]));
  const atoms = atomsOf([...place.pairs.values()].map((pair) => pair.services));
  const cells: Cell[] = [...place.pairs.values()].map(({ source, destination, services }) => ({
    source: number.get(endKey(source)) ?? 0,
    destination: number.get(endKey(destination)) ?? 0,
    atoms: [...atoms.keys()].filter((index) => contains(services, atoms[index])),
  }));
  // A line that is a whole opening of the sheet is shown as that very opening.
  const whole = new Map(place.openings.map((opening) => [contentKey(opening), opening]));
  return consolidate(cells).map((box) => {
    const members = (indexes: readonly number[]) => indexes.flatMap((index) => list[index] ?? []);
    const line = {
      sources: members(box.sources),
      destinations: members(box.destinations),
      services: servicesOf(box.atoms.flatMap((index) => atoms[index] ?? [])),
    };
    return whole.get(contentKey(line)) ?? lineOf(place, line, flows);
  });
}

interface Atom {
  readonly protocol: Protocol;
  readonly range: PortRange;
}

/** Elementary intervals: every service of every pair is a union of some. */
function atomsOf(all: readonly Services[]): Atom[] {
  const cuts = new Map<Protocol, Set<number>>();
  for (const services of all)
    for (const [protocol, ranges] of services) {
      const known = cuts.get(protocol) ?? new Set<number>();
      for (const { low, high } of ranges) known.add(low).add(high + 1);
      cuts.set(protocol, known);
    }
  return [...cuts]
    .sort(([a], [b]) => byCodeUnit(String(a), String(b)))
    .flatMap(([protocol, edges]) => {
      const sorted = [...edges].sort((a, b) => a - b);
      return sorted.slice(0, -1).map((low, index) => ({ protocol, range: { low, high: (sorted[index + 1] ?? low + 1) - 1 } }));
    });
}

function contains(services: Services, atom: Atom | undefined): boolean {
  return (
    atom !== undefined && (services.get(atom.protocol) ?? []).some((range) => range.low <= atom.range.low && atom.range.high <= range.high)
  );
}

const ALL_TYPES: PortRange = { low: 0, high: 255 };

/** Services as sets of numbers: ports, ICMP types, and one element where a protocol has neither. */
function rangesOf(services: readonly OpeningService[]): Services {
  const result = new Map<Protocol, PortRange[]>();
  for (const { protocol, ports, icmpType } of services) {
    const ranges =
      protocol === 'tcp' || protocol === 'udp'
        ? (parsePorts(ports) ?? [])
        : [protocol !== 'icmp' ? { low: 0, high: 0 } : icmpType === null ? ALL_TYPES : { low: icmpType, high: icmpType }];
    result.set(protocol, joinRanges([...(result.get(protocol) ?? []), ...ranges]));
  }
  return result;
}

function servicesOf(atoms: readonly Atom[]): OpeningService[] {
  const ranges = new Map<Protocol, PortRange[]>();
  for (const { protocol, range } of atoms) ranges.set(protocol, joinRanges([...(ranges.get(protocol) ?? []), range]));
  return [...ranges].flatMap(([protocol, own]): OpeningService[] => {
    if (protocol === 'tcp' || protocol === 'udp') return [{ protocol, ports: formatPorts(own), icmpType: null }];
    if (protocol !== 'icmp' || subtractRanges([ALL_TYPES], own).length === 0) return [{ protocol, ports: '', icmpType: null }];
    return own.flatMap(({ low, high }) =>
      Array.from({ length: high - low + 1 }, (_, step) => ({ protocol, ports: '', icmpType: low + step })),
    );
  });
}

function union(a: Services, b: Services): Services {
  const result = new Map(a);
  for (const [protocol, ranges] of b) result.set(protocol, joinRanges([...(result.get(protocol) ?? []), ...ranges]));
  return result;
}

const NEEDS: readonly Need[] = ['required', 'recommended', 'optional'];

type Content = Pick<Opening, 'sources' | 'destinations' | 'services'>;

/** One line with what its flows say. */
function lineOf(place: Place, { sources, destinations, services }: Content, known: ReadonlyMap<string, Flow>): Opening {
  const sourceIds = new Set(sources.map(endId));
  const destinationIds = new Set(destinations.map(endId));
  const wanted = rangesOf(services);
  const origins = place.openings.filter(
    (opening) =>
      opening.sources.some((end) => sourceIds.has(endId(end))) &&
      opening.destinations.some((end) => destinationIds.has(endId(end))) &&
      meets(rangesOf(opening.services), wanted),
  );
  const candidates = unique(origins.flatMap((opening) => opening.flows)).flatMap((id) => known.get(id) ?? []);
  const exact = candidates.filter(
    (flow) => sourceIds.has(flowEndId(flow.from)) && destinationIds.has(flowEndId(flow.to)) && meets(rangesOf([flow]), wanted),
  );
  const flows = exact.length > 0 ? exact : candidates;
  const ends = new Set([...sourceIds, ...destinationIds]);
  const missing = distinct(origins.flatMap((opening) => opening.missing)).filter(
    ({ kind, id }) => ends.has(JSON.stringify([kind, id])) || !['host', 'zone', 'external'].includes(kind),
  );
  const { point, fromZone, toZone, phase } = place.sample;
  return {
    id: identify(['difference', directionKey(place.sample), phase, contentKey({ sources, destinations, services })]),
    point,
    fromZone,
    toZone,
    sources,
    destinations,
    services,
    need: NEEDS.find((need) => flows.some((flow) => flow.need === need)) ?? place.sample.need,
    phase,
    products: unique(flows.flatMap((flow) => flow.product ?? [])).sort(byCodeUnit),
    justification: unique(flows.map((flow) => flow.purpose).filter((purpose) => purpose !== '')).join('; '),
    orderable: canBeOrdered(missing, sources, destinations),
    missing,
    advice: unique(flows.flatMap((flow) => flow.advice)).sort(byCodeUnit),
    deviations: distinct(flows.flatMap((flow) => flow.deviations)),
    flows: flows.map((flow) => flow.id).sort(byCodeUnit),
    crossings: distinct(origins.flatMap((opening) => opening.crossings)),
  };
}

function meets(a: Services, b: Services): boolean {
  return [...a].some(([protocol, ranges]) =>
    ranges.some((range) => (b.get(protocol) ?? []).some((other) => range.low <= other.high && other.low <= range.high)),
  );
}

/** Finds for each removed line an added one that shares two of sources, destinations and services; all three come first. */
function paired(removed: readonly Opening[], added: readonly Opening[]): Difference {
  const change: { old: Opening; new: Opening }[] = [];
  let old = [...removed];
  const rest = new Set(added);
  for (const aspects of [
    [0, 1, 2],
    [0, 1],
    [0, 2],
    [1, 2],
  ] as const) {
    const keyOf = (opening: Opening) => {
      const sides = [
        opening.sources.map(endKey).sort(byCodeUnit),
        opening.destinations.map(endKey).sort(byCodeUnit),
        serviceKeys(opening.services),
      ];
      return JSON.stringify([directionKey(opening), ...aspects.map((aspect) => sides[aspect])]);
    };
    const waiting = new Map<string, Opening[]>();
    for (const opening of rest) waiting.set(keyOf(opening), [...(waiting.get(keyOf(opening)) ?? []), opening]);
    old = old.filter((opening) => {
      const match = waiting.get(keyOf(opening))?.shift();
      if (!match) return true;
      rest.delete(match);
      change.push({ old: opening, new: match });
      return false;
    });
  }
  return { add: [...rest], remove: old, change };
}

function flowEndId(end: Flow['to']): string {
  if (isNamed(end)) return endId(end);
  if (end.host !== null) return endId({ host: end.host, addresses: [] });
  return end.cidr === undefined ? endId({ zone: end.zone, addresses: [] }) : endId({ cidr: end.cidr, addresses: [] });
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Records with the same content once, by code unit. */
function distinct<T>(records: readonly T[]): T[] {
  return [...new Map(records.map((record) => [JSON.stringify(record), record]))]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, record]) => record);
}
