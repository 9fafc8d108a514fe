import { unzipSync, zipSync } from 'fflate';
import { type CellStyle, writeXlsx } from 'hucre/xlsx';
import type { ColumnId } from './columns.ts';
import type { SheetInput } from './material.ts';
import { oneLine } from './names.ts';
import { PALETTES, productInk } from './picture/palette.ts';
import { ruleWorkbook } from './workbook.ts';
import type { WorkbookSheet } from './workbook-sheet.ts';

/** Most characters Excel takes in one cell. */
const MAX_CELL = 32_767;
const TOO_LONG = ' … longer than a cell: see the CSV';

const TEXT: CellStyle = { numFmt: '@', alignment: { vertical: 'top', wrapText: true } };
const NUMBER: CellStyle = { alignment: { vertical: 'top', horizontal: 'left' } };
const HEAD: CellStyle = {
  font: { bold: true, color: { rgb: '566072' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'F0F2F5' } },
  border: { bottom: { style: 'medium', color: { rgb: '161B24' } } },
};

/** The rule sheet as an Excel workbook, its sheets of openings with chosen columns where some are given. The same plan, catalogs and date give the same bytes. No formula, no link, no macro. */
export function rulesXlsx(input: SheetInput, chosen: readonly ColumnId[] | null = null): Promise<Uint8Array<ArrayBuffer>> {
  return workbookBytes(ruleWorkbook(input, chosen), input);
}

/** A workbook of these sheets. Every cell is text, so that nothing is taken for a number, a date or a formula; numbers are only those given as such. */
export async function workbookBytes(sheets: readonly WorkbookSheet[], { plan, date }: SheetInput): Promise<Uint8Array<ArrayBuffer>> {
  const day = new Date(`${date ?? '2000-01-01'}T00:00:00Z`);
  const bytes = await writeXlsx({
    properties: { title: cellText(plan.title), creator: cellText(plan.author || 'Portolan'), created: day, modified: day },
    defaultFont: { name: 'Calibri', size: 10 },
    sheets: sheets.map(({ name, columns, rows, productColumn, products }) => ({
      name,
      columns: columns.map(([, width]) => ({ width })),
      rows: [
        columns.map(([header]) => header),
        ...rows.map((row) => row.map((value) => (typeof value === 'number' ? value : cellText(value)))),
      ],
      cells: styles(columns.length, rows, productColumn, products),
      freezePane: { rows: 1 },
      autoFilter: { range: `A1:${letters(columns.length - 1)}${rows.length + 1}` },
      pageSetup: { orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
    })),
  });
  return packedAgain(bytes);
}

/** hucre packs with what the platform has, and no two platforms pack alike: the same parts again, packed the same everywhere. */
function packedAgain(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(zipSync(unzipSync(bytes), { mtime: new Date(1980, 0, 1) }));
}

function styles(width: number, rows: WorkbookSheet['rows'], productColumn: number | null, products: WorkbookSheet['products']) {
  const cells = new Map<string, { style: CellStyle }>();
  for (let column = 0; column < width; column += 1) cells.set(`0,${column}`, { style: HEAD });
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      const [product] = column === productColumn ? (products[index] ?? []) : [];
      const coloured =
        product === undefined
          ? TEXT
          : { ...TEXT, font: { bold: true, color: { rgb: productInk(PALETTES.light, product).slice(1).toUpperCase() } } };
      cells.set(`${index + 1},${column}`, { style: typeof value === 'number' ? NUMBER : coloured });
    });
  });
  return cells;
}

/** Text that Excel and the XML inside take: unseen characters as their code points, line breaks kept, cut where a cell ends, saying so. */
function cellText(text: string): string {
  const shown = text.split('\n').map(oneLine).join('\n');
  return shown.length <= MAX_CELL ? shown : `${shown.slice(0, MAX_CELL - TOO_LONG.length).replace(/[\uD800-\uDBFF]$/, '')}${TOO_LONG}`;
}

/** `A`, `B`, … `Z`, `AA` for 0, 1, …. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (column % 26));
}
