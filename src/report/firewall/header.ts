import { commentText } from './comment.ts';
import type { FirewallInput, Refused } from './style.ts';

/** Longest line of a comment. */
const MOST = 160;

/** The first lines of every file, without comment signs: what it is, of which plan, and what is not in it. */
export function headerLines(input: FirewallInput, what: string, notes: readonly string[], refused: readonly Refused[]): string[] {
  const { title, revision } = input.plan;
  return [
    commentText(what, MOST),
    commentText(
      `Plan: ${title || 'without title'}${revision && `, revision ${revision}`}${input.date === null ? '' : `, ${input.date}`}`,
      MOST,
    ),
    ...notes.map((note) => commentText(note, MOST)),
    ...(refused.length === 0 ? [] : [`NOT IN THIS FILE, ${refused.length} refused:`]),
    ...refused.map(({ line, what: lost, reason }) => commentText(`${line} ${lost}: ${reason}`, MOST)),
  ];
}

/** The lines with a `#` before each. */
export function hashComments(lines: readonly string[]): string[] {
  return lines.map((line) => `# ${line}`);
}
