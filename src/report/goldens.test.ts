import catalogs from 'virtual:catalogs';
import templates from 'virtual:templates';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { planSchema } from '../model/plan.ts';
import { REPORTS } from './formats.ts';

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

  it('gives the host rules and findings it always gave', async () => {
    await expect(REPORTS.hosts.csv.render(input)).toMatchFileSnapshot(`goldens/${name}.hosts.csv`);
    await expect(REPORTS.check.text.render(input)).toMatchFileSnapshot(`goldens/${name}.findings.txt`);
  });
});
