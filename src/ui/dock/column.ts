import type { ReactNode } from 'react';
import { tableText } from '../actions/copy-text.ts';

/** One column of a table of the dock. */
export interface Column<Row> {
  readonly id: string;
  readonly label: string;
  /** A track of a CSS grid. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the filter searches, what is copied, and what the column sorts by. */
  readonly text: (row: Row) => string;
  /** A number to sort by in place of the text. */
  readonly order?: (row: Row) => number;
  /** Narrow columns without a visible heading, such as the arrow between two ends. */
  readonly decoration?: boolean;
  /** Cannot be left out. */
  readonly fixed?: boolean;
  readonly align?: 'right';
}

/** Rows that belong under one heading. */
export interface Group<Row> {
  readonly id: string;
  readonly heading: ReactNode;
  /** The heading as text, for screen readers and the copy. */
  readonly name: string;
  readonly rows: readonly Row[];
}

/** How a table is sorted: by a column, up or down; null is the order of the analysis. */
export type Sorting = { readonly column: string; readonly down: boolean } | null;

/** The rows whose texts contain every word of the filter, in the asked order. */
export function arranged<Row>(rows: readonly Row[], columns: readonly Column<Row>[], filter: string, sorting: Sorting): readonly Row[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  let result = rows;
  if (words.length > 0) {
    result = rows.filter((row) => {
      const text = columns
        .map((column) => column.text(row))
        .join(' ')
        .toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }
  const by = sorting && columns.find((column) => column.id === sorting.column);
  if (!by) return result;
  const sign = sorting.down ? -1 : 1;
  const { order, text } = by;
  return [...result].sort((a, b) =>
    order ? sign * (order(a) - order(b)) : sign * text(a).localeCompare(text(b), undefined, { numeric: true }),
  );
}

/** Rows as tab-separated text with a heading, for the clipboard. */
export function tabSeparated<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const texts = columns.filter((column) => !column.decoration);
  return tableText([texts.map((column) => column.label), ...rows.map((row) => texts.map((column) => column.text(row)))]);
}
