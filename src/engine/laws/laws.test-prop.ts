import vendors from 'virtual:catalogs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze.ts';
import { hostilePlans } from './hostile-plan.ts';
import { freeze, LAWS, type Law, trialOf } from './laws.ts';
import { ODD_CATALOG } from './odd-catalog.ts';
import { randomPlans } from './random-plan.ts';
import { shuffled } from './shuffle.ts';

const catalogs = [...vendors, ODD_CATALOG];
const RUNS = Number(process.env.PORTOLAN_RUNS ?? 2000);
/** Laws that analyse a plan anew are asked of one plan in so many. */
const SELDOM = 10;
const PATIENCE = 300_000;

function hold(laws: readonly Law[], runs: number): void {
  fc.assert(
    fc.property(randomPlans(catalogs), (plan) => {
      const trial = trialOf(plan, catalogs);
      for (const law of laws) expect(law.broken(trial), law.says).toBeNull();
    }),
    { numRuns: runs },
  );
}

describe('every random plan', () => {
  it(
    'keeps the laws that compare with the naive engine, openings with flows, and ways with ways back',
    () =>
      hold(
        LAWS.filter((law) => !law.costly),
        RUNS,
      ),
    PATIENCE,
  );

  it.each(LAWS.filter((law) => law.costly).map((law) => [law.says, law] as const))(
    '%s',
    (_says, law) => hold([law], Math.ceil(RUNS / SELDOM)),
    PATIENCE,
  );
});

describe('every plan the schema admits', () => {
  it(
    'is analysed without a throw, unchanged, and alike in any order of drawing',
    () => {
      fc.assert(
        fc.property(hostilePlans(catalogs), fc.nat(), (plan, salt) => {
          freeze(plan);
          const analysis = analyze(plan, catalogs);
          expect(analyze(shuffled(plan, salt), catalogs)).toEqual(analysis);
        }),
        { numRuns: Math.ceil(RUNS / 4) },
      );
    },
    PATIENCE,
  );
});
