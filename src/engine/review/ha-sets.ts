import { finding } from '../finding.ts';
import { phrase } from '../finding-words.ts';
import type { HaSet } from '../ha-sets.ts';
import type { Finding } from '../result.ts';
import type { Phrase } from '../wording.ts';
import type { ReviewContext } from './context.ts';

/** HA sets with too many or too few members, or without one of the two roles. */
export function unevenHaSets({ haSets }: ReviewContext): Finding[] {
  const found = new Map<string, Finding>();
  for (const set of haSets) {
    const problem = problemOf(set);
    if (!problem) continue;
    const subjects = set.members.map((member) => ({ kind: 'component', id: member.id }));
    found.set(
      JSON.stringify(subjects),
      finding('ha-group-size', { members: set.members.map((member) => member.host.name).join(', '), problem }, subjects),
    );
  }
  return [...found.values()];
}

function problemOf({ machines, roles }: HaSet): Phrase | null {
  if (machines > 2) return phrase('set/too-many', { count: machines });
  if (roles === null) return null;
  const primary = roles.includes('primary');
  const secondary = roles.includes('secondary');
  if (!primary) return phrase(secondary ? 'set/no-primary' : 'set/no-roles', {});
  if (!secondary) return phrase('set/no-secondary', {});
  return machines < 2 ? phrase('set/one', {}) : null;
}
