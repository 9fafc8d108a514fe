import type { Plan } from '../../model/plan.ts';
import type { Crossing } from '../result.ts';
import { type NaiveEdge, type NaiveMap, smallest } from './naive-zones.ts';

/** One step of a way: a boundary passed in a direction. */
interface Step {
  readonly edge: NaiveEdge;
  readonly from: string;
  readonly to: string;
}

/** The crossings from one zone to another, as "Path" of the model says: every simple way is listed and the best is taken. Null where there is none. */
export function naivePath(plan: Plan, map: NaiveMap, from: string, to: string): Crossing[] | null {
  if (from === to) return null;
  const [low, high] = from < to ? [from, to] : [to, from];
  const best = pinned(plan, map, low, high) ?? chosen(map, low, high);
  if (!best) return null;
  const forward = best.map((step) => ({ boundary: step.edge.id, firewall: step.edge.firewall, fromZone: step.from, toZone: step.to }));
  if (from === low) return forward;
  return forward.reverse().map((crossing) => ({ ...crossing, fromZone: crossing.toZone, toZone: crossing.fromZone }));
}

/** The crossing of a flow inside a zone that filters its own traffic. */
export function naiveInnerCrossing(map: NaiveMap, zone: string): Crossing {
  const own = map.inner.filter((edge) => edge.ends[0] === zone);
  const id = own.length > 0 ? smallest(own.map((edge) => edge.id)) : null;
  return { boundary: id, firewall: own.find((edge) => edge.id === id)?.firewall ?? null, fromZone: zone, toZone: zone };
}

function chosen(map: NaiveMap, low: string, high: string): Step[] | null {
  for (const overInternet of [false, true]) {
    for (let length = 1; length < map.zones.length; length += 1) {
      const ways = simpleWays(map, low, high, length, overInternet);
      if (ways.length > 0) return ways.sort(byOpeningsThenIds)[0] ?? null;
    }
  }
  return null;
}

/** Every way of exactly `length` boundaries that enters no zone twice. */
function simpleWays(map: NaiveMap, start: string, end: string, length: number, overInternet: boolean): Step[][] {
  const ways: Step[][] = [];
  const walk = (at: string, seen: readonly string[], steps: readonly Step[]): void => {
    if (steps.length === length) {
      if (at === end) ways.push([...steps]);
      return;
    }
    if (at === end) return;
    if (at !== start && !mayTransit(map, at, overInternet)) return;
    for (const edge of map.edges) {
      if (!edge.ends.includes(at)) continue;
      const next = edge.ends[0] === at ? edge.ends[1] : edge.ends[0];
      if (!seen.includes(next)) walk(next, [...seen, next], [...steps, { edge, from: at, to: next }]);
    }
  };
  walk(start, [start], []);
  return ways;
}

function mayTransit(map: NaiveMap, zone: string, overInternet: boolean): boolean {
  if (map.implicit && zone === map.internet) return false;
  return overInternet || map.zones.find((other) => other.id === zone)?.kind !== 'internet';
}

function pointOf(edge: NaiveEdge): string {
  return JSON.stringify(edge.firewall === null ? ['boundary', edge.id] : ['firewall', edge.firewall]);
}

function openings(way: readonly Step[]): number {
  return way.filter((step, index) => {
    const before = way[index - 1];
    return before === undefined || pointOf(before.edge) !== pointOf(step.edge);
  }).length;
}

function byOpeningsThenIds(a: readonly Step[], b: readonly Step[]): number {
  if (openings(a) !== openings(b)) return openings(a) - openings(b);
  for (const [index, step] of a.entries()) {
    const other = b[index]?.edge.id ?? '';
    if (step.edge.id !== other) return step.edge.id < other ? -1 : 1;
  }
  return 0;
}

/** The way the plan pins for the pair, read from `low` to `high`; null where no pin is a way. */
function pinned(plan: Plan, map: NaiveMap, low: string, high: string): Step[] | null {
  for (const pin of plan.paths) {
    const [start, end] = pin.between;
    if (!(start === low && end === high) && !(start === high && end === low)) continue;
    const via = start === low ? pin.via : [...pin.via].reverse();
    const way = walkOf(map, low, high, via);
    if (way) return way;
  }
  return null;
}

function walkOf(map: NaiveMap, start: string, end: string, via: readonly string[]): Step[] | null {
  const steps: Step[] = [];
  const seen = [start];
  let at = start;
  for (const id of via) {
    const edge = map.edges.find((candidate) => candidate.id === id);
    if (!edge?.ends.includes(at)) return null;
    if (at !== start && map.implicit && at === map.internet) return null;
    const next = edge.ends[0] === at ? edge.ends[1] : edge.ends[0];
    if (seen.includes(next)) return null;
    steps.push({ edge, from: at, to: next });
    seen.push(next);
    at = next;
  }
  return at === end ? steps : null;
}
