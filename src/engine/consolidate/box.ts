/** A box of permits: every source with every destination on every atom. Members are ascending numbers. */
export interface Box {
  readonly sources: readonly number[];
  readonly destinations: readonly number[];
  readonly atoms: readonly number[];
}

/** What has to be permitted between one source and one destination. */
export interface Cell {
  readonly source: number;
  readonly destination: number;
  /** Ascending. */
  readonly atoms: readonly number[];
}

/** The three axes of a box, in the order of {@link Sides}. */
export type Axis = 0 | 1 | 2;
export const SOURCES: Axis = 0;
export const DESTINATIONS: Axis = 1;
export const ATOMS: Axis = 2;
export const AXES: readonly Axis[] = [SOURCES, DESTINATIONS, ATOMS];

/** A box as three ascending lists: sources, destinations, atoms. */
export type Sides = readonly [readonly number[], readonly number[], readonly number[]];

/** Compares two lists of numbers, member by member. */
export function byMembers(a: readonly number[], b: readonly number[]): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
