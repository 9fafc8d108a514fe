import { readPlan } from '../../model/gate.ts';
import type { Side } from '../../store/comparing.ts';
import type { PlanEntry } from '../../store/library.ts';
import type { RevisionRecord } from '../../store/records.ts';

/** A revision as one side of a comparison; its plan is null where it does not pass the gate. */
export function sideOfRevision({ id, name, savedAt, text }: RevisionRecord): Side {
  const read = readPlan(text);
  return { id: `revision:${id}`, name, savedAt, plan: read.ok ? read.plan : null };
}

/** A kept plan as one side of a comparison. */
export function sideOfPlan({ id, title, savedAt, text }: PlanEntry): Side {
  const read = readPlan(text);
  return { id: `plan:${id}`, name: title, savedAt, plan: read.ok ? read.plan : null };
}
