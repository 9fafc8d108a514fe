import type { Host, Plan, Point } from '../plan.ts';
import { placed } from './layout.ts';
import { replaceById, withFields } from './replace.ts';

/** What a new host is made of. */
export interface NewHost {
  readonly id: string;
  readonly zone: string;
  readonly name?: string;
  readonly count?: number;
  readonly place?: Point;
}

/** The plan with a further host, which runs nothing yet. */
export function addHost(plan: Plan, host: NewHost): Plan {
  const added: Host = {
    id: host.id,
    ...(host.name === undefined ? {} : { name: host.name }),
    zone: host.zone,
    addresses: [],
    count: host.count ?? 1,
    components: [],
  };
  const next: Plan = { ...plan, hosts: [...plan.hosts, added] };
  return host.place ? placed(next, { hosts: [[host.id, host.place]] }) : next;
}

/** The plan with fields of one host changed; undefined takes a field away. */
export function updateHost(plan: Plan, id: string, fields: Omit<Partial<Host>, 'id'>): Plan {
  const hosts = replaceById(plan.hosts, id, (host) => withFields(host, fields));
  return hosts === plan.hosts ? plan : { ...plan, hosts };
}

/** Where a host goes: its zone and its place on the canvas. */
export interface HostMove {
  readonly id: string;
  readonly zone: string;
  readonly x: number;
  readonly y: number;
}

/** The plan with hosts in other zones and places. */
export function moveHosts(plan: Plan, moves: readonly HostMove[]): Plan {
  let hosts = plan.hosts;
  for (const move of moves) {
    hosts = replaceById(hosts, move.id, (host) => (host.zone === move.zone ? host : { ...host, zone: move.zone }));
  }
  const next = hosts === plan.hosts ? plan : { ...plan, hosts };
  return placed(next, { hosts: moves.map((move) => [move.id, { x: move.x, y: move.y }]) });
}
