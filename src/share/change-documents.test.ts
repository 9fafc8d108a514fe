import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { compared } from '../engine/comparison.ts';
import { nameOf, type Plan, planSchema } from '../model/plan.ts';
import { CHANGE_FORMATS, makeChangeDocument } from './change-documents.ts';

const OPTIONS = { date: '2026-11-27', paper: 'a4', landscape: true } as const;
const side = (plan: Plan) => ({ plan, analysis: analyze(plan, catalogs) });

const template = planSchema.parse(templates.find((each) => planSchema.parse(each).title === 'Tanium with a zone server'));
const isDatabase = ({ components }: Plan['hosts'][number]) => components.some(({ type }) => type === 'tanium/database');
/** The template without its database, and with its first host under another address. */
const edited: Plan = {
  ...template,
  hosts: template.hosts
    .filter((host) => !isDatabase(host))
    .map((host, index) => (index === 0 ? { ...host, addresses: ['10.10.99.77'] } : host)),
};
const comparison = compared(side(template), side(edited));

async function text(format: string, of = comparison): Promise<string> {
  const made = await makeChangeDocument(format, of, catalogs, OPTIONS);
  if (!made) throw new Error(`no ${format}`);
  if (typeof made.content === 'string') return made.content;
  if (format === 'pdf') return new TextDecoder('latin1').decode(made.content);
  return Object.values(unzipSync(made.content))
    .map((file) => new TextDecoder().decode(file))
    .join('\n');
}

describe('a document of changes', () => {
  it('has lines to add or change and lines to remove in this comparison', () => {
    expect(new Set(comparison.lines.map(({ what }) => what)).has('removed')).toBe(true);
    expect(comparison.lines.some(({ what }) => what !== 'removed')).toBe(true);
  });

  it.each(CHANGE_FORMATS.filter((format) => format !== 'pdf'))('names every line, what to do and why, as %s', async (format) => {
    const written = await text(format);
    for (const { opening } of comparison.lines) expect(written).toContain(opening.id);
    if (format === 'csv' || format === 'json') return;
    for (const action of ['add', 'change', 'remove'].filter((one) => comparison.lines.some(({ what }) => what.startsWith(one.slice(0, 5)))))
      expect(written).toMatch(new RegExp(`[>|] ?${action}[ <]`));
    const gone = template.hosts.find(isDatabase);
    expect(written).toContain(`host ${gone ? nameOf(gone) : ''} removed`);
  });

  it('is the same bytes again, and runs nothing', async () => {
    for (const format of CHANGE_FORMATS) expect(await text(format)).toBe(await text(format));
    const pdf = await text('pdf');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).not.toMatch(/\/(?:JavaScript|OpenAction|EmbeddedFile|AA)\b/);
  });

  it('says so where nothing changes', async () => {
    const same = compared(side(template), side(template));
    expect(await text('md', same)).toContain('Nothing has to be changed.');
    expect(await text('html', same)).toContain('Nothing has to be changed.');
  });

  it('is none for another name', async () => {
    expect(await makeChangeDocument('constructor', comparison, catalogs, OPTIONS)).toBeNull();
  });
});
