import catalogs from 'virtual:catalogs';
import { analyze } from '../src/engine/analyze.ts';
import type { Analysis } from '../src/engine/result.ts';
import { campus } from './campus.ts';

/** One size of plan: medians of the processor's milliseconds, measured alternately. */
export interface Row {
  readonly components: number;
  readonly zones: number;
  readonly flows: number;
  readonly openings: number;
  /** Whole analysis. */
  readonly analysis: number;
  /** Merely allocating the records it gives. */
  readonly allocation: number;
  /** Merely touching every pair of components for every rule. */
  readonly pairs: number;
}

/** Measures one size of plan. `clock` gives the processor's milliseconds so far. */
export function measure(components: number, zones: number, runs: number, clock: () => number): Row {
  const plan = campus(components, zones);
  const analysis = analyze(plan, catalogs);
  const types = plan.hosts.flatMap((host) => host.components.map((component) => component.type));
  const rules = catalogs.flatMap((catalog) => catalog.rules.map((rule) => ({ from: rule.from, to: rule.to })));
  const tasks = {
    analysis: () => analyze(plan, catalogs).flows.length,
    allocation: () => allocate(analysis),
    pairs: () => touchPairs(types, rules),
  };
  const times = { analysis: [] as number[], allocation: [] as number[], pairs: [] as number[] };
  let sink = 0;
  for (let run = 0; run < runs; run += 1) {
    for (const name of ['analysis', 'allocation', 'pairs'] as const) {
      const started = clock();
      sink += tasks[name]();
      times[name].push(clock() - started);
    }
  }
  if (sink < 0) throw new Error('nothing was done');
  return {
    components,
    zones,
    flows: analysis.flows.length,
    openings: analysis.openings.length,
    analysis: median(times.analysis),
    allocation: median(times.allocation),
    pairs: median(times.pairs),
  };
}

/** Copies every record of the result, field by field, and nothing else. */
function allocate(analysis: Analysis): number {
  const flows = analysis.flows.map((flow) => ({ ...flow }));
  const openings = analysis.openings.map((opening) => ({ ...opening }));
  const hosts = analysis.hosts.map((host) => ({
    host: host.host,
    inbound: host.inbound.map((rule) => ({ ...rule })),
    outbound: host.outbound.map((rule) => ({ ...rule })),
  }));
  return flows.length + openings.length + hosts.length;
}

/** What an engine without any index would do at least: compare the types of every pair for every rule. */
function touchPairs(types: readonly string[], rules: readonly { from: readonly string[]; to: readonly string[] }[]): number {
  let met = 0;
  for (const rule of rules)
    for (const from of types) {
      const left = rule.from.some((type) => from.endsWith(type));
      for (const to of types) if (left && rule.to.some((type) => to.endsWith(type))) met += 1;
    }
  return met;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
