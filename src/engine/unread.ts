import type { Plan } from '../model/plan.ts';

/** What the engine never looks at: where things are drawn, and the words on the cover. */
const UNREAD: ReadonlySet<string> = new Set(['title', 'author', 'revision', 'description', 'layout'] satisfies (keyof Plan)[]);

/**
 * True where two plans surely have the same analysis: all that the engine reads is the same object in both.
 * Equal parts that are not the same object count as different; an edit keeps what it does not touch.
 */
export function analysesAlike(a: Plan, b: Plan): boolean {
  if (a === b) return true;
  const names = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...names].every((name) => UNREAD.has(name) || a[name] === b[name]);
}
