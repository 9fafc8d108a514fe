import catalogs from 'virtual:catalogs';
import fc from 'fast-check';
import { describe, it } from 'vitest';
import { LAWS, trialOf } from './laws.ts';
import { randomPlans } from './random-plan.ts';

const RUNS = Number(process.env.PORTOLAN_RUNS ?? 2000);

describe('laws', () => {
  it(LAWS.map((law) => law.says).join('. '), () => {
    fc.assert(
      fc.property(randomPlans(catalogs), (plan) => {
        const trial = trialOf(plan, catalogs);
        for (const law of LAWS) {
          const reason = law.broken(trial);
          if (reason !== null) throw new Error(`${law.says}: ${reason}`);
        }
      }),
      { numRuns: RUNS },
    );
  }, 600_000);
});
