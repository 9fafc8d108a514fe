import { EDIT_NAMES } from './edit-names.ts';
import type { Splice, StoredStep } from './stored-history.ts';

/** The version of every record. A newer one is left untouched. */
const RECORD_VERSION = 1;

/** A plan as it is kept: the text a plan file would have, with its undo steps. */
export interface PlanRecord {
  readonly version: typeof RECORD_VERSION;
  readonly id: string;
  /** Counts the writes of this plan: who writes names the one it goes on from. */
  readonly edit: number;
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly text: string;
  /** Characters of the text, so that half of one is noticed. */
  readonly size: number;
  /** Oldest first. */
  readonly past: readonly StoredStep[];
  /** The next to be redone last. */
  readonly future: readonly StoredStep[];
}

/** A named state of a plan, with a note. Never changed once written. */
export interface RevisionRecord {
  readonly version: typeof RECORD_VERSION;
  readonly id: string;
  /** Id of the kept plan. */
  readonly plan: string;
  readonly name: string;
  readonly note: string;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
  readonly text: string;
  readonly size: number;
}

/** A record, or why it is none: `damaged` was written halfway or by other hands, `newer` by a newer version of the page. */
export type Read<T> = { readonly ok: true; readonly record: T } | { readonly ok: false; readonly why: 'damaged' | 'newer' };

/** Longest title, name and note that a record may hold. */
const MAX_TEXT = 4096;

const names: ReadonlySet<string> = new Set(EDIT_NAMES);

export function newPlanRecord(content: Omit<PlanRecord, 'version' | 'size'>): PlanRecord {
  return { version: RECORD_VERSION, ...content, size: content.text.length };
}

export function newRevisionRecord(content: Omit<RevisionRecord, 'version' | 'size'>): RevisionRecord {
  return { version: RECORD_VERSION, ...content, size: content.text.length };
}

/** A stored value as the record of a plan. Its plan and steps have yet to pass the gate. */
export function readPlanRecord(value: unknown): Read<PlanRecord> {
  const fields = fieldsOf(value);
  if (!fields.ok) return fields;
  const { id, edit, title, savedAt, text, size, past, future } = fields.record;
  if (!isText(id) || !isCount(edit) || !isText(title) || !isCount(savedAt) || typeof text !== 'string' || text.length !== size)
    return DAMAGED;
  if (!isSteps(past) || !isSteps(future)) return DAMAGED;
  return { ok: true, record: newPlanRecord({ id, edit, title, savedAt, text, past, future }) };
}

/** A stored value as the record of a revision. Its plan has yet to pass the gate. */
export function readRevisionRecord(value: unknown): Read<RevisionRecord> {
  const fields = fieldsOf(value);
  if (!fields.ok) return fields;
  const { id, plan, name, note, savedAt, text, size } = fields.record;
  if (
    !isText(id) ||
    !isText(plan) ||
    !isText(name) ||
    !isText(note) ||
    !isCount(savedAt) ||
    typeof text !== 'string' ||
    text.length !== size
  )
    return DAMAGED;
  return { ok: true, record: newRevisionRecord({ id, plan, name, note, savedAt, text }) };
}

const DAMAGED = { ok: false, why: 'damaged' } as const;

function fieldsOf(value: unknown): Read<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return DAMAGED;
  const record = value as Record<string, unknown>;
  if (typeof record.version === 'number' && record.version > RECORD_VERSION) return { ok: false, why: 'newer' };
  return record.version === RECORD_VERSION ? { ok: true, record } : DAMAGED;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function isSteps(value: unknown): value is readonly StoredStep[] {
  return Array.isArray(value) && value.every(isStep);
}

function isStep(value: unknown): value is StoredStep {
  if (typeof value !== 'object' || value === null) return false;
  const { name, change } = value as Record<string, unknown>;
  if (typeof name !== 'string' || !names.has(name)) return false;
  return Array.isArray(change) && change.every(isSplice);
}

function isSplice(value: unknown): value is Splice {
  if (!Array.isArray(value) || value.length !== 4) return false;
  const [field, start, end, text] = value as unknown[];
  return typeof field === 'string' && isCount(start) && isCount(end) && typeof text === 'string';
}
