import { describe, expect, test } from 'vitest';
import { arranged, type Column, tabSeparated } from './column.ts';

interface Row {
  readonly name: string;
  readonly port: string;
}
const columns: readonly Column<Row>[] = [
  { id: '#', label: '#', width: '1px', decoration: true, cell: () => null, text: () => '' },
  { id: 'name', label: 'Name', width: '1fr', cell: (row) => row.name, text: (row) => row.name },
  { id: 'port', label: 'Port', width: '1fr', cell: (row) => row.port, text: (row) => row.port, order: (row) => Number(row.port) },
];
const rows: readonly Row[] = [
  { name: 'beta', port: '443' },
  { name: 'alpha one', port: '80' },
  { name: 'Alpha two', port: '17472' },
];

describe('rows of a table', () => {
  test('keep those that have every word, in any column and case', () => {
    expect(arranged(rows, columns, 'ALPHA 80', null)).toEqual([rows[1]]);
    expect(arranged(rows, columns, 'alpha', null)).toEqual([rows[1], rows[2]]);
    expect(arranged(rows, columns, 'gamma', null)).toEqual([]);
  });

  test('sort by number where the column says so, and leave the given list alone', () => {
    const before = [...rows];
    expect(arranged(rows, columns, '', { column: 'port', down: false }).map((row) => row.port)).toEqual(['80', '443', '17472']);
    expect(arranged(rows, columns, '', { column: 'port', down: true }).map((row) => row.port)).toEqual(['17472', '443', '80']);
    expect(rows).toEqual(before);
  });

  test('are copied with a heading, one line each, and never as a formula', () => {
    const hostile = [
      { name: '=HYPERLINK("x")', port: '1\t2\n3' },
      { name: '@sum', port: '-1' },
    ];
    expect(tabSeparated(hostile, columns)).toBe("Name\tPort\n'=HYPERLINK(\"x\")\t1 2 3\n'@sum\t'-1");
  });
});
