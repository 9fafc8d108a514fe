import { requestAt } from '../model/request.ts';
import type { ColumnId } from './columns.ts';
import { catalogVersions, contentHash, requestFacts } from './cover.ts';
import { portsCell } from './csv.ts';
import { gather, type Material, type PointOpenings, type SheetInput } from './material.ts';
import { sheetNames } from './sheet-names.ts';
import { allOpenings, layoutOf, openingSheet } from './workbook-openings.ts';
import type { WorkbookSheet } from './workbook-sheet.ts';

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
    allOpenings(material, layout),
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
