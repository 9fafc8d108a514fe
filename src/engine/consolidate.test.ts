import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Chance } from './consolidate/chance.ts';
import { blocks, meetingBlocks, scattered, smallCases, type TrialCase } from './consolidate/trial/cases.ts';
import { exactFewest } from './consolidate/trial/exact.ts';
import { ORDERS, unite } from './consolidate/unite.ts';
import { type Box, type Cell, consolidate } from './consolidate.ts';

/** Every permit once for each box it stands in, sorted. */
const permitsOf = (boxes: readonly Box[]) =>
  boxes
    .flatMap((box) =>
      box.sources.flatMap((source) =>
        box.destinations.flatMap((destination) => box.atoms.map((atom) => `${source} ${destination} ${atom}`)),
      ),
    )
    .sort();

const neededBy = (cells: readonly Cell[]) =>
  cells.flatMap((cell) => cell.atoms.map((atom) => `${cell.source} ${cell.destination} ${atom}`)).sort();

const ascending = (members: readonly number[]) =>
  members.length > 0 && members.every((member, index) => index === 0 || member > (members[index - 1] ?? member));

const cellsByChance: fc.Arbitrary<Cell[]> = fc
  .uniqueArray(fc.tuple(fc.nat(6), fc.nat(6), fc.uniqueArray(fc.nat(5), { maxLength: 6 })), {
    selector: ([source, destination]) => source * 7 + destination,
  })
  .map((list) => list.map(([source, destination, atoms]) => ({ source, destination, atoms: [...atoms].sort((a, b) => a - b) })));

function expectExact(cells: readonly Cell[], boxes: readonly Box[]) {
  // Equal lists: nothing too much, nothing too little, nothing twice.
  expect(permitsOf(boxes)).toEqual(neededBy(cells));
  for (const box of boxes) expect([box.sources, box.destinations, box.atoms].every(ascending)).toBe(true);
}

/** Ends and atoms numbered backwards. */
const mirrored = ({ cells, sizes }: TrialCase): Cell[] =>
  cells.map((cell) => ({
    source: sizes[0] - 1 - cell.source,
    destination: sizes[1] - 1 - cell.destination,
    atoms: cell.atoms.map((atom) => sizes[2] - 1 - atom).sort((a, b) => a - b),
  }));

describe('covers exactly what is needed, each permit once', () => {
  it('for any cells', () => {
    fc.assert(
      fc.property(cellsByChance, (cells) => expectExact(cells, consolidate(cells))),
      { numRuns: 1_000 },
    );
  });

  it('for crowded cases of every kind', () => {
    for (const { cells } of smallCases(80, [12, 8, 8], 3)) expectExact(cells, consolidate(cells));
  });

  it('where sets are wider than a machine word', () => {
    const chance = new Chance(5);
    for (const made of [
      blocks(chance, [70, 65, 40], 12, [20, 20, 20]),
      meetingBlocks(chance, [40, 66, 34], 6, [20, 20, 20]),
      scattered(chance, [34, 35, 33], 5),
    ])
      expectExact(made.cells, consolidate(made.cells));
  });

  it('where there are too many ends for a table of all places', () => {
    const cells = Array.from({ length: 6_000 }, (_, source) => ({ source, destination: source, atoms: [0] })).flatMap((cell) => [
      cell,
      { ...cell, destination: (cell.source + 1) % 6_000 },
    ]);
    const boxes = consolidate(cells);
    expectExact(cells, boxes);
    expect(boxes.length).toBe(6_000);
  });

  it('and for nothing at all', () => {
    expect(consolidate([])).toEqual([]);
    expect(consolidate([{ source: 1, destination: 2, atoms: [] }])).toEqual([]);
  });
});

describe('gives the same boxes', () => {
  it('whatever the order of the cells', () => {
    fc.assert(
      fc.property(
        cellsByChance.chain((cells) =>
          fc.tuple(fc.constant(cells), fc.shuffledSubarray(cells, { minLength: cells.length, maxLength: cells.length })),
        ),
        ([cells, shuffled]) => {
          expect(consolidate(shuffled)).toEqual(consolidate(cells));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('every time, hard cases included, in ascending order', () => {
    const { cells } = scattered(new Chance(11), [10, 8, 7], 70);
    const boxes = consolidate(cells);
    expect(consolidate(cells)).toEqual(boxes);
    expect(consolidate([...cells].reverse())).toEqual(boxes);
    expect(boxes.map((box) => box.sources[0] ?? 0)).toEqual(boxes.map((box) => box.sources[0] ?? 0).sort((a, b) => a - b));
  });
});

describe('needs few boxes', () => {
  /** Ratio to the exact optimum of each case that could be worked out. */
  const ratios = (cases: readonly TrialCase[], limit: number) =>
    cases.flatMap(({ cells, sizes }) => {
      const fewest = exactFewest(cells, sizes, 'disjoint', limit);
      return fewest ? [consolidate(cells).length / fewest] : [];
    });
  const mean = (list: readonly number[]) => list.reduce((sum, ratio) => sum + ratio, 0) / list.length;

  it('the fewest possible in small cases', () => {
    const found = ratios(smallCases(160, [5, 4, 4], 1), 5_000);
    expect(found.length).toBeGreaterThanOrEqual(155);
    expect(Math.min(...found)).toBe(1);
    expect(mean(found)).toBeLessThanOrEqual(1.005);
    expect(Math.max(...found)).toBeLessThanOrEqual(1.1);
  });

  it('in a few cases of every kind exactly, and never more than a tenth above the fewest', () => {
    for (const { cells, sizes } of smallCases(16, [5, 4, 4], 7)) {
      const boxes = consolidate(cells);
      expectExact(cells, boxes);
      const fewest = exactFewest(cells, sizes, 'disjoint', 5_000);
      if (fewest !== null) expect(boxes.length / fewest).toBeLessThanOrEqual(1.1);
    }
  });

  it('on average 1.02 times the fewest up to 12 x 8 x 8, at worst 1.10 times', () => {
    const found = ratios(smallCases(48, [12, 8, 8], 2), 300);
    expect(found.length).toBeGreaterThanOrEqual(30);
    expect(mean(found)).toBeLessThanOrEqual(1.02);
    expect(Math.max(...found)).toBeLessThanOrEqual(1.1);
  });

  it('finds planted blocks again, however the members are numbered', () => {
    const chance = new Chance(9);
    const cases = [
      blocks(chance, [60, 40, 30], 20, [15, 15, 15]),
      blocks(chance, [100, 80, 40], 100, [10, 10, 15]),
      blocks(chance, [250, 150, 60], 100, [5, 5, 10]),
    ];
    for (const made of cases) {
      const planted = made.planted ?? 0;
      expect(planted).toBeGreaterThanOrEqual(10);
      expect(consolidate(made.cells).length / planted).toBeLessThanOrEqual(1.1);
      expect(consolidate(mirrored(made)).length / planted).toBeLessThanOrEqual(1.1);
    }
  });

  it('far below the best order of uniting where blocks meet', () => {
    const chance = new Chance(4);
    const cases = [5, 7, 9, 11].map((count) => meetingBlocks(chance, [12, 8, 8], count, [40, 40, 40]).cells);
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);
    const united = sum(cases.map((cells) => Math.min(...ORDERS.map((order) => unite(cells, 'permits', order).length))));
    expect(sum(cases.map((cells) => consolidate(cells).length)) / united).toBeLessThanOrEqual(0.8);
  });
});

describe('of equally many boxes takes the more readable', () => {
  it('keeping the services of one destination together', () => {
    // One source; 443 to three destinations, three more services to the first.
    const cells = [
      { source: 0, destination: 1, atoms: [0, 1, 2, 3] },
      { source: 0, destination: 2, atoms: [1] },
      { source: 0, destination: 3, atoms: [1] },
    ];
    expect(consolidate(cells)).toEqual([
      { sources: [0], destinations: [1], atoms: [0, 1, 2, 3] },
      { sources: [0], destinations: [2, 3], atoms: [1] },
    ]);
  });
});

describe('the exact search of these tests', () => {
  it('knows the answers worked out by hand', () => {
    // A cross: one source reaches two destinations, another only the second.
    const corner = [
      { source: 0, destination: 0, atoms: [0] },
      { source: 0, destination: 1, atoms: [0] },
      { source: 1, destination: 1, atoms: [0] },
    ];
    expect(exactFewest(corner, [2, 2, 1], 'disjoint', 100)).toBe(2);
    expect(exactFewest(corner, [2, 2, 1], 'overlapping', 100)).toBe(2);
    // A three by three square without two opposite corners: two overlapping boxes, three disjoint ones.
    const square = [
      { source: 0, destination: 0, atoms: [0, 1] },
      { source: 0, destination: 1, atoms: [0, 1] },
      { source: 1, destination: 0, atoms: [0, 1] },
      { source: 1, destination: 1, atoms: [0, 1, 2] },
      { source: 1, destination: 2, atoms: [1, 2] },
      { source: 2, destination: 1, atoms: [1, 2] },
      { source: 2, destination: 2, atoms: [1, 2] },
    ];
    expect(exactFewest(square, [3, 3, 3], 'overlapping', 10_000)).toBe(2);
    expect(exactFewest(square, [3, 3, 3], 'disjoint', 10_000)).toBeGreaterThan(2);
    expect(exactFewest(square, [3, 3, 3], 'disjoint', 1)).toBeNull();
  });
});
