import { inDialect } from '../report/csv-table.ts';
import { DOCUMENTS, documentFormat, REPORTS } from '../report/formats.ts';
import type { SheetInput } from '../report/material.ts';
import type { Theme } from '../report/picture/palette.ts';
import type { Picture } from '../report/picture/svg.ts';
import type { DocumentOptions } from './document-options.ts';
import { makePdf } from './pdf-file.ts';

/** A written document. */
export interface MadeDocument {
  readonly mediaType: string;
  /** Of the file's name, without dot. */
  readonly extension: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Formats whose writers are loaded when the first document of them is made. */
const LAZY: Readonly<Record<string, (input: SheetInput, options: DocumentOptions) => Promise<MadeDocument>>> = {
  xlsx: async (input, { columns }) => {
    const { rulesXlsx } = await import('../report/xlsx.ts');
    return { mediaType: XLSX, extension: 'xlsx', content: await rulesXlsx(input, columns) };
  },
  pdf: async (input, options) => ({ mediaType: 'application/pdf', extension: 'pdf', content: await makePdf(input, options) }),
  svg: async (input, { theme }) => ({ mediaType: 'image/svg+xml', extension: 'svg', content: (await pictureOf(input, theme)).svg }),
  drawio: async (input, { theme }) => {
    const { topologyDrawio } = await import('../report/picture/drawio.ts');
    return { mediaType: 'application/xml', extension: 'drawio', content: topologyDrawio(input, theme) };
  },
  png: async (input, { theme, scale, rasterise }) => {
    if (!rasterise) throw new Error('There is nothing here that turns a picture into pixels');
    return { mediaType: 'image/png', extension: 'png', content: await rasterise((await pictureOf(input, theme)).svg, scale) };
  },
  zip: async (input, options) => {
    const { sheetsZip } = await import('./sheets-zip.ts');
    return { mediaType: 'application/zip', extension: 'zip', content: await sheetsZip(input, options) };
  },
};

/** Every document and picture of a whole plan, in the order of help. */
export const DOCUMENT_NAMES: readonly string[] = [...Object.keys(DOCUMENTS), ...Object.keys(LAZY)];

/** The extension of a document's file, or null where there is no document of that name. */
export function extensionOf(name: string): string | null {
  return documentFormat(name)?.extension ?? (Object.hasOwn(LAZY, name) ? name : null);
}

/** Makes a document. Page and terminal call this: same plan, catalogs, date and options, same bytes. Null for a name that is none. */
export async function makeDocument(name: string, input: SheetInput, options: DocumentOptions): Promise<MadeDocument | null> {
  const made = await madeDocument(name, input, options);
  if (!options.embedPlan || typeof made?.content !== 'string') return made;
  const { withPlan } = await import('./embed-plan.ts');
  return { ...made, content: withPlan(name, made.content, input.plan) };
}

async function madeDocument(name: string, input: SheetInput, options: DocumentOptions): Promise<MadeDocument | null> {
  if (name === 'csv') return csvDocument(input, options);
  const format = documentFormat(name);
  if (format) return { mediaType: format.mediaType, extension: format.extension, content: format.render(input) };
  return Object.hasOwn(LAZY, name) ? ((await LAZY[name]?.(input, options)) ?? null) : null;
}

async function csvDocument(input: SheetInput, { csv, columns }: DocumentOptions): Promise<MadeDocument> {
  const { mediaType, extension, render } = REPORTS[csv.list].csv;
  const chosen = csv.list === 'openings' ? columns : null;
  const text = chosen ? (await import('../report/chosen-sheet.ts')).chosenCsv(input, chosen) : render(input);
  return { mediaType, extension, content: inDialect(text, csv) };
}

async function pictureOf(input: SheetInput, theme: Theme): Promise<Picture> {
  const [{ topologySvg }, { default: icons }] = await Promise.all([import('../report/picture/svg.ts'), import('virtual:icons')]);
  return topologySvg(input, { theme, icons });
}
