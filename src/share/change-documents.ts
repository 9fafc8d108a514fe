import type { Comparison } from '../engine/comparison.ts';
import type { Catalog } from '../model/catalog.ts';
import { changeSheet } from '../report/change-sheet.ts';
import { differenceCsv, differenceJson } from '../report/difference.ts';
import { sheetHtml } from '../report/html.ts';
import { sheetMarkdown } from '../report/markdown.ts';
import type { DocumentOptions } from './document-options.ts';
import type { MadeDocument } from './documents.ts';

const NOTHING = 'Nothing has to be changed.';

type Maker = (comparison: Comparison, catalogs: readonly Catalog[], options: ChangeOptions) => Promise<MadeDocument> | MadeDocument;

/** What can be chosen of a document of changes. */
export interface ChangeOptions extends Pick<DocumentOptions, 'paper' | 'landscape'> {
  /** The day that the document is dated, `YYYY-MM-DD`; null for none. */
  readonly date: string | null;
}

const MAKERS: Readonly<Record<string, Maker>> = {
  csv: (comparison) => ({ mediaType: 'text/csv;charset=utf-8', extension: 'csv', content: differenceCsv(comparison) }),
  json: (comparison) => ({ mediaType: 'application/json', extension: 'json', content: differenceJson(comparison) }),
  md: (comparison) => ({
    mediaType: 'text/markdown;charset=utf-8',
    extension: 'md',
    content: sheetMarkdown(changeSheet(comparison), NOTHING),
  }),
  html: (comparison) => ({ mediaType: 'text/html;charset=utf-8', extension: 'html', content: sheetHtml(changeSheet(comparison), NOTHING) }),
  xlsx: async (comparison, catalogs, { date }) => {
    const [{ sheetWorkbook }, { workbookBytes }] = await Promise.all([import('../report/change-workbook.ts'), import('../report/xlsx.ts')]);
    const content = await workbookBytes(sheetWorkbook(changeSheet(comparison)), { ...comparison.after, catalogs, date });
    return { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx', content };
  },
  pdf: async (comparison, catalogs, options) => {
    const [{ sheetPdf }, { default: fonts }] = await Promise.all([import('../report/pdf/sheet-pdf.ts'), import('virtual:document-fonts')]);
    const input = { ...comparison.after, catalogs, date: options.date };
    return {
      mediaType: 'application/pdf',
      extension: 'pdf',
      content: await sheetPdf(changeSheet(comparison), NOTHING, input, { ...options, fonts }),
    };
  },
};

/** Documents of what lies between two plans, the default first. */
export const CHANGE_FORMATS: readonly string[] = Object.keys(MAKERS);

/** Makes one. Page and terminal call this: the same plans, catalogs, date and options give the same bytes. Null for a name that is none. */
export async function makeChangeDocument(
  format: string,
  comparison: Comparison,
  catalogs: readonly Catalog[],
  options: ChangeOptions,
): Promise<MadeDocument | null> {
  return Object.hasOwn(MAKERS, format) ? ((await MAKERS[format]?.(comparison, catalogs, options)) ?? null) : null;
}
