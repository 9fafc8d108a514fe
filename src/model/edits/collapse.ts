import { byCodeUnit } from '../order.ts';
import type { Plan } from '../plan.ts';
import { layoutOf } from './layout.ts';
import { withFields } from './replace.ts';

/** Ids of the zones that are drawn as their title alone, zones inside others included; ids of zones that are gone may be among them. */
export function collapsedZones(plan: Pick<Plan, 'layout'>): ReadonlySet<string> {
  return new Set(plan.layout?.collapsed);
}

/** The plan with zones drawn as their title alone, or with their content again. No place changes; nothing but the drawing does. */
export function withCollapsed(plan: Plan, zones: Iterable<string>, collapsed: boolean): Plan {
  const before = collapsedZones(plan);
  const after = new Set(before);
  for (const id of zones) {
    if (collapsed) after.add(id);
    else after.delete(id);
  }
  if (after.size === before.size) return plan;
  const layout = withFields(layoutOf(plan), { collapsed: after.size === 0 ? undefined : [...after].sort(byCodeUnit) });
  if (Object.entries(layout).some(([name, held]) => (name !== 'zones' && name !== 'hosts') || Object.keys(Object(held)).length > 0))
    return { ...plan, layout };
  const { layout: _gone, ...rest } = plan;
  return rest;
}
