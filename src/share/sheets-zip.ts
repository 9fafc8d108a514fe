import { writePlan } from '../model/write-plan.ts';
import { csvOf } from '../report/chosen-sheet.ts';
import { OPENING_COLUMNS } from '../report/csv.ts';
import { gather, type SheetInput } from '../report/material.ts';
import { pointWorkbook } from '../report/workbook.ts';
import { workbookBytes } from '../report/xlsx.ts';
import { DEFAULT_OPTIONS, type DocumentOptions } from './document-options.ts';
import { PLAN_ENTRY } from './embed-plan.ts';
import { zipFiles } from './export-files.ts';
import { fileName } from './file.ts';

/** An archive with the sheet of each enforcement point, as a workbook and as CSV, with chosen columns where some are given, for the teams that own them; with the plan file on demand. */
export async function sheetsZip(
  input: SheetInput,
  { columns: chosen, embedPlan }: Pick<DocumentOptions, 'columns' | 'embedPlan'> = DEFAULT_OPTIONS,
): Promise<Uint8Array<ArrayBuffer>> {
  const material = gather(input);
  const files = await Promise.all(
    material.points.map(async (section) => {
      const { point, name, openings } = section;
      const stem = fileName(name, `${point.kind} ${point.id}`);
      return [
        { name: `${stem}.xlsx`, content: await workbookBytes(pointWorkbook(section, material, chosen), input) },
        { name: `${stem}.csv`, content: csvOf(openings, chosen ?? OPENING_COLUMNS, material) },
      ];
    }),
  );
  const plan = embedPlan ? [{ name: PLAN_ENTRY, content: writePlan(input.plan) }] : [];
  return zipFiles([...files.flat(), ...plan]);
}
