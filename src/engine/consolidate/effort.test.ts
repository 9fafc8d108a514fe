import { describe, expect, it } from 'vitest';
import { identify } from '../identity.ts';
import type { Sides } from './box.ts';
import { trade } from './trade.ts';
import { smallCases } from './trial/cases.ts';

/** Sheets of one plan must not differ between two builds by accident: another search is another sheet, and is chosen knowingly. */
describe('trading with little effort', () => {
  const CASES = smallCases(12, [9, 8, 7], 3).map(({ cells, sizes }) => ({
    sizes,
    single: cells.flatMap(({ source, destination, atoms }) => atoms.map((atom): Sides => [[source], [destination], [atom]])),
  }));
  const sizesOf = (looks: number, patience: number) => CASES.map(({ single, sizes }) => trade(single, sizes, 0, { looks, patience }));

  it('never gets worse with more of it', () => {
    const few = sizesOf(0, 0);
    const some = sizesOf(4_000, 400);
    const more = sizesOf(40_000, 4_000);
    for (const [index, boxes] of more.entries()) {
      expect(some[index]?.length).toBeLessThanOrEqual(few[index]?.length ?? 0);
      expect(boxes.length).toBeLessThanOrEqual(some[index]?.length ?? 0);
    }
  });

  it('comes to the very same boxes in every build', () => {
    expect(identify(sizesOf(4_000, 400) as never)).toBe('b622e88b8202816158e4');
    expect(identify(sizesOf(40_000, 4_000) as never)).toBe('afc9420879743347e460');
  });
});
