import { dictionary } from '../dictionary.ts';
import type { Component, Host, Plan, Point, SettingValue } from '../plan.ts';
import { freshId } from './fresh-id.ts';
import { hostNameFor } from './host-name.ts';
import { addHost } from './hosts.ts';
import { replaceById, withFields } from './replace.ts';

/** The id that a further component of that type gets on that host: `<host>-<type>`, made unique. */
export function componentIdFor(plan: Plan, hostId: string, type: string): string {
  return freshId(plan, `${hostId}-${type.slice(type.lastIndexOf('/') + 1)}`);
}

/** The plan with a further component on a host, all settings at their defaults. Without `id` it gets the one of `componentIdFor`. */
export function addComponent(plan: Plan, hostId: string, type: string, id = componentIdFor(plan, hostId, type)): Plan {
  const added: Component = { id, type, settings: dictionary<SettingValue>(), deployment: 'default' };
  const hosts = replaceById(plan.hosts, hostId, (host) => ({ ...host, components: [...host.components, added] }));
  return hosts === plan.hosts ? plan : { ...plan, hosts };
}

/** The plan with one component changed by a function. */
function changeComponent(plan: Plan, id: string, change: (component: Component) => Component): Plan {
  const host = plan.hosts.find((host) => host.components.some((component) => component.id === id));
  if (!host) return plan;
  const components = replaceById(host.components, id, change);
  if (components === host.components) return plan;
  return { ...plan, hosts: replaceById(plan.hosts, host.id, (found) => ({ ...found, components })) };
}

/** The plan with fields of one component changed, its deployment for example. */
export function updateComponent(plan: Plan, id: string, fields: Omit<Partial<Component>, 'id'>): Plan {
  return changeComponent(plan, id, (component) => withFields(component, fields));
}

/** The plan with one setting of a component written down; undefined goes back to the default. */
export function setSetting(plan: Plan, componentId: string, name: string, value: SettingValue | undefined): Plan {
  return changeComponent(plan, componentId, (component) => {
    if (component.settings[name] === value) return component;
    const settings = dictionary(Object.entries(component.settings));
    if (value === undefined) delete settings[name];
    else settings[name] = value;
    return { ...component, settings };
  });
}

/** The plan with a component on another host; its links and settings stay. */
export function moveComponent(plan: Plan, id: string, toHost: string): Plan {
  const from = plan.hosts.find((host) => host.components.some((component) => component.id === id));
  const component = from?.components.find((component) => component.id === id);
  if (!from || !component || from.id === toHost || !plan.hosts.some((host) => host.id === toHost)) return plan;
  const hosts = plan.hosts.map((host) => {
    if (host.id === from.id) return { ...host, components: host.components.filter((other) => other.id !== id) };
    if (host.id === toHost) return { ...host, components: [...host.components, component] };
    return host;
  });
  return { ...plan, hosts };
}

/** The component with the host it runs on; null where the plan has no such component. */
export function componentOn(plan: Plan, id: string): { readonly host: Host; readonly component: Component } | null {
  for (const host of plan.hosts) {
    const component = host.components.find((one) => one.id === id);
    if (component) return { host, component };
  }
  return null;
}

/**
 * The plan with a component on a new host of its own, in the zone of its host or in another one, standing for as many machines.
 * Id, settings and links of the component stay. A component that is alone on its host has one already: nothing changes.
 */
export function splitOff(
  plan: Plan,
  id: string,
  to: { readonly zone?: string; readonly place?: Point } = {},
): { plan: Plan; host: string } {
  const found = componentOn(plan, id);
  if (!found || found.host.components.length < 2) return { plan, host: found?.host.id ?? '' };
  const name = hostNameFor(plan, found.component.type);
  const host = freshId(plan, name);
  const added = addHost(plan, {
    id: host,
    name,
    zone: to.zone ?? found.host.zone,
    count: found.host.count,
    ...(to.place ? { place: to.place } : {}),
  });
  return { plan: moveComponent(added, id, host), host };
}
