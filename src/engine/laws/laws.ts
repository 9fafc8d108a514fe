import type { Catalog } from '../../model/catalog.ts';
import type { Plan } from '../../model/plan.ts';
import { analyze } from '../analyze.ts';
import type { Analysis, Crossing } from '../result.ts';
import { analysesAlike } from '../unread.ts';
import { difference, flowLines, naiveFlowLines, type OpeningPermits, openingPermits, permitLines } from './compare.ts';
import { type NaiveAnalysis, naiveAnalyze } from './naive-engine.ts';
import { runsOf } from './naive-permits.ts';
import { shuffled } from './shuffle.ts';

/** A plan with what both engines make of it. */
export interface Trial {
  readonly plan: Plan;
  readonly catalogs: readonly Catalog[];
  readonly merged: Analysis;
  readonly naive: NaiveAnalysis;
  /** What the openings of `merged` permit. */
  readonly permitted: OpeningPermits;
}

/** One promise of the engine. `broken` says how a plan breaks it, or null. */
export interface Law {
  readonly says: string;
  /** Analyses the plan anew: a campaign asks it of some plans only. */
  readonly costly?: true;
  readonly broken: (trial: Trial) => string | null;
}

/** Both engines' answers to a plan, which is frozen first: whoever changes it throws. */
export function trialOf(plan: Plan, catalogs: readonly Catalog[]): Trial {
  freeze(plan);
  const merged = analyze(plan, catalogs, { detail: 'merged' });
  return { plan, catalogs, merged, naive: naiveAnalyze(plan, catalogs), permitted: openingPermits(merged) };
}

export const LAWS: readonly Law[] = [
  {
    says: 'The flows are those of the naive engine, with scope, crossings, waivers and carriers',
    broken: ({ merged, naive }) => difference(naiveFlowLines(naive.flows), flowLines(merged)),
  },
  {
    says: 'Every flow has an id of its own',
    broken: ({ merged }) => (new Set(merged.flows.map((flow) => flow.id)).size === merged.flows.length ? null : 'two flows share an id'),
  },
  {
    says: 'The merged openings permit what the flows need at every point, and not one tuple more; no tuple stands in two of a point and phase',
    broken: ({ permitted, naive }) =>
      difference(permitLines(naive.permits), permitLines(permitted.permits)) ?? permitted.doubles[0] ?? null,
  },
  {
    says: 'The exact openings permit the same, no tuple twice, name what they serve, and are no fewer than the merged',
    costly: true,
    broken: ({ plan, catalogs, naive, merged }) => {
      const exact = analyze(plan, catalogs, { detail: 'exact' });
      const { permits, doubles } = openingPermits(exact);
      const few =
        exact.openings.length < merged.openings.length ? `${merged.openings.length} merged, ${exact.openings.length} exact` : null;
      return difference(permitLines(naive.permits), permitLines(permits)) ?? doubles[0] ?? unserved(exact) ?? untraceable(exact) ?? few;
    },
  },
  {
    says: 'The order of drawing is irrelevant: shuffled lists give the same bytes',
    costly: true,
    broken: ({ plan, catalogs, merged }) => {
      const salt = plan.hosts.length * 31 + plan.zones.length;
      return sameBytes(merged, analyze(shuffled(plan, salt), catalogs.toReversed()));
    },
  },
  {
    says: 'Adding a component and deleting it again restores the result',
    costly: true,
    broken: ({ plan, catalogs, merged }) => {
      const copy = structuredClone(plan);
      const [host] = copy.hosts;
      const [catalog] = catalogs.filter((candidate) => candidate.rules.length > 0);
      if (!host || !catalog) return null;
      const type = `${catalog.product}/${catalog.types[0]?.id}`;
      host.components.push({ id: 'added for a moment', type, settings: {}, deployment: 'default' });
      analyze(copy, catalogs);
      host.components.pop();
      return sameBytes(merged, analyze(copy, catalogs));
    },
  },
  {
    says: 'Places and the words on the cover change nothing',
    costly: true,
    broken: ({ plan, catalogs, merged }) => {
      const places = (things: readonly { id: string }[]) => new Map(things.map(({ id }, index) => [id, { x: index * 7, y: -index }]));
      const zones = [...places(plan.zones)].map(([id, at]) => [id, { ...at, width: 9, height: 9 }] as const);
      const layout = { zones: Object.fromEntries(zones), hosts: Object.fromEntries(places(plan.hosts)) };
      const moved = { ...plan, title: 'Moved', author: 'Somebody', revision: '2', description: 'Elsewhere', layout };
      if (!analysesAlike(plan, moved)) return 'a plan with things moved is taken for another';
      return sameBytes(merged, analyze(moved, catalogs));
    },
  },
  {
    says: 'The way back is the way there: crossings from a to b are those from b to a, reversed',
    broken: ({ merged }) => {
      const ways = new Map<string, string>();
      for (const flow of merged.flows.filter((candidate) => candidate.scope === 'crossing' && candidate.from.zone !== candidate.to.zone)) {
        ways.set(JSON.stringify([flow.from.zone, flow.to.zone]), JSON.stringify(flow.crossings));
        const back = ways.get(JSON.stringify([flow.to.zone, flow.from.zone]));
        if (back !== undefined && back !== JSON.stringify(reversed(flow.crossings)))
          return `${JSON.stringify(flow.crossings)} but back ${back}`;
      }
      return null;
    },
  },
  {
    says: 'Every crossing of a flow that is not waived has an opening at its point that names it, and no other opening does',
    broken: ({ merged }) => unserved(merged),
  },
  {
    says: 'Every opening names flows that need it, and every flow of an opening exists',
    broken: ({ merged }) => untraceable(merged),
  },
];

function sameBytes(a: Analysis, b: Analysis): string | null {
  if (JSON.stringify(a) === JSON.stringify(b)) return null;
  const lines = (analysis: Analysis): string[] => JSON.stringify(analysis, null, 1).split('\n');
  return difference(lines(a), lines(b)) ?? 'the same lines in another order';
}

function reversed(crossings: readonly Crossing[]): Crossing[] {
  return crossings.toReversed().map((crossing) => ({ ...crossing, fromZone: crossing.toZone, toZone: crossing.fromZone }));
}

function unserved(analysis: Analysis): string | null {
  for (const flow of analysis.flows) {
    const openings = analysis.openings.filter((opening) => opening.flows.includes(flow.id));
    const needed = flow.waived === null ? runsOf(flow.crossings) : [];
    for (const opening of openings) {
      const meant = needed.some(
        (run) =>
          run.point[0] === opening.point.kind &&
          run.point[1] === opening.point.id &&
          run.fromZone === opening.fromZone &&
          run.toZone === opening.toZone,
      );
      if (!meant) return `opening ${opening.id} at ${opening.point.id} names flow ${flow.id}, which does not cross there`;
    }
    for (const run of needed) {
      const there = openings.filter(
        (opening) =>
          opening.point.kind === run.point[0] &&
          opening.point.id === run.point[1] &&
          opening.fromZone === run.fromZone &&
          opening.toZone === run.toZone,
      );
      if (there.length === 0) return `flow ${flow.id} has no opening at ${run.point[1]}`;
    }
  }
  return null;
}

function untraceable(analysis: Analysis): string | null {
  const flows = new Set(analysis.flows.map((flow) => flow.id));
  for (const opening of analysis.openings) {
    if (opening.flows.length === 0) return `opening ${opening.id} names no flow`;
    const lost = opening.flows.find((id) => !flows.has(id));
    if (lost !== undefined) return `opening ${opening.id} names ${lost}, which is no flow`;
  }
  return null;
}

/** Makes every change of a thing or its parts throw. */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}
