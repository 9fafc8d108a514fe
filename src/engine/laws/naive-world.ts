import { parseAddressRange } from '../../model/address.ts';
import { type Catalog, qualify, type SettingDeclaration } from '../../model/catalog.ts';
import type { Component, Host, Plan } from '../../model/plan.ts';
import { type NaiveMap, type NaiveZone, naiveMap } from './naive-zones.ts';

/** A component with where it stands and what it is. */
export interface Standing {
  readonly component: Component;
  readonly host: Host;
  readonly zone: NaiveZone;
  /** The component's own type and every type it acts as. */
  readonly types: readonly string[];
  /** Every setting, the type's own declaration before those it acts as, with the product whose short type names it uses. */
  readonly settings: ReadonlyMap<string, { readonly product: string; readonly declaration: SettingDeclaration }>;
}

/** A plan with its catalogs, and where everything stands. */
export interface World {
  readonly plan: Plan;
  readonly catalogs: readonly Catalog[];
  readonly map: NaiveMap;
  readonly all: readonly Standing[];
}

/** Binds components to hosts, zones and types. */
export function naiveWorld(plan: Plan, catalogs: readonly Catalog[]): World {
  const map = naiveMap(plan);
  const known = new Map(
    catalogs.flatMap((catalog) =>
      catalog.types.map((type) => [qualify(catalog.product, type.id), { product: catalog.product, type }] as const),
    ),
  );
  const lineage = (id: string): string[] => {
    const found = known.get(id);
    return found ? [id, ...found.type.actsAs.flatMap((other) => lineage(qualify(found.product, other)))] : [];
  };
  const settings = (id: string): Standing['settings'] =>
    new Map(
      lineage(id)
        .toReversed()
        .flatMap((type) => {
          const found = known.get(type);
          return Object.entries(found?.type.settings ?? {}).map(
            ([name, declaration]) => [name, { product: found?.product ?? '', declaration }] as const,
          );
        }),
    );
  const all = plan.hosts.flatMap((host) => {
    const zone = map.zones.find((candidate) => candidate.id === map.effective(host.zone));
    if (!zone) return [];
    return host.components
      .filter((component) => known.has(component.type))
      .map((component) => ({ component, host, zone, types: lineage(component.type), settings: settings(component.type) }));
  });
  return { plan, catalogs, map, all };
}

/** A machine, not a group: one of them, and no address of it is a network or range. */
export function isSingle(host: Host): boolean {
  return (
    host.count === 1 &&
    host.addresses.every((text) => {
      const range = parseAddressRange(text);
      return range === null || range.low === range.high;
    })
  );
}

/** Components of one deployment meet; `infra/*` ignores the label. */
export function sameDeployment(a: Component, b: Component): boolean {
  return a.type.startsWith('infra/') || b.type.startsWith('infra/') || a.deployment === b.deployment;
}

/** What a component is linked to itself, without links into other deployments. */
export function ownLinks(world: World, of: Standing): Standing[] {
  return world.plan.links
    .filter((link) => link.from === of.component.id)
    .flatMap((link) => world.all.filter((other) => other.component.id === link.to))
    .filter((other) => sameDeployment(of.component, other.component));
}
