import vendors from 'virtual:catalogs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyze } from '../analyze.ts';
import { hold, PATIENCE, RUNS, SEED } from './hold.ts';
import { hostilePlans } from './hostile-plan.ts';
import { freeze, LAWS } from './laws.ts';
import { ODD_CATALOG } from './odd-catalog.ts';
import { shuffled } from './shuffle.ts';

const catalogs = [...vendors, ODD_CATALOG];

describe('every plan, analysed again', () => {
  const laws = LAWS.filter((law) => law.costly);
  it(laws.map((law) => law.says).join('. '), () => hold(laws, catalogs, RUNS / 8), PATIENCE);
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
        { numRuns: Math.ceil(RUNS / 4), seed: SEED },
      );
    },
    PATIENCE,
  );
});
