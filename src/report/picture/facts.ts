import type { Analysis, Finding } from '../../engine/result.ts';
import type { Catalog, TypeDeclaration } from '../../model/catalog.ts';
import { qualify } from '../../model/catalog.ts';
import { lookup } from '../../model/dictionary.ts';
import type { Component, Host, Plan } from '../../model/plan.ts';
import type { SheetInput } from '../material.ts';

/** A row of a card: whose component it is, what it is called, its main port. */
export interface CardRow {
  readonly product: string;
  readonly letters: string;
  readonly name: string;
  readonly port: string;
}

/** What the cards of a picture say, looked up once. */
export interface CardFacts {
  readonly rows: (host: Host) => CardRow[];
  /** An icon's name. */
  readonly icon: (host: Host) => string;
  /** How many findings ask for attention, and whether one of them is an error. */
  readonly findings: (host: Host) => { readonly count: number; readonly error: boolean };
  readonly external: (id: string) => string;
}

/** Looks up types, settings and findings for the cards of a plan. */
export function cardFacts({ plan, analysis, catalogs }: SheetInput): CardFacts {
  const types = new Map<string, { type: TypeDeclaration; catalog: Catalog }>();
  const externals = new Map<string, string>();
  for (const catalog of catalogs) {
    for (const type of catalog.types) types.set(qualify(catalog.product, type.id), { type, catalog });
    for (const { id, name } of catalog.externals) externals.set(qualify(catalog.product, id), name);
  }
  const settings = new Map(analysis.settings.map(({ component, setting, value }) => [JSON.stringify([component, setting]), value]));
  const found = findingsByHost(analysis, plan);
  const port = (component: Component): string => {
    const main = types.get(component.type)?.type.mainPort;
    if (main === undefined || typeof main === 'number') return String(main ?? '');
    return String(settings.get(JSON.stringify([component.id, main])) ?? lookup(component.settings, main) ?? '');
  };
  return {
    rows: (host) =>
      host.components.map((component) => {
        const known = types.get(component.type);
        const product = known?.catalog.product ?? component.type.split('/')[0] ?? '';
        const letters = known?.catalog.letters ?? product.slice(0, 2);
        return {
          product,
          letters: letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase(),
          name: shortName(known?.type.name ?? component.type, known?.catalog),
          port: port(component),
        };
      }),
    icon: (host) => types.get(host.components[0]?.type ?? '')?.type.icon ?? (host.components.length === 0 ? 'server' : 'square'),
    findings: (host) => {
      const list = [...(found.get(host.id) ?? [])];
      return { count: list.length, error: list.some(({ severity }) => severity === 'error') };
    },
    external: (id) => externals.get(id) ?? id,
  };
}

/** A type's name without that of its product, which the tile says. */
function shortName(name: string, catalog: Catalog | undefined): string {
  for (const product of catalog ? [catalog.name, catalog.product.toUpperCase()] : []) {
    if (!name.startsWith(`${product} `)) continue;
    const rest = name.slice(product.length + 1);
    return rest.slice(0, 1).toUpperCase() + rest.slice(1);
  }
  return name;
}

function findingsByHost({ findings }: Analysis, plan: Plan): Map<string, Set<Finding>> {
  const hostOf = new Map(plan.hosts.flatMap((host) => host.components.map(({ id }) => [id, host.id] as const)));
  const byHost = new Map<string, Set<Finding>>();
  for (const finding of findings) {
    if (finding.severity === 'info') continue;
    for (const { kind, id } of finding.subjects) {
      const host = kind === 'host' ? id : kind === 'component' ? hostOf.get(id) : undefined;
      if (host !== undefined) byHost.set(host, (byHost.get(host) ?? new Set()).add(finding));
    }
  }
  return byHost;
}
