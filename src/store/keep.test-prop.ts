import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fullDiskTrial, killTrial, tabsTrial } from './trial/tabs.ts';
import { undoTrial } from './trial/undo.ts';

/** How many of each; `bench/keep.md` records more. */
const UNDO = Number(process.env.PORTOLAN_UNDO ?? 100);
const TABS = Number(process.env.PORTOLAN_TABS ?? 60);
const KILLS = Number(process.env.PORTOLAN_KILLS ?? 100);
const SEED = Number(process.env.PORTOLAN_SEED ?? 1);
const LONG = 3_600_000;

test(
  `undo is exact, before and after the page is loaded anew: ${UNDO} runs of 100 edits`,
  async () => {
    const runs = fc.asyncProperty(fc.array(fc.nat(100_000), { minLength: 100, maxLength: 100 }), async (choices) => {
      expect(await undoTrial(choices)).toBeNull();
    });
    await fc.assert(runs, { numRuns: UNDO, seed: SEED });
  },
  LONG,
);

test(
  `no edit is lost between tabs: ${TABS} interleavings`,
  async () => {
    let forked = 0;
    for (let number = 0; number < TABS; number += 1) {
      const { wrong, plans } = await tabsTrial(SEED * 1_000_003 + number);
      expect(wrong, `seed ${SEED * 1_000_003 + number}`).toBeNull();
      if (plans > 1) forked += 1;
    }
    // A campaign in which no tab ever met another would prove nothing.
    expect(forked).toBeGreaterThan(TABS / 10);
  },
  LONG,
);

test(
  `a killed tab loses a second at most: ${KILLS} kills`,
  async () => {
    for (let number = 0; number < KILLS; number += 1)
      expect(await killTrial(SEED * 1_000_003 + number), `seed ${SEED * 1_000_003 + number}`).toBeNull();
  },
  LONG,
);

test('a full disk is told within a second, and tried again until there is room', async () => {
  for (let number = 0; number < 50; number += 1)
    expect(await fullDiskTrial(SEED * 1_000_003 + number), `seed ${SEED * 1_000_003 + number}`).toBeNull();
});
