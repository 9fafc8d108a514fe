import type { ColumnId } from '../report/columns.ts';
import type { CsvDialect } from '../report/csv-table.ts';
import type { Paper } from '../report/pdf/pdf.ts';
import type { Theme } from '../report/picture/palette.ts';

/** What can be chosen of a document; each format takes what concerns it. */
export interface DocumentOptions {
  readonly paper: Paper;
  readonly landscape: boolean;
  readonly csv: CsvDialect & { readonly list: 'openings' | 'flows' | 'hosts' };
  /** Of sheets of openings in CSV, XLSX and ZIP, from `readColumns`; null for those each format has by itself. */
  readonly columns: readonly ColumnId[] | null;
  /** Puts the plan into documents that can carry it: those of `CARRIERS`. Off, a document holds only what it shows. */
  readonly embedPlan: boolean;
  /** Of pictures. */
  readonly theme: Theme;
  /** Pixels of a PNG for each pixel of the picture, 1 to 4. */
  readonly scale: number;
  /** Turns an SVG into a PNG, where whoever asks has a way to. */
  readonly rasterise?: (svg: string, scale: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Told the share that is done, from 0 to 1, by formats that take long. */
  readonly onProgress?: (share: number) => void;
}

export const DEFAULT_OPTIONS: DocumentOptions = {
  paper: 'a4',
  landscape: true,
  csv: { list: 'openings', separator: ',', mark: false },
  columns: null,
  embedPlan: false,
  theme: 'light',
  scale: 2,
};
