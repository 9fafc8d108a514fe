import fc from 'fast-check';
import type { Catalog } from '../../model/catalog.ts';
import { type Law, trialOf } from './laws.ts';
import { randomPlans } from './random-plan.ts';

/** Another seed finds other plans; the same one finds the same. */
export const SEED = Number(process.env.PORTOLAN_SEED ?? 1);

/** How many random plans the tests try, all taken together. */
export const RUNS = Number(process.env.PORTOLAN_RUNS ?? 2000);

/** Milliseconds a test may take on a machine that is busy otherwise. */
export const PATIENCE = 300_000;

/** Tries laws on random plans. Throws with the shrunk plan and what is wrong with it where one is broken. */
export function hold(laws: readonly Law[], catalogs: readonly Catalog[], runs: number): void {
  fc.assert(
    fc.property(randomPlans(catalogs), (plan) => {
      const trial = trialOf(plan, catalogs);
      for (const law of laws) {
        const reason = law.broken(trial);
        if (reason !== null) throw new Error(`${law.says}: ${reason}\n${JSON.stringify(plan)}`);
      }
    }),
    { numRuns: Math.ceil(runs), seed: SEED },
  );
}
