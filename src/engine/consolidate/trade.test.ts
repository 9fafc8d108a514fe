import { describe, expect, it } from 'vitest';
import { consolidate } from '../consolidate.ts';
import { AXES, type Sides } from './box.ts';
import { tidy } from './tidy.ts';
import { trade } from './trade.ts';
import { smallCases } from './trial/cases.ts';
import { exactFewest } from './trial/exact.ts';
import { ORDERS, unite } from './unite.ts';

const permitsOf = (boxes: readonly Sides[]) =>
  boxes
    .flatMap(([sources, destinations, atoms]) =>
      sources.flatMap((source) => destinations.flatMap((destination) => atoms.map((atom) => `${source} ${destination} ${atom}`))),
    )
    .sort();

/** The same boxes with their axes in another order. */
const turned = (boxes: readonly Sides[], [a, b, c]: readonly [0 | 1 | 2, 0 | 1 | 2, 0 | 1 | 2]) =>
  boxes.map((sides): Sides => [sides[a], sides[b], sides[c]]);

const EFFORT = { looks: 100_000, patience: 500 };

/** Two columns of permits, one of three and one of two, cut badly: the fewest boxes are two. */
const CUT_BADLY: readonly Sides[] = [
  [[0, 1], [0], [0]],
  [[0], [0], [1, 2]],
  [[1], [0], [1]],
];

describe('trading', () => {
  it.each([...ORDERS])('makes two boxes of three that are cut badly, along axis %s first', (...order) => {
    const start = turned(CUT_BADLY, order as [0, 1, 2]);
    const sizes = order.map((axis) => [2, 1, 3][axis as number]) as [number, number, number];
    const boxes = trade(start, sizes, 2, EFFORT);
    expect(boxes).toHaveLength(2);
    expect(permitsOf(boxes)).toEqual(permitsOf(start));
  });

  it('looks no further than it may, at the floor, or without patience', () => {
    for (const [floor, effort] of [
      [3, EFFORT],
      [2, { ...EFFORT, looks: 0 }],
      [2, { ...EFFORT, patience: 0 }],
    ] as const)
      expect(trade(CUT_BADLY, [2, 1, 3], floor, effort)).toEqual(CUT_BADLY);
  });

  it('unites what agrees on two axes before anything else', () => {
    const apart: readonly Sides[] = [0, 1, 2, 3].map((each): Sides => [[each % 2], [0], [each >> 1]]);
    expect(trade(apart, [2, 1, 2], 1, { looks: 0, patience: 0 })).toEqual([[[0, 1], [0], [0, 1]]]);
    const wide: readonly Sides[] = [0, 40, 64].map((each): Sides => [[each], [0, 33], [1]]);
    expect(trade(wide, [65, 34, 2], 1, { looks: 0, patience: 0 })).toEqual([[[0, 40, 64], [0, 33], [1]]]);
  });

  it.each(['scattered permits', 'disjoint blocks', 'meeting blocks', 'rule shapes'])('comes to the fewest boxes there are: %s', (kind) => {
    const cases = smallCases(32, [4, 4, 3], 5).filter(({ name }) => name.split(' ')[0] === kind.split(' ')[0]);
    expect(cases).toHaveLength(8);
    for (const { cells, sizes } of cases) expect(consolidate(cells)).toHaveLength(exactFewest(cells, sizes, 'disjoint', 20_000) ?? 0);
  });

  it('makes fewer of the boxes that single permits are, in small cases the fewest', () => {
    for (const { name, cells, sizes } of smallCases(16, [4, 3, 3], 6)) {
      const single = cells.flatMap(({ source, destination, atoms }) => atoms.map((atom): Sides => [[source], [destination], [atom]]));
      const fewest = exactFewest(cells, sizes, 'disjoint', 20_000) ?? 0;
      const boxes = trade(single, sizes, fewest, { looks: 2_000_000, patience: 20_000 });
      expect(permitsOf(boxes)).toEqual(permitsOf(single));
      expect([name, boxes.length]).toEqual([name, fewest]);
    }
  });
});

describe('uniting', () => {
  it('leaves no two boxes that agree on two axes, and every permit where it was', () => {
    for (const { cells } of smallCases(16, [5, 4, 4], 8))
      for (const order of ORDERS)
        for (const start of ['cells', 'permits'] as const) {
          const boxes = unite(cells, start, order);
          const wanted = cells.flatMap(({ source, destination, atoms }) => atoms.map((atom) => `${source} ${destination} ${atom}`));
          expect(permitsOf(boxes)).toEqual(wanted.sort());
          for (const axis of AXES) {
            const keys = boxes.map((sides) => JSON.stringify(AXES.filter((other) => other !== axis).map((other) => sides[other])));
            expect(new Set(keys).size).toBe(keys.length);
          }
        }
  });

  it('begins with the axis it is told to', () => {
    const corner = [
      { source: 0, destination: 0, atoms: [0] },
      { source: 0, destination: 1, atoms: [0] },
      { source: 1, destination: 0, atoms: [0] },
    ];
    expect(unite(corner, 'cells', [0, 1, 2])).toEqual([
      [[0, 1], [0], [0]],
      [[0], [1], [0]],
    ]);
    expect(unite(corner, 'cells', [1, 0, 2])).toEqual([
      [[0], [0, 1], [0]],
      [[1], [0], [0]],
    ]);
  });
});

describe('tidying', () => {
  const ones = [1, 1, 1, 1];

  it('keeps the services of one destination together', () => {
    const boxes: readonly Sides[] = [
      [[0], [1], [0, 2, 3]],
      [[0], [1, 2, 3], [1]],
    ];
    const wanted: readonly Sides[] = [
      [[0], [1], [0, 1, 2, 3]],
      [[0], [2, 3], [1]],
    ];
    expect(tidy(boxes, [ones, ones, ones])).toEqual(wanted);
    expect(tidy([...boxes].reverse(), [ones, ones, ones])).toEqual([...wanted].reverse());
    expect(tidy(wanted, [ones, ones, ones])).toEqual(wanted);
  });

  it('names fewer sources or services where that counts more, by the members that classes stand for', () => {
    const boxes: readonly Sides[] = [
      [[0], [0], [0]],
      [[0, 1], [0], [1]],
    ];
    expect(tidy(boxes, [ones, ones, ones])).toEqual(boxes);
    expect(tidy(boxes, [[2, 1], ones, ones])).toEqual([
      [[0], [0], [0, 1]],
      [[1], [0], [1]],
    ]);
    expect(tidy(boxes, [[2, 1], ones, [1, 2]])).toEqual(boxes);
  });

  it('leaves boxes alone that agree on two axes or on none, or of which neither holds the other', () => {
    for (const boxes of [
      [
        [[0], [0], [0]],
        [[0], [0], [1]],
      ],
      [
        [[0], [0], [0]],
        [[1], [1], [1]],
      ],
      [
        [[0, 1], [0], [0]],
        [[1, 2], [0], [1]],
      ],
    ] as Sides[][])
      expect(tidy(boxes, [[9, 9, 9], [9, 9], ones])).toEqual(boxes);
  });
});
