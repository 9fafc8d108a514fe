import { requestFor } from '../model/request.ts';
import { COLUMNS, type ColumnId, WARNING_COLUMNS } from './columns.ts';
import { citation, openingValues } from './csv.ts';
import { csvTable, joined } from './csv-table.ts';
import { gather, type Material, type NumberedOpening, type SheetInput } from './material.ts';
import { makeNames } from './names.ts';
import { ADVICE_WORDS, openingLines } from './opening-lines.ts';

/** The values of every column in one line, as they are: not yet joined, nor safe for any format. */
export type LineValues = Readonly<Record<ColumnId, readonly string[]>>;

/** The rule sheet as CSV with chosen columns; cells are those of `openingsCsv`, and with the columns of the contract it is the same text. */
export function chosenCsv(input: SheetInput, columns: readonly ColumnId[]): string {
  const material = gather(input);
  const numbered = new Map(material.points.flatMap((point) => point.openings.map((each) => [each.opening.id, each] as const)));
  return csvOf(
    input.analysis.openings.flatMap(({ id }) => numbered.get(id) ?? []),
    columns,
    material,
  );
}

/** The same for the openings of one enforcement point. */
export function csvOf(openings: readonly NumberedOpening[], columns: readonly ColumnId[], material: Material): string {
  const names = makeNames(material);
  const rows = openings.flatMap((each) => {
    const lines = openingLines(each.opening, names, material.flows);
    return lineValues({ ...each, lines }, columns, { ...material, names });
  });
  const cells = (row: LineValues) => Object.fromEntries(columns.map((column) => [column, joined(row[column])])) as Record<ColumnId, string>;
  return csvTable(columns, rows.map(cells));
}

/** Heads and widths of chosen columns in a workbook. */
export function chosenHeads(columns: readonly ColumnId[]): (readonly [header: string, width: number])[] {
  return columns.map((column) => [COLUMNS[column].title, COLUMNS[column].width]);
}

/** The cells of an opening in a workbook with chosen columns: products by name, the number as a number. */
export function chosenCells(each: NumberedOpening, columns: readonly ColumnId[], material: Material): (string | number)[][] {
  return lineValues(each, columns, material).map((row) =>
    columns.map((column) => {
      if (column === 'number') return each.number;
      const values = column === 'products' ? row.products.map((id) => material.products.get(id)?.name ?? id) : row[column];
      return values.join('\n');
    }),
  );
}

/** Every line of an opening. Where no remarks are chosen, that it cannot be ordered stands before its justification. */
function lineValues(each: NumberedOpening, columns: readonly ColumnId[], material: Material): LineValues[] {
  const more = moreValues(each, material);
  const place = WARNING_COLUMNS.find((column) => columns.includes(column));
  return openingValues(each.opening, each.lines, material).map((values) => {
    const warning = each.opening.orderable || place !== 'justification' ? [] : values.remarks.slice(0, 1);
    return { ...values, ...more, justification: [...warning, ...values.justification] };
  });
}

/** What a sheet can say of an opening beyond the columns of the contract. */
function moreValues({ number, opening, flows }: NumberedOpening, { plan, names, source }: Material) {
  const asked = requestFor(plan, opening.point.id, opening.flows);
  const page = (product: string | null, id: string) => source(product, id)?.title ?? citation(product, { id, row: '' }).trim();
  return {
    action: ['add'],
    number: [String(number)],
    point: [names.point(opening.point)],
    order: [opening.orderable ? 'ready' : 'waits'],
    source_pages: [...new Set(flows.flatMap((flow) => flow.sources.map(({ id, row }) => `${page(flow.product, id)}, ${row}`)))],
    advice: opening.advice.map((advice) => ADVICE_WORDS[advice]),
    requester: said(asked.requester),
    owner: said(asked.owner),
    approver: said(asked.approver),
    ticket: said(asked.ticket),
    needed_by: said(asked.neededBy),
    until: said(asked.until),
    plan: said(plan.title),
    revision: said(plan.revision),
  } satisfies Partial<LineValues>;
}

function said(text: string): string[] {
  return text === '' ? [] : [text];
}
