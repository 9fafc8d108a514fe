import type { Component, Host, Plan } from '../plan.ts';
import { freshId } from './fresh-id.ts';

/** Hosts as they were when they were copied, with the links between what runs on them. */
export interface HostCopy {
  readonly hosts: readonly Host[];
  readonly links: Plan['links'];
}

/** Hosts of the plan for pasting them later. */
export function copyHosts(plan: Plan, ids: readonly string[]): HostCopy {
  const hosts = plan.hosts.filter((host) => ids.includes(host.id));
  const components = new Set(hosts.flatMap((host) => host.components.map((component) => component.id)));
  return { hosts, links: plan.links.filter((link) => components.has(link.from) && components.has(link.to)) };
}

/** `WEB-01` becomes the next name of its row that is free, `File server` becomes `File server 2`. Nine digits at most count: beyond, adding one is not exact. */
function nextName(taken: ReadonlySet<string>, name: string): string {
  const [, stem = name, digits] = /^(.*?)(\d{1,9})$/s.exec(name) ?? [];
  const width = digits?.length ?? 1;
  for (let number = Number(digits ?? 1) + 1; ; number += 1) {
    const next = digits === undefined ? `${stem} ${number}` : `${stem}${String(number).padStart(width, '0')}`;
    if (!taken.has(next)) return next;
  }
}

/**
 * The plan with copies of hosts, in `zone` or in the zone each came from. Settings and the links between them stay; addresses do not,
 * since no two hosts share one. A host whose zone is gone stays out.
 */
export function pasteHosts(plan: Plan, { hosts, links }: HostCopy, zone: string | null): { plan: Plan; ids: string[] } {
  let next = plan;
  const ids: string[] = [];
  const renamed = new Map<string, string>();
  for (const host of hosts) {
    const home = zone ?? host.zone;
    if (!plan.zones.some((one) => one.id === home)) continue;
    const name = nextName(new Set(next.hosts.map((one) => one.name ?? one.id)), host.name ?? host.id);
    const id = freshId(next, name);
    const components: Component[] = [];
    next = { ...next, hosts: [...next.hosts, { ...host, id, name, zone: home, addresses: [], components }] };
    for (const component of host.components) {
      const copy = { ...component, id: freshId(next, `${id}-${component.type.slice(component.type.lastIndexOf('/') + 1)}`) };
      renamed.set(component.id, copy.id);
      components.push(copy);
    }
    ids.push(id);
  }
  const added = links.flatMap((link) => {
    const [from, to] = [renamed.get(link.from), renamed.get(link.to)];
    return from === undefined || to === undefined ? [] : [{ ...link, from, to }];
  });
  return { plan: ids.length === 0 ? plan : { ...next, links: [...next.links, ...added] }, ids };
}
