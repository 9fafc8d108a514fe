import type { Cell } from './box.ts';
import type { Permit } from './grow.ts';

/**
 * A number of boxes no cover can fall below: as many permits of which no two fit into one box. Candidates are taken in the given order where
 * they are apart from all taken before, so the number is often but not always the largest there is.
 */
export function floorOf(
  cells: readonly Cell[],
  [sources, destinations, atoms]: readonly [number, number, number],
  candidates: readonly Permit[],
): number {
  const place = (source: number, destination: number, atom: number) => (source * destinations + destination) * atoms + atom;
  const needed = new Uint8Array(sources * destinations * atoms);
  for (const cell of cells) for (const atom of cell.atoms) needed[place(cell.source, cell.destination, atom)] = 1;
  const apart: Permit[] = [];
  for (const permit of candidates) {
    const [source, destination, atom] = permit;
    const fits = apart.some(
      ([otherSource, otherDestination, otherAtom]) =>
        needed[place(source, destination, otherAtom)] === 1 &&
        needed[place(source, otherDestination, atom)] === 1 &&
        needed[place(otherSource, destination, atom)] === 1 &&
        needed[place(source, otherDestination, otherAtom)] === 1 &&
        needed[place(otherSource, destination, otherAtom)] === 1 &&
        needed[place(otherSource, otherDestination, atom)] === 1,
    );
    if (!fits) apart.push(permit);
  }
  return Math.max(1, apart.length);
}
