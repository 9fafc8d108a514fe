import { type Remote, wrap } from 'comlink';
import { analysesAlike } from '../engine/unread.ts';
import type { Plan } from '../model/plan.ts';
import type { Engine } from '../worker/engine.worker.ts';
import { startEngine } from './start-engine.ts';
import { workspace } from './workspace.ts';

/** How long a plan that came from elsewhere may keep the worker busy before it is ended. */
const STRANGER_LIMIT = 10_000;

interface Running {
  readonly worker: Worker;
  readonly engine: Remote<Engine>;
}

function start(): Running {
  const worker = startEngine();
  return { worker, engine: wrap<Engine>(worker) };
}

/**
 * Keeps the analysis of the open plan current: every edit asks the worker again, one question at a time, always about the newest plan.
 * An answer about an older plan is dropped, unless nothing the engine reads has changed since. Gives a function that ends it.
 */
export function keepAnalysisCurrent(): () => void {
  let running: Running | null = null;
  let asked: Plan | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let ended = false;

  const fail = (plan: Plan) => {
    running?.worker.terminate();
    running = null;
    asked = null;
    if (ended) return;
    if (analysesAlike(workspace.getState().plan, plan)) workspace.getState().setAnalysisState('failed');
    else ask();
  };

  const ask = () => {
    const { plan, opened, origin, analysisState } = workspace.getState();
    if (ended || asked || !opened || analysisState !== 'behind') return;
    asked = plan;
    running ??= start();
    const { worker, engine } = running;
    worker.onerror = () => {
      clearTimeout(limit);
      fail(plan);
    };
    if (origin === 'link' || origin === 'file') limit = setTimeout(() => fail(plan), STRANGER_LIMIT);
    engine.analyze(plan).then(
      (analysis) => {
        if (running?.worker !== worker) return;
        clearTimeout(limit);
        asked = null;
        if (ended) return;
        if (analysesAlike(workspace.getState().plan, plan)) workspace.getState().setAnalysis(analysis);
        else ask();
      },
      () => {
        if (running?.worker !== worker) return;
        clearTimeout(limit);
        fail(plan);
      },
    );
  };

  const unsubscribe = workspace.subscribe((state, before) => {
    if (state.plan !== before.plan || state.opened !== before.opened || state.analysisState !== before.analysisState) ask();
  });
  ask();
  return () => {
    ended = true;
    unsubscribe();
    clearTimeout(limit);
    running?.worker.terminate();
  };
}
