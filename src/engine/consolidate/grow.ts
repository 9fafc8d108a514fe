import { ATOMS, AXES, type Axis, type Cell, DESTINATIONS, type Sides, SOURCES } from './box.ts';

/** Three axes in the order in which a box grows along them. */
const ORDERS: readonly (readonly [Axis, Axis, Axis])[] = [
  [ATOMS, DESTINATIONS, SOURCES],
  [ATOMS, SOURCES, DESTINATIONS],
  [SOURCES, DESTINATIONS, ATOMS],
  [SOURCES, ATOMS, DESTINATIONS],
  [DESTINATIONS, SOURCES, ATOMS],
  [DESTINATIONS, ATOMS, SOURCES],
];

/** One permit: a source, a destination, an atom. */
export type Permit = readonly [number, number, number];

interface Grown {
  /** Disjoint boxes that cover the cells. */
  readonly boxes: readonly Sides[];
  /** The permit each box grew from. */
  readonly seeds: readonly Permit[];
  /** All permits, those with the least room around them first. */
  readonly byRoom: readonly Permit[];
}

/**
 * Grows boxes one after the other, each the largest of six ways from one permit in what the earlier ones left. The permits with the least
 * room around them come first: they fit with the fewest others, so there is little to choose.
 */
export function grow(cells: readonly Cell[], sizes: readonly [number, number, number]): Grown {
  const left = new Left(cells, sizes);
  const boxes: Sides[] = [];
  const seeds: Permit[] = [];
  const byRoom = left.byRoom(cells);
  for (const seed of byRoom) {
    if (!left.has(seed)) continue;
    let best: Sides | null = null;
    let volume = 0;
    for (const order of ORDERS) {
      const sides = left.largest(seed, order);
      const size = sides[0].length * sides[1].length * sides[2].length;
      if (size > volume) {
        best = sides;
        volume = size;
      }
    }
    if (!best) continue;
    left.take(best);
    boxes.push(best);
    seeds.push(seed);
  }
  return { boxes, seeds, byRoom };
}

/** The permits not yet in a box: for every line of the three axes, which members on it are left. */
class Left {
  readonly #sizes: readonly [number, number, number];
  readonly #words: readonly [number, number, number];
  readonly #lines: readonly [Int32Array, Int32Array, Int32Array];

  constructor(cells: readonly Cell[], sizes: readonly [number, number, number]) {
    this.#sizes = sizes;
    const words = (axis: Axis) => Math.max(1, Math.ceil(sizes[axis] / 32));
    this.#words = [words(0), words(1), words(2)];
    this.#lines = [
      new Int32Array(sizes[1] * sizes[2] * this.#words[0]),
      new Int32Array(sizes[0] * sizes[2] * this.#words[1]),
      new Int32Array(sizes[0] * sizes[1] * this.#words[2]),
    ];
    for (const { source, destination, atoms } of cells) for (const atom of atoms) this.#flip(source, destination, atom);
  }

  has([source, destination, atom]: Permit): boolean {
    const at = this.#line(ATOMS, source, destination);
    return ((this.#lines[ATOMS][at + (atom >>> 5)] ?? 0) & (1 << (atom & 31))) !== 0;
  }

  take([sources, destinations, atoms]: Sides): void {
    for (const source of sources) for (const destination of destinations) for (const atom of atoms) this.#flip(source, destination, atom);
  }

  /** All permits, least room first; equals in the order of the cells. */
  byRoom(cells: readonly Cell[]): Permit[] {
    const counts = AXES.map((axis) => {
      const words = this.#words[axis];
      const lines = this.#lines[axis];
      return Int32Array.from({ length: lines.length / words }, (_, line) => {
        let count = 0;
        for (let at = line * words; at < (line + 1) * words; at += 1) count += ones(lines[at] ?? 0);
        return count;
      });
    });
    const [, destinations, atoms] = this.#sizes;
    const permits: Permit[] = [];
    const room: number[] = [];
    for (const cell of cells) {
      const inCell = counts[ATOMS]?.[cell.source * destinations + cell.destination] ?? 0;
      for (const atom of cell.atoms) {
        permits.push([cell.source, cell.destination, atom]);
        room.push(
          inCell * (counts[DESTINATIONS]?.[cell.source * atoms + atom] ?? 0) * (counts[SOURCES]?.[cell.destination * atoms + atom] ?? 0),
        );
      }
    }
    const order = permits.map((_, index) => index).sort((a, b) => (room[a] ?? 0) - (room[b] ?? 0) || a - b);
    return order.map((index) => permits[index] as Permit);
  }

  /** The box of what is left that holds all of the seed's line on the first axis, then as much as possible on the second, then on the third. */
  largest(seed: Permit, [first, second, third]: readonly [Axis, Axis, Axis]): Sides {
    const words = this.#words[first];
    const lines = this.#lines[first];
    const at = [...seed] as [number, number, number];
    const whole = this.#line(first, ...this.#others(first, at));
    const onFirst = this.#members(first, whole);
    const sides: [readonly number[], readonly number[], readonly number[]] = [onFirst, onFirst, onFirst];
    const holds = (line: number) => {
      for (let word = 0; word < words; word += 1) if (((lines[whole + word] ?? 0) & ~(lines[line + word] ?? 0)) !== 0) return false;
      return true;
    };
    const along = (axis: Axis, all: () => boolean) => {
      const line = this.#line(axis, ...this.#others(axis, seed));
      return this.#members(axis, line).filter((member) => {
        at[axis] = member;
        return all();
      });
    };
    sides[second] = along(second, () => holds(this.#line(first, ...this.#others(first, at))));
    sides[third] = along(third, () =>
      sides[second].every((member) => {
        at[second] = member;
        return holds(this.#line(first, ...this.#others(first, at)));
      }),
    );
    return sides;
  }

  /** The two members that name a line of an axis. */
  #others(axis: Axis, at: Permit): [number, number] {
    return [axis === 0 ? at[1] : at[0], axis === 2 ? at[1] : at[2]];
  }

  /** Where a line begins. */
  #line(axis: Axis, one: number, other: number): number {
    return (one * (axis === 2 ? this.#sizes[1] : this.#sizes[2]) + other) * this.#words[axis];
  }

  #members(axis: Axis, line: number): number[] {
    const members: number[] = [];
    for (let word = 0; word < this.#words[axis]; word += 1) {
      let bits = this.#lines[axis][line + word] ?? 0;
      while (bits !== 0) {
        members.push(word * 32 + 31 - Math.clz32(bits & -bits));
        bits &= bits - 1;
      }
    }
    return members;
  }

  #flip(source: number, destination: number, atom: number): void {
    this.#flipIn(SOURCES, this.#line(SOURCES, destination, atom), source);
    this.#flipIn(DESTINATIONS, this.#line(DESTINATIONS, source, atom), destination);
    this.#flipIn(ATOMS, this.#line(ATOMS, source, destination), atom);
  }

  #flipIn(axis: Axis, line: number, member: number): void {
    const lines = this.#lines[axis];
    const at = line + (member >>> 5);
    lines[at] = (lines[at] ?? 0) ^ (1 << (member & 31));
  }
}

function ones(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
