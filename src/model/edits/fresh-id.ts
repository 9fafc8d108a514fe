import type { Plan } from '../plan.ts';

/** Every id that the plan uses: zones, hosts, components, boundaries, firewalls, requirements. They share one namespace. */
export function idsOf(plan: Plan): Set<string> {
  const ids = new Set<string>();
  for (const list of [plan.zones, plan.firewalls, plan.boundaries, plan.hosts, plan.requirements]) {
    for (const thing of list) ids.add(thing.id);
  }
  for (const host of plan.hosts) for (const component of host.components) ids.add(component.id);
  return ids;
}

/** `base` in the shape of an id, lower-case words joined by `-`; `fallback` where nothing of it remains. */
export function slugOf(base: string, fallback = 'item'): string {
  const slug = base
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 100);
  return slug || fallback;
}

/** An id that the plan does not use yet: `base`, else `base-2`, `base-3` and so on. Deterministic. */
export function freshId(plan: Plan, base: string): string {
  const taken = idsOf(plan);
  const slug = slugOf(base);
  if (!taken.has(slug)) return slug;
  let number = 2;
  while (taken.has(`${slug}-${number}`)) number += 1;
  return `${slug}-${number}`;
}

/** A name that no zone, host or firewall of the plan has yet: `base`, else `base 2` (`separator` between the two). */
export function freshName(plan: Plan, base: string, separator = ' '): string {
  const taken = new Set([...plan.zones, ...plan.hosts, ...plan.firewalls].map((thing) => thing.name ?? thing.id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}${separator}${number}`)) number += 1;
  return `${base}${separator}${number}`;
}
