import { emptyPlan, type Plan } from '../../model/plan.ts';
import { writePlan } from '../../model/write-plan.ts';
import { Library } from '../library.ts';
import { readPlanRecord } from '../records.ts';
import { restoredSteps } from '../stored-history.ts';
import { createWorkspace } from '../workspace.ts';
import { memoryShelf } from './memory-shelf.ts';
import { randomEdit } from './random-edit.ts';

/**
 * Makes the edits the numbers decide, undoing and redoing between them, then goes back to the start and forward to the end; then the same
 * after the plan was kept and read again. Gives what is wrong, null where nothing is.
 */
export async function undoTrial(choices: readonly number[]): Promise<string | null> {
  const workspace = createWorkspace();
  const now = () => workspace.getState();
  now().open(emptyPlan('Trial'), 'blank');
  const states: Plan[] = [now().plan];
  for (const choice of choices) {
    const { past, plan } = now();
    now().edit('changePlan', (before) => randomEdit(before, choice));
    if (now().plan !== plan) states.splice(past.length + 1, states.length, now().plan);
    if (choice % 11 === 0) now().undo();
    if (choice % 22 === 0) now().redo();
  }
  const texts = states.map(writePlan);
  const inMemory = walk(workspace, (plan, at) => plan === states[at]);
  if (inMemory !== null) return inMemory;

  // Somewhere in the middle the page is loaded anew.
  for (let back = (choices[0] ?? 0) % states.length; back > 0; back -= 1) now().undo();
  const shelf = memoryShelf();
  const library = new Library(shelf);
  const kept = await library.save(null, now());
  const found = kept && (await library.plan(kept.id));
  if (!found) return 'the kept plan cannot be read';
  const record = readPlanRecord([...shelf.records.values()][0]);
  if (!record.ok) return 'the record cannot be read';
  const past = [...restoredSteps(found.plan, record.record.past)].reverse();
  const future = [...restoredSteps(found.plan, record.record.future)].reverse();
  if (past.length !== now().past.length || future.length !== now().future.length) return 'steps are missing after loading';
  if (past.some((step, at) => step.name !== now().past[at]?.name)) return 'a step has another name after loading';
  now().open(found.plan, 'saved', { kept, past, future });
  return walk(workspace, (plan, at) => writePlan(plan) === texts[at]);
}

/** Redoes all, undoes all, redoes all, and asks at every state whether it is the one it was. */
function walk(workspace: ReturnType<typeof createWorkspace>, same: (plan: Plan, at: number) => boolean): string | null {
  const now = () => workspace.getState();
  while (now().future.length > 0) now().redo();
  for (let at = now().past.length; ; at -= 1) {
    if (!same(now().plan, at)) return `undo gives another state ${at}`;
    if (at === 0) break;
    now().undo();
  }
  for (let at = 0; now().future.length > 0; at += 1) {
    if (!same(now().plan, at)) return `redo gives another state ${at}`;
    now().redo();
  }
  return same(now().plan, now().past.length) ? null : 'redo gives another end';
}
