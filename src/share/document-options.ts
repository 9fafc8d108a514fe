import type { CsvDialect } from '../report/csv-table.ts';
import type { Paper } from '../report/pdf/pdf.ts';

/** What can be chosen of a document; each format takes what concerns it. */
export interface DocumentOptions {
  readonly paper: Paper;
  readonly landscape: boolean;
  readonly csv: CsvDialect & { readonly list: 'openings' | 'flows' | 'hosts' };
  /** Told the share that is done, from 0 to 1, by formats that take long. */
  readonly onProgress?: (share: number) => void;
}

export const DEFAULT_OPTIONS: DocumentOptions = { paper: 'a4', landscape: true, csv: { list: 'openings', separator: ',', mark: false } };
