import { describe, expect, it } from 'vitest';
import type { Axis, Cell, Sides } from './box.ts';
import { Chance } from './chance.ts';
import { floorOf } from './floor.ts';
import { grow, type Permit } from './grow.ts';
import { blocks, meetingBlocks, smallCases } from './trial/cases.ts';

const permitsOf = (cells: readonly Cell[]): Permit[] =>
  cells.flatMap(({ source, destination, atoms }) => atoms.map((atom): Permit => [source, destination, atom]));
const text = (permit: readonly number[]) => permit.join();
const volume = (sides: Sides) => sides[0].length * sides[1].length * sides[2].length;
const inside = ([sources, destinations, atoms]: Sides) =>
  sources.flatMap((source) => destinations.flatMap((destination) => atoms.map((atom) => text([source, destination, atom]))));

const AXIS_ORDERS: readonly (readonly [Axis, Axis, Axis])[] = [
  [2, 1, 0],
  [2, 0, 1],
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
];

/** A box grown by trying every member, over sets of texts. */
function grownBy(
  [first, second, third]: readonly [Axis, Axis, Axis],
  seed: Permit,
  left: ReadonlySet<string>,
  sizes: readonly number[],
): Sides {
  const at = [[seed[0]], [seed[1]], [seed[2]]] as [number[], number[], number[]];
  for (const axis of [first, second, third])
    at[axis] = Array.from({ length: sizes[axis] ?? 0 }, (_, member) => member).filter((member) => {
      const slice = [...at] as [number[], number[], number[]];
      slice[axis] = [member];
      return inside(slice).every((permit) => left.has(permit));
    });
  return at;
}

const CASES = [
  ...smallCases(24, [6, 5, 5], 11),
  blocks(new Chance(3), [70, 4, 3], 4, [30, 40, 40]),
  meetingBlocks(new Chance(3), [3, 70, 4], 4, [40, 30, 40]),
  meetingBlocks(new Chance(4), [4, 3, 70], 4, [40, 40, 30]),
];

describe('growing', () => {
  it('starts with the permits that have the least room around them', () => {
    for (const { cells, sizes } of CASES) {
      const permits = permitsOf(cells);
      const tally = new Map<string, number>();
      const lines = ([source, destination, atom]: Permit) => [`s${destination},${atom}`, `d${source},${atom}`, `a${source},${destination}`];
      for (const line of permits.flatMap(lines)) tally.set(line, (tally.get(line) ?? 0) + 1);
      const room = (permit: Permit) => lines(permit).reduce((product, line) => product * (tally.get(line) ?? 0), 1);
      expect(grow(cells, sizes).byRoom).toEqual([...permits].sort((a, b) => room(a) - room(b)));
    }
  });

  it('takes from each seed the largest of six boxes in what is left, the first of equals, until nothing is', () => {
    for (const { cells, sizes } of CASES) {
      const { boxes, seeds, byRoom } = grow(cells, sizes);
      const left = new Set(permitsOf(cells).map(text));
      expect(seeds).toHaveLength(boxes.length);
      for (const [index, box] of boxes.entries()) {
        const seed = seeds[index] as Permit;
        expect(seed).toEqual(byRoom.find((permit) => left.has(text(permit))));
        const ways = AXIS_ORDERS.map((order) => grownBy(order, seed, left, sizes));
        const largest = Math.max(...ways.map(volume));
        expect(box).toEqual(ways.find((way) => volume(way) === largest));
        for (const permit of inside(box)) left.delete(permit);
      }
      expect(left.size).toBe(0);
    }
  });
});

describe('the floor', () => {
  it('is the number of permits, taken one by one, of which no two fit into one box', () => {
    for (const { cells, sizes } of CASES) {
      const permits = permitsOf(cells);
      const needed = new Set(permits.map(text));
      const apart: Permit[] = [];
      const together = (a: Permit, b: Permit) =>
        inside([
          [a[0], b[0]],
          [a[1], b[1]],
          [a[2], b[2]],
        ]).every((permit) => needed.has(permit));
      for (const permit of permits) if (!apart.some((other) => together(permit, other))) apart.push(permit);
      expect(floorOf(cells, sizes, permits)).toBe(apart.length);
    }
  });

  it('is one for a single box and as many as its permits for a diagonal', () => {
    const diagonal = [0, 1, 2].map((each) => ({ source: each, destination: each, atoms: [each] }));
    expect(floorOf(diagonal, [3, 3, 3], permitsOf(diagonal))).toBe(3);
    const full = [0, 1].flatMap((source) => [0, 1].map((destination) => ({ source, destination, atoms: [0, 1] })));
    expect(floorOf(full, [2, 2, 2], permitsOf(full))).toBe(1);
    expect(floorOf(full, [2, 2, 2], [])).toBe(1);
  });

  it('asks of all six permits between two whether they are needed', () => {
    const corners: Permit[] = [0, 1].flatMap((source) => [0, 1].flatMap((to) => [0, 1].map((atom): Permit => [source, to, atom])));
    const ends: readonly [Permit, Permit] = [
      [0, 0, 0],
      [1, 1, 1],
    ];
    for (const hole of corners.filter((corner) => !ends.map(text).includes(text(corner)))) {
      const cells = corners
        .filter((corner) => text(corner) !== text(hole))
        .map(([source, destination, atom]) => ({ source, destination, atoms: [atom] }));
      expect(floorOf(cells, [2, 2, 2], ends)).toBe(2);
    }
  });
});
