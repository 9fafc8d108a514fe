import type { Bound, BoundComponent } from './bind.ts';
import type { Judge } from './condition.ts';
import type { RuleKnowledge } from './knowledge.ts';
import type { SettingReader } from './settings.ts';

/** Components of one type and deployment that stand in for each other. */
export interface HaSet {
  readonly rule: RuleKnowledge;
  readonly members: readonly BoundComponent[];
  /** Machines, groups counted in full. */
  readonly machines: number;
  /** Where the rule has roles: each member's. */
  readonly roles: readonly string[] | null;
}

/** Finds the HA sets of a plan: members of one deployment with the same group setting. */
export function findHaSets(
  rules: readonly RuleKnowledge[],
  bound: Bound,
  settings: SettingReader,
  judge: (condition: RuleKnowledge['members']) => Judge,
): HaSet[] {
  const sets: HaSet[] = [];
  for (const rule of rules) {
    const ha = rule.declaration.ha;
    if (!ha) continue;
    const isMember = judge(rule.members);
    const text = (component: BoundComponent, setting: string | undefined): string => {
      const state = setting === undefined ? null : settings.read(component, setting);
      return state?.kind === 'value' ? String(state.value) : '';
    };
    const groups = new Map<string, BoundComponent[]>();
    const types = [...new Set([...rule.from, ...rule.to])];
    for (const component of new Set(types.flatMap((type) => bound.ofType(type)))) {
      if (isMember({ from: component, to: null }, []) !== true) continue;
      // Nobody can say which set a component with an unknown group belongs to.
      if (ha.group !== undefined && settings.read(component, ha.group).kind === 'unknown') continue;
      const key = JSON.stringify([component.deployment, text(component, ha.group)]);
      groups.set(key, [...(groups.get(key) ?? []), component]);
    }
    for (const members of groups.values()) {
      sets.push({
        rule,
        members,
        machines: members.reduce((sum, member) => sum + member.host.declared.count, 0),
        roles: ha.role === undefined ? null : members.map((member) => text(member, ha.role)),
      });
    }
  }
  return sets;
}

/** Every component's fellow members, over all sets it is in. */
export function matesOf(sets: readonly HaSet[]): ReadonlyMap<BoundComponent, ReadonlySet<BoundComponent>> {
  const mates = new Map<BoundComponent, Set<BoundComponent>>();
  for (const { members } of sets) {
    if (members.length < 2) continue;
    for (const member of members) {
      const known = mates.get(member) ?? new Set();
      for (const other of members) if (other !== member) known.add(other);
      mates.set(member, known);
    }
  }
  return mates;
}
