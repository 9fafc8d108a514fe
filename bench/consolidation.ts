import { Chance } from '../src/engine/consolidate/chance.ts';
import { blocks, meetingBlocks, ruleShapes, scattered, smallCases, type TrialCase } from '../src/engine/consolidate/trial/cases.ts';
import { exactFewest, type Kind } from '../src/engine/consolidate/trial/exact.ts';
import { ORDERS, unite } from '../src/engine/consolidate/unite.ts';
import { consolidate } from '../src/engine/consolidate.ts';

/** Ratios of one kind of cases to the exact optimum. */
interface QualityRow {
  readonly kind: string;
  readonly cases: number;
  readonly solved: number;
  readonly mean: number;
  readonly worst: number;
  readonly unitedMean: number;
  readonly unitedWorst: number;
}

/** One large set: what it was made of, what came out, and how long that took beside the best of six orders of uniting. */
interface LargeRow {
  readonly name: string;
  readonly sizes: string;
  readonly permits: number;
  readonly planted: number | null;
  readonly boxes: number;
  readonly united: number;
  readonly seconds: number;
  readonly processorSeconds: number;
}

/** The best of six orders of uniting, which is what covering was before. */
const united = ({ cells }: TrialCase) =>
  Math.min(...ORDERS.flatMap((order) => (['cells', 'permits'] as const).map((start) => unite(cells, start, order).length)));

/** Generated cases up to 12 × 8 × 8, each against the exact optimum where the exhaustive search finds it within its steps. */
export function quality(kind: Kind, count: number, steps: number): QualityRow[] {
  const groups = new Map<string, { cases: number; ratios: number[]; united: number[] }>();
  for (const made of smallCases(count, [12, 8, 8], 1)) {
    const name = made.name.replace(/ \d+ %/, '');
    const group = groups.get(name) ?? { cases: 0, ratios: [], united: [] };
    groups.set(name, group);
    group.cases += 1;
    const fewest = exactFewest(made.cells, made.sizes, kind, steps);
    if (!fewest) continue;
    group.ratios.push(consolidate(made.cells).length / fewest);
    group.united.push(united(made) / fewest);
  }
  const all = [...groups.values()];
  const total = { cases: count, ratios: all.flatMap((group) => group.ratios), united: all.flatMap((group) => group.united) };
  return [...groups, ['all', total] as const].map(([name, group]) => ({
    kind: name,
    cases: group.cases,
    solved: group.ratios.length,
    mean: mean(group.ratios),
    worst: Math.max(...group.ratios),
    unitedMean: mean(group.united),
    unitedWorst: Math.max(...group.united),
  }));
}

/** Large sets: planted ones, whose number of blocks is known, and crowded ones for the time alone. */
export function large(processorSeconds: () => number): LargeRow[] {
  const chance = new Chance(7);
  return [
    blocks(chance, [60, 40, 30], 20, [15, 15, 15]),
    blocks(chance, [105, 85, 40], 125, [10, 10, 15]),
    blocks(chance, [250, 150, 60], 220, [5, 5, 10]),
    meetingBlocks(chance, [120, 60, 40], 13, [15, 15, 20]),
    meetingBlocks(chance, [120, 60, 40], 40, [15, 15, 20]),
    scattered(chance, [60, 40, 15], 49),
    scattered(chance, [100, 60, 20], 42),
    scattered(chance, [500, 500, 1], 20),
    ruleShapes(chance, [400, 30, 40]),
  ].map((made) => {
    const cpu = processorSeconds();
    const start = performance.now();
    const boxes = consolidate(made.cells).length;
    const seconds = (performance.now() - start) / 1000;
    return {
      name: made.name,
      sizes: made.sizes.join(' × '),
      permits: made.cells.reduce((sum, cell) => sum + cell.atoms.length, 0),
      planted: made.planted,
      boxes,
      seconds,
      processorSeconds: processorSeconds() - cpu,
      united: united(made),
    };
  });
}

const mean = (list: readonly number[]) => list.reduce((sum, ratio) => sum + ratio, 0) / list.length;
