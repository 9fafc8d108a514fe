import Papa from 'papaparse';
import { noFormula } from './formula.ts';
import { oneLine } from './names.ts';

/** Several values in one cell: joined with `; `, a `;` or `\` inside a value escaped by `\`. */
export function joined(values: readonly string[]): string {
  return values.map(cell).join('; ');
}

/** One value as a cell: one printable line, `;` and `\` escaped by `\`, and never the start of a formula. */
export function cell(value: string): string {
  return noFormula(oneLine(value).replace(/[\\;]/g, '\\$&'));
}

/** The values of a cell again, as they were before joining. */
export function splitCell(text: string): string[] {
  if (text === '') return [];
  const values: string[] = [];
  let value = '';
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && at + 1 < text.length) value += text[++at];
    else if (text[at] === ';' && text[at + 1] === ' ') {
      values.push(value);
      value = '';
      at++;
    } else value += text[at];
  }
  return [...values, value];
}

/** CSV as RFC 4180 has it: commas, CRLF, quotes where needed, a header line. Cells must come from `cell` or `joined`. */
export function csvTable<Column extends string>(columns: readonly Column[], rows: readonly Readonly<Record<Column, string>>[]): string {
  const data = rows.map((row) => columns.map((column) => row[column]));
  return `${Papa.unparse([[...columns], ...data], { newline: '\r\n' })}\r\n`;
}

/** How a CSV file is told apart from the contract's: what stands between cells, and a mark in front by which Excel knows UTF-8. */
export interface CsvDialect {
  readonly separator: ',' | ';';
  readonly mark: boolean;
}

/** A list of ports, which a spreadsheet takes for one large number: `80,443`. */
const PORT_LIST = /^\d[\d-]*(,\d[\d-]*)+$/;

/**
 * A table of `csvTable` in another dialect. German Excel wants `;` and the mark. What is not the contract's own dialect is for spreadsheets:
 * there ports are told apart by a comma and a space, so that they stay text.
 */
export function inDialect(csv: string, { separator, mark }: CsvDialect): string {
  if (separator === ',' && !mark) return csv;
  const rows = Papa.parse<string[]>(csv.trimEnd()).data.map((row) =>
    row.map((text) => (PORT_LIST.test(text) ? text.replaceAll(',', ', ') : text)),
  );
  const text = `${Papa.unparse(rows, { newline: '\r\n', delimiter: separator, quotes: true })}\r\n`;
  return mark ? `\uFEFF${text}` : text;
}
