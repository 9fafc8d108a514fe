import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { planSchema } from '../model/plan.ts';
import { documentFormat, REPORTS } from './formats.ts';
import { topologyDrawio } from './picture/drawio.ts';
import { ruleWorkbook } from './workbook.ts';

/**
 * Whole outputs of every template: a change of engine, catalog or report shows here line by line.
 * Ids are made from content, so lines are compared without them.
 */
const plans = templates.map((template) => planSchema.parse(template));

describe.each(plans.map((plan) => ({ name: plan.title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), plan })))('$name', ({ name, plan }) => {
  const input = { plan, analysis: analyze(plan, catalogs) };

  it('has no error finding', () => {
    expect(input.analysis.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
  });

  it('gives the rule sheet it always gave', async () => {
    await expect(REPORTS.openings.csv.render(input)).toMatchFileSnapshot(`goldens/${name}.openings.csv`);
  });

  it.each(['md', 'html', 'mermaid', 'json'])('gives the %s it always gave', async (format) => {
    await expect(documentFormat(format)?.render(input)).toMatchFileSnapshot(`goldens/${name}.sheet.${format}.txt`);
  });

  it('gives the drawing and the workbook it always gave', async () => {
    const whole = { ...input, catalogs, date: '2026-01-31' };
    await expect(topologyDrawio(whole, 'light').replaceAll('><', '>\n<')).toMatchFileSnapshot(`goldens/${name}.topology.drawio.txt`);
    const sheets = ruleWorkbook(whole).map((sheet) => JSON.stringify([sheet.name, sheet.columns, ...sheet.rows], null, 1));
    await expect(`${sheets.join('\n')}\n`).toMatchFileSnapshot(`goldens/${name}.workbook.txt`);
  });

  it('gives the host rules and findings it always gave', async () => {
    await expect(REPORTS.hosts.csv.render(input)).toMatchFileSnapshot(`goldens/${name}.hosts.csv`);
    await expect(REPORTS.check.text.render(input)).toMatchFileSnapshot(`goldens/${name}.findings.txt`);
  });
});
