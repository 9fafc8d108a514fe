import type { Plan, PlanEnd } from '../plan.ts';
import { withCollapsed } from './collapse.ts';
import { placed } from './layout.ts';
import { zoneAndDescendants } from './zones.ts';

/** What is to go. Everything is optional. */
export interface Removal {
  readonly zones?: readonly string[];
  readonly hosts?: readonly string[];
  readonly components?: readonly string[];
  readonly boundaries?: readonly string[];
  readonly firewalls?: readonly string[];
}

/**
 * The plan without these things and without what cannot stand alone: a zone takes its content along, a component its links,
 * and what named them (boundaries, waivers, own requirements, path pins, places) goes with them. A boundary outlives its firewall.
 */
export function removeItems(plan: Plan, removal: Removal): Plan {
  const zones = new Set((removal.zones ?? []).flatMap((id) => [...zoneAndDescendants(plan, id)]));
  const hosts = new Set(removal.hosts ?? []);
  for (const host of plan.hosts) if (zones.has(host.zone)) hosts.add(host.id);
  const components = new Set(removal.components ?? []);
  for (const host of plan.hosts) if (hosts.has(host.id)) for (const component of host.components) components.add(component.id);
  const boundaries = new Set(removal.boundaries ?? []);
  for (const boundary of plan.boundaries) if (boundary.between.some((zone) => zones.has(zone))) boundaries.add(boundary.id);
  const firewalls = new Set(removal.firewalls ?? []);

  const names = (end: PlanEnd | null | undefined): boolean => {
    if (!end) return false;
    if ('host' in end && typeof end.host === 'string') return hosts.has(end.host);
    if ('component' in end && typeof end.component === 'string') return components.has(end.component);
    return 'zone' in end && typeof end.zone === 'string' && zones.has(end.zone);
  };

  const next: Plan = {
    ...plan,
    zones: plan.zones.filter((zone) => !zones.has(zone.id)),
    hosts: plan.hosts
      .filter((host) => !hosts.has(host.id))
      .map((host) =>
        host.components.some((component) => components.has(component.id))
          ? { ...host, components: host.components.filter((component) => !components.has(component.id)) }
          : host,
      ),
    firewalls: plan.firewalls.filter((firewall) => !firewalls.has(firewall.id)),
    boundaries: plan.boundaries
      .filter((boundary) => !boundaries.has(boundary.id))
      .map((boundary) => {
        if (!boundary.firewall || !firewalls.has(boundary.firewall)) return boundary;
        const { firewall: _gone, ...rest } = boundary;
        return rest;
      }),
    links: plan.links.filter((link) => !components.has(link.from) && !components.has(link.to)),
    waivers: plan.waivers.filter((waiver) => !names(waiver.from) && !names(waiver.to)),
    requirements: plan.requirements.flatMap((requirement) => {
      const from = requirement.from.filter((end) => !names(end));
      const to = requirement.to.filter((end) => !names(end));
      return from.length === 0 || to.length === 0 ? [] : [{ ...requirement, from, to }];
    }),
    paths: plan.paths.filter(
      (pin) => !pin.between.some((zone) => zones.has(zone)) && !pin.via.some((boundary) => boundaries.has(boundary)),
    ),
  };
  if (!plan.layout) return next;
  return placed(withCollapsed(next, zones, false), {
    zones: [...zones].map((id) => [id, null] as const),
    hosts: [...hosts].map((id) => [id, null] as const),
  });
}
