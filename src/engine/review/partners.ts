import type { BoundComponent } from '../bind.ts';
import type { Unknown } from '../condition.ts';
import { finding } from '../finding.ts';
import type { Finding } from '../result.ts';
import type { ReviewContext } from './context.ts';

/** Partners without which a component cannot work or be administered, and which the plan does not have: once per component and partner type. */
export function missingPartners({ knowledge, bound, readings, judge }: ReviewContext): Finding[] {
  const found = new Map<string, Finding>();
  for (const rule of knowledge.rules) {
    const { expects, option } = rule.declaration;
    if (expects.length === 0 || rule.declaration.external || !readings.holds(rule)) continue;
    const when = judge(
      option ? { all: [...(rule.when ? [rule.when] : []), { setting: option.setting, of: option.of, is: option.is }] } : rule.when,
    );
    for (const expected of expects) {
      const [own, partners] = expected === 'to' ? [rule.from, rule.to] : [rule.to, rule.from];
      const [type] = partners;
      if (type === undefined) continue;
      for (const component of new Set(own.flatMap((id) => bound.ofType(id)))) {
        if (bound.inDeployment(component, partners).length > 0) continue;
        const ends = expected === 'to' ? { from: component, to: null } : { from: null, to: component };
        // A condition that hangs on a setting nobody knows has a finding of its own.
        const unknowns: Unknown[] = [];
        if (when(ends, unknowns) === false || unknowns.length > 0) continue;
        const typeName = knowledge.types.get(type)?.declaration.name ?? type;
        found.set(JSON.stringify([component.id, type]), partnerMissing(component, type, typeName, rule.declaration.purpose));
      }
    }
  }
  return [...found.values()];
}

function partnerMissing(component: BoundComponent, type: string, typeName: string, purpose: string): Finding {
  return finding('partner-missing', { partner: typeName, type: component.type.declaration.name, host: component.host.name, purpose }, [
    { kind: 'component', id: component.id },
    { kind: 'type', id: type },
  ]);
}
