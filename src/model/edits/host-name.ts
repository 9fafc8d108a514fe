import type { Plan } from '../plan.ts';

/** Type ids that say little without their product. */
const GENERIC = new Set(['server', 'client', 'console', 'database', 'logger', 'sensor']);

/** The name a new host gets from the first component type it runs: `ZONE-SERVER-01`, `TANIUM-SERVER-02`; `HOST-01` without a type. */
export function hostNameFor(plan: Plan, type: string | null): string {
  const [product = '', id = ''] = (type ?? '/host').split('/');
  const base = (GENERIC.has(id) ? `${product}-${id}` : id).toUpperCase();
  const taken = new Set(plan.hosts.map((host) => host.name ?? host.id));
  let number = 1;
  const numbered = () => `${base}-${String(number).padStart(2, '0')}`;
  while (taken.has(numbered())) number += 1;
  return numbered();
}
