import Papa from 'papaparse';
import { useEffect, useState } from 'react';
import { COLUMNS, type ColumnId } from '../../report/columns.ts';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import type { ReportMaker } from '../../store/report-client.ts';
import { useT } from '../messages/translate.ts';

/** What the preview is of. */
export interface PreviewOrder {
  readonly list: 'openings' | 'flows' | 'hosts';
  readonly detail: 'merged' | 'exact';
  readonly columns: readonly ColumnId[] | null;
  /** Heads as in a workbook. */
  readonly titled: boolean;
}

const LINES = 4;

/** The head and the first lines of the sheet, as they will be. */
export function SheetPreview({ maker, order }: { maker: ReportMaker | null; order: PreviewOrder }) {
  const t = useT();
  const lines = usePreview(maker, order);
  const head = order.titled && order.columns ? order.columns.map((column) => COLUMNS[column].title) : lines?.[0];
  return (
    <section
      aria-label={t('columns.preview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard scrolls it
      tabIndex={0}
      className="mt-3 h-[150px] overflow-auto rounded-control border border-line bg-sunken"
    >
      {lines === null ? (
        <p role="status" className="p-3 text-body text-ink2">
          {t('columns.making')}
        </p>
      ) : (
        <table className="text-[12px] leading-5">
          <thead className="sticky top-0 bg-sunken text-left text-ink2">
            <tr>
              {head?.map((name) => (
                <th key={name} scope="col" className="border-b border-line2 px-2 py-1 font-medium whitespace-nowrap">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.slice(1).map((cells, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity but their place
              <tr key={row}>
                {cells.map((text, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: see above
                  <td key={column} className="max-w-[220px] truncate border-b border-line px-2 py-0.5" title={text}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {lines?.length === 1 && <p className="p-3 text-body text-ink2">{t('columns.empty')}</p>}
    </section>
  );
}

/** Head and first lines; null until they are written for the first time. */
function usePreview(maker: ReportMaker | null, { list, detail, columns }: PreviewOrder): string[][] | null {
  const [lines, setLines] = useState<string[][] | null>(null);
  useEffect(() => {
    let gone = false;
    const options = { ...DEFAULT_OPTIONS, columns, csv: { ...DEFAULT_OPTIONS.csv, list } };
    maker?.document({ format: 'csv', date: null, detail, options }).then(
      ({ content }) => {
        if (!gone)
          setLines(Papa.parse<string[]>(String(content), { preview: LINES + 1 }).data.filter((row) => row.length > 1 || row[0] !== ''));
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [maker, list, detail, columns]);
  return lines;
}
