import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { SheetInput } from '../material.ts';
import type { Sheet, SheetTable } from '../sheet.ts';
import { INK, SIZE } from './look.ts';
import { definitionOf, facesOf, type PdfOptions, printed } from './pdf.ts';
import { smallTable } from './small-table.ts';
import type { Writer } from './writer.ts';

/** Columns as they stand on paper: which columns of the sheet each takes together, and its width in points. */
const COLUMNS: readonly (readonly [heading: string, of: readonly string[], width: number | '*'])[] = [
  ['Action', ['Action'], 36],
  ['From and to zone', ['From zone', 'To zone'], 62],
  ['Source', ['Source'], '*'],
  ['Destination', ['Destination'], '*'],
  ['Service', ['Protocol', 'Ports'], 52],
  ['Justification', ['Justification'], '*'],
  ['Need, phase', ['Need', 'Phase'], 50],
  ['Remarks, replaces', ['Remarks', 'Replaces'], 84],
  ['Caused by', ['Caused by'], 72],
  ['Source of fact', ['Source of fact'], 62],
  ['Rule', ['Rule'], 56],
];
const FIXED_WIDTH = new Set(['Source', 'Destination', 'Service', 'Rule']);

/** Any sheet as a PDF: its facts, then a table for each enforcement point; `nothing` where it has none. Same bytes for the same input; no script, action or attachment. */
export async function sheetPdf(
  sheet: Sheet,
  nothing: string,
  input: SheetInput,
  { paper, landscape, fonts }: Pick<PdfOptions, 'paper' | 'landscape' | 'fonts'>,
): Promise<Uint8Array<ArrayBuffer>> {
  const { writer } = facesOf(fonts);
  const facts = input.date === undefined || input.date === null ? sheet.facts : [...sheet.facts, ['Date', input.date] as const];
  const content: Content[] = [
    { ...writer.block(sheet.title), fontSize: SIZE.title, bold: true, margin: [0, 0, 0, 8] },
    ...facts.map(
      ([name, value]): Content => writer.runs([{ text: `${name}: `, color: INK.faint }, { text: value }], { margin: [0, 0, 0, 2] }),
    ),
    ...sheet.points.flatMap((table) => section(table, writer)),
    ...(sheet.points.length === 0 ? [writer.block(nothing, { margin: [0, 12, 0, 0] })] : []),
  ];
  return printed(definitionOf({ title: sheet.title, subject: sheet.title, input, paper, landscape }, content, writer), fonts, false);
}

function section({ title, header, rows }: SheetTable, writer: Writer): Content[] {
  const columns = COLUMNS.filter(([, of]) => of.some((name) => header.includes(name)));
  const cells = rows.map((row) =>
    columns.map(([heading, of]): TableCell => {
      const lines = of.flatMap((name) => row[header.indexOf(name)] ?? []).filter((line) => line !== '');
      return { stack: lines.map((line) => (FIXED_WIDTH.has(heading) ? writer.mono(line) : writer.block(line))) };
    }),
  );
  return [
    { ...writer.block(title), fontSize: SIZE.section, bold: true, margin: [0, 16, 0, 6], headlineLevel: 1, tocItem: false },
    smallTable(
      '',
      columns.map(([heading]) => heading),
      cells,
      writer,
      columns.map(([, , width]) => width),
    ),
  ];
}
