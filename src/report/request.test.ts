import { readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { readPlan } from '../model/gate.ts';
import { setRequest } from '../model/request.ts';
import { openingsHtml } from './html.ts';
import { openingsMarkdown } from './markdown.ts';
import { ruleWorkbook } from './workbook.ts';

const read = readPlan(new Uint8Array(readFileSync(new URL('../../templates/tanium-windows-dmz.plan.json', import.meta.url))));
if (!read.ok) throw new Error(read.error.what);
const core = read.plan.firewalls.find(({ name }) => name === 'FW-CORE')?.id ?? '';
const asked = setRequest(
  setRequest(setRequest(read.plan, { kind: 'plan' }, 'requester', 'Ada <b>'), { kind: 'plan' }, 'ticket', 'CHG-1'),
  { kind: 'points', id: core },
  'ticket',
  '=CHG-2',
);
const input = { plan: asked, analysis: analyze(asked, catalogs), catalogs, date: null };

it('stands on every sheet: of the plan in front, of the point beside its openings', () => {
  const sheets = new Map(ruleWorkbook(input).map((sheet) => [sheet.name, sheet]));
  expect(sheets.get('Cover')?.rows).toContainEqual(['Requester', 'Ada <b>']);
  for (const [name, ticket] of [
    ['FW-CORE', '=CHG-2'],
    ['FW-EDGE', 'CHG-1'],
  ] as const) {
    const sheet = sheets.get(name);
    const column = sheet?.columns.findIndex(([header]) => header === 'Change ticket') ?? -1;
    expect(sheet?.rows.map((row) => row[column])).toEqual(sheet?.rows.map(() => ticket));
  }
  expect(openingsHtml(input)).toContain('<dt>Change ticket</dt><dd>CHG-1</dd>');
  expect(openingsHtml(input)).not.toContain('<b>');
  expect(openingsMarkdown(input)).toContain('CHG-1');
});

it('changes no opening, and no column where nothing is asked', () => {
  expect(input.analysis).toEqual(analyze(read.plan, catalogs));
  const plain = ruleWorkbook({ ...input, plan: read.plan });
  expect(plain.flatMap(({ columns }) => columns.map(([header]) => header))).not.toContain('Requester');
});
