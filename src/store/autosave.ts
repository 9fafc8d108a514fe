import { get, set } from 'idb-keyval';
import { readPlan } from '../model/gate.ts';
import type { Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { workspace } from './workspace.ts';

/** What is stored for one plan: its text as a file would have it, and when it was last written. */
interface StoredPlan {
  readonly text: string;
  readonly title: string;
  readonly savedAt: number;
}

/** A plan that can be gone on with. */
export interface RecentPlan {
  readonly slot: Slot;
  readonly title: string;
  readonly savedAt: number;
}

/** `current` is the plan that is worked on, `former` the one before it. */
type Slot = 'current' | 'former';

/** Milliseconds after the last edit until the plan is written, and the longest an edit may wait while editing goes on. */
const QUIET = 300;
const LONGEST = 900;

function isStored(value: unknown): value is StoredPlan {
  if (typeof value !== 'object' || value === null) return false;
  const { text, title, savedAt } = value as Record<string, unknown>;
  return typeof text === 'string' && typeof title === 'string' && typeof savedAt === 'number';
}

async function stored(slot: Slot): Promise<StoredPlan | null> {
  try {
    const value: unknown = await get(`plan/${slot}`);
    return isStored(value) ? value : null;
  } catch {
    return null;
  }
}

/** The plans that are stored in this browser, newest first. */
export async function recentPlans(): Promise<RecentPlan[]> {
  const found: RecentPlan[] = [];
  for (const slot of ['current', 'former'] as const) {
    const one = await stored(slot);
    if (one) found.push({ slot, title: one.title, savedAt: one.savedAt });
  }
  return found.sort((a, b) => b.savedAt - a.savedAt);
}

/** The stored plan of a slot, passed through the gate; null where there is none or it is damaged. */
export async function loadPlan(slot: Slot): Promise<Plan | null> {
  const one = await stored(slot);
  if (!one) return null;
  const read = readPlan(one.text);
  return read.ok ? read.plan : null;
}

/** Puts the stored current plan aside, so that it stays when another takes its place. */
export async function keepFormer(): Promise<void> {
  const current = await stored('current');
  if (current) await set('plan/former', current);
}

/** Swaps the two stored plans: the former one becomes the one that is worked on. */
export async function swapSlots(): Promise<void> {
  const [current, former] = [await stored('current'), await stored('former')];
  if (!former) return;
  await set('plan/current', former);
  if (current) await set('plan/former', current);
}

async function write(plan: Plan): Promise<void> {
  const record: StoredPlan = { text: writePlan(plan), title: plan.title, savedAt: Date.now() };
  await set('plan/current', record);
}

/**
 * Stores the open plan in this browser within a second after each edit, and at once when the page is hidden.
 * `onFailure` hears when that does not work, `onSaved` when it does. A plan that came by link is a copy of somebody else's: it is stored
 * only once it is edited, so that looking at a link takes nothing away. Gives a function that ends it.
 */
export function keepSaved(onFailure: () => void, onSaved: (plan: Plan) => void): () => void {
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let longest: ReturnType<typeof setTimeout> | undefined;
  let pending: Plan | null = null;
  let chain: Promise<void> = Promise.resolve();

  const flush = () => {
    clearTimeout(quiet);
    clearTimeout(longest);
    longest = undefined;
    const plan = pending;
    pending = null;
    if (!plan) return;
    chain = chain
      .then(() => write(plan))
      .then(
        () => onSaved(plan),
        () => onFailure(),
      );
  };
  const later = (plan: Plan) => {
    pending = plan;
    clearTimeout(quiet);
    quiet = setTimeout(flush, QUIET);
    longest ??= setTimeout(flush, LONGEST);
  };
  const unsubscribe = workspace.subscribe((state, before) => {
    if (!state.opened || state.plan === before.plan) return;
    const openedNow = state.past.length === 0 && state.future.length === 0;
    if (openedNow) {
      flush();
      if (state.origin === 'link' || state.origin === 'saved') return;
      chain = chain.then(keepFormer).catch(() => undefined);
      later(state.plan);
      return;
    }
    if (state.origin === 'link' && before.past.length === 0) chain = chain.then(keepFormer).catch(() => undefined);
    later(state.plan);
  });
  const onHidden = () => {
    if (document.visibilityState === 'hidden') flush();
  };
  document.addEventListener('visibilitychange', onHidden);
  window.addEventListener('pagehide', flush);
  return () => {
    unsubscribe();
    flush();
    document.removeEventListener('visibilitychange', onHidden);
    window.removeEventListener('pagehide', flush);
  };
}
