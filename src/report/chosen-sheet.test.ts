import { readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { readPlan } from '../model/gate.ts';
import { setRequest } from '../model/request.ts';
import { chosenCsv } from './chosen-sheet.ts';
import { COLUMN_PRESETS } from './column-presets.ts';
import { COLUMN_IDS, COLUMNS, type ColumnId, readColumns, WORKBOOK_COLUMNS } from './columns.ts';
import { OPENING_COLUMNS, openingsCsv } from './csv.ts';
import { flow, input, opening } from './fixtures/hand-made.ts';
import type { SheetInput } from './material.ts';
import { ruleWorkbook } from './workbook.ts';

const hostile = '=HYPERLINK("http://evil")\n;\\ "x"';

function sheet(): SheetInput {
  const waits = opening('o1', { orderable: false, missing: [{ kind: 'host', id: 'b' }], flows: ['f1'], justification: hostile });
  const plain = opening('o2', { flows: ['f1'] });
  return { ...input({ openings: [waits, plain], flows: [flow('f1')] }), catalogs, date: null };
}

function table(csv: string): Record<string, string>[] {
  return Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;
}

function example(): SheetInput {
  const text = readFileSync(new URL('../model/fixtures/endpoint-tooling.plan.json', import.meta.url), 'utf8');
  const read = readPlan(JSON.parse(text));
  if (!read.ok) throw new Error(read.error.what);
  const asked = setRequest(setRequest(read.plan, { kind: 'plan' }, 'ticket', 'CHG-1'), { kind: 'plan' }, 'until', 'permanent');
  const plan = setRequest(asked, { kind: 'points', id: 'fw-core' }, 'ticket', 'CHG-2');
  return { plan, analysis: analyze(plan, catalogs), catalogs, date: null };
}

describe('a sheet with chosen columns', () => {
  it('is the sheet of the contract where its columns are chosen', () => {
    for (const made of [sheet(), example()]) expect(chosenCsv(made, OPENING_COLUMNS)).toBe(openingsCsv(made));
  });

  it('has the chosen columns in their order, with the cells of the contract', () => {
    const made = example();
    const whole = table(openingsCsv(made));
    const chosen = table(chosenCsv(made, ['ports', 'remarks', 'rule_id']));
    expect(Object.keys(chosen[0] ?? {})).toEqual(['ports', 'remarks', 'rule_id']);
    expect(chosen).toEqual(whole.map(({ ports, remarks, rule_id }) => ({ ports, remarks, rule_id })));
  });

  it('says of every line what the change request asks, for its enforcement point', () => {
    const rows = table(chosenCsv(example(), ['point', 'ticket', 'until', 'requester', 'remarks']));
    expect(new Set(rows.map(({ point, ticket }) => `${point === 'FW-CORE'} ${ticket}`))).toEqual(new Set(['true CHG-2', 'false CHG-1']));
    expect(new Set(rows.map(({ until, requester }) => `${until} ${requester}`))).toEqual(new Set(['permanent ']));
  });

  it('never hides that a line cannot be ordered: without remarks it stands before the justification', () => {
    const [waits, plain] = table(chosenCsv(sheet(), ['source', 'justification']));
    expect(waits?.justification).toMatch(/^NOT ORDERABLE: no address for host B-01 \(b\); /);
    expect(plain?.justification).toBe('Hub opens the channel');
    const both = table(chosenCsv(sheet(), ['justification', 'remarks', 'order']));
    expect(both.map(({ order }) => order)).toEqual(['waits', 'ready']);
    expect(both[0]?.remarks).toMatch(/^NOT ORDERABLE: /);
    expect(both[0]?.justification).not.toContain('NOT ORDERABLE');
    const [, page] = ruleWorkbook(sheet(), ['ports', 'justification']);
    expect(page?.rows[0]?.[1]).toMatch(/^NOT ORDERABLE: /);
  });

  it('starts no formula, whatever is chosen', () => {
    for (const column of COLUMN_IDS) {
      const made = sheet();
      const named = { ...made, plan: { ...made.plan, title: '=1+1', revision: '@x' } };
      const asked = setRequest(named.plan, { kind: 'plan' }, 'ticket', '+1');
      const rows = table(chosenCsv({ ...named, plan: asked }, [column, ...(column === 'remarks' ? [] : ['remarks' as const])]));
      for (const row of rows) expect(row[column], column).not.toMatch(/^\s*[=+@-]/);
    }
  });

  it('gives a workbook the chosen heads on every sheet of openings, its numbers as numbers', () => {
    const columns: ColumnId[] = ['number', 'ticket', 'products', 'remarks'];
    const sheets = ruleWorkbook(example(), columns);
    const all = sheets.find(({ name }) => name === 'All openings');
    expect(all?.columns.map(([head]) => head)).toEqual(['Enforcement point', '#', 'Change ticket', 'Product', 'Remarks']);
    expect(all?.productColumn).toBe(3);
    const standard = ruleWorkbook(example()).find(({ name }) => name === 'All openings');
    const product = standard?.columns.findIndex(([head]) => head === 'Product') ?? 0;
    expect(all?.rows.map((row) => [row[1], row[3]])).toEqual(standard?.rows.map((row) => [row[1], row[product]]));
    expect(all?.rows.every((row) => typeof row[1] === 'number')).toBe(true);
    expect(sheets[1]?.columns.map(([head]) => head)).toEqual(['#', 'Change ticket', 'Product', 'Remarks']);
  });
});

describe('a choice of columns', () => {
  it('names each column once, and one that can warn', () => {
    expect(readColumns(['ports', 'remarks'])).toEqual({ columns: ['ports', 'remarks'] });
    expect(readColumns(['ports', 'constructor'])).toEqual({ problem: { kind: 'unknown', column: 'constructor' } });
    expect(readColumns(['ports', 'ports'])).toEqual({ problem: { kind: 'twice', column: 'ports' } });
    expect(readColumns([])).toEqual({ problem: { kind: 'none', column: '' } });
    expect(readColumns(['ports', 'order'])).toEqual({ problem: { kind: 'no-warning', column: '' } });
  });

  it.each(COLUMN_PRESETS.map((preset) => [preset.id, preset] as const))('%s is one', (_, { columns }) => {
    expect(readColumns(columns)).toEqual({ columns });
  });

  it('documents every column and every ready-made choice', () => {
    expect(readColumns(WORKBOOK_COLUMNS)).toEqual({ columns: WORKBOOK_COLUMNS });
    const text = readFileSync(new URL('../../docs/columns.md', import.meta.url), 'utf8');
    for (const id of COLUMN_IDS) expect(text).toContain(`| \`${id}\` | ${COLUMNS[id].title} | ${COLUMNS[id].about} |`);
    for (const { id, name, about, columns } of COLUMN_PRESETS)
      expect(text).toContain(`| \`${id}\` | ${name} | ${about} | ${id === 'all' ? 'every column' : columns.join(', ')} |`);
  });
});
