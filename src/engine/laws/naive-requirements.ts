import { contains, parseAddressRange } from '../../model/address.ts';
import type { PlanEnd, Waiver } from '../../model/plan.ts';
import { formatPorts, parsePorts } from '../../model/ports.ts';
import { type NaiveEnd, type NaiveFlow, naiveRoute, nowhere } from './naive-flows.ts';
import type { World } from './naive-world.ts';

/** A flow for each pair of ends of every requirement; an end told twice is one. */
export function naiveRequirementFlows(world: World): NaiveFlow[] {
  return world.plan.requirements.flatMap((requirement) =>
    told(world, requirement.from).flatMap((from) =>
      told(world, requirement.to).flatMap((to) => {
        const { protocol, ports = '', icmpType } = requirement.service;
        return [
          {
            rule: `requirement/${requirement.id}`,
            from,
            to,
            protocol,
            ports: formatPorts(parsePorts(ports) ?? []),
            icmpType: icmpType ?? null,
            phase: requirement.phase ?? 'operation',
            ...naiveRoute(world, from, to, false),
            waived: false,
            via: null,
          },
        ];
      }),
    ),
  );
}

/** The ends of a list. A network told in two zones is two ends, even where the one zone is a frame in the other. */
function told(world: World, ends: readonly PlanEnd[]): NaiveEnd[] {
  const known = new Map<string, NaiveEnd>();
  for (const end of ends) {
    const place = placed(world, end);
    if (place) known.set(JSON.stringify([place, 'cidr' in end ? end.zone : null]), place);
  }
  return [...known.values()];
}

function placed(world: World, end: PlanEnd): NaiveEnd | null {
  const { plan, map } = world;
  const inZone = (zone: string, rest: Partial<NaiveEnd>): NaiveEnd | null => {
    const effective = map.effective(zone);
    return effective === null ? null : { ...nowhere, ...rest, zone: effective };
  };
  if ('host' in end) {
    const host = plan.hosts.find((candidate) => candidate.id === end.host);
    return host ? inZone(host.zone, { host: host.id }) : null;
  }
  if ('component' in end) {
    const host = plan.hosts.find((candidate) => candidate.components.some((component) => component.id === end.component));
    // A component of an unknown type is no component: what remains is its host.
    const known = world.all.some((other) => other.component.id === end.component);
    return host ? inZone(host.zone, { host: host.id, component: known ? String(end.component) : null }) : null;
  }
  if ('cidr' in end) return inZone(String(end.zone), { area: areaOfNetwork(String(end.cidr)) });
  if ('zone' in end) return inZone(String(end.zone), { area: JSON.stringify(['zone', end.zone]) });
  if ('external' in end) {
    const known = world.catalogs.some((catalog) =>
      catalog.externals.some((external) => `${catalog.product}/${external.id}` === end.external),
    );
    return known ? { ...nowhere, external: String(end.external), zone: map.internet } : null;
  }
  return { ...nowhere, fqdn: String(end.fqdn), zone: map.internet };
}

/** A network end by its canonical text. */
export function areaOfNetwork(cidr: string): string {
  return JSON.stringify(['cidr', parseAddressRange(cidr)?.text ?? cidr]);
}

/** Whether a waiver speaks of a flow: the rule, and the ends where it names them. A host covers its components, a zone what stands in it, a network the hosts in it. */
export function isWaivedBy(world: World, waiver: Waiver, flow: NaiveFlow): boolean {
  if (waiver.rule !== flow.rule) return false;
  const covers = (wanted: PlanEnd | null | undefined, end: NaiveEnd): boolean => {
    if (!wanted) return true;
    if ('host' in wanted) return end.host === wanted.host;
    if ('component' in wanted) return end.component === wanted.component;
    if ('cidr' in wanted) {
      if (end.zone !== world.map.effective(String(wanted.zone))) return false;
      return end.area === areaOfNetwork(String(wanted.cidr)) || isInNetwork(world, end, String(wanted.cidr));
    }
    if ('zone' in wanted) return end.zone === world.map.effective(String(wanted.zone));
    if ('external' in wanted) return end.external === wanted.external;
    return end.fqdn === wanted.fqdn;
  };
  return covers(waiver.from, flow.from) && covers(waiver.to, flow.to);
}

function isInNetwork(world: World, end: NaiveEnd, cidr: string): boolean {
  const network = parseAddressRange(cidr);
  const addresses = world.plan.hosts.find((host) => host.id === end.host)?.addresses ?? [];
  const ranges = addresses.map(parseAddressRange).filter((range) => range !== null);
  return network !== null && ranges.length > 0 && ranges.every((range) => contains(network, range));
}
