import type { Cell, Sides } from './box.ts';

/** A part with its twins folded: members that are needed with exactly the same others count as one. */
export interface Folded {
  /** Numbers of classes instead of members. */
  readonly cells: readonly Cell[];
  /** What each class stands for, per axis: ascending members. Classes come in the order of their first member. */
  readonly members: readonly [readonly (readonly number[])[], readonly (readonly number[])[], readonly (readonly number[])[]];
}

/**
 * Folds sources, destinations and atoms that stand in the same permits. Nothing is lost: in any cover the twin may take the place of its
 * sibling in every box, so some smallest cover keeps them together.
 */
export function foldTwins(cells: readonly Cell[]): Folded {
  const standing = new Map<number, number[]>();
  cells.forEach((cell, index) => {
    for (const atom of cell.atoms) {
      const where = standing.get(atom);
      if (where) where.push(index);
      else standing.set(atom, [index]);
    }
  });
  const atoms = classesOf([...standing].map(([atom, where]) => [atom, where.join()]));
  const slim = cells.map((cell) => ({
    ...cell,
    atoms: [...new Set(cell.atoms.map((atom) => atoms.classOf.get(atom) ?? 0))].sort((a, b) => a - b),
  }));
  const sources = classesOf(fibres(slim, 'source', 'destination'));
  const fewer = firstOfEach(slim, sources, 'source');
  const destinations = classesOf(fibres(fewer, 'destination', 'source'));
  return { cells: firstOfEach(fewer, destinations, 'destination'), members: [sources.members, destinations.members, atoms.members] };
}

/** Puts the members back in the place of their classes. */
export function unfold(sides: Sides, { members }: Folded): Sides {
  const back = (axis: 0 | 1 | 2) => sides[axis].flatMap((number) => members[axis][number] ?? []).sort((a, b) => a - b);
  return [back(0), back(1), back(2)];
}

interface Classes {
  readonly classOf: ReadonlyMap<number, number>;
  readonly members: readonly (readonly number[])[];
}

function classesOf(list: readonly (readonly [member: number, fibre: string])[]): Classes {
  const numbers = new Map<string, number>();
  const members: number[][] = [];
  const classOf = new Map<number, number>();
  for (const [member, fibre] of [...list].sort(([a], [b]) => a - b)) {
    let number = numbers.get(fibre);
    if (number === undefined) {
      number = members.length;
      numbers.set(fibre, number);
      members.push([]);
    }
    members[number]?.push(member);
    classOf.set(member, number);
  }
  return { classOf, members };
}

/** For each member of one end: the cells it stands in, written out. Cells come ordered by source, then destination. */
function fibres(cells: readonly Cell[], end: 'source' | 'destination', other: 'source' | 'destination'): [number, string][] {
  const texts = new Map<number, string[]>();
  for (const cell of cells) {
    const text = `${cell[other]}:${cell.atoms.join()}`;
    const known = texts.get(cell[end]);
    if (known) known.push(text);
    else texts.set(cell[end], [text]);
  }
  return [...texts].map(([member, text]) => [member, text.join(';')]);
}

function firstOfEach(cells: readonly Cell[], classes: Classes, end: 'source' | 'destination'): Cell[] {
  return cells.flatMap((cell) => {
    const number = classes.classOf.get(cell[end]) ?? 0;
    return classes.members[number]?.[0] === cell[end] ? [{ ...cell, [end]: number }] : [];
  });
}
