/** A fixed sequence that looks like chance: the same calls always give the same numbers. */
export class Chance {
  #state: number;

  constructor(seed = 0) {
    this.#state = 0x2545f491 ^ Math.imul(seed, 0x9e3779b1) || 1;
  }

  /** A number from 0 to below `limit`. */
  below(limit: number): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state;
    return (state >>> 0) % limit;
  }
}
