import type { Cell } from '../box.ts';

/** What counts as a cover: boxes that share no permit, or boxes that may. */
export type Kind = 'disjoint' | 'overlapping';

/**
 * The smallest number of boxes that cover the cells exactly, by trying; null where more than `limit` steps would be needed.
 * Shares nothing with the way the engine covers: it asks of one number after the other whether that many boxes are enough, and puts
 * every box there is around the tightest permit.
 */
export function exactFewest(cells: readonly Cell[], sizes: readonly [number, number, number], kind: Kind, limit: number): number | null {
  const search = new ExactSearch(cells, sizes, kind, limit);
  for (let boxes = 0; ; boxes += 1) {
    const enough = search.covers(search.needed, boxes);
    if (enough === null) return null;
    if (enough) return boxes;
  }
}

class ExactSearch {
  readonly needed: ReadonlySet<number>;
  readonly #sizes: readonly [number, number, number];
  readonly #kind: Kind;
  readonly #limit: number;
  readonly #failed = new Map<string, number>();
  #steps = 0;

  constructor(cells: readonly Cell[], sizes: readonly [number, number, number], kind: Kind, limit: number) {
    this.#sizes = sizes;
    this.#kind = kind;
    this.#limit = limit;
    this.needed = new Set(cells.flatMap((cell) => cell.atoms.map((atom) => this.place(cell.source, cell.destination, atom))));
  }

  place(source: number, destination: number, atom: number): number {
    return (source * this.#sizes[1] + destination) * this.#sizes[2] + atom;
  }

  /** Whether that many boxes cover what is left; null where the limit is reached. */
  covers(left: ReadonlySet<number>, boxes: number): boolean | null {
    if (left.size === 0) return true;
    if (boxes === 0) return false;
    this.#steps += 1;
    if (this.#steps > this.#limit) return null;
    const key = [...left].sort((a, b) => a - b).join();
    if ((this.#failed.get(key) ?? 0) >= boxes) return false;
    // Where boxes may overlap they reach over what is covered already.
    const free = this.#kind === 'disjoint' ? left : this.needed;
    const order = [...left].map((place) => ({ place, room: this.#room(place, free) })).sort((a, b) => a.room - b.room || a.place - b.place);
    const apart: number[] = [];
    for (const { place } of order) if (apart.every((other) => !this.#fit(place, other, free))) apart.push(place);
    if (apart.length <= boxes) {
      for (const box of this.#boxesAround(order[0]?.place ?? 0, free)) {
        const rest = new Set(left);
        for (const place of box) rest.delete(place);
        const enough = this.covers(rest, boxes - 1);
        if (enough !== false) return enough;
      }
    }
    this.#failed.set(key, boxes);
    return false;
  }

  #at(place: number): [number, number, number] {
    const [, destinations, atoms] = this.#sizes;
    return [Math.floor(place / atoms / destinations), Math.floor(place / atoms) % destinations, place % atoms];
  }

  /** The members of one axis that are left beside a permit. */
  #line(place: number, axis: 0 | 1 | 2, left: ReadonlySet<number>): number[] {
    const at = this.#at(place);
    const line: number[] = [];
    for (let member = 0; member < this.#sizes[axis]; member += 1) {
      at[axis] = member;
      if (left.has(this.place(...at))) line.push(member);
    }
    return line;
  }

  #room(place: number, left: ReadonlySet<number>): number {
    return this.#line(place, 0, left).length * this.#line(place, 1, left).length * this.#line(place, 2, left).length;
  }

  #fit(one: number, other: number, left: ReadonlySet<number>): boolean {
    const a = this.#at(one);
    const b = this.#at(other);
    for (const source of [a[0], b[0]])
      for (const destination of [a[1], b[1]])
        for (const atom of [a[2], b[2]]) if (!left.has(this.place(source, destination, atom))) return false;
    return true;
  }

  /** Every box of what is free that holds the permit, the largest first. */
  #boxesAround(seed: number, free: ReadonlySet<number>): number[][] {
    const at = this.#at(seed);
    const withSeed = (axis: 0 | 1 | 2) =>
      subsets(this.#line(seed, axis, free).filter((member) => member !== at[axis])).map((rest) => [at[axis], ...rest]);
    const found: number[][] = [];
    const atomSets = withSeed(2);
    for (const sources of withSeed(0))
      for (const destinations of withSeed(1)) {
        const common = new Set(
          this.#line(seed, 2, free).filter((atom) =>
            sources.every((source) => destinations.every((destination) => free.has(this.place(source, destination, atom)))),
          ),
        );
        if (!common.has(at[2])) continue;
        for (const atoms of atomSets)
          if (atoms.every((atom) => common.has(atom)))
            found.push(
              sources.flatMap((source) =>
                destinations.flatMap((destination) => atoms.map((atom) => this.place(source, destination, atom))),
              ),
            );
      }
    found.sort((a, b) => b.length - a.length);
    // A box that may overlap others may as well be as large as it can.
    if (this.#kind === 'overlapping')
      return found.filter((box, index) => !found.some((larger, before) => before < index && contains(larger, box)));
    return found;
  }
}

function subsets(members: readonly number[]): number[][] {
  const sets: number[][] = [[]];
  for (const member of members) sets.push(...sets.map((set) => [...set, member]));
  return sets;
}

function contains(larger: readonly number[], box: readonly number[]): boolean {
  const members = new Set(larger);
  return box.every((place) => members.has(place));
}
