import type { Plan } from '../model/plan.ts';
import { type PlanChange, planChanges } from '../model/plan-changes.ts';
import { causesOf } from './causes.ts';
import { compare, type Difference } from './compare.ts';
import type { Analysis, Opening } from './result.ts';

/** One line of a change sheet: what to do, what has to be there then (or no longer), what was there, and what in the plan is behind it. */
export interface DifferenceLine {
  readonly what: 'added' | 'removed' | 'changed';
  readonly opening: Opening;
  /** What a changed line replaces. */
  readonly old: Opening | null;
  readonly causes: readonly PlanChange[];
}

/** Two plans side by side. */
export interface Comparison {
  readonly before: { readonly plan: Plan; readonly analysis: Analysis };
  readonly after: { readonly plan: Plan; readonly analysis: Analysis };
  readonly changes: readonly PlanChange[];
  readonly difference: Difference;
  /** Added, then changed, then removed. */
  readonly lines: readonly DifferenceLine[];
}

/** What lies between two plans: in the plan itself, in its openings, and which of the one caused which of the other. */
export function compared(before: Comparison['before'], after: Comparison['after']): Comparison {
  const changes = planChanges(before.plan, after.plan);
  const difference = compare(before.analysis, after.analysis);
  const causesOfBoth = (old: Opening, now: Opening) => [
    ...new Set([...causesOf(now, after.analysis, changes), ...causesOf(old, before.analysis, changes)]),
  ];
  const lines: DifferenceLine[] = [
    ...difference.add.map((opening) => ({
      what: 'added' as const,
      opening,
      old: null,
      causes: causesOf(opening, after.analysis, changes),
    })),
    ...difference.change.map((change) => ({
      what: 'changed' as const,
      opening: change.new,
      old: change.old,
      causes: causesOfBoth(change.old, change.new),
    })),
    ...difference.remove.map((opening) => ({
      what: 'removed' as const,
      opening,
      old: null,
      causes: causesOf(opening, before.analysis, changes),
    })),
  ];
  return { before, after, changes, difference, lines };
}

/**
 * The analysis that a configuration of the change is written from. To add: the newer plan with the openings that are new or replace
 * others. To remove: the older plan with those that go or are replaced. What is removed permits nothing that stays or is added.
 */
export function partOfChange(before: Comparison['before'], after: Comparison['after'], what: 'add' | 'remove'): Comparison['after'] {
  const { add, remove, change } = compare(before.analysis, after.analysis);
  const { plan, analysis } = what === 'add' ? after : before;
  const openings = what === 'add' ? [...add, ...change.map((one) => one.new)] : [...remove, ...change.map((one) => one.old)];
  return { plan, analysis: { ...analysis, openings } };
}
