import { AXES, type Axis, type Sides } from './box.ts';
import { Chance } from './chance.ts';
import { FIRST_HAS_MORE, MEET, SECOND_HAS_MORE, Tiles } from './tiles.ts';

/** How long to look. Work is counted in looks at a box, never in time, so that the result is the same everywhere. */
interface Effort {
  /** Looks at a box in all. */
  readonly looks: number;
  /** Trades without progress after which to stop. */
  readonly patience: number;
}

/** How many boxes more than the fewest known the search may hold after splitting one. */
const SLACK = 1;

/**
 * Makes fewer boxes of disjoint ones by trading permits. Where two boxes agree on one axis, are apart on a second, and one holds all the
 * other does on the third, the smaller may take its share of the larger: still two boxes, still the same permits. Now and then a box so
 * changed agrees with another on two axes; the two become one. Stops at `floor`, a number no cover can fall below.
 */
export function trade(start: readonly Sides[], sizes: readonly [number, number, number], floor: number, effort: Effort): readonly Sides[] {
  const search = new Search(start, sizes);
  search.mergeAll();
  return search.run(floor, effort);
}

class Search {
  readonly #tiles: Tiles;
  readonly #chance = new Chance();
  #looks = 0;

  constructor(start: readonly Sides[], sizes: readonly [number, number, number]) {
    this.#tiles = new Tiles(sizes, start.length + SLACK + 2);
    for (const sides of start) this.#tiles.add(sides);
  }

  run(floor: number, { looks, patience }: Effort): readonly Sides[] {
    const tiles = this.#tiles;
    const restless = Math.max(200, patience >> 4);
    let fewest = tiles.count;
    let saved: readonly Sides[] = [];
    for (let still = 0; still < patience && fewest > floor && this.#looks < looks; still += 1) {
      this.#step();
      if (tiles.count < fewest) {
        fewest = tiles.count;
        still = 0;
      } else if (still > restless && tiles.count < fewest + SLACK && this.#chance.below(100) === 0) {
        // Only a split makes more boxes: what is best until then is what there is now.
        if (saved.length !== fewest) saved = tiles.all();
        this.#split();
      }
    }
    return tiles.count > fewest ? saved : tiles.all();
  }

  mergeAll(): void {
    for (const axis of AXES) for (let tile = 0; tile < this.#tiles.count; tile += 1) this.#merge(tile, axis, tile);
  }

  /** Looks from a random box, along a random axis, for a partner to trade with. */
  #step(): void {
    const tiles = this.#tiles;
    const { count } = tiles;
    const one = this.#chance.below(count);
    const axis = this.#chance.below(3) as Axis;
    const from = this.#chance.below(count);
    const marks = tiles.marks[axis];
    const mark = marks[one];
    for (let at = 0; at < count; at += 1) {
      let other = from + at;
      if (other >= count) other -= count;
      if (marks[other] === mark && other !== one && tiles.same(axis, one, other) && this.#trade(axis, one, other)) {
        this.#looks += at;
        return;
      }
    }
    this.#looks += count;
  }

  /** Both agree on `axis`. True where they traded. */
  #trade(axis: Axis, one: number, other: number): boolean {
    const tiles = this.#tiles;
    const second = (axis === 0 ? 1 : 0) as Axis;
    const third = (axis === 2 ? 1 : 2) as Axis;
    const onSecond = tiles.relation(second, one, other);
    const onThird = tiles.relation(third, one, other);
    this.#looks += 2 + 2 * tiles.width;
    const meetSecond = (onSecond & MEET) !== 0;
    if (meetSecond === ((onThird & MEET) !== 0)) return false;
    const apart = meetSecond ? third : second;
    const shared = meetSecond ? second : third;
    const relation = meetSecond ? onSecond : onThird;
    if (relation === MEET) this.#merge(one, axis, other);
    else if ((relation & FIRST_HAS_MORE) === 0) this.#take(apart, shared, one, other);
    else if ((relation & SECOND_HAS_MORE) === 0) this.#take(apart, shared, other, one);
    else return false;
    return true;
  }

  /** `taker` grows by all `giver` has on the axis where they are apart; `giver` keeps what `taker` has not on the shared axis. */
  #take(apart: Axis, shared: Axis, taker: number, giver: number): void {
    this.#tiles.grow(apart, taker, giver);
    this.#tiles.shrink(shared, giver, taker);
    this.#merge(this.#merge(giver, shared, taker), apart, giver);
  }

  /**
   * Unites a tile that has changed on one axis with any that now agrees with it there and on another axis, as long as there is one.
   * Answers where the watched tile stands then: a removal moves the last tile.
   */
  #merge(changed: number, on: Axis, watched: number): number {
    const tiles = this.#tiles;
    let tile = changed;
    let axis = on;
    let watch = watched;
    for (let other = 0; other < tiles.count; other += 1) {
      const marks = tiles.marks[axis];
      if (marks[other] !== marks[tile] || other === tile || !tiles.same(axis, tile, other)) continue;
      const second = (axis === 0 ? 1 : 0) as Axis;
      const third = (axis === 2 ? 1 : 2) as Axis;
      const sameSecond = tiles.same(second, tile, other);
      if (!sameSecond && !tiles.same(third, tile, other)) continue;
      axis = sameSecond ? third : second;
      tiles.grow(axis, tile, other);
      tiles.remove(other);
      if (watch === other) watch = tile;
      // The last tile now stands where the removed one stood.
      if (watch === tiles.count) watch = other;
      if (tile === tiles.count) tile = other;
      this.#looks += other;
      other = -1;
    }
    this.#looks += tiles.count;
    return watch;
  }

  /** Cuts a random box in two, to leave a place where no trade helps. */
  #split(): void {
    const tiles = this.#tiles;
    const tile = this.#chance.below(tiles.count);
    const axis = this.#chance.below(3) as Axis;
    const members = tiles.members(axis, tile);
    const part = members.filter(() => this.#chance.below(2) === 0);
    if (part.length > 0 && part.length < members.length) tiles.split(tile, axis, part);
  }
}
