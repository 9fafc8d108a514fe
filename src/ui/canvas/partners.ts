import type { Catalog } from '../../model/catalog.ts';
import { qualify } from '../../model/catalog.ts';
import type { Component, Host, Plan } from '../../model/plan.ts';
import { allCatalogs, productIdOf, typeOf } from '../../store/catalogs.ts';

/** Pairs of component types that some rule lets talk, as JSON of the pair; built once. */
let pairs: Set<string> | null = null;

function pairsOf(catalogs: readonly Catalog[]): Set<string> {
  const found = new Set<string>();
  for (const catalog of catalogs) {
    for (const rule of catalog.rules) {
      if (rule.external) continue;
      for (const from of rule.from)
        for (const to of rule.to) found.add(JSON.stringify([qualify(catalog.product, from), qualify(catalog.product, to)]));
    }
  }
  return found;
}

/** A type and every type it acts as. */
function rolesOf(type: string): string[] {
  const acts = typeOf(type)?.actsAs ?? [];
  return [type, ...acts.map((other) => qualify(productIdOf(type), other))];
}

function talk(from: string, to: string): boolean {
  pairs ??= pairsOf(allCatalogs);
  const known = pairs;
  return rolesOf(from).some((a) => rolesOf(to).some((b) => known.has(JSON.stringify([a, b]))));
}

/** The two components a link from one host to another would join: where a rule runs that way, else where one runs back; null where none does. */
export function linkBetween(from: Host, to: Host, chosen: string | null): { from: Component; to: Component } | null {
  const sources = chosen === null ? from.components : from.components.filter((component) => component.id === chosen);
  for (const along of [talk, (a: string, b: string) => talk(b, a)]) {
    for (const source of sources) {
      const target = to.components.find((component) => component.id !== source.id && along(source.type, component.type));
      if (target) return { from: source, to: target };
    }
  }
  return null;
}

/** The hosts a link from a host, or from one of its components, may end at. */
export function partnersOf(plan: Plan, from: Host, chosen: string | null): Set<string> {
  return new Set(plan.hosts.filter((host) => host.id !== from.id && linkBetween(from, host, chosen) !== null).map((host) => host.id));
}
