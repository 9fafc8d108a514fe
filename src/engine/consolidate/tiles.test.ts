import { describe, expect, it } from 'vitest';
import { AXES, type Axis, type Sides } from './box.ts';
import { Chance } from './chance.ts';
import { FIRST_HAS_MORE, MEET, SECOND_HAS_MORE, Tiles } from './tiles.ts';

type Sizes = readonly [number, number, number];

const without = (members: readonly number[], taken: readonly number[]) => members.filter((member) => !taken.includes(member));
const ascending = (members: readonly number[]) => [...members].sort((a, b) => a - b);

function relationOf(one: readonly number[], other: readonly number[]): number {
  const meet = one.some((member) => other.includes(member)) ? MEET : 0;
  return meet | (without(one, other).length > 0 ? FIRST_HAS_MORE : 0) | (without(other, one).length > 0 ? SECOND_HAS_MORE : 0);
}

/** Tiles beside plain lists of members; every step is made in both, and they have to say the same. */
function compareWithLists(sizes: Sizes, seed: number): void {
  const chance = new Chance(seed);
  const tiles = new Tiles(sizes, 8);
  const lists: [number[], number[], number[]][] = [];
  const some = (axis: Axis) => {
    const members = Array.from({ length: sizes[axis] }, (_, member) => member).filter(() => chance.below(3) === 0);
    return members.length > 0 ? members : [sizes[axis] - 1];
  };
  const add = () => {
    const sides: [number[], number[], number[]] = [some(0), some(1), some(2)];
    tiles.add(sides);
    lists.push(sides);
  };
  const told: unknown[] = [];
  const wanted: unknown[] = [];
  for (let first = 0; first < 4; first += 1) add();
  for (let step = 0; step < 60; step += 1) {
    const axis = chance.below(3) as Axis;
    const [one, other] = [chance.below(lists.length), chance.below(lists.length)];
    const [mine, its] = [lists[one]?.[axis] ?? [], lists[other]?.[axis] ?? []];
    const relation = relationOf(mine, its);
    if (chance.below(6) === 0 && lists.length > 3) {
      tiles.remove(one);
      const last = lists.pop();
      if (last && one < lists.length) lists[one] = last;
    } else if (chance.below(4) === 0 && lists.length < 8) {
      if (chance.below(2) === 0 || mine.length < 2) add();
      else {
        const part = mine.slice(0, 1);
        tiles.split(one, axis, part);
        const made = [...(lists[one] ?? [])] as [number[], number[], number[]];
        made[axis] = part;
        lists.push(made);
        (lists[one] as Sides[number][])[axis] = without(mine, part);
      }
    } else if ((relation & MEET) === 0) {
      tiles.grow(axis, one, other);
      (lists[one] as Sides[number][])[axis] = ascending([...mine, ...its]);
    } else if ((relation & SECOND_HAS_MORE) === 0 && one !== other && mine.length > its.length) {
      tiles.shrink(axis, one, other);
      (lists[one] as Sides[number][])[axis] = without(mine, its);
    }
    told.push(tiles.all());
    wanted.push(structuredClone(lists));
    for (const each of AXES)
      for (const [a, sides] of lists.entries())
        for (const [b, others] of lists.entries()) {
          const relation = relationOf(sides[each], others[each]);
          // Equal sets have equal marks, whatever they were made by.
          const marked = relation !== MEET || tiles.marks[each][a] === tiles.marks[each][b];
          told.push(tiles.relation(each, a, b) * 4 + Number(tiles.same(each, a, b)) * 2 + Number(marked));
          wanted.push(relation * 4 + Number(relation === MEET) * 2 + 1);
        }
  }
  expect(told).toEqual(wanted);
}

describe('tiles hold what lists of members hold', () => {
  it('where an axis takes one word', () => {
    for (const seed of [1, 2, 3]) compareWithLists([5, 32, 3], seed);
  });

  it('where an axis takes several words', () => {
    for (const seed of [4, 5, 6]) compareWithLists([70, 33, 4], seed);
  });

  it('and know how many words a tile takes', () => {
    expect(new Tiles([5, 32, 3], 1).width).toBe(3);
    expect(new Tiles([70, 33, 1], 1).width).toBe(6);
  });
});
