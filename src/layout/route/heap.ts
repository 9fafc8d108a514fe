/** A binary heap of numbered entries, cheapest first; equal costs leave in the order of their numbers. */
export class Heap {
  readonly #entries: number[] = [];
  readonly #costs: number[] = [];

  get size(): number {
    return this.#entries.length;
  }

  push(entry: number, cost: number): void {
    const entries = this.#entries;
    const costs = this.#costs;
    let index = entries.length;
    entries.push(entry);
    costs.push(cost);
    while (index > 0) {
      const above = (index - 1) >> 1;
      const aboveCost = costs[above] as number;
      const aboveEntry = entries[above] as number;
      if (aboveCost < cost || (aboveCost === cost && aboveEntry <= entry)) break;
      entries[index] = aboveEntry;
      costs[index] = aboveCost;
      index = above;
    }
    entries[index] = entry;
    costs[index] = cost;
  }

  /** The cheapest entry, taken out; -1 from an empty heap. */
  pop(): number {
    const entries = this.#entries;
    const costs = this.#costs;
    const top = entries[0];
    if (top === undefined) return -1;
    const entry = entries.pop() as number;
    const cost = costs.pop() as number;
    const size = entries.length;
    if (size === 0) return top;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= size) break;
      const right = child + 1;
      if (right < size) {
        const difference = (costs[right] as number) - (costs[child] as number);
        if (difference < 0 || (difference === 0 && (entries[right] as number) < (entries[child] as number))) child = right;
      }
      const childCost = costs[child] as number;
      if (cost < childCost || (cost === childCost && entry <= (entries[child] as number))) break;
      entries[index] = entries[child] as number;
      costs[index] = childCost;
      index = child;
    }
    entries[index] = entry;
    costs[index] = cost;
    return top;
  }
}
