import { REPORTS, type ReportName, reportFormat } from '../../report/formats.ts';
import type { Arguments, Context } from '../context.ts';
import { planOf } from '../plan-argument.ts';

/** The formats of a report, the default first. */
export function formatsOf(report: ReportName): readonly string[] {
  return Object.keys(REPORTS[report]);
}

/** Analyses the plan that the first word names and renders one report of it. */
export async function report(name: ReportName, { words, options }: Arguments, { terminal, engine, catalogs }: Context) {
  const plan = await planOf(words[0] ?? '-', terminal);
  const analysis = engine.analyze(plan, catalogs, { detail: options.detail === 'exact' ? 'exact' : 'merged' });
  const format = reportFormat(name, options.format ?? '');
  if (!format) throw new Error(`no format ${options.format} of ${name}`);
  // A sheet that is not complete must not look as if it were, whatever else the command gives.
  const tooLarge = analysis.findings.find((finding) => finding.code === 'plan-too-large');
  if (tooLarge) terminal.complain(`portolan: ${tooLarge.what} ${tooLarge.why}`);
  return { analysis, output: format.render({ plan, analysis }) };
}
