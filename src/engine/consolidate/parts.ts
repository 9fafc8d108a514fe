import type { Cell } from './box.ts';

/**
 * Splits cells into parts that no box can span. Two permits of one box are joined by a chain inside that box whose neighbours differ in one
 * member only, so what no such chain joins can be put into boxes apart from the rest without losing anything.
 */
export function partsOf(cells: readonly Cell[]): Cell[][] {
  const leader = cells.map((_, index) => index);
  const find = (index: number): number => {
    let at = index;
    while (leader[at] !== at) {
      const up = leader[at] ?? at;
      leader[at] = leader[up] ?? up;
      at = up;
    }
    return at;
  };
  // The smaller number leads, so that parts come in the order of their first cell.
  const join = (a: number, b: number) => {
    const one = find(a);
    const other = find(b);
    leader[Math.max(one, other)] = Math.min(one, other);
  };
  const joinAlong = (end: (cell: Cell) => number) => {
    const seen = new Map<number, Map<number, number>>();
    cells.forEach((cell, index) => {
      const firsts = seen.get(end(cell)) ?? new Map<number, number>();
      seen.set(end(cell), firsts);
      for (const atom of cell.atoms) {
        const first = firsts.get(atom);
        if (first === undefined) firsts.set(atom, index);
        else join(first, index);
      }
    });
  };
  joinAlong((cell) => cell.source);
  joinAlong((cell) => cell.destination);
  const parts = new Map<number, Cell[]>();
  cells.forEach((cell, index) => {
    const part = parts.get(find(index));
    if (part) part.push(cell);
    else parts.set(find(index), [cell]);
  });
  return [...parts.values()];
}
