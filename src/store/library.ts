import { updatePlan } from '../model/edits/rename.ts';
import { readPlan } from '../model/gate.ts';
import type { Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { newPlanRecord, newRevisionRecord, type PlanRecord, type RevisionRecord, readPlanRecord, readRevisionRecord } from './records.ts';
import type { Change, Shelf } from './shelf.ts';
import { restoredSteps, storedSteps } from './stored-history.ts';
import type { HistoryStep } from './workspace.ts';

/** Where a plan is kept: its id in the library and the write it goes on from. */
export interface Kept {
  readonly id: string;
  readonly edit: number;
}

/** One line of the library. `trouble` says why a plan cannot be opened; its text can still be saved as a file. */
export interface PlanEntry {
  readonly id: string;
  readonly title: string;
  readonly savedAt: number;
  readonly trouble: 'damaged' | 'newer' | null;
  readonly text: string;
}

/** A kept plan, read through the gate. */
export interface KeptPlan {
  readonly kept: Kept;
  readonly plan: Plan;
  readonly record: PlanRecord;
  /** True where the newest write was damaged and the one before it is opened. */
  readonly fellBack: boolean;
}

/** Records that were taken away together, to be put back. */
export type Removed = ReadonlyMap<string, unknown>;

/** What is put on the desk and kept: the plan and the steps on both sides of it. */
export interface Work {
  readonly plan: Plan;
  readonly past: readonly HistoryStep[];
  readonly future: readonly HistoryStep[];
}

const PLANS = 'plan/';
const planPrefix = (id: string) => `${PLANS}${id}/`;
const revisionPrefix = (plan: string) => `revision/${plan}/`;
/** A plan has two places, written in turn: a write that ends halfway damages the older one only. */
const placeOf = (id: string, edit: number) => `${planPrefix(id)}${edit % 2}`;

/** A new id for a plan or revision: 80 random bits. */
export function newId(): string {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The record of a plan's next write, made at once. `before` is the write it goes on from. */
export function nextRecord(id: string, before: Kept | null, work: Work): PlanRecord {
  return newPlanRecord({
    id,
    edit: (before?.edit ?? 0) + 1,
    title: work.plan.title,
    savedAt: Date.now(),
    text: writePlan(work.plan),
    past: storedSteps(work.plan, work.past),
    future: storedSteps(work.plan, work.future),
  });
}

/** The newest record among the places of a plan, and whether any of them is of a newer version. */
function newestOf(found: ReadonlyMap<string, unknown>): { record: PlanRecord | null; newer: boolean } {
  let record: PlanRecord | null = null;
  let newer = false;
  for (const value of found.values()) {
    const read = readPlanRecord(value);
    if (read.ok && (record === null || read.record.edit > record.edit)) record = read.record;
    if (!read.ok && read.why === 'newer') newer = true;
  }
  return { record, newer };
}

/** The plans and revisions that are kept in a shelf. Every method rejects where the shelf does. */
export class Library {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** Every kept plan, newest first. */
  async plans(): Promise<PlanEntry[]> {
    const places = new Map<string, Map<string, unknown>>();
    for (const [key, value] of await this.#shelf.all(PLANS)) {
      const [, id = '', place] = key.split('/');
      if (place === undefined) continue;
      places.set(id, (places.get(id) ?? new Map()).set(key, value));
    }
    return [...places]
      .map(([id, found]): PlanEntry => {
        const { record, newer } = newestOf(found);
        if (newer || !record) return { id, title: '', savedAt: 0, trouble: newer ? 'newer' : 'damaged', text: '' };
        return { id, title: record.title, savedAt: record.savedAt, trouble: null, text: record.text };
      })
      .sort((a, b) => b.savedAt - a.savedAt);
  }

  /** The newest state of a plan that can be read; null where there is none. */
  async plan(id: string): Promise<KeptPlan | null> {
    const found = await this.#shelf.all(planPrefix(id));
    const records = [...found.values()].flatMap((value) => {
      const read = readPlanRecord(value);
      return read.ok ? [read.record] : [];
    });
    if (newestOf(found).newer) return null;
    records.sort((a, b) => b.edit - a.edit);
    for (const record of records) {
      const read = readPlan(record.text);
      if (read.ok)
        return { kept: { id, edit: record.edit }, plan: read.plan, record, fellBack: record !== records[0] || records.length < found.size };
    }
    return null;
  }

  /**
   * Writes the next state of a plan. `before` is the state it goes on from, null for a plan that is not kept yet, which gets `id`.
   * Gives null, and writes nothing, where another tab has written or taken away the plan since.
   */
  async save(before: Kept | null, work: Work, id = before?.id ?? newId()): Promise<Kept | null> {
    const content = nextRecord(id, before, work);
    return this.#shelf.change([planPrefix(id)], (found): Change<Kept | null> => {
      const { record, newer } = newestOf(found);
      // Where the newest write is damaged the plan goes on from the one before it.
      if (newer || (before === null ? record !== null : record?.edit !== before.edit)) return { result: null };
      const kept = { id, edit: (record?.edit ?? 0) + 1 };
      return { put: new Map([[placeOf(id, kept.edit), { ...content, edit: kept.edit }]]), result: kept };
    });
  }

  /**
   * Brings in a record that a closing page could only put aside. It becomes the plan's next write, a copy where the plan was written
   * otherwise since, and nothing where it is kept already or is no record.
   */
  async bringIn(aside: unknown): Promise<void> {
    const read = readPlanRecord(aside);
    if (!read.ok) return;
    const { record } = read;
    await this.#shelf.change([planPrefix(record.id)], (found) => {
      const { record: newest, newer } = newestOf(found);
      if (newest?.text === record.text) return { result: undefined };
      const next = !newer && (newest === null || newest.edit === record.edit - 1) ? record : { ...record, id: newId(), edit: 1 };
      return { put: new Map([[placeOf(next.id, next.edit), next]]), result: undefined };
    });
  }

  /** Gives a kept plan another title. Null where it cannot be read or somebody writes it at the same time. */
  async rename(id: string, title: string): Promise<Kept | null> {
    const known = await this.plan(id);
    if (!known) return null;
    const plan = updatePlan(known.plan, { title });
    const past = [...restoredSteps(known.plan, known.record.past)].reverse();
    return this.save(known.kept, { plan, past: [...past, { name: 'rename', plan: known.plan }], future: [] });
  }

  /** A second plan with the same content under another title. */
  async duplicate(id: string, title: string): Promise<Kept | null> {
    const known = await this.plan(id);
    return known && this.save(null, { plan: updatePlan(known.plan, { title }), past: [], future: [] });
  }

  /** Takes a plan and its revisions away; with `edit`, only where it was not written since. Gives what `restore` needs to put them back. */
  async remove(id: string, edit?: number): Promise<Removed> {
    return this.#shelf.change(
      [planPrefix(id), revisionPrefix(id)],
      (found): Change<Removed> =>
        edit !== undefined && newestOf(found).record?.edit !== edit ? { result: new Map() } : { remove: [...found.keys()], result: found },
    );
  }

  /** Puts back what was taken away. */
  async restore(removed: Removed): Promise<void> {
    await this.#shelf.change([], () => ({ put: removed, result: undefined }));
  }

  /** The revisions of a plan, newest first. Damaged ones are left out. */
  async revisions(plan: string): Promise<RevisionRecord[]> {
    return [...(await this.#shelf.all(revisionPrefix(plan))).values()]
      .flatMap((value) => {
        const read = readRevisionRecord(value);
        return read.ok ? [read.record] : [];
      })
      .sort((a, b) => b.savedAt - a.savedAt);
  }

  /** Keeps the present state of a plan as a revision. */
  async addRevision(of: string, plan: Plan, words: { readonly name: string; readonly note: string }): Promise<RevisionRecord> {
    const record = newRevisionRecord({ id: newId(), plan: of, ...words, savedAt: Date.now(), text: writePlan(plan) });
    await this.#shelf.change([], () => ({ put: new Map([[revisionPrefix(of) + record.id, record]]), result: undefined }));
    return record;
  }

  /** Takes a revision away. */
  async removeRevision({ plan, id }: RevisionRecord): Promise<Removed> {
    const key = revisionPrefix(plan) + id;
    return this.#shelf.change([key], (found) => ({ remove: [key], result: found }));
  }

  /** Brings the two plans that earlier versions of the page kept into the library, once. */
  async adopt(): Promise<void> {
    await this.#shelf.change([`${PLANS}current`, `${PLANS}former`], (found) => {
      const put = new Map<string, unknown>();
      for (const value of found.values()) {
        const { text, title, savedAt } = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
        if (typeof text !== 'string' || typeof title !== 'string' || typeof savedAt !== 'number') continue;
        const id = newId();
        put.set(placeOf(id, 1), newPlanRecord({ id, edit: 1, title, savedAt, text, past: [], future: [] }));
      }
      return { put, remove: [...found.keys()], result: undefined };
    });
  }
}
