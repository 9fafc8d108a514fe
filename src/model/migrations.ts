import { isRecord } from './plan-fields.ts';

/** One step from a version of the plan format to the next, named for what it changes. Takes a document of that version and gives one of the next; never throws. */
export interface Migration {
  readonly name: string;
  readonly from: number;
  readonly migrate: (document: Readonly<Record<string, unknown>>) => Record<string, unknown>;
}

/**
 * Every step since version 1, in order; none yet, as version 1 is the only version. A released step never changes: files and links of its version are opened
 * by it for ever, and `fixtures/format-<version>` holds plans of each version that tests open.
 */
export const MIGRATIONS: readonly Migration[] = [];

/** The document brought to the newest version, step by step. What is no object, or of a version that no step starts from, stays as it is. */
export function migrated(document: unknown, migrations: readonly Migration[] = MIGRATIONS): unknown {
  let current = document;
  for (const { from, migrate } of migrations) {
    if (isRecord(current) && current.version === from) current = { ...migrate(current), version: from + 1 };
  }
  return current;
}
