import { finding } from '../finding.ts';
import type { HaSet } from '../ha-sets.ts';
import type { Finding } from '../result.ts';
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
      finding(
        'ha-group-size',
        {
          what: `${set.members.map((member) => member.host.name).join(', ')}: ${problem}.`,
          why: 'A high-availability set has exactly two machines, each with its own role.',
          next: 'Add or remove a member, correct the roles, or give separate sets different group names.',
        },
        subjects,
      ),
    );
  }
  return [...found.values()];
}

function problemOf({ machines, roles }: HaSet): string | null {
  if (machines > 2) return `the set has ${machines} members`;
  if (roles === null) return null;
  const lacks = ['primary', 'secondary'].filter((role) => !roles.includes(role));
  if (lacks.length > 0) return `the set has no ${lacks.join(' and no ')}`;
  return machines < 2 ? 'the set has only one member' : null;
}
