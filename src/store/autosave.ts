import type { StoreApi } from 'zustand/vanilla';
import { type Kept, type Library, newId, nextRecord, type Work } from './library.ts';
import type { PlanRecord } from './records.ts';
import { pruned } from './selection.ts';
import { restoredSteps } from './stored-history.ts';
import type { HistoryStep, Workspace } from './workspace.ts';

/** Whether the plan on the desk is kept: `new` is one that nobody edited yet. */
export type SavingState = 'new' | 'saving' | 'saved' | 'failed';

/** What one tab tells the others: this plan has been written so many times. */
export interface Written {
  readonly id: string;
  readonly edit: number;
}

/** What the autosave works with. Tests bring their own clock, shelf and channel. */
export interface Surroundings {
  readonly library: Library;
  readonly workspace: StoreApi<Workspace>;
  /** Calls back after so many milliseconds. Gives what calls that off. */
  readonly later: (milliseconds: number, call: () => void) => () => void;
  readonly tell: (written: Written) => void;
  readonly onState: (state: SavingState) => void;
  /** The plan was edited in two tabs at once: this tab goes on with a copy. */
  readonly onFork: () => void;
}

/** A plan that was on the desk before, in memory: it can go back there whatever became of the disk. */
interface Former extends Work {
  readonly kept: Kept | null;
}

export interface Autosave {
  /** Writes what is not written yet. Resolves when that is done or has failed. */
  flush(): Promise<void>;
  /** Keeps the plan on the desk although nobody has edited it. Null where that does not work. */
  keep(): Promise<Kept | null>;
  /** Hears what another tab has written. */
  hear(written: Written): Promise<void>;
  /** The last plan before the one on the desk that was edited or kept; null where there is none. */
  former(): Former | null;
  /** Puts the former plan back on the desk as it was left. */
  back(): void;
  /** What a page that closes now would lose, as records to be put aside at once. */
  unwritten(): PlanRecord[];
  /** Brings back the undo steps of the plan on the desk from its record. */
  recall(record: PlanRecord): void;
  end(): void;
}

/** Milliseconds after the last edit until it is written, the longest an edit waits while editing goes on, and until a failed write is tried again. */
const QUIET = 250;
const LONGEST = 600;
const AGAIN = 5000;
/** Milliseconds of work before the page gets its turn. */
const SLICE = 8;

/** One plan on the desk, from its opening until another takes its place. */
interface Session {
  /** Its id in the library, once it is kept. */
  id: string;
  kept: Kept | null;
  /** Edits that no write has taken along yet. */
  dirty: boolean;
  /** How it was when another plan took its place. */
  left: Work | null;
  /** Writes of it on their way. */
  writes: number;
  /** Opened from a template or blank and never edited: it is kept only while it is on the desk. */
  passing: boolean;
  /** Resolves when the undo steps of earlier days are there. */
  recalled: Promise<void>;
}

/**
 * Keeps the plan on the desk in the library, within a second after each edit. One that came by link or file is kept from its first edit
 * on; a template or blank plan that nobody edits is kept only until another takes its place. Several tabs may have one plan:
 * a tab without edits of its own follows the others; where two edit at once, each write names the write it goes on from, the library
 * refuses the second, and that tab goes on with a copy. No edit is lost either way.
 */
export function keepSaved({ library, workspace, later, tell, onState, onFork }: Surroundings): Autosave {
  const state = () => workspace.getState();
  const begun = (kept: Kept | null): Session => ({
    id: kept?.id ?? newId(),
    kept,
    dirty: false,
    left: null,
    writes: 0,
    passing: false,
    recalled: Promise.resolve(),
  });
  let session = begun(state().kept);
  let former: Session | null = null;
  /** The session that a plan goes on with when it comes back: its writes may still be on their way. */
  let returning: Session | null = null;
  let writing: Promise<void> = Promise.resolve();
  let ended = false;
  let callOffQuiet = () => {};
  let callOffLongest: (() => void) | null = null;

  const isOpen = (one: Session) => one === session;
  const workOf = ({ plan, past, future }: Workspace): Work => ({ plan, past, future });

  /** One write; the newest state of the plan where it is still on the desk. */
  const write = async (one: Session): Promise<void> => {
    one.writes += 1;
    try {
      await one.recalled;
      // An earlier write has taken these edits along, or nobody wants them.
      if (!one.dirty && (one.kept || !isOpen(one))) return;
      const work = isOpen(one) || !one.left ? workOf(state()) : one.left;
      one.dirty = false;
      let kept = await library.save(one.kept, work, one.id);
      const forked = kept === null;
      kept ??= await library.save(null, work);
      one.kept = kept;
      one.id = kept?.id ?? one.id;
      if (kept) tell(kept);
      if (!isOpen(one)) return;
      workspace.setState({ kept });
      onState(one.dirty ? 'saving' : 'saved');
      if (forked) onFork();
    } catch {
      one.dirty = true;
      if (isOpen(one)) onState('failed');
      if (ended) return;
      if (isOpen(one)) callOffQuiet = later(AGAIN, flush);
      else later(AGAIN, () => void (one.dirty && !isOpen(one) && start(one)));
    } finally {
      one.writes -= 1;
    }
  };
  const start = (one: Session): Promise<void> => {
    writing = writing.then(() => write(one));
    return writing;
  };
  const flush = () => {
    callOffQuiet();
    callOffLongest?.();
    callOffLongest = null;
    if (session.dirty) void start(session);
  };
  const pending = () => {
    session.dirty = true;
    onState('saving');
    callOffQuiet();
    callOffQuiet = later(QUIET, flush);
    callOffLongest ??= later(LONGEST, flush);
  };

  const recall = (record: PlanRecord) => {
    const one = session;
    const opened = state().plan;
    const past = restoredSteps(opened, record.past);
    const future = restoredSteps(opened, record.future);
    const found: { past: HistoryStep[]; future: HistoryStep[] } = { past: [], future: [] };
    one.recalled = new Promise((resolve) => {
      const slice = () => {
        const until = Date.now() + SLICE;
        do {
          const step = past.next();
          if (!step.done) {
            found.past.unshift(step.value);
            continue;
          }
          const next = future.next();
          if (!next.done) {
            found.future.unshift(next.value);
            continue;
          }
          const now = state();
          // Edits made meanwhile come after the earlier ones, and end what could have been redone.
          if (isOpen(one) && now.past.length === 0 && now.plan === opened) workspace.setState(found);
          else if (isOpen(one)) workspace.setState({ past: [...found.past, ...now.past] });
          return resolve();
        } while (Date.now() < until);
        later(0, slice);
      };
      slice();
    });
  };

  /** Takes over what another tab has written, as long as this one has no edits of its own. */
  const follow = async () => {
    const one = session;
    const idle = () => isOpen(one) && !one.dirty && one.writes === 0;
    if (!one.kept || !idle()) return;
    const found = await library.plan(one.kept.id).catch(() => null);
    if (!found || !idle() || found.kept.edit <= one.kept.edit) return;
    one.kept = found.kept;
    one.passing = false;
    const selection = pruned(state().selection, found.plan);
    workspace.setState({ kept: found.kept, plan: found.plan, past: [], future: [], analysisState: 'behind', selection });
    recall(found.record);
  };

  const unsubscribe = workspace.subscribe((now, before) => {
    if (now.document !== before.document) {
      flushBefore(before);
      session = returning ?? begun(now.kept);
      returning = null;
      if (former === session) former = null;
      if (session.dirty) return pending();
      onState(now.kept ? 'saved' : 'new');
      // Another tab may have written it since it was read.
      void follow();
      if (now.kept === null && (now.origin === 'template' || now.origin === 'blank')) {
        session.passing = true;
        pending();
      }
    } else if (now.plan !== before.plan && now.kept === before.kept) {
      session.passing = false;
      pending();
    }
  });
  /** Another plan takes the desk: what is not written of this one is written now, and it can come back from memory. */
  const flushBefore = (before: Workspace) => {
    callOffQuiet();
    callOffLongest?.();
    callOffLongest = null;
    const left = session;
    left.left = workOf(before);
    if (left.passing) {
      left.dirty = false;
      writing = writing.then(async () => void (left.kept && (await library.remove(left.kept.id, left.kept.edit).catch(() => undefined))));
      return;
    }
    if (left.kept || left.dirty || left.writes > 0) former = left;
    if (left.dirty) void start(left);
  };

  return {
    flush: async () => {
      flush();
      await writing;
    },
    keep: async () => {
      const one = session;
      one.passing = false;
      if (one.kept === null && state().opened) await start(one);
      return one.kept;
    },
    hear: async ({ id, edit }) => {
      await writing;
      if (session.kept?.id === id && session.kept.edit < edit) await follow();
    },
    former: () => (former?.left ? { ...former.left, kept: former.kept } : null),
    back: () => {
      if (!former?.left) return;
      const { kept, left } = former;
      returning = former;
      state().open(left.plan, 'saved', { kept, past: left.past, future: left.future });
    },
    unwritten: () =>
      [session, ...(former ? [former] : [])]
        .filter((one) => one.dirty || one.writes > 0)
        .map((one) => nextRecord(one.id, one.kept, isOpen(one) || !one.left ? workOf(state()) : one.left)),
    recall,
    end: () => {
      flush();
      ended = true;
      unsubscribe();
      callOffQuiet();
    },
  };
}
