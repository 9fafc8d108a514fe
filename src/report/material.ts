import { type Flow, isNamed, type Opening, type Point } from '../engine/result.ts';
import type { Catalog, SourceDeclaration } from '../model/catalog.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Plan } from '../model/plan.ts';
import { citation } from './csv.ts';
import { makeNames, type Names, type ReportInput } from './names.ts';
import { type OpeningLine, openingLines } from './opening-lines.ts';

/** What a whole document is made of. */
export interface SheetInput extends ReportInput {
  /** For names of products, titles of sources and versions. */
  readonly catalogs: readonly Catalog[];
  /** The day on the cover, `2026-01-31`, or null for none: a report has no clock. */
  readonly date: string | null;
}

/** An opening with its number, its lines and the flows that need it. */
export interface NumberedOpening {
  readonly number: number;
  readonly opening: Opening;
  readonly lines: readonly OpeningLine[];
  readonly flows: readonly Flow[];
}

/** The openings of one enforcement point. */
export interface PointOpenings {
  readonly point: Point;
  readonly name: string;
  readonly openings: readonly NumberedOpening[];
}

/** Everything the pages look up, made once. */
export interface Material extends SheetInput {
  readonly names: Names;
  readonly flows: ReadonlyMap<string, Flow>;
  readonly points: readonly PointOpenings[];
  readonly zoneKinds: ReadonlyMap<string, Plan['zones'][number]['kind']>;
  readonly products: ReadonlyMap<string, Catalog>;
  /** How an end of a flow is called. */
  readonly flowEnd: (end: Flow['from'] | Flow['to']) => string;
  /** How the other side of a host rule is called. */
  readonly peer: (id: string) => string;
  /** A source by product and id. */
  readonly source: (product: string | null, id: string) => SourceDeclaration | undefined;
}

/** Looks everything up. Points with a firewall come first, by name; openings are numbered through, as on the page. */
export function gather(input: SheetInput): Material {
  const names = withExternals(makeNames(input), input.catalogs);
  const flows = new Map(input.analysis.flows.map((flow) => [flow.id, flow]));
  const hosts = new Set(input.plan.hosts.map(({ id }) => id));
  const products = new Map(input.catalogs.map((catalog) => [catalog.product, catalog]));
  const groups = new Map<string, Opening[]>();
  for (const opening of input.analysis.openings) {
    const key = JSON.stringify([opening.point.kind === 'firewall' ? 0 : 1, opening.point.name, opening.point.kind, opening.point.id]);
    groups.set(key, [...(groups.get(key) ?? []), opening]);
  }
  let number = 0;
  const points = [...groups.entries()]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .flatMap(([, openings]): PointOpenings[] => {
      const point = openings[0]?.point;
      if (!point) return [];
      const numbered = openings.map((opening) => {
        number += 1;
        const own = opening.flows.flatMap((id) => flows.get(id) ?? []);
        return { number, opening, lines: openingLines(opening, names, flows), flows: own };
      });
      return [{ point, name: names.point(point), openings: numbered }];
    });
  return {
    ...input,
    names,
    flows,
    points,
    zoneKinds: new Map(input.analysis.zones.map(({ id, kind }) => [id, kind as Plan['zones'][number]['kind']])),
    products,
    flowEnd: (end) => {
      if (isNamed(end)) return names.end({ external: end.external, fqdns: end.fqdns });
      return end.host === null ? (end.cidr ?? names.zone(end.zone)) : names.host(end.host);
    },
    peer: (id) => (hosts.has(id) ? names.host(id) : names.end({ external: id, fqdns: [] })),
    source: (product, id) => (product === null ? undefined : products.get(product)?.sources.find((source) => source.id === id)),
  };
}

/** The names with vendor services called as their catalog calls them. */
function withExternals(names: Names, catalogs: readonly Catalog[]): Names {
  const known = new Map(
    catalogs.flatMap(({ product, externals }) => externals.map(({ id, name }) => [`${product}/${id}` as string, name] as const)),
  );
  return {
    ...names,
    end: (end) => ('fqdns' in end && end.external !== null ? (known.get(end.external) ?? names.end(end)) : names.end(end)),
  };
}

/** A page of a vendor with the rows that a sheet relies on. */
export interface CitedSource {
  readonly number: number;
  readonly title: string;
  readonly rows: readonly string[];
  readonly read: string;
}

/** Numbers the sources of one sheet in the order in which its flows cite them. */
export function numberSources(flows: readonly Flow[], material: Material): { numberOf: (flow: Flow) => number[]; list: CitedSource[] } {
  const known = new Map<string, { number: number; title: string; rows: Set<string>; read: string }>();
  const keyOf = (flow: Flow, id: string) => JSON.stringify([flow.product, id]);
  for (const flow of flows)
    for (const cited of flow.sources) {
      const key = keyOf(flow, cited.id);
      const source = material.source(flow.product, cited.id);
      const product = flow.product === null ? undefined : material.products.get(flow.product);
      const title = source ? `${product?.name ?? flow.product}, ${source.title}` : citation(flow.product, { id: cited.id, row: '' }).trim();
      const entry = known.get(key) ?? { number: known.size + 1, title, rows: new Set(), read: source?.read ?? '' };
      entry.rows.add(cited.row);
      known.set(key, entry);
    }
  return {
    numberOf: (flow) => [...new Set(flow.sources.flatMap(({ id }) => known.get(keyOf(flow, id))?.number ?? []))],
    list: [...known.values()].map(({ rows, ...entry }) => ({ ...entry, rows: [...rows] })),
  };
}
