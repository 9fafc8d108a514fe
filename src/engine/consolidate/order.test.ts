import { describe, expect, it } from 'vitest';
import { consolidate } from '../consolidate.ts';
import { byMembers } from './box.ts';
import { Chance } from './chance.ts';
import { smallCases } from './trial/cases.ts';

describe('lists of numbers', () => {
  it('are compared member by member, a beginning before the whole', () => {
    const lists = [[], [1], [1, 2], [1, 2, 3], [1, 3], [2], [2, 0], [10]];
    for (const [a, one] of lists.entries())
      for (const [b, other] of lists.entries()) expect(Math.sign(byMembers(one, other))).toBe(Math.sign(a - b));
  });
});

describe('what looks like chance', () => {
  const numbers = (seed: number | undefined, below: number) => {
    const chance = new Chance(seed);
    return Array.from({ length: 300 }, () => chance.below(below));
  };

  it('is the same for the same seed, and another for another', () => {
    expect(numbers(7, 1000)).toEqual(numbers(7, 1000));
    expect(numbers(7, 1000)).not.toEqual(numbers(8, 1000));
    expect(numbers(undefined, 1000)).toEqual(numbers(0, 1000));
  });

  it('reaches every number below the bound about equally often, and no other', () => {
    const counts = new Map<number, number>();
    for (const seed of [0, 1, 2, 3]) for (const number of numbers(seed, 6)) counts.set(number, (counts.get(number) ?? 0) + 1);
    expect([...counts.keys()].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    for (const count of counts.values()) expect(Math.abs(count - 200)).toBeLessThan(60);
  });
});

describe('boxes', () => {
  it('come in order of their sources, destinations and services, whatever the order of the cells', () => {
    for (const { cells } of smallCases(40, [5, 5, 5], 11)) {
      const boxes = consolidate(cells);
      expect(consolidate(cells.toReversed())).toEqual(boxes);
      const keys = boxes.map(({ sources, destinations, atoms }) => [sources, destinations, atoms] as const);
      expect(keys).toEqual(keys.toSorted((a, b) => byMembers(a[0], b[0]) || byMembers(a[1], b[1]) || byMembers(a[2], b[2])));
    }
  });

  it('leave out what needs nothing', () => expect(consolidate([{ source: 0, destination: 0, atoms: [] }])).toEqual([]));
});
