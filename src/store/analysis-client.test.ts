import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { keepAnalysisCurrent } from './analysis-client.ts';
import { workspace } from './workspace.ts';

/** Workers as they were started, with what each was asked and how to answer. */
const workers: { asked: { plan: Plan; answer: (analysis: unknown) => void }[]; ended: boolean }[] = [];

vi.mock('./start-engine.ts', () => ({
  startEngine: () => {
    const worker = { asked: [], ended: false, terminate: () => Object.assign(worker, { ended: true }) };
    workers.push(worker as never);
    return worker;
  },
}));
vi.mock('comlink', () => ({
  wrap: (worker: (typeof workers)[number]) => ({
    analyze: (plan: Plan) => new Promise((answer) => worker.asked.push({ plan, answer })),
  }),
}));

const state = () => workspace.getState();
/** Lets answers arrive. */
const settle = () => vi.advanceTimersByTimeAsync(0);
let end = () => {};

beforeEach(() => {
  vi.useFakeTimers();
  workers.length = 0;
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

function begin(origin: 'link' | 'file' | 'blank'): void {
  state().open(emptyPlan('Test'), origin);
  end = keepAnalysisCurrent();
}

describe('the worker of the engine', () => {
  it.each(['link', 'file'] as const)('is ended when a plan from a %s keeps it busy for ten seconds', async (origin) => {
    begin(origin);
    await vi.advanceTimersByTimeAsync(9_999);
    expect([workers[0]?.ended, state().analysisState]).toEqual([false, 'behind']);
    await vi.advanceTimersByTimeAsync(1);
    expect([workers[0]?.ended, state().analysisState]).toEqual([true, 'failed']);
  });

  it('takes its time with a plan of one’s own', async () => {
    begin('blank');
    await vi.advanceTimersByTimeAsync(60_000);
    expect([workers[0]?.ended, state().analysisState]).toEqual([false, 'behind']);
  });

  it('is asked about the newest plan once an answer came too late', async () => {
    begin('blank');
    state().edit('addZone', (plan) => ({
      ...plan,
      zones: [...plan.zones, { id: 'z', kind: 'internal', cidrs: [], filtering: true, intraZone: 'open' }],
    }));
    workers[0]?.asked[0]?.answer({ flows: 'old' });
    await settle();
    expect(state().analysis).not.toEqual({ flows: 'old' });
    expect(workers[0]?.asked[1]?.plan).toBe(state().plan);
  });

  it('has an answer taken that comes while things are only moved about', async () => {
    begin('blank');
    state().edit('move', (plan) => ({ ...plan, layout: { zones: {}, hosts: { h: { x: 1, y: 2 } } } }));
    const answer = { flows: [], openings: [], findings: [] };
    workers[0]?.asked[0]?.answer(answer);
    await settle();
    expect(state().analysis).toBe(answer);
    expect(workers[0]?.asked).toHaveLength(1);
  });
});
