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
  it('is xorshift of 32 bits, the same in every program', () => {
    const numbers = (seed?: number) => {
      const chance = new Chance(seed);
      return [0, 1, 2, 3].map(() => chance.below(2 ** 32));
    };
    const wanted = (seed: number) => {
      let state = BigInt.asUintN(32, 0x2545f491n ^ (BigInt(seed) * 0x9e3779b1n));
      return [0, 1, 2, 3].map(() => {
        state = BigInt.asUintN(32, state ^ (state << 13n));
        state ^= state >> 17n;
        state = BigInt.asUintN(32, state ^ (state << 5n));
        return Number(state);
      });
    };
    for (const seed of [0, 1, 7]) expect(numbers(seed)).toEqual(wanted(seed));
    expect(numbers()).toEqual(wanted(0));
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
