import type { Analysis, Finding } from '../../engine/result.ts';
import type { Catalog, TypeDeclaration } from '../../model/catalog.ts';
import { qualify } from '../../model/catalog.ts';
import type { Host, Plan } from '../../model/plan.ts';
import { mainPortOf, shortTypeName, tileLetters } from '../../model/type-words.ts';
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
  /** How many findings about some hosts ask for attention, and whether one of them is an error. */
  readonly findings: (...hosts: readonly Host[]) => { readonly count: number; readonly error: boolean };
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
  const settings = new Map(
    analysis.settings.flatMap(({ component, setting, value }) =>
      value === null ? [] : [[JSON.stringify([component, setting]), String(value)] as const],
    ),
  );
  const found = findingsByHost(analysis, plan);
  return {
    rows: (host) =>
      host.components.map((component) => {
        const known = types.get(component.type);
        const product = known?.catalog.product ?? component.type.split('/')[0] ?? '';
        return {
          product,
          letters: tileLetters(product, known?.catalog.letters),
          name: shortTypeName(known?.type.name ?? component.type, { id: product, name: known?.catalog.name }),
          port: mainPortOf(known?.type, component, (setting) => settings.get(JSON.stringify([component.id, setting]))),
        };
      }),
    icon: (host) => types.get(host.components[0]?.type ?? '')?.type.icon ?? (host.components.length === 0 ? 'server' : 'square'),
    findings: (...hosts) => {
      const list = [...new Set(hosts.flatMap((host) => [...(found.get(host.id) ?? [])]))];
      return { count: list.length, error: list.some(({ severity }) => severity === 'error') };
    },
    external: (id) => externals.get(id) ?? id,
  };
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
