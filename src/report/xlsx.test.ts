import { readdirSync, readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { readPlan } from '../model/gate.ts';
import { sheetsZip } from '../share/sheets-zip.ts';
import type { SheetInput } from './material.ts';
import { sheetNames } from './sheet-names.ts';
import { ruleWorkbook } from './workbook.ts';
import { rulesXlsx } from './xlsx.ts';

const folder = new URL('../../templates/', import.meta.url);
const templates = readdirSync(folder).filter((name) => name.endsWith('.plan.json'));

function inputOf(name: string, rename: (name: string) => string = (same) => same): SheetInput {
  const draft = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  for (const thing of [...draft.hosts, ...draft.zones, ...(draft.firewalls ?? [])]) thing.name = rename(thing.name ?? thing.id);
  const read = readPlan(draft);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return { plan: read.plan, analysis: analyze(read.plan, catalogs), catalogs, date: '2026-01-31' };
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescaped = (xml: string) =>
  xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (_, hex, decimal, name) =>
    name ? (ENTITIES[name] ?? '?') : String.fromCodePoint(Number.parseInt(hex ?? decimal, hex ? 16 : 10)),
  );

/** A workbook as a stranger reads it, by the parts of the file format: names of sheets, and every cell as text or number. */
function readBack(bytes: Uint8Array): { name: string; rows: (string | number)[][]; xml: string }[] {
  const parts = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, new TextDecoder().decode(data)]));
  const strings = [...(parts['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    unescaped([...(si ?? '').matchAll(/<t[^>]*?(?:\/>|>(.*?)<\/t>)/gs)].map(([, text]) => text ?? '').join('')),
  );
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(([, name, id]) => {
    const xml = parts[`xl/worksheets/sheet${id}.xml`] ?? '';
    const rows = [...xml.matchAll(/<row [^>]*?(?:\/>|>(.*?)<\/row>)/gs)].map(([, row]) =>
      [...(row ?? '').matchAll(/<c r="[A-Z]+\d+"([^>]*?)(?:\/>|>(?:<v>(.*?)<\/v>)?<\/c>)/gs)].map(([, attributes, value]) =>
        value === undefined ? '' : attributes?.includes('t="s"') ? (strings[Number(value)] ?? '?') : Number(value),
      ),
    );
    return { name: unescaped(name ?? ''), rows, xml };
  });
}

const HOSTILE = [
  '=1+1',
  '+cmd|calc',
  '@SUM(A1)',
  '-2',
  "'",
  '</t></si><f>1</f>',
  '&#x3D;',
  '007',
  '1-2',
  '1e5',
  '80-90',
  ']]>',
  '\u202e',
  '\u0007x',
  'ß→Ω中',
  '[a]:*?/\\',
];

describe.each(templates)('the workbook of %s', (name) => {
  it('has every cell of the sheets, as text, with header, filter and frozen row, and is the same bytes again', async () => {
    const input = inputOf(name);
    const bytes = await rulesXlsx(input);
    const sheets = readBack(bytes);
    const wanted = ruleWorkbook(input);
    expect(sheets.map((sheet) => sheet.name)).toEqual(wanted.map((sheet) => sheet.name));
    sheets.forEach(({ rows, xml }, index) => {
      const sheet = wanted[index];
      expect(rows).toEqual([sheet?.columns.map(([header]) => header), ...(sheet?.rows ?? [])]);
      expect(xml).not.toContain('<f>');
      expect(xml).toContain('state="frozen"');
      expect(xml).toContain('<autoFilter ref="A1:');
    });
    expect(await rulesXlsx(input)).toEqual(bytes);
  });
});

describe('a name that wants to be something else', () => {
  it.each(HOSTILE)('stays text: %j', async (text) => {
    const input = inputOf('tanium-windows-dmz.plan.json', (name) => `${text}${name}`);
    const sheets = readBack(await rulesXlsx(input));
    const harmless = readBack(await rulesXlsx(inputOf('tanium-windows-dmz.plan.json')));
    expect(sheets.map(({ rows }) => rows.map((row) => row.map((value) => typeof value)))).toEqual(
      harmless.map(({ rows }) => rows.map((row) => row.map((value) => typeof value))),
    );
    for (const { xml } of sheets) expect(xml).not.toMatch(/<f[ >]|<hyperlink/);
  });
});

describe('names of sheets', () => {
  it('are what Excel takes: short, without its signs, each once', () => {
    const names = sheetNames(['a/b[c]', 'A B C', "'x'", '', 'History', 'x'.repeat(40), 'x'.repeat(50), '\u{1F600}'.repeat(20)]);
    expect(names).toEqual([
      'a b c',
      'A B C (2)',
      'x',
      'Sheet',
      'Sheet (2)',
      'x'.repeat(31),
      `${'x'.repeat(27)} (2)`,
      '\u{1F600}'.repeat(15),
    ]);
  });
});

describe('the archive for the teams', () => {
  it('has a workbook and a CSV for each enforcement point, with its openings and no other', async () => {
    const input = inputOf('tanium-windows-dmz.plan.json');
    const files = unzipSync(await sheetsZip(input));
    expect(Object.keys(files)).toHaveLength(6);
    expect(Object.keys(files).every((file) => /^[a-z0-9-]{1,60}\.(csv|xlsx)$/.test(file))).toBe(true);
    const seen = Object.entries(files)
      .filter(([file]) => file.endsWith('.csv'))
      .flatMap(([, data]) => new TextDecoder().decode(data).trim().split('\r\n').slice(1))
      .map((line) => line.split(',')[0]);
    expect(new Set(seen)).toEqual(new Set(input.analysis.openings.map(({ id }) => id)));
    expect(await sheetsZip(input)).toEqual(await sheetsZip(input));
  });
});
