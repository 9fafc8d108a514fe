import catalogs from 'virtual:catalogs';
import { analyze } from '../src/engine/analyze.ts';
import type { Analysis } from '../src/engine/result.ts';
import type { Plan } from '../src/model/plan.ts';
import { campus } from './campus.ts';

/** One size of plan: medians of the processor's milliseconds, measured alternately. */
export interface Row {
  readonly components: number;
  readonly zones: number;
  readonly flows: number;
  readonly openings: number;
  /** All records of the result. */
  readonly records: number;
  /** Whole analysis of a plan never seen before. */
  readonly analysis: number;
  /** Analysis after one group of such a plan has been given another size. */
  readonly edit: number;
  /** Merely allocating the records the analysis gives. */
  readonly allocation: number;
  /** Merely touching every pair of components for every rule; null where it was not tried. */
  readonly pairs: number | null;
}

/** Measures one size of plan. `clock` gives the processor's milliseconds so far; `withPairs` false leaves out the slow column. */
export function measure(components: number, zones: number, runs: number, withPairs: boolean, clock: () => number): Row {
  const warm = campus(components, zones, 'warm');
  const analysis = analyze(warm, catalogs);
  const types = warm.hosts.flatMap((host) => host.components.map((component) => component.type));
  const rules = catalogs.flatMap((catalog) => catalog.rules.map((rule) => ({ from: rule.from, to: rule.to })));
  const times = { analysis: [] as number[], edit: [] as number[], allocation: [] as number[], pairs: [] as number[] };
  let sink = 0;
  const time = (name: keyof typeof times, task: () => number) => {
    const started = clock();
    sink += task();
    times[name].push(clock() - started);
  };
  for (let run = 0; run < runs; run += 1) {
    // Other ids each time, so that nothing remembered of an earlier run helps.
    const plan = campus(components, zones, `run${run}-`);
    const edited = grown(plan);
    time('analysis', () => analyze(plan, catalogs).flows.length);
    time('edit', () => analyze(edited, catalogs).flows.length);
    time('allocation', () => allocate(analysis));
    if (withPairs) time('pairs', () => touchPairs(types, rules));
  }
  if (sink < 0) throw new Error('nothing was done');
  return {
    components,
    zones,
    flows: analysis.flows.length,
    openings: analysis.openings.length,
    records: allocate(analysis),
    analysis: median(times.analysis),
    edit: median(times.edit),
    allocation: median(times.allocation),
    pairs: withPairs ? median(times.pairs) : null,
  };
}

/** The plan with one machine more in its last group; everything else is the same object. */
function grown(plan: Plan): Plan {
  return { ...plan, hosts: plan.hosts.map((host, index) => (index === plan.hosts.length - 1 ? { ...host, count: host.count + 1 } : host)) };
}

/** Copies every record of the result, with the lists an opening or host has of its own, and nothing else. Gives the number of records. */
function allocate(analysis: Analysis): number {
  const { flows, openings, hosts, findings, accepted, offers, zones, boundaries, settings } = analysis;
  const plain = [flows, findings, accepted, offers, zones, boundaries, settings].map((list: readonly object[]) =>
    list.map((record) => ({ ...record })),
  );
  const lines = openings.map((opening) => ({
    ...opening,
    sources: [...opening.sources],
    destinations: [...opening.destinations],
    services: opening.services.map((service) => ({ ...service })),
    flows: [...opening.flows],
    crossings: opening.crossings.map((crossing) => ({ ...crossing })),
  }));
  const rules = hosts.map((host) => ({
    host: host.host,
    inbound: host.inbound.map((rule) => ({ ...rule })),
    outbound: host.outbound.map((rule) => ({ ...rule })),
  }));
  const ofHosts = rules.reduce((sum, { inbound, outbound }) => sum + 1 + inbound.length + outbound.length, 0);
  return plain.reduce((sum, list) => sum + list.length, 0) + lines.length + ofHosts;
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
