import { byCodeUnit } from '../model/order.ts';
import type { PathPin } from '../model/plan.ts';
import { finding } from './finding.ts';
import { phrase } from './finding-words.ts';
import type { BoundaryInUse, Crossing, Finding } from './result.ts';
import { dangling, type Territory } from './territory.ts';

/** The way between two areas, as boundaries in the order of passing from the area with the smaller id. */
export interface Path {
  /** Null where no way exists. */
  readonly boundaries: readonly BoundaryInUse[] | null;
  /** Another path differs from this one in nothing but ids. */
  readonly ambiguous: boolean;
  /** Names of the internet zones passed through. */
  readonly through: readonly string[];
}

/** Finds paths and remembers them; see model.md, "Zones, boundaries and paths", 4. */
export interface Paths {
  /** The path between two different areas; the order of the two does not matter. */
  readonly between: (a: string, b: string) => Path;
  /** The same as crossings from `from` to `to`, or null where no way exists. */
  readonly crossings: (from: string, to: string) => readonly Crossing[] | null;
  readonly findings: readonly Finding[];
}

const pairKey = (a: string, b: string) => JSON.stringify(a < b ? [a, b] : [b, a]);

/** The enforcement point of a boundary: consecutive boundaries with the same one make a single opening. */
const pointOf = (boundary: BoundaryInUse) =>
  JSON.stringify(boundary.firewall === null ? ['boundary', boundary.id] : ['firewall', boundary.firewall]);

const across = (boundary: BoundaryInUse, from: string) => (boundary.between[0] === from ? boundary.between[1] : boundary.between[0]);

/** Prepares the search for paths over a territory. Pins that are no path are ignored with a finding. */
export function findPaths(territory: Territory, pins: readonly PathPin[]): Paths {
  const findings: Finding[] = [];
  const pinned = new Map<string, Path>();
  for (const pin of [...pins].sort((a, b) => byCodeUnit(JSON.stringify(a), JSON.stringify(b)))) {
    const path = pinnedPath(territory, pin, findings);
    if (path) pinned.set(path.key, path.path);
  }

  const distances = new Map<string, ReadonlyMap<string, number>>();
  const distancesTo = (target: string, overInternet: boolean) => {
    const key = JSON.stringify([target, overInternet]);
    const known = distances.get(key);
    if (known) return known;
    const result = breadthFirst(territory, target, overInternet);
    distances.set(key, result);
    return result;
  };

  const found = new Map<string, Path>();
  const between = (a: string, b: string): Path => {
    const key = pairKey(a, b);
    const known = pinned.get(key) ?? found.get(key);
    if (known) return known;
    const [start, end] = a < b ? [a, b] : [b, a];
    const path = [false, true]
      .map((overInternet) => best(territory, start, end, distancesTo(end, overInternet), overInternet))
      .find((p) => p !== null) ?? {
      boundaries: null,
      ambiguous: false,
      through: [],
    };
    found.set(key, path);
    return path;
  };

  // Asked for every flow: no key is made of the two ids.
  const ways = new Map<string, Map<string, readonly Crossing[] | null>>();
  const crossings = (from: string, to: string): readonly Crossing[] | null => {
    const waysFrom = ways.get(from) ?? new Map<string, readonly Crossing[] | null>();
    ways.set(from, waysFrom);
    const known = waysFrom.get(to);
    if (known !== undefined) return known;
    const { boundaries } = between(from, to);
    let result: Crossing[] | null = null;
    if (boundaries) {
      let at = from;
      result = (from < to ? boundaries : [...boundaries].reverse()).map((boundary) => {
        const next = across(boundary, at);
        const crossing: Crossing = { boundary: boundary.id, firewall: boundary.firewall, fromZone: at, toZone: next };
        at = next;
        return crossing;
      });
    }
    waysFrom.set(to, result);
    return result;
  };
  return { between, crossings, findings };
}

/** A path may lead on from an area: always at its ends, else only where the area may be passed through. */
function passable(territory: Territory, area: string, overInternet: boolean): boolean {
  if (!territory.isInternet(area)) return true;
  return overInternet && !territory.areas.get(area)?.implicit;
}

/** Number of boundaries from every area to the target. */
function breadthFirst(territory: Territory, target: string, overInternet: boolean): ReadonlyMap<string, number> {
  const distance = new Map([[target, 0]]);
  let ring = [target];
  for (let steps = 1; ring.length > 0; steps += 1) {
    const next: string[] = [];
    for (const area of ring) {
      if (area !== target && !passable(territory, area, overInternet)) continue;
      for (const boundary of territory.boundariesAt(area)) {
        const other = across(boundary, area);
        if (distance.has(other)) continue;
        distance.set(other, steps);
        next.push(other);
      }
    }
    ring = next;
  }
  return distance;
}

interface Rest {
  /** Openings still to come, the current one not counted. */
  readonly openings: number;
  /** Boundaries to come, in order. */
  readonly boundaries: readonly BoundaryInUse[];
  /** Several ways are equally good; capped at 2. */
  readonly ways: number;
}

/** Among the shortest paths the one with the fewest openings, then the smallest list of ids, read from the smaller end. */
function best(territory: Territory, start: string, end: string, distance: ReadonlyMap<string, number>, overInternet: boolean): Path | null {
  if (!distance.has(start)) return null;
  const memory = new Map<string, Rest>();
  const rest = (area: string, point: string): Rest => {
    if (area === end) return { openings: 0, boundaries: [], ways: 1 };
    const key = JSON.stringify([area, point]);
    const known = memory.get(key);
    if (known) return known;
    let result: Rest = { openings: Number.POSITIVE_INFINITY, boundaries: [], ways: 0 };
    for (const boundary of territory.boundariesAt(area)) {
      const next = across(boundary, area);
      if (distance.get(next) !== (distance.get(area) ?? 0) - 1) continue;
      if (next !== end && !passable(territory, next, overInternet)) continue;
      const nextPoint = pointOf(boundary);
      const tail = rest(next, nextPoint);
      const openings = tail.openings + (nextPoint === point ? 0 : 1);
      // Boundaries come in order of id, so the first of equals is the smallest list.
      if (openings < result.openings) result = { openings, boundaries: [boundary, ...tail.boundaries], ways: tail.ways };
      else if (openings === result.openings && tail.ways > 0) result = { ...result, ways: 2 };
    }
    memory.set(key, result);
    return result;
  };
  const { boundaries, ways } = rest(start, '');
  return { boundaries, ambiguous: ways > 1, through: passedInternet(territory, start, boundaries) };
}

function passedInternet(territory: Territory, start: string, boundaries: readonly BoundaryInUse[]): string[] {
  const through: string[] = [];
  let at = start;
  for (const boundary of boundaries.slice(0, -1)) {
    at = across(boundary, at);
    if (territory.isInternet(at)) through.push(at);
  }
  return through;
}

function pinnedPath(territory: Territory, pin: PathPin, findings: Finding[]): { key: string; path: Path } | null {
  const [a, b] = pin.between;
  const subjects = [a, b].map((id) => ({ kind: 'zone', id }));
  const name = phrase('owner/path', { a, b });
  const steps = pin.via.map((id) => territory.boundary(id));
  for (const end of new Set([a, b])) if (territory.areaOf(end).missing) findings.push(dangling('path', end, name, 'zone', end));
  for (const [index, id] of pin.via.entries()) if (steps[index] === null) findings.push(dangling('path', id, name, 'boundary', id));

  const walk = (start: string, end: string, boundaries: readonly (BoundaryInUse | null)[]): readonly BoundaryInUse[] | null => {
    const seen = new Set([start]);
    const way: BoundaryInUse[] = [];
    let at = start;
    for (const boundary of boundaries) {
      if (!boundary?.between.includes(at) || (at !== start && territory.areas.get(at)?.implicit)) return null;
      at = across(boundary, at);
      if (seen.has(at)) return null;
      seen.add(at);
      way.push(boundary);
    }
    return at === end && way.length > 0 ? way : null;
  };
  const way = walk(a, b, steps) ?? walk(a, b, [...steps].reverse());
  if (!way) {
    findings.push(finding('path-pin-invalid', { a, b }, subjects));
    return null;
  }
  const [start] = a < b ? [a, b] : [b, a];
  const boundaries = a < b ? way : [...way].reverse();
  return { key: pairKey(a, b), path: { boundaries, ambiguous: false, through: passedInternet(territory, start, boundaries) } };
}
