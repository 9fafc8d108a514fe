import { type Boundary, type Firewall, nameOf, type Plan, undrawnBoundaryId } from '../plan.ts';
import { freshId } from './fresh-id.ts';
import { replaceById, withFields } from './replace.ts';

/** The plan with a further firewall. */
export function addFirewall(plan: Plan, firewall: { readonly id: string; readonly name?: string; readonly style?: string }): Plan {
  return { ...plan, firewalls: [...plan.firewalls, { ...firewall }] };
}

/** The plan with fields of one firewall changed; undefined takes a field away. */
export function updateFirewall(plan: Plan, id: string, fields: Omit<Partial<Firewall>, 'id'>): Plan {
  const firewalls = replaceById(plan.firewalls, id, (firewall) => withFields(firewall, fields));
  return firewalls === plan.firewalls ? plan : { ...plan, firewalls };
}

/** How a boundary is drawn. Without `id` it gets one made of both zones. */
export interface NewBoundary {
  readonly id?: string;
  readonly name?: string;
  readonly firewall?: string | null;
}

/** The plan with a boundary drawn between two zones; equal zones name the zone's inner filtering. */
export function drawBoundary(plan: Plan, a: string, b: string, boundary: NewBoundary = {}): Plan {
  const drawn: Boundary = {
    id: boundary.id ?? freshId(plan, `${a}-${b}`),
    ...(boundary.name ? { name: boundary.name } : {}),
    between: [a, b],
    ...(boundary.firewall ? { firewall: boundary.firewall } : {}),
  };
  return { ...plan, boundaries: [...plan.boundaries, drawn] };
}

/** The plan with fields of one drawn boundary changed; undefined takes a field away. */
export function updateBoundary(plan: Plan, id: string, fields: Omit<Partial<Boundary>, 'id'>): Plan {
  const boundaries = replaceById(plan.boundaries, id, (boundary) => withFields(boundary, fields));
  return boundaries === plan.boundaries ? plan : { ...plan, boundaries };
}

/** The two zones of an undrawn boundary's id `~A|B`, or null where the id has another shape. */
export function zonesOfUndrawn(id: string): [string, string] | null {
  if (!id.startsWith('~')) return null;
  const zones: string[] = [];
  let current = '';
  for (let i = 1; i < id.length; i += 1) {
    if (id[i] === '\\') {
      i += 1;
      current += id[i] ?? '';
    } else if (id[i] === '|') {
      zones.push(current);
      current = '';
    } else current += id[i];
  }
  const [first, ...more] = zones;
  return first && current && more.length === 0 ? [first, current] : null;
}

/**
 * The plan with a firewall guarding a boundary (null: none). The boundary is given by its id, drawn or undrawn, or by its two zones.
 * An undrawn one is drawn first, since only a drawn boundary can name a firewall; taking a firewall from an undrawn one changes nothing.
 */
export function setFirewall(plan: Plan, boundary: string | readonly [string, string], firewall: string | null): Plan {
  const pair = typeof boundary === 'string' ? zonesOfUndrawn(boundary) : boundary;
  const drawn =
    typeof boundary === 'string' && !pair
      ? plan.boundaries.find((one) => one.id === boundary)
      : plan.boundaries.find((one) => pair !== null && undrawnBoundaryId(...one.between) === undrawnBoundaryId(pair[0], pair[1]));
  if (drawn) {
    if ((drawn.firewall ?? null) === firewall) return plan;
    return updateBoundary(plan, drawn.id, { firewall: firewall ?? undefined });
  }
  return pair && firewall ? drawBoundary(plan, pair[0], pair[1], { firewall }) : plan;
}

/** The name a boundary shows: its own, else both zones joined by ` | `. */
export function boundaryName(plan: Plan, boundary: Boundary): string {
  if (boundary.name) return boundary.name;
  return boundary.between.map((id) => nameOf(plan.zones.find((zone) => zone.id === id) ?? { id })).join(' | ');
}
