import { AXES, type Axis, type Sides } from './box.ts';

/** How two sets stand to each other: bits of {@link MEET}, {@link FIRST_HAS_MORE}, {@link SECOND_HAS_MORE}. */
type Relation = number;
export const MEET = 1;
export const FIRST_HAS_MORE = 2;
export const SECOND_HAS_MORE = 4;
const CROSS = MEET | FIRST_HAS_MORE | SECOND_HAS_MORE;

type PerAxis<T> = readonly [T, T, T];

/**
 * A changing list of disjoint boxes as bit sets. Every set has a mark, the exclusive or of its members' marks: equal sets have equal marks,
 * and uniting disjoint sets or taking a subset away is one operation. Where marks are equal the sets themselves decide.
 */
export class Tiles {
  count = 0;
  readonly #words: PerAxis<number>;
  readonly #bits: PerAxis<Int32Array>;
  readonly marks: PerAxis<Int32Array>;
  /** Machine words one tile takes. */
  readonly width: number;

  constructor(sizes: PerAxis<number>, capacity: number) {
    const words = (size: number) => Math.max(1, Math.ceil(size / 32));
    this.#words = [words(sizes[0]), words(sizes[1]), words(sizes[2])];
    this.width = this.#words[0] + this.#words[1] + this.#words[2];
    const room = (each: number) => new Int32Array(capacity * each);
    this.#bits = [room(this.#words[0]), room(this.#words[1]), room(this.#words[2])];
    this.marks = [room(1), room(1), room(1)];
  }

  add(sides: Sides): void {
    const tile = this.count;
    this.count += 1;
    for (const axis of AXES) {
      const words = this.#words[axis];
      this.#bits[axis].fill(0, tile * words, (tile + 1) * words);
      this.marks[axis][tile] = 0;
      for (const member of sides[axis]) this.#flip(axis, tile, member);
    }
  }

  /** Cuts some members of one axis out of a tile into a new one. */
  split(tile: number, axis: Axis, members: readonly number[]): void {
    const sides = this.sides(tile);
    for (const member of members) this.#flip(axis, tile, member);
    this.add([axis === 0 ? members : sides[0], axis === 1 ? members : sides[1], axis === 2 ? members : sides[2]]);
  }

  /** The last tile takes the place of the removed one. */
  remove(tile: number): void {
    this.count -= 1;
    const last = this.count;
    for (const axis of AXES) {
      const words = this.#words[axis];
      this.#bits[axis].copyWithin(tile * words, last * words, (last + 1) * words);
      this.marks[axis].copyWithin(tile, last, last + 1);
    }
  }

  relation(axis: Axis, one: number, other: number): Relation {
    const words = this.#words[axis];
    const bits = this.#bits[axis];
    let result = 0;
    for (let a = one * words, b = other * words, end = a + words; a < end; a += 1, b += 1) {
      const first = bits[a] ?? 0;
      const second = bits[b] ?? 0;
      if ((first & second) !== 0) result |= MEET;
      if ((first & ~second) !== 0) result |= FIRST_HAS_MORE;
      if ((second & ~first) !== 0) result |= SECOND_HAS_MORE;
      if (result === CROSS) break;
    }
    return result;
  }

  same(axis: Axis, one: number, other: number): boolean {
    const marks = this.marks[axis];
    return marks[one] === marks[other] && (this.#words[axis] === 1 || this.relation(axis, one, other) === MEET);
  }

  /** Adds the members of another tile, which must be disjoint on this axis. */
  grow(axis: Axis, tile: number, by: number): void {
    const words = this.#words[axis];
    const bits = this.#bits[axis];
    for (let at = 0; at < words; at += 1) bits[tile * words + at] = (bits[tile * words + at] ?? 0) | (bits[by * words + at] ?? 0);
    this.#mark(axis, tile, by);
  }

  /** Takes the members of another tile away, which must all be there. */
  shrink(axis: Axis, tile: number, by: number): void {
    const words = this.#words[axis];
    const bits = this.#bits[axis];
    for (let at = 0; at < words; at += 1) bits[tile * words + at] = (bits[tile * words + at] ?? 0) & ~(bits[by * words + at] ?? 0);
    this.#mark(axis, tile, by);
  }

  members(axis: Axis, tile: number): number[] {
    const words = this.#words[axis];
    const list: number[] = [];
    for (let word = 0; word < words; word += 1) {
      let bits = this.#bits[axis][tile * words + word] ?? 0;
      while (bits !== 0) {
        const bit = 31 - Math.clz32(bits & -bits);
        list.push(word * 32 + bit);
        bits &= bits - 1;
      }
    }
    return list;
  }

  sides(tile: number): Sides {
    return [this.members(0, tile), this.members(1, tile), this.members(2, tile)];
  }

  all(): Sides[] {
    return Array.from({ length: this.count }, (_, tile) => this.sides(tile));
  }

  #mark(axis: Axis, tile: number, by: number): void {
    const marks = this.marks[axis];
    marks[tile] = (marks[tile] ?? 0) ^ (marks[by] ?? 0);
  }

  #flip(axis: Axis, tile: number, member: number): void {
    const words = this.#words[axis];
    const at = tile * words + (member >>> 5);
    this.#bits[axis][at] = (this.#bits[axis][at] ?? 0) ^ (1 << (member & 31));
    this.marks[axis][tile] = (this.marks[axis][tile] ?? 0) ^ (words === 1 ? 1 << member : scatter(member));
  }
}

/** Spreads a number over 32 bits. */
function scatter(number: number): number {
  let mixed = Math.imul(number + 1, 0x9e3779b1);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
