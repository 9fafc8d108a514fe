import { type Catalog, qualify, type RuleDeclaration, type ServiceSpec } from '../../model/catalog.ts';
import type { Phase, Protocol } from '../../model/plan.ts';
import { formatPorts, parsePorts } from '../../model/ports.ts';
import type { Crossing, Scope } from '../result.ts';
import { every, naiveCondition, type Pair } from './naive-conditions.ts';
import { isHeld, naivePairs } from './naive-pairs.ts';
import { naiveInnerCrossing, naivePath } from './naive-paths.ts';
import { naiveValue, UNKNOWN } from './naive-settings.ts';
import { isSingle, type Standing, type World } from './naive-world.ts';

/** One end of a flow. */
export interface NaiveEnd {
  readonly host: string | null;
  readonly component: string | null;
  /** A zone or network of an own requirement. */
  readonly area: string | null;
  readonly external: string | null;
  readonly fqdn: string | null;
  readonly zone: string;
}

/** A flow as the naive engine tells it. */
export interface NaiveFlow {
  readonly rule: string;
  readonly from: NaiveEnd;
  readonly to: NaiveEnd;
  readonly protocol: Protocol;
  readonly ports: string;
  readonly icmpType: number | null;
  readonly phase: Phase;
  scope: Scope;
  crossings: readonly Crossing[];
  waived: boolean;
  /** The carrier of a tunnelled flow. */
  via: NaiveFlow | null;
}

/** Every flow the catalogs give for the plan, overlays and waivers left aside. */
export function naiveCatalogFlows(world: World): NaiveFlow[] {
  return world.catalogs.flatMap((catalog) =>
    catalog.rules
      .filter((rule) => isHeld(world, catalog, rule))
      .flatMap((rule) => (rule.external ? externalFlows(world, catalog, rule) : placedFlows(world, catalog, rule))),
  );
}

function placedFlows(world: World, catalog: Catalog, rule: RuleDeclaration): NaiveFlow[] {
  return naivePairs(world, catalog, rule).flatMap(([from, to]) =>
    spoken(world, { product: catalog.product, from, to }, rule).map((service) => ({
      ...flowOf(catalog, rule, service),
      from: endOf(from),
      to: endOf(to),
      ...naiveRoute(world, endOf(from), endOf(to), rule.delivery === 'broadcast'),
    })),
  );
}

function externalFlows(world: World, catalog: Catalog, rule: RuleDeclaration): NaiveFlow[] {
  const fromTypes = rule.from.map((type) => qualify(catalog.product, type));
  return world.all
    .filter((from) => from.types.some((type) => fromTypes.includes(type)))
    .flatMap((from) =>
      rule.to.flatMap((name) => {
        const to: NaiveEnd = { ...nowhere, external: qualify(catalog.product, name), zone: world.map.internet };
        return spoken(world, { product: catalog.product, from, to: null }, rule).map((service) => ({
          ...flowOf(catalog, rule, service),
          from: endOf(from),
          to,
          ...naiveRoute(world, endOf(from), to, false),
        }));
      }),
    );
}

interface SpokenService {
  readonly spec: ServiceSpec;
  readonly ports: string;
}

/** The services of a rule for a pair; none where the rule is silent or unknown. */
function spoken(world: World, pair: Pair, rule: RuleDeclaration): SpokenService[] {
  const clauses = [
    rule.when ? naiveCondition(world, pair, rule.when) : true,
    rule.option ? naiveCondition(world, pair, { setting: rule.option.setting, of: rule.option.of, is: rule.option.is }) : true,
  ];
  if (every(clauses) !== true) return [];
  const services = rule.services.map((spec) => ({ spec, ports: portsOf(world, pair, spec) }));
  return services.flatMap(({ spec, ports }) =>
    services.every((other) => other.ports !== null) && ports !== null ? [{ spec, ports }] : [],
  );
}

/** Canonical ports, null where they cannot be known. */
function portsOf(world: World, pair: Pair, spec: ServiceSpec): string | null {
  if (spec.ports === undefined) return '';
  if (typeof spec.ports === 'string') return formatPorts(parsePorts(spec.ports) ?? []);
  const holder = pair[spec.ports.of];
  if (!holder) return null;
  const value = naiveValue(world, holder, 'by' in spec.ports ? spec.ports.by : spec.ports.setting);
  if (value === UNKNOWN || value === null) return null;
  const text = 'by' in spec.ports ? spec.ports.values[String(value)] : value === 'random' ? '1-65535' : String(value);
  const ranges = text === undefined ? null : parsePorts(text);
  return ranges && formatPorts(ranges);
}

function flowOf(catalog: Catalog, rule: RuleDeclaration, service: SpokenService) {
  return {
    rule: `${catalog.product}/${rule.id}`,
    protocol: service.spec.protocol,
    ports: service.ports,
    icmpType: service.spec.icmpType ?? null,
    phase: rule.phase,
    waived: false,
    via: null,
  };
}

/** An end with nothing said of it yet. */
export const nowhere: Omit<NaiveEnd, 'zone'> = { host: null, component: null, area: null, external: null, fqdn: null };

function endOf(of: Standing): NaiveEnd {
  return { ...nowhere, host: of.host.id, component: of.component.id, zone: of.zone.id };
}

/** Scope and crossings between two ends, as rules 5 to 8 of the model say. */
export function naiveRoute(
  world: World,
  from: NaiveEnd,
  to: NaiveEnd,
  broadcast: boolean,
): { scope: Scope; crossings: readonly Crossing[] } {
  const host = world.plan.hosts.find((candidate) => candidate.id === from.host);
  if (host && from.host === to.host && isSingle(host)) return { scope: 'local', crossings: [] };
  if (from.zone === to.zone) {
    const filtered = world.map.zones.some((zone) => zone.id === from.zone && zone.filtered);
    if (!filtered || broadcast) return { scope: 'same-zone', crossings: [] };
    return { scope: 'crossing', crossings: [naiveInnerCrossing(world.map, from.zone)] };
  }
  const path = naivePath(world.plan, world.map, from.zone, to.zone);
  return path ? { scope: 'crossing', crossings: path } : { scope: 'unrouted', crossings: [] };
}
