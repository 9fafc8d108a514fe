import { OPENING_COLUMNS, openingRows } from '../report/csv.ts';
import { csvTable } from '../report/csv-table.ts';
import { gather, type SheetInput } from '../report/material.ts';
import { pointWorkbook } from '../report/workbook.ts';
import { workbookBytes } from '../report/xlsx.ts';
import { zipFiles } from './export-files.ts';
import { fileName } from './file.ts';

/** An archive with the sheet of each enforcement point, as a workbook and as CSV, for the teams that own them. */
export async function sheetsZip(input: SheetInput): Promise<Uint8Array<ArrayBuffer>> {
  const material = gather(input);
  const files = await Promise.all(
    material.points.map(async (section) => {
      const { point, name, openings } = section;
      const rows = openingRows(
        input,
        openings.map(({ opening }) => opening),
        'add',
      );
      const stem = fileName(name, `${point.kind} ${point.id}`);
      return [
        { name: `${stem}.xlsx`, content: await workbookBytes(pointWorkbook(section, material), input) },
        { name: `${stem}.csv`, content: csvTable(OPENING_COLUMNS, rows) },
      ];
    }),
  );
  return zipFiles(files.flat());
}
