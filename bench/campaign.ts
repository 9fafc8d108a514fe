import vendors from 'virtual:catalogs';
import fc from 'fast-check';
import { LAWS, type Trial, trialOf } from '../src/engine/laws/laws.ts';
import { ODD_CATALOG } from '../src/engine/laws/odd-catalog.ts';
import { randomPlans } from '../src/engine/laws/random-plan.ts';
import type { Plan } from '../src/model/plan.ts';

const catalogs = [...vendors, ODD_CATALOG];

/** What a slice of a campaign met. */
export interface Tally {
  plans: number;
  flows: number;
  openings: number;
  /** Plans in which a scope, finding code, or other thing worth meeting occurred. */
  readonly met: Map<string, number>;
}

export interface Failure {
  readonly law: string;
  readonly reason: string;
  readonly plan: Plan;
}

/** One plan in so many is also analysed in exact detail, in another order of drawing, and after an addition and its deletion. */
const EVERY = 8;

/** Tries the laws on random plans; gives the shrunk plan that breaks one, or null. */
export function campaignSlice(
  tally: Tally,
  plans: number,
  seed: number,
  limits: { interruptAfterTimeLimit?: number } = {},
): Failure | null {
  let failure: Failure | null = null;
  const result = fc.check(
    fc.property(randomPlans(catalogs), (plan) => {
      const trial = tried(plan);
      if (failure === null) count(tally, trial);
      for (const law of LAWS) {
        // Once a law is broken the shrinking stays with it.
        if (law.costly && failure === null && tally.plans % EVERY !== 0) continue;
        const reason = law.broken(trial);
        if (reason === null) continue;
        if (failure !== null && failure.law !== law.says) continue;
        failure = { law: law.says, reason, plan };
        return false;
      }
      return true;
    }),
    { numRuns: plans, seed, ...limits },
  );
  if (result.failed && failure === null) throw result.errorInstance;
  return failure;
}

function tried(plan: Plan): Trial {
  try {
    return trialOf(plan, catalogs);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.stack : String(error)}\n${JSON.stringify(plan)}`);
  }
}

function count(tally: Tally, { merged }: Trial): void {
  tally.plans += 1;
  tally.flows += merged.flows.length;
  tally.openings += merged.openings.length;
  const met = new Set([
    ...merged.flows.map((flow) => `scope ${flow.scope}`),
    ...merged.flows.filter((flow) => flow.waived).map(() => 'a waived flow'),
    ...merged.findings.map((finding) => `finding ${finding.code}`),
  ]);
  for (const thing of met) tally.met.set(thing, (tally.met.get(thing) ?? 0) + 1);
}
