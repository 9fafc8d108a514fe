import type { Plan } from '../model/plan.ts';
import { hasRequest, REQUEST_FIELDS, requestFor } from '../model/request.ts';
import { chosenCells, chosenHeads } from './chosen-sheet.ts';
import type { ColumnId } from './columns.ts';
import { REQUEST_WORDS } from './cover.ts';
import { citation } from './csv.ts';
import type { Material, NumberedOpening, PointOpenings } from './material.ts';
import type { WorkbookSheet } from './workbook-sheet.ts';

const OPENING_COLUMNS = [
  ['#', 5],
  ['Rule', 20],
  ['From zone', 18],
  ['To zone', 18],
  ['Source', 22],
  ['Source address', 22],
  ['Destination', 22],
  ['Destination address', 22],
  ['Protocol', 9],
  ['Ports', 14],
  ['Service', 18],
  ['Need', 12],
  ['Phase', 11],
  ['Justification', 48],
  ['Product', 14],
  ['Source of fact', 34],
  ['Order', 8],
  ['Remarks', 36],
] as const satisfies WorkbookSheet['columns'];

/** The columns of openings, with those of a change request where the plan has one. */
function openingColumns(plan: Plan): WorkbookSheet['columns'] {
  const request = REQUEST_FIELDS.map((field) => [REQUEST_WORDS[field], 16] as const);
  return hasRequest(plan) ? [...OPENING_COLUMNS, ...request] : OPENING_COLUMNS;
}

const PRODUCT = OPENING_COLUMNS.findIndex(([header]) => header === 'Product');

/** How the sheets of openings are laid out: with chosen columns, or as they are by themselves. */
export interface OpeningLayout {
  readonly columns: WorkbookSheet['columns'];
  readonly cells: (each: NumberedOpening) => (string | number)[][];
  /** Index of the column whose product colours a row, or null. */
  readonly productColumn: number | null;
  /** Whether a sheet of several points has a column of them in front. */
  readonly namesPoint: boolean;
}

/** The layout for chosen columns; null for the sheets as they are by themselves. */
export function layoutOf(material: Material, chosen: readonly ColumnId[] | null): OpeningLayout {
  if (!chosen)
    return {
      columns: openingColumns(material.plan),
      cells: (each) => openingCells(each, material),
      productColumn: PRODUCT,
      namesPoint: true,
    };
  const product = chosen.indexOf('products');
  return {
    columns: chosenHeads(chosen),
    cells: (each) => chosenCells(each, chosen, material),
    productColumn: product < 0 ? null : product,
    namesPoint: !chosen.includes('point'),
  };
}

function openingCells(
  { number, opening, lines, flows }: NumberedOpening,
  { plan, names, products, source }: Material,
): (string | number)[][] {
  const facts = flows.flatMap((flow) =>
    flow.sources.map(
      (cited) => `${source(flow.product, cited.id)?.title ?? citation(flow.product, { id: cited.id, row: '' }).trim()}, ${cited.row}`,
    ),
  );
  const deviations = opening.deviations.map(names.deviation);
  const asked = requestFor(plan, opening.point.id, opening.flows);
  const request = hasRequest(plan) ? REQUEST_FIELDS.map((field) => asked[field]) : [];
  return lines.map((line) => [
    number,
    opening.id,
    names.zone(opening.fromZone),
    names.zone(opening.toZone),
    line.sources.map(({ name }) => name).join('\n'),
    distinct(line.sources.flatMap(({ addresses }) => addresses)).join('\n'),
    line.destinations.map(({ name }) => name).join('\n'),
    distinct(line.destinations.flatMap(({ addresses }) => addresses)).join('\n'),
    line.protocol,
    line.ports,
    line.services.join('\n'),
    opening.need,
    opening.phase,
    opening.justification,
    opening.products.map((product) => products.get(product)?.name ?? product).join('\n'),
    distinct(facts).join('\n'),
    opening.orderable ? 'ready' : 'waits',
    [...line.remarks, ...deviations].join('\n'),
    ...request,
  ]);
}

/** The sheet of one enforcement point. */
export function openingSheet({ name, openings }: PointOpenings, { columns, cells, productColumn }: OpeningLayout): WorkbookSheet {
  return {
    name,
    columns,
    rows: openings.flatMap(cells),
    productColumn,
    products: openings.flatMap(({ opening, lines }) => lines.map(() => opening.products)),
  };
}

/** The sheet of all openings. */
export function allOpenings(material: Material, layout: OpeningLayout): WorkbookSheet {
  const sheets = material.points.map((point) => openingSheet(point, layout));
  const { columns, productColumn, namesPoint } = layout;
  return {
    name: 'All openings',
    columns: namesPoint ? [['Enforcement point', 22], ...columns] : columns,
    rows: sheets.flatMap(({ name, rows }) => (namesPoint ? rows.map((row) => [name, ...row]) : rows)),
    productColumn: productColumn === null ? null : productColumn + (namesPoint ? 1 : 0),
    products: sheets.flatMap(({ products }) => products),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
