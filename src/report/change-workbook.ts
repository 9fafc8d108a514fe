import type { Sheet } from './sheet.ts';
import { sheetNames } from './sheet-names.ts';
import type { WorkbookSheet } from './workbook-sheet.ts';

/** Widths of columns in characters by their heading; others are 14 wide. */
const WIDTHS: Readonly<Record<string, number>> = {
  Rule: 20,
  'From zone': 18,
  'To zone': 18,
  Source: 30,
  Destination: 30,
  Justification: 48,
  'Source of fact': 34,
  Remarks: 36,
  Replaces: 44,
  'Caused by': 40,
};

/** Any sheet as a workbook: a cover with its facts, then a table for each enforcement point. */
export function sheetWorkbook({ title, facts, points }: Sheet): WorkbookSheet[] {
  const cover = [['Title', title], ...facts];
  const tables = points.map(({ header, rows }) => ({
    columns: header.map((name) => [name, WIDTHS[name] ?? 14] as const),
    rows: rows.map((row) => row.map((lines) => lines.join('\n'))),
  }));
  const sheets = [
    {
      columns: [
        ['Field', 18],
        ['Value', 90],
      ] as const,
      rows: cover.map((row) => [...row]),
    },
    ...tables,
  ];
  const names = sheetNames(['Cover', ...points.map((point) => point.title)]);
  return sheets.map((sheet, index) => ({ ...sheet, name: names[index] ?? '', productColumn: null, products: [] }));
}
