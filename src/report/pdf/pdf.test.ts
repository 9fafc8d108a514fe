import { readdirSync, readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import fonts from 'virtual:document-fonts';
import icons from 'virtual:icons';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { readPlan } from '../../model/gate.ts';
import type { Plan } from '../../model/plan.ts';
import { drawable, glyphsOf } from './glyphs.ts';
import { type Paper, rulePdf } from './pdf.ts';
import { drawnPieces, drawnText, raw } from './testing/read-pdf.ts';

const folder = new URL('../../../templates/', import.meta.url);
const templates = readdirSync(folder).filter((name) => name.endsWith('.plan.json'));

function planOf(name: string, change: (draft: Record<string, unknown> & { hosts: { name: string }[] }) => void = () => undefined): Plan {
  const draft = JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
  change(draft);
  const read = readPlan(draft);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return read.plan;
}

async function pdfOf(plan: Plan, { date = '2026-01-31', paper = 'a4' as Paper, landscape = true } = {}) {
  const analysis = analyze(plan, catalogs);
  return { analysis, bytes: await rulePdf({ plan, analysis, catalogs, date }, { paper, landscape, fonts, icons }) };
}

describe.each(templates)('the sheet of %s', (name) => {
  it('names every opening, is the same bytes again, and runs nothing', async () => {
    const { bytes, analysis } = await pdfOf(planOf(name));
    expect(raw(bytes).slice(0, 5)).toBe('%PDF-');
    const text = drawnText(bytes).replace(/\s/g, '');
    for (const opening of analysis.openings) {
      expect(text).toContain(opening.id);
      for (const { ports } of opening.services) for (const port of ports.split(',')) expect(text).toContain(port);
    }
    for (const finding of analysis.findings) expect(text).toContain(finding.what.replace(/\s/g, ''));
    expect((await pdfOf(planOf(name))).bytes).toEqual(bytes);
    expect(raw(bytes)).not.toMatch(/\/(JavaScript|JS|Launch|EmbeddedFile|SubmitForm|URI|OpenAction|AA)\b/);
  });
});

describe('a sheet', () => {
  const name = 'tanium-windows-dmz.plan.json';

  it('shows what is written on it: revision, author, date, content hash, catalogs, bookmarks and page numbers', async () => {
    const plan = planOf(name, (draft) => Object.assign(draft, { author: 'Áron Weiß', revision: '7b' }));
    const { bytes } = await pdfOf(plan);
    const text = drawnText(bytes);
    for (const wanted of ['Áron Weiß', '7b', '2026-01-31', 'Tanium 2026.', 'Page 1 of ']) expect(text).toContain(wanted);
    expect(text).toMatch(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/);
    expect(raw(bytes)).toContain('/Outlines');
  });

  it('differs by date and nothing else where only the date differs', async () => {
    const [a, b] = await Promise.all([pdfOf(planOf(name)), pdfOf(planOf(name), { date: '2026-02-01' })]);
    expect(drawnText(b.bytes).replaceAll('2026-02-01', '2026-01-31')).toBe(drawnText(a.bytes));
  });

  it.each([
    ['a4', true, '841.89 595.28'],
    ['a4', false, '595.28 841.89'],
    ['letter', true, '792 612'],
    ['letter', false, '612 792'],
  ] as const)('comes on %s, landscape %s', async (paper, landscape, box) => {
    const { bytes } = await pdfOf(planOf(name), { paper, landscape });
    expect(raw(bytes)).toContain(`/MediaBox [0 0 ${box}]`);
  });

  it('draws German, Greek, Cyrillic and arrows, and shows what no font has as its code point', async () => {
    const plan = planOf(name, (draft) => {
      for (const host of draft.hosts) host.name = `Größe Ωμέγα Привет ⇄ 中 ${host.name}`;
    });
    const text = drawnText((await pdfOf(plan)).bytes);
    expect(text).toContain('Größe');
    expect(text).toContain('Ωμέγα');
    expect(text).toContain('Привет');
    expect(text).toContain('⇄');
    expect(text).toContain('[U+4E2D]');
  });

  it('takes a name as text: no action, no link and no other structure comes from it', async () => {
    const hostile = ') /JavaScript (app.alert(1)) /URI (http://evil.example) >> endobj \n<script>\u202e{{x}}';
    const plan = planOf(name, (draft) => {
      for (const host of draft.hosts) host.name = `${hostile} ${host.name}`;
    });
    const { bytes } = await pdfOf(plan);
    expect(raw(bytes)).not.toMatch(/\/S ?\/(JavaScript|URI|Launch)/);
    const text = drawnText(bytes).replace(/\s/g, '');
    expect(text).toContain('/JavaScript(app.alert(1))');
  });

  it('breaks a name without spaces inside its column', async () => {
    const plan = planOf(name, (draft) => {
      for (const host of draft.hosts) host.name = `${'x'.repeat(300)}${host.name}`;
    });
    const { bytes } = await pdfOf(plan);
    expect(drawnText(bytes).replace(/\s/g, '')).toContain('x'.repeat(300));
    // The widest column of the tables holds about forty of them.
    const longest = Math.max(...drawnPieces(bytes).map((piece) => /x+/.exec(piece)?.[0].length ?? 0));
    expect(longest).toBeGreaterThan(5);
    expect(longest).toBeLessThan(60);
  });
});

describe('the characters of a font', () => {
  const has = glyphsOf(new Uint8Array(Buffer.from(fonts.regular, 'base64')));

  it('are those it draws', () => {
    for (const character of 'aÄßΩЖ→✓◔■') expect(has(character.codePointAt(0) ?? 0)).toBe(true);
    for (const character of ['中', '한', '\u{1F9FF}']) expect(has(character.codePointAt(0) ?? 0)).toBe(false);
  });

  it('leave no other unseen', () => {
    expect(drawable('a中b', has)).toBe('a[U+4E2D]b');
  });

  it('cannot be read from what is no font', () => {
    expect(() => glyphsOf(new Uint8Array(64))).toThrow('no cmap table');
  });
});
