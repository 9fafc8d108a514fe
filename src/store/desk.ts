import { type Autosave, keepSaved, type Surroundings, type Written } from './autosave.ts';
import { Library } from './library.ts';
import type { PlanRecord } from './records.ts';
import { browserShelf } from './shelf.ts';
import { workspace } from './workspace.ts';

/** The plans kept in this browser. */
export const library = new Library(browserShelf());

/** Which plan was on the desk, for this tab and for the next one that is opened. */
const LAST = 'portolan.desk';

/** Where a closing page puts aside what it has not written yet, by the id of the plan: the database answers too late for it. */
const ASIDE = 'portolan.aside.';

let autosave: Autosave | null = null;
let channel: BroadcastChannel | null = null;

function isWritten(data: unknown): data is Written {
  if (typeof data !== 'object' || data === null) return false;
  const { id, edit } = data as Record<string, unknown>;
  return typeof id === 'string' && typeof edit === 'number';
}

/** Keeps the plan on the desk, and hears of other tabs. `onState` and `onFork` as for the autosave. Gives a function that ends it. */
export function keepDesk({ onState, onFork }: Pick<Surroundings, 'onState' | 'onFork'>): () => void {
  channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('portolan.plans');
  const keeper = keepSaved({
    library,
    workspace,
    later: (milliseconds, call) => {
      const timer = setTimeout(call, milliseconds);
      return () => clearTimeout(timer);
    },
    tell: (written) => {
      channel?.postMessage(written);
      forget(written.id);
    },
    onState,
    onFork,
  });
  autosave = keeper;
  if (channel) channel.onmessage = ({ data }: MessageEvent<unknown>) => void (isWritten(data) && keeper.hear(data));
  const unsubscribe = workspace.subscribe(({ kept }, before) => {
    if (kept && kept.id !== before.kept?.id) remember(kept.id);
  });
  const flush = () => void keeper.flush();
  const onHidden = () => document.visibilityState === 'hidden' && flush();
  document.addEventListener('visibilitychange', onHidden);
  const onClose = () => {
    keeper.unwritten().forEach(putAside);
    flush();
  };
  window.addEventListener('pagehide', onClose);
  return () => {
    unsubscribe();
    keeper.end();
    autosave = null;
    channel?.close();
    channel = null;
    document.removeEventListener('visibilitychange', onHidden);
    window.removeEventListener('pagehide', onClose);
  };
}

function putAside(record: PlanRecord): void {
  try {
    localStorage.setItem(ASIDE + record.id, JSON.stringify(record));
  } catch {
    // No room there either: the last second is lost.
  }
}

function forget(id: string): void {
  try {
    localStorage.removeItem(ASIDE + id);
  } catch {
    // Storage is switched off: nothing was put aside.
  }
}

/** Brings what earlier pages put aside into the library. */
async function bringInAside(): Promise<void> {
  let aside: (readonly [string, string])[] = [];
  try {
    aside = Object.entries(localStorage).filter(([key]) => key.startsWith(ASIDE));
  } catch {
    // Storage is switched off.
  }
  for (const [key, text] of aside) {
    let record: unknown = null;
    try {
      record = JSON.parse(text);
    } catch {
      // Half a record: its plan is in the library as it was before.
    }
    await library.bringIn(record);
    localStorage.removeItem(key);
  }
}

function remember(id: string): void {
  try {
    sessionStorage.setItem(LAST, id);
    localStorage.setItem(LAST, id);
  } catch {
    // Storage may be switched off: the newest plan is opened next time.
  }
}

function remembered(): string | null {
  try {
    return sessionStorage.getItem(LAST) ?? localStorage.getItem(LAST);
  } catch {
    return null;
  }
}

/** Puts a kept plan on the desk, with its undo steps. `fell-back` where its last write was damaged and the one before is opened. */
export async function openKept(id: string): Promise<'opened' | 'fell-back' | 'unreadable'> {
  await autosave?.flush();
  const found = await library.plan(id);
  if (!found) return 'unreadable';
  workspace.getState().open(found.plan, 'saved', { kept: found.kept });
  autosave?.recall(found.record);
  return found.fellBack ? 'fell-back' : 'opened';
}

/** The id of the plan that was last on the desk in this tab, else in any, else of the newest; null where none is kept. */
export async function lastKept(): Promise<string | null> {
  await library.adopt();
  await bringInAside();
  const last = remembered();
  if (last !== null && (await library.plan(last))) return last;
  return (await library.plans()).find((plan) => plan.trouble === null)?.id ?? null;
}

/** The plan before the one on the desk: its title and what brings it back. Null where there is none. */
export async function formerPlan(): Promise<{ readonly title: string; readonly open: () => Promise<unknown> } | null> {
  const former = autosave?.former() ?? null;
  if (former) return { title: former.plan.title, open: async () => autosave?.back() };
  const open = workspace.getState().kept?.id;
  const known = await lastKept();
  const id =
    known !== null && known !== open ? known : (await library.plans()).find((plan) => plan.trouble === null && plan.id !== open)?.id;
  if (id === undefined) return null;
  const found = await library.plan(id);
  return found && { title: found.plan.title, open: () => openKept(id) };
}

/** Writes what is not written yet. Others read the library after it. */
export async function settle(): Promise<void> {
  await autosave?.flush();
}

/** Gives a kept plan another title, and tells the tabs that have it open. */
export async function renameKept(id: string, title: string): Promise<void> {
  await autosave?.flush();
  const kept = await library.rename(id, title);
  if (kept === null) throw new Error('The plan cannot be written');
  channel?.postMessage(kept satisfies Written);
}

/** Keeps the plan on the desk although nobody has edited it yet. Gives its id, null where that does not work. */
export async function keepNow(): Promise<string | null> {
  await autosave?.flush();
  return (await autosave?.keep())?.id ?? null;
}
