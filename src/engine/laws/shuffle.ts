import { dictionary } from '../../model/dictionary.ts';
import type { Plan } from '../../model/plan.ts';

/** The same plan drawn in another order: every list and map is shuffled, but for the lists whose order means something (the boundaries of a pinned way). */
export function shuffled(plan: Plan, salt: number): Plan {
  let state = (salt * 2654435761 + 1) >>> 0;
  const next = (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const mixed = <T>(list: readonly T[]): T[] => {
    const copy = [...list];
    for (let at = copy.length - 1; at > 0; at -= 1) {
      const other = next(at + 1);
      const [a, b] = [copy[at], copy[other]];
      if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a];
    }
    return copy;
  };
  const mixedMap = <T>(map: { readonly [key: string]: T }) => dictionary(mixed(Object.entries(map)));
  return {
    ...plan,
    zones: mixed(plan.zones.map((zone) => ({ ...zone, cidrs: mixed(zone.cidrs) }))),
    firewalls: mixed(plan.firewalls),
    boundaries: mixed(plan.boundaries).map((boundary) => {
      const [a, b] = boundary.between;
      return next(2) === 0 ? boundary : { ...boundary, between: [b, a] };
    }),
    hosts: mixed(plan.hosts).map((host) => ({
      ...host,
      addresses: mixed(host.addresses),
      components: mixed(host.components).map((component) => ({ ...component, settings: mixedMap(component.settings) })),
    })),
    links: mixed(plan.links),
    waivers: mixed(plan.waivers),
    readings: mixedMap(plan.readings),
    requirements: mixed(plan.requirements).map((requirement) => ({
      ...requirement,
      from: mixed(requirement.from),
      to: mixed(requirement.to),
    })),
    paths: mixed(plan.paths),
    accepted: mixed(plan.accepted).map((accepted) => ({ ...accepted, subjects: mixed(accepted.subjects) })),
    catalogs: mixedMap(plan.catalogs),
  };
}
