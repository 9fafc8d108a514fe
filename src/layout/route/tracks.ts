import type { Box } from '../geometry.ts';

/** A straight piece of a line that is already drawn: `at` on the other axis, from `low` to `high`. */
export interface Track {
  readonly at: number;
  readonly low: number;
  readonly high: number;
}

export interface Corner {
  readonly x: number;
  readonly y: number;
}

/** The straight pieces of all lines drawn so far, so that the next one keeps its distance. */
export class Tracks {
  readonly #horizontal: Track[] = [];
  readonly #vertical: Track[] = [];

  /** Remembers the pieces of a line. */
  add(corners: readonly Corner[]): void {
    for (let index = 1; index < corners.length; index += 1) {
      const a = corners[index - 1] as Corner;
      const b = corners[index] as Corner;
      if (a.y === b.y && a.x !== b.x) this.#horizontal.push({ at: a.y, low: Math.min(a.x, b.x), high: Math.max(a.x, b.x) });
      else if (a.x === b.x && a.y !== b.y) this.#vertical.push({ at: a.x, low: Math.min(a.y, b.y), high: Math.max(a.y, b.y) });
    }
  }

  /** The pieces that touch the bounds. */
  within(bounds: Box): { readonly horizontal: readonly Track[]; readonly vertical: readonly Track[] } {
    const right = bounds.x + bounds.width;
    const bottom = bounds.y + bounds.height;
    return {
      horizontal: this.#horizontal.filter((t) => t.at >= bounds.y - 12 && t.at <= bottom + 12 && t.low <= right && t.high >= bounds.x),
      vertical: this.#vertical.filter((t) => t.at >= bounds.x - 12 && t.at <= right + 12 && t.low <= bottom && t.high >= bounds.y),
    };
  }
}
