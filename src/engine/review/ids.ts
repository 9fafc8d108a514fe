import { byCodeUnit } from '../../model/order.ts';
import type { Plan } from '../../model/plan.ts';
import { finding } from '../finding.ts';
import type { Finding, Subject } from '../result.ts';

/** Ids share one namespace: two things with one id cannot be told apart by links and reports. */
export function duplicateIds({ plan }: { readonly plan: Plan }): Finding[] {
  const subjects = new Map<string, Subject[]>();
  const note = (kind: string, things: readonly { readonly id: string }[]) => {
    for (const { id } of things) subjects.set(id, [...(subjects.get(id) ?? []), { kind, id }]);
  };
  note('zone', plan.zones);
  note('firewall', plan.firewalls);
  note('boundary', plan.boundaries);
  note('host', plan.hosts);
  for (const host of plan.hosts) note('component', host.components);
  note('requirement', plan.requirements);
  return [...subjects.entries()]
    .filter(([, list]) => list.length > 1)
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([id, list]) =>
      finding(
        'id-duplicate',
        { id, count: list.length },
        [...list].sort((a, b) => byCodeUnit(a.kind, b.kind)),
      ),
    );
}
