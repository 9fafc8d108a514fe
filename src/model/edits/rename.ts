import type { Plan } from '../plan.ts';
import { updateBoundary, updateFirewall } from './boundaries.ts';
import { updateHost } from './hosts.ts';
import { updateZone } from './zones.ts';

/** The plan with another name for the zone, host, boundary or firewall of that id. An empty name falls back to the id. */
export function rename(plan: Plan, id: string, name: string): Plan {
  const fields = { name: name.trim() === '' ? undefined : name.trim() };
  const next = updateBoundary(updateFirewall(updateHost(updateZone(plan, id, fields), id, fields), id, fields), id, fields);
  return next;
}

/** The words about the plan itself. */
export interface PlanWords {
  readonly title?: string;
  readonly author?: string;
  readonly revision?: string;
  readonly description?: string;
}

/** The plan with another title, author, revision or description. */
export function updatePlan(plan: Plan, words: PlanWords): Plan {
  return { ...plan, ...words };
}
