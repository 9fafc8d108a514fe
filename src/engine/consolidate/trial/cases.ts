import type { Cell, Sides } from '../box.ts';
import { Chance } from '../chance.ts';

/** A generated set of permits, and how many disjoint boxes it was made of where that is known. */
export interface TrialCase {
  readonly name: string;
  readonly sizes: readonly [number, number, number];
  readonly cells: readonly Cell[];
  readonly planted: number | null;
}

type Sizes = readonly [number, number, number];

/** Permits by chance, each with the same probability in percent. */
export function scattered(chance: Chance, sizes: Sizes, percent: number): TrialCase {
  return fromPermits(`scattered ${percent} %`, sizes, null, (sources, destinations, atoms) => {
    const permits = new Set<number>();
    for (let place = 0; place < sources * destinations * atoms; place += 1) if (chance.below(100) < percent) permits.add(place);
    return permits;
  });
}

/** Blocks by chance, as many as asked for; one that meets an earlier one is left out. */
export function blocks(chance: Chance, sizes: Sizes, count: number, percent: readonly [number, number, number]): TrialCase {
  let planted = 0;
  const permits = new Set<number>();
  for (let tries = 0; planted < count && tries < count * 50; tries += 1) {
    const places = placesOf(boxByChance(chance, sizes, percent), sizes);
    if (places.some((place) => permits.has(place))) continue;
    for (const place of places) permits.add(place);
    planted += 1;
  }
  return fromPermits('disjoint blocks', sizes, planted, () => permits);
}

/** Blocks by chance that may meet: what they permit together. */
export function meetingBlocks(chance: Chance, sizes: Sizes, count: number, percent: readonly [number, number, number]): TrialCase {
  const permits = new Set<number>();
  for (let block = 0; block < count; block += 1)
    for (const place of placesOf(boxByChance(chance, sizes, percent), sizes)) permits.add(place);
  return fromPermits('meeting blocks', sizes, null, () => permits);
}

/** Rules as catalogs have them: all or some or one client, one server or a few, one service or a handful. */
export function ruleShapes(chance: Chance, sizes: Sizes): TrialCase {
  const permits = new Set<number>();
  const one = (axis: 0 | 1 | 2) => [chance.below(sizes[axis])];
  const some = (axis: 0 | 1 | 2) => subset(chance, sizes[axis], 30);
  for (let rules = 2 + chance.below(8); rules > 0; rules -= 1) {
    const clients = [() => Array.from({ length: sizes[0] }, (_, index) => index), () => some(0), () => one(0)][chance.below(3)]?.() ?? [];
    const servers = chance.below(10) < 6 ? one(1) : some(1);
    const services = chance.below(2) === 0 ? one(2) : some(2);
    for (const place of placesOf([clients, servers, services], sizes)) permits.add(place);
  }
  return fromPermits('rule shapes', sizes, null, () => permits);
}

/** As many cases as asked for, of every kind in turn, up to the given sizes. Equal seeds give equal cases. */
export function smallCases(count: number, largest: Sizes, seed: number): TrialCase[] {
  const chance = new Chance(seed);
  const percents = [15, 30, 50, 70, 85];
  return Array.from({ length: count }, (_, index) => {
    const sizes: Sizes = [2 + chance.below(largest[0] - 1), 2 + chance.below(largest[1] - 1), 2 + chance.below(largest[2] - 1)];
    if (index % 4 === 0) return scattered(chance, sizes, percents[chance.below(percents.length)] ?? 50);
    if (index % 4 === 1) return blocks(chance, sizes, 2 + chance.below(11), [30, 30, 30]);
    if (index % 4 === 2) return meetingBlocks(chance, sizes, 2 + chance.below(9), [40, 40, 40]);
    return ruleShapes(chance, sizes);
  });
}

function boxByChance(chance: Chance, sizes: Sizes, percent: readonly [number, number, number]): Sides {
  return [subset(chance, sizes[0], percent[0]), subset(chance, sizes[1], percent[1]), subset(chance, sizes[2], percent[2])];
}

/** Never empty. */
function subset(chance: Chance, size: number, percent: number): number[] {
  const members = Array.from({ length: size }, (_, index) => index).filter(() => chance.below(100) < percent);
  return members.length > 0 ? members : [chance.below(size)];
}

function placesOf([sources, destinations, atoms]: Sides, [, destinationCount, atomCount]: Sizes): number[] {
  return sources.flatMap((source) =>
    destinations.flatMap((destination) => atoms.map((atom) => (source * destinationCount + destination) * atomCount + atom)),
  );
}

function fromPermits(name: string, sizes: Sizes, planted: number | null, make: (...sizes: Sizes) => ReadonlySet<number>): TrialCase {
  const [, destinationCount, atomCount] = sizes;
  const cells = new Map<number, { source: number; destination: number; atoms: number[] }>();
  for (const place of [...make(...sizes)].sort((a, b) => a - b)) {
    const pair = Math.floor(place / atomCount);
    const cell = cells.get(pair) ?? { source: Math.floor(pair / destinationCount), destination: pair % destinationCount, atoms: [] };
    cell.atoms.push(place % atomCount);
    cells.set(pair, cell);
  }
  return { name, sizes, cells: [...cells.values()], planted };
}
