import type { Plan } from '../model/plan.ts';
import { hasRequest, REQUEST_FIELDS, requestAt, requestFor } from '../model/request.ts';
import { chosenCells, chosenHeads } from './chosen-sheet.ts';
import type { ColumnId } from './columns.ts';
import { catalogVersions, contentHash, REQUEST_WORDS, requestFacts } from './cover.ts';
import { citation, portsCell } from './csv.ts';
import { gather, type Material, type NumberedOpening, type PointOpenings, type SheetInput } from './material.ts';
import { sheetNames } from './sheet-names.ts';

/** One sheet of a workbook: cells as plain texts, not yet made safe for any format; several lines of a cell are joined with line breaks. */
export interface WorkbookSheet {
  readonly name: string;
  /** With the width of each column in characters. */
  readonly columns: readonly (readonly [header: string, width: number])[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Index of the column whose product colours a row, or null. */
  readonly productColumn: number | null;
  /** Products of each row, where they colour it. */
  readonly products: readonly (readonly string[])[];
}

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
interface Layout {
  readonly columns: WorkbookSheet['columns'];
  readonly cells: (each: NumberedOpening) => (string | number)[][];
  /** Index of the column whose product colours a row, or null. */
  readonly productColumn: number | null;
  /** Whether a sheet of several points has a column of them in front. */
  readonly namesPoint: boolean;
}

function layoutOf(material: Material, chosen: readonly ColumnId[] | null): Layout {
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

/** The rule sheet as a workbook: cover, a sheet for each enforcement point, all openings, host rules, findings, waivers, sources. */
export function ruleWorkbook(input: SheetInput, chosen: readonly ColumnId[] | null = null): WorkbookSheet[] {
  const material = gather(input);
  const layout = layoutOf(material, chosen);
  const names = sheetNames([
    'Cover',
    ...material.points.map(({ name }) => name),
    'All openings',
    'Host rules',
    'Findings',
    'Waived flows',
    'Sources',
  ]);
  const sheets = [
    cover(material, names),
    ...material.points.map((point) => openingSheet(point, layout)),
    total(material, layout),
    hostRules(material),
    findings(material),
    waivers(material),
    sources(material),
  ];
  return sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name }));
}

/** The workbook of one enforcement point: its sheet and the sources it rests on. */
export function pointWorkbook(point: PointOpenings, material: Material, chosen: readonly ColumnId[] | null = null): WorkbookSheet[] {
  const own = { ...material, points: [point] };
  const sheets = [openingSheet(point, layoutOf(material, chosen)), sources(own)];
  const names = sheetNames(sheets.map(({ name }) => name));
  return sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name }));
}

type Sheet = WorkbookSheet;

function plain(name: string, columns: Sheet['columns'], rows: Sheet['rows']): Sheet {
  return { name, columns, rows, productColumn: null, products: [] };
}

function cover({ plan, analysis, date, catalogs, points }: Material, names: readonly string[]): Sheet {
  const products = new Set(analysis.flows.flatMap(({ product }) => (product === null ? [] : [product])));
  const facts: [string, string][] = [
    ['Plan', plan.title],
    ['Revision', plan.revision],
    ['Author', plan.author],
    ['Date', date ?? ''],
    ['Content', contentHash(plan)],
    ['Catalogs', catalogVersions(products, catalogs).join(', ')],
    ['Description', plan.description],
    ...requestFacts(requestAt(plan, { kind: 'plan' })),
  ];
  const contents = points.map(({ openings }, index): (string | number)[] => {
    const waiting = openings.filter(({ opening }) => !opening.orderable).length;
    return [
      names[index + 1] ?? '',
      `${openings.length} ${openings.length === 1 ? 'opening' : 'openings'}${waiting === 0 ? '' : `, ${waiting} not orderable yet`}`,
    ];
  });
  return plain(
    'Cover',
    [
      ['Firewall rule sheet', 34],
      ['', 90],
    ],
    [...facts.filter(([, value]) => value !== ''), ...contents],
  );
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

function openingSheet({ name, openings }: PointOpenings, { columns, cells, productColumn }: Layout): Sheet {
  return {
    name,
    columns,
    rows: openings.flatMap(cells),
    productColumn,
    products: openings.flatMap(({ opening, lines }) => lines.map(() => opening.products)),
  };
}

function total(material: Material, layout: Layout): Sheet {
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

function hostRules({ analysis, names, peer }: Material): Sheet {
  return plain(
    'Host rules',
    [
      ['Host', 24],
      ['Direction', 10],
      ['Peer', 26],
      ['Protocol', 9],
      ['Ports', 16],
      ['Process', 30],
      ['Flow', 20],
    ],
    analysis.hosts.flatMap(({ host, inbound, outbound }) =>
      [...inbound.map((rule) => ['in', rule] as const), ...outbound.map((rule) => ['out', rule] as const)].map(([direction, rule]) => [
        names.host(host),
        direction,
        peer(rule.peer),
        String(rule.protocol),
        portsCell(rule),
        rule.process ?? '',
        rule.flow,
      ]),
    ),
  );
}

function findings({ analysis, names }: Material): Sheet {
  const all = [...analysis.findings.map((finding) => ({ ...finding, reason: '' })), ...analysis.accepted];
  return plain(
    'Findings',
    [
      ['Severity', 10],
      ['Code', 24],
      ['What', 50],
      ['Why', 50],
      ['What next', 50],
      ['About', 30],
      ['Accepted because', 30],
    ],
    all.map(({ severity, code, what, why, next, subjects, reason }) => [
      severity,
      code,
      what,
      why,
      next,
      subjects.map(names.subject).join('\n'),
      reason,
    ]),
  );
}

function waivers({ analysis, flowEnd }: Material): Sheet {
  return plain(
    'Waived flows',
    [
      ['Rule', 30],
      ['From', 26],
      ['To', 26],
      ['Protocol', 9],
      ['Ports', 16],
      ['Need', 12],
      ['What it is for', 40],
      ['Left out because', 40],
    ],
    analysis.flows
      .filter(({ waived }) => waived)
      .map((flow) => [
        flow.rule,
        flowEnd(flow.from),
        flowEnd(flow.to),
        String(flow.protocol),
        portsCell(flow),
        flow.need,
        flow.purpose,
        flow.waived?.reason ?? '',
      ]),
  );
}

/** Every page that the openings rest on, with the rows they cite. */
function sources({ points, source }: Material): Sheet {
  const pages = new Map<string, { product: string; id: string; rows: Set<string> }>();
  for (const flow of points.flatMap(({ openings }) => openings.flatMap(({ flows }) => flows)))
    for (const { id, row } of flow.sources) {
      const key = JSON.stringify([flow.product, id]);
      const page = pages.get(key) ?? { product: flow.product ?? '', id, rows: new Set<string>() };
      page.rows.add(row);
      pages.set(key, page);
    }
  return plain(
    'Sources',
    [
      ['Product', 14],
      ['Source', 40],
      ['Edition', 36],
      ['Address', 60],
      ['Read', 12],
      ['Rows', 60],
    ],
    [...pages.values()].map(({ product, id, rows }) => {
      const page = source(product, id);
      return [product, page?.title ?? id, page?.edition ?? '', page?.url ?? '', page?.read ?? '', [...rows].join('; ')];
    }),
  );
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
