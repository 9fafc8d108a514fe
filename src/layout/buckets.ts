import type { Box } from './geometry.ts';

const SIZE = 128;

/** Things by where they lie, so that only near ones are looked at. */
export class Buckets<T> {
  readonly #cells = new Map<number, T[]>();

  /** Remembers a thing in every cell its box touches. */
  add(box: Box, thing: T): void {
    for (const cell of cellsOf(box)) {
      const list = this.#cells.get(cell);
      if (list) list.push(thing);
      else this.#cells.set(cell, [thing]);
    }
  }

  /** Every thing whose cells the box touches, each once, in the order it was added within a cell. */
  near(box: Box): Iterable<T> {
    const cells = cellsOf(box);
    const first = cells[0];
    if (cells.length === 1 && first !== undefined) return this.#cells.get(first) ?? [];
    const found = new Set<T>();
    for (const cell of cells) for (const thing of this.#cells.get(cell) ?? []) found.add(thing);
    return found;
  }
}

function cellsOf(box: Box): number[] {
  const cells: number[] = [];
  const right = Math.floor((box.x + box.width) / SIZE);
  const bottom = Math.floor((box.y + box.height) / SIZE);
  for (let x = Math.floor(box.x / SIZE); x <= right; x += 1) {
    for (let y = Math.floor(box.y / SIZE); y <= bottom; y += 1) cells.push((x + 500_000) * 1_000_003 + y);
  }
  return cells;
}
