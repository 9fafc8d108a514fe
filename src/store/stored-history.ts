import { readPlan } from '../model/gate.ts';
import type { Plan } from '../model/plan.ts';
import { packPlan } from '../model/write-plan.ts';
import type { EditName } from './edit-names.ts';

/**
 * What makes the text of one field of a plan out of the text of its neighbour in the history: so many characters are kept at the start,
 * so many at the end, and the text comes between. An empty text stands for a field that is not there.
 */
export type Splice = readonly [field: string, start: number, end: number, text: string];

/** One step of the history as it is kept: the name of the edit, and what makes its plan out of the plan of the step nearer to now. */
export interface StoredStep {
  readonly name: EditName;
  readonly change: readonly Splice[];
}

/** A step in memory, as the workspace has it. */
interface Step {
  readonly name: EditName;
  readonly plan: Plan;
}

/** Steps kept beside a plan in each direction, and the characters they may take together. */
const MOST_STEPS = 100;
const MOST_TEXT = 256 * 1024;

type Fields = ReadonlyMap<string, string>;

/** The top-level fields of a plan, each as canonical JSON text. The last few are remembered: neighbours are asked for in turn. */
const recent: { readonly plan: Plan; readonly fields: Fields }[] = [];
function fieldsOf(plan: Plan): Fields {
  const known = recent.find((one) => one.plan === plan);
  if (known) return known.fields;
  const packed = JSON.parse(packPlan(plan)) as Record<string, unknown>;
  const fields = new Map(Object.entries(packed).map(([name, value]) => [name, JSON.stringify(value)]));
  recent.unshift({ plan, fields });
  recent.length = Math.min(recent.length, 3);
  return fields;
}

/** What was last found to lead to a plan, as long as it lives: most steps are asked for at every save. */
const changes = new WeakMap<Plan, { readonly from: Plan; readonly change: readonly Splice[] }>();

function changeBetween(from: Plan, to: Plan): readonly Splice[] {
  const known = changes.get(to);
  if (known?.from === from) return known.change;
  const old = fieldsOf(from);
  const now = fieldsOf(to);
  const change = [...new Set([...old.keys(), ...now.keys()])].flatMap((field): Splice[] => {
    const [a, b] = [old.get(field) ?? '', now.get(field) ?? ''];
    return a === b ? [] : [[field, ...spliceOf(a, b)]];
  });
  changes.set(to, { from, change });
  return change;
}

function spliceOf(a: string, b: string): [number, number, string] {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [start, end, b.slice(start, b.length - end)];
}

/**
 * The newest steps of one direction as they are kept: `steps` ends with the one nearest to `plan`. The same for past and future.
 * Older steps are left out where there are too many or they are too long.
 */
export function storedSteps(plan: Plan, steps: readonly Step[]): StoredStep[] {
  const kept: StoredStep[] = [];
  let room = MOST_TEXT;
  let from = plan;
  for (const step of steps.slice(-MOST_STEPS).reverse()) {
    const change = changeBetween(from, step.plan);
    room -= change.reduce((sum, [field, , , text]) => sum + field.length + text.length + 16, 32);
    if (room < 0) break;
    kept.push({ name: step.name, change });
    from = step.plan;
  }
  return kept.reverse();
}

/**
 * The steps again, nearest to `plan` first: each plan is made from the one before and passes the gate like every other.
 * Ends at the first that does not; parts that did not change are shared with the plan before.
 */
export function* restoredSteps(plan: Plan, steps: readonly StoredStep[]): Generator<Step, void> {
  let from = plan;
  let fields = fieldsOf(plan);
  for (const { name, change } of [...steps].reverse()) {
    const next = new Map(fields);
    for (const [field, start, end, text] of change) {
      const old = fields.get(field) ?? '';
      if (start + end > old.length) return;
      const made = old.slice(0, start) + text + old.slice(old.length - end);
      if (made === '') next.delete(field);
      else next.set(field, made);
    }
    const read = readPlan(`{${[...next].map(([field, text]) => `${JSON.stringify(field)}:${text}`).join(',')}}`);
    if (!read.ok) return;
    const before = from;
    const same = [...Object.keys(read.plan)].filter((field) => !change.some(([changed]) => changed === field));
    from = { ...read.plan, ...Object.fromEntries(same.flatMap((field) => (Object.hasOwn(from, field) ? [[field, from[field]]] : []))) };
    fields = next;
    // The next save asks for the same change.
    changes.set(from, { from: before, change });
    yield { name, plan: from };
  }
}
