import catalogs from 'virtual:catalogs';
import { expose } from 'comlink';
import { analyze } from '../engine/analyze.ts';
import type { Analysis } from '../engine/result.ts';
import type { Plan } from '../model/plan.ts';

/** What the page may ask this worker. */
const engine = {
  /** The whole analysis of a plan with the catalogs of this build. */
  analyze(plan: Plan): Analysis {
    return analyze(plan, catalogs);
  },
};
export type Engine = typeof engine;

expose(engine);
