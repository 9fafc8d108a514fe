import type { Finding, Flow, Opening } from '../engine/result.ts';
import { isNamed } from '../engine/result.ts';
import { requestAt } from '../model/request.ts';
import { requestFacts } from './cover.ts';
import { citations, portsCell } from './csv.ts';
import { makeNames, type Names, type ReportInput } from './names.ts';
import { openingLines } from './opening-lines.ts';

/** A cell: its lines as plain text, not yet made safe for any format. */
export type Cell = readonly string[];

/** A table of a rule sheet. */
export interface SheetTable {
  readonly title: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A list of findings, the accepted ones with their reason. */
export interface SheetFindings {
  readonly title: string;
  readonly items: readonly (Finding & { readonly reason?: string })[];
}

/** What a rule sheet says, in the order in which every document says it. All text is the user's or the catalogs', as it is. */
export interface Sheet {
  readonly title: string;
  /** Revision and the like, empty ones left out. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** One for each enforcement point, in the order in which the points first appear. */
  readonly points: readonly SheetTable[];
  readonly waived: SheetTable;
  readonly findings: readonly SheetFindings[];
}

/** What a line of a rule sheet says of an opening. */
export const OPENING_HEADER = [
  'Rule',
  'From zone',
  'To zone',
  'Source',
  'Destination',
  'Protocol',
  'Ports',
  'Need',
  'Phase',
  'Justification',
  'Source of fact',
  'Remarks',
];

/** The rule sheet that every document renders: openings by enforcement point, then what is left out, what to look at and what is accepted. */
export function ruleSheet(input: ReportInput): Sheet {
  const { plan, analysis } = input;
  const names = makeNames(input);
  const flows = new Map(analysis.flows.map((flow) => [flow.id, flow]));
  return {
    title: plan.title || 'Openings',
    facts: (
      [
        ['Revision', plan.revision],
        ['Author', plan.author],
        ['Description', plan.description],
        ...requestFacts(requestAt(plan, { kind: 'plan' })),
      ] as const
    ).filter(([, value]) => value !== ''),
    points: byPoint(analysis.openings).flatMap((openings) => pointTable(openings, flows, names)),
    waived: waivedTable(analysis.flows, names),
    findings: [
      { title: 'Findings', items: analysis.findings },
      { title: 'Accepted findings', items: analysis.accepted },
    ],
  };
}

function byPoint(openings: readonly Opening[]): Opening[][] {
  const groups = new Map<string, Opening[]>();
  for (const opening of openings) {
    const key = JSON.stringify([opening.point.kind, opening.point.id]);
    const group = groups.get(key);
    if (group) group.push(opening);
    else groups.set(key, [opening]);
  }
  return [...groups.values()];
}

function pointTable(openings: readonly Opening[], flows: ReadonlyMap<string, Flow>, names: Names): SheetTable[] {
  const point = openings[0]?.point;
  if (!point) return [];
  const rows = openings.flatMap((opening) => openingCells(opening, flows, names));
  return [{ title: `${names.point(point)} (${point.kind})`, header: OPENING_HEADER, rows }];
}

/** The rows of one opening below `OPENING_HEADER`: one for each protocol and address family. */
export function openingCells(opening: Opening, flows: ReadonlyMap<string, Flow>, names: Names): Cell[][] {
  const own = opening.flows.flatMap((id) => flows.get(id) ?? []);
  return openingLines(opening, names, flows).map((line): Cell[] => [
    [opening.id],
    [names.zone(opening.fromZone)],
    [names.zone(opening.toZone)],
    endLines(line.sources),
    endLines(line.destinations),
    [line.protocol],
    [line.ports],
    [opening.need],
    [opening.phase],
    [opening.justification],
    [...new Set(own.flatMap(citations))],
    [...line.remarks, ...opening.deviations.map(names.deviation)],
  ]);
}

function endLines(side: readonly { readonly name: string; readonly addresses: readonly string[] }[]): Cell {
  return side.map(({ name, addresses }) => (addresses.length === 0 ? name : `${name}: ${addresses.join(', ')}`));
}

function waivedTable(flows: readonly Flow[], names: Names): SheetTable {
  return {
    title: 'Waived flows',
    header: ['Flow rule', 'From', 'To', 'Protocol', 'Ports', 'Need', 'Reason'],
    rows: flows
      .filter((flow) => flow.waived)
      .map((flow) => [
        [flow.rule],
        [flowEndName(flow.from, names)],
        [flowEndName(flow.to, names)],
        [String(flow.protocol)],
        [portsCell(flow)],
        [flow.need],
        [flow.waived?.reason ?? ''],
      ]),
  };
}

/** How an end of a flow is called in a report. */
export function flowEndName(end: Flow['to'], names: Names): string {
  if (isNamed(end)) return end.external ?? end.fqdns.join(', ');
  if (end.host !== null) return end.component === null ? names.host(end.host) : `${names.host(end.host)} (${end.component})`;
  return end.cidr ?? names.zone(end.zone);
}
