import type { Content, TableCell } from 'pdfmake/interfaces.js';
import { RULED, SIZE } from './look.ts';
import type { Writer } from './writer.ts';

/** A ruled table whose title, where there is one, and header come again on every page. Widths as pdfmake takes them; equal shares where none are given. */
export function smallTable(
  title: string,
  header: readonly string[],
  rows: TableCell[][],
  writer: Writer,
  widths: (number | '*' | 'auto' | `${number}%`)[] = header.map(() => '*'),
): Content {
  const titleRow: TableCell[] = [
    { text: title, bold: true, fontSize: SIZE.body, colSpan: header.length },
    ...header.slice(1).map(() => ''),
  ];
  const head = title === '' ? [writer.header(header)] : [titleRow, writer.header(header)];
  return {
    table: { headerRows: head.length, dontBreakRows: true, keepWithHeaderRows: 1, widths, body: [...head, ...rows] },
    layout: RULED,
    fontSize: SIZE.table,
  };
}
