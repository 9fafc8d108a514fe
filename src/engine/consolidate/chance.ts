/** A fixed sequence that looks like chance: the same calls always give the same numbers. */
export class Chance {
  #state = 0x2545f491;

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
