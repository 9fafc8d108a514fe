import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import catalogs from 'virtual:catalogs';
import fonts from 'virtual:document-fonts';
import slices from 'virtual:east-asian-fonts';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { readPlan } from '../model/gate.ts';
import { characterMap, glyphsOf } from '../report/pdf/glyphs.ts';
import { fontOf, tablesOf } from '../report/pdf/sfnt.ts';
import { fontsFor } from './document-fonts.ts';
import { DEFAULT_OPTIONS } from './document-options.ts';
import { makePdf } from './pdf-file.ts';

const bytes = (base64: string) => new Uint8Array(Buffer.from(base64, 'base64'));
const CHINESE = '数据库服务器';
const JAPANESE = '東京サーバーかな';
const KOREAN = '서울데이터베이스';

function planOf(title: string, name: string) {
  const read = readPlan({
    format: 'portolan.plan',
    version: 1,
    title,
    zones: [
      { id: 'a', name: `A ${name}` },
      { id: 'b', name: 'B' },
    ],
    hosts: [
      { id: 'h1', name, zone: 'a', addresses: ['10.0.0.1'] },
      { id: 'h2', zone: 'b', addresses: ['10.0.1.1'] },
    ],
    requirements: [{ id: 'r', from: [{ host: 'h1' }], to: [{ host: 'h2' }], service: { protocol: 'tcp', ports: '443' } }],
  });
  if (!read.ok) throw new Error(read.error.what);
  return read.plan;
}

describe('the fonts of a document', () => {
  it('are those of the build where they draw everything, or where no font draws what they lack', async () => {
    expect(await fontsFor(planOf('Größe Ωμέγα Привет ⇄', 'x'))).toBe(fonts);
    expect(await fontsFor(planOf('\u{13000}', 'x'))).toBe(fonts);
  });

  it('gain the characters a plan needs and no other; their own glyphs keep number and outline', async () => {
    const more = await fontsFor(planOf(CHINESE, `${JAPANESE} ${KOREAN}`));
    for (const face of ['regular', 'bold', 'mono'] as const) {
      const [before, after] = [characterMap(bytes(fonts[face])), characterMap(bytes(more[face]))];
      const added = [...after.keys()].filter((code) => !before.has(code));
      expect(String.fromCodePoint(...added.sort((a, b) => a - b))).toBe(
        String.fromCodePoint(...[...new Set(CHINESE + JAPANESE + KOREAN)].map((each) => each.codePointAt(0) ?? 0).sort((a, b) => a - b)),
      );
      for (const [code, glyph] of before) expect(after.get(code)).toBe(glyph);
      const glyf = [bytes(fonts[face]), bytes(more[face])].map((font) => tablesOf(font).get('glyf') ?? new Uint8Array());
      expect(
        Buffer.from(glyf[1] ?? [])
          .subarray(0, glyf[0]?.length)
          .equals(Buffer.from(glyf[0] ?? [])),
      ).toBe(true);
    }
  });

  it('come from slices that say rightly what they draw', async () => {
    for (const { ranges, load } of [...slices.slice(0, 3), ...slices.slice(-3)]) {
      const cmap = tablesOf(bytes((await load()).default)).get('cmap') ?? new Uint8Array();
      const has = glyphsOf(fontOf(new Map([['cmap', cmap]])));
      expect(ranges.some(([low, high]) => Array.from({ length: high - low + 1 }, (_, at) => low + at).some(has))).toBe(true);
    }
  });
});

describe('a PDF with Chinese, Japanese and Korean labels', () => {
  const pdf = (title: string, name: string) => {
    const plan = planOf(title, name);
    return makePdf({ plan, analysis: analyze(plan, catalogs), catalogs, date: null }, DEFAULT_OPTIONS);
  };

  it('holds a subset of the fonts, the same bytes each time', async () => {
    const [made, again, plain] = [await pdf(CHINESE, KOREAN), await pdf(CHINESE, KOREAN), await pdf('x', 'y')];
    expect(made).toEqual(again);
    expect(made.length - plain.length).toBeLessThan(40_000);
  });

  it('gives them back as text to a reader', async (context) => {
    const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
    try {
      const path = join(folder, 'sheet.pdf');
      await writeFile(path, await pdf(CHINESE, `${JAPANESE} ${KOREAN} \u{20bb7}`));
      const read = await promisify(execFile)('pdftotext', ['-layout', path, '-']).catch((problem) => {
        if (problem.code === 'ENOENT') context.skip('pdftotext is not installed');
        throw problem;
      });
      for (const text of [CHINESE, JAPANESE, KOREAN, '[U+20BB7]']) expect(read.stdout).toContain(text);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
