import { OPENING_COLUMNS, type OpeningColumn } from './csv.ts';

/** Columns a sheet of openings may have beyond those of the contract. */
export const MORE_COLUMNS = [
  'number',
  'point',
  'order',
  'source_pages',
  'advice',
  'requester',
  'owner',
  'approver',
  'ticket',
  'needed_by',
  'until',
  'plan',
  'revision',
] as const;
export type ColumnId = OpeningColumn | (typeof MORE_COLUMNS)[number];

/** Every column, those of the contract first, in its order. */
export const COLUMN_IDS: readonly ColumnId[] = [...OPENING_COLUMNS, ...MORE_COLUMNS];

/** What a workbook shows by itself, in these terms; its remarks have the deviations too. */
export const WORKBOOK_COLUMNS: readonly ColumnId[] = [
  'number',
  'rule_id',
  'from_zone',
  'to_zone',
  'source',
  'source_address',
  'destination',
  'destination_address',
  'protocol',
  'ports',
  'service',
  'need',
  'phase',
  'justification',
  'products',
  'source_pages',
  'order',
  'remarks',
];

/** How a column is called in a workbook, its width there in characters, and what it holds. */
interface ColumnFacts {
  readonly title: string;
  readonly width: number;
  readonly about: string;
}

export const COLUMNS: Readonly<Record<ColumnId, ColumnFacts>> = {
  rule_id: { title: 'Rule', width: 20, about: 'stable id of the opening; its lines share it' },
  action: { title: 'Action', width: 9, about: '`add`' },
  firewall: { title: 'Firewall', width: 22, about: 'the firewall that has to open, empty where none is named' },
  boundary: { title: 'Boundary', width: 22, about: 'every boundary that is passed' },
  from_zone: { title: 'From zone', width: 18, about: 'zone of the sources' },
  to_zone: { title: 'To zone', width: 18, about: 'zone of the destinations' },
  source: { title: 'Source', width: 22, about: 'names of the sources' },
  source_address: { title: 'Source address', width: 22, about: 'addresses of the sources, of one family a line' },
  destination: { title: 'Destination', width: 22, about: 'names of the destinations' },
  destination_address: { title: 'Destination address', width: 22, about: 'addresses or names of the destinations' },
  protocol: { title: 'Protocol', width: 9, about: 'one protocol a line' },
  ports: { title: 'Ports', width: 14, about: 'destination ports, or the ICMP type' },
  service: { title: 'Service', width: 18, about: 'usual names of these ports' },
  need: { title: 'Need', width: 12, about: '`required`, `recommended` or `optional`' },
  phase: { title: 'Phase', width: 11, about: 'when it is needed' },
  justification: { title: 'Justification', width: 48, about: 'what it is for' },
  products: { title: 'Product', width: 14, about: 'products that need it' },
  sources: { title: 'Source of fact', width: 34, about: 'source rows, as product, page id and row' },
  flow_ids: { title: 'Flows', width: 24, about: 'ids of the flows behind the opening' },
  deviation: { title: 'Deviation', width: 30, about: 'ports that differ from what the vendor sets' },
  remarks: { title: 'Remarks', width: 36, about: '`NOT ORDERABLE: …` first, then what a firewall team has to know' },
  number: { title: '#', width: 5, about: 'number of the opening, as on the page and in the PDF' },
  point: { title: 'Enforcement point', width: 22, about: 'firewall, or the boundary or zone that filters' },
  order: { title: 'Order', width: 8, about: '`ready`, or `waits` where it cannot be ordered yet' },
  source_pages: { title: 'Vendor page', width: 34, about: 'titles of the source pages with their rows' },
  advice: { title: 'Advice', width: 30, about: 'how the rule has to be made' },
  requester: { title: 'Requester', width: 16, about: 'change request: who asks' },
  owner: { title: 'Owner', width: 16, about: 'change request: who answers for the rule' },
  approver: { title: 'Approver', width: 16, about: 'change request: who agrees' },
  ticket: { title: 'Change ticket', width: 16, about: 'change request: number of the ticket' },
  needed_by: { title: 'Needed by', width: 12, about: 'change request: day by which it is needed' },
  until: { title: 'Until', width: 12, about: 'change request: last day, or `permanent`' },
  plan: { title: 'Plan', width: 24, about: 'title of the plan' },
  revision: { title: 'Revision', width: 10, about: 'revision of the plan' },
};

/** True for the id of a column. */
export function isColumn(id: string): id is ColumnId {
  return Object.hasOwn(COLUMNS, id);
}

/** Columns in which a line can say that it is not orderable, the preferred first. */
export const WARNING_COLUMNS = ['remarks', 'justification'] as const satisfies readonly ColumnId[];

/** What is wrong with a choice of columns; the first thing found. */
export type ColumnProblem =
  | { readonly kind: 'unknown' | 'twice'; readonly column: string }
  | { readonly kind: 'none' | 'no-warning'; readonly column: '' };

/**
 * Reads a choice of columns. Each is named once, and at least one of `WARNING_COLUMNS` is among them: a sheet never hides
 * that a line cannot be ordered.
 */
export function readColumns(ids: readonly string[]): { readonly columns: readonly ColumnId[] } | { readonly problem: ColumnProblem } {
  const unknown = ids.find((id) => !isColumn(id));
  if (unknown !== undefined) return { problem: { kind: 'unknown', column: unknown } };
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) return { problem: { kind: 'twice', column: twice } };
  if (ids.length === 0) return { problem: { kind: 'none', column: '' } };
  if (!WARNING_COLUMNS.some((id) => ids.includes(id))) return { problem: { kind: 'no-warning', column: '' } };
  return { columns: ids.filter(isColumn) };
}
