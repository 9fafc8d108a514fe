import { workspace } from './workspace.ts';

/** A choice of columns under a name of the user's own. Ids are as stored: a later build may know others. */
export interface OwnColumns {
  readonly name: string;
  readonly columns: readonly string[];
}

/** Longest name, most columns of a choice and most choices that are kept. */
export const LONGEST_NAME = 60;
const MOST_COLUMNS = 100;
const MOST_PRESETS = 50;

/** The choices in what the browser stored; whatever is none of ours is left out. */
export function ownColumnsIn(value: unknown): OwnColumns[] {
  if (!Array.isArray(value)) return [];
  const read = value.flatMap((entry: unknown): OwnColumns[] => {
    const { name, columns } = typeof entry === 'object' && entry !== null ? (entry as Record<string, unknown>) : {};
    if (typeof name !== 'string' || name.trim() === '' || name.length > LONGEST_NAME) return [];
    if (!Array.isArray(columns) || columns.length === 0 || columns.length > MOST_COLUMNS) return [];
    return columns.every((column): column is string => typeof column === 'string') ? [{ name, columns }] : [];
  });
  return read.filter(({ name }, index) => read.findIndex((each) => each.name === name) === index).slice(0, MOST_PRESETS);
}

/** Keeps a choice under a name, in place of the one that had it. The oldest goes when there are too many. */
export function keepColumns(own: OwnColumns): void {
  workspace.setState(({ columnPresets }) => ({
    columnPresets: [...columnPresets.filter(({ name }) => name !== own.name), own].slice(-MOST_PRESETS),
  }));
}

/** Forgets the choice of that name. */
export function forgetColumns(name: string): void {
  workspace.setState(({ columnPresets }) => ({ columnPresets: columnPresets.filter((each) => each.name !== name) }));
}
