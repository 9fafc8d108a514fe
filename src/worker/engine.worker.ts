import catalogs from 'virtual:catalogs';
import { expose, transfer } from 'comlink';
import { analyze } from '../engine/analyze.ts';
import { type Comparison, compared, partOfChange } from '../engine/comparison.ts';
import type { Analysis } from '../engine/result.ts';
import type { Plan } from '../model/plan.ts';
import type { ReportInput } from '../report/names.ts';
import type { ChangeOptions } from '../share/change-documents.ts';
import type { DocumentOptions } from '../share/document-options.ts';
import type { MadeDocument } from '../share/documents.ts';
import type { NamedFile } from '../share/export-files.ts';

/** What a firewall configuration is asked for: a style or `own`, the day to print or null, and whether to take away again. */
export interface ConfigurationOrder {
  readonly style: string;
  readonly date: string | null;
  readonly remove: boolean;
}

/** The files of a configuration under their names, what none of them says, and the points without a style. */
export interface NamedConfiguration {
  readonly files: readonly NamedFile[];
  readonly refused: readonly { readonly line: string; readonly where: string; readonly what: string; readonly reason: string }[];
  readonly unstyled: readonly string[];
}

/** A document by its format, the day on its cover or null, whether openings are merged, and what can be chosen of it. */
export interface DocumentOrder {
  readonly format: string;
  readonly date: string | null;
  readonly detail: 'merged' | 'exact';
  readonly options: Omit<DocumentOptions, 'onProgress'>;
}

/** The plan that reports are made of. */
let opened: ReportInput | null = null;

async function configuration({ style, date, remove }: ConfigurationOrder, input: ReportInput): Promise<NamedConfiguration> {
  const [{ configurationOf }, { nameFiles }] = await Promise.all([
    import('../report/firewall/configuration.ts'),
    import('../share/export-files.ts'),
  ]);
  const made = configurationOf(style, { ...input, date, remove });
  if (!made) throw new Error(`There is no style ${style}`);
  return { files: nameFiles(made.files), refused: made.refused, unstyled: made.unstyled };
}

/** What the page may ask this worker. */
const engine = {
  /** The whole analysis of a plan with the catalogs of this build. */
  analyze(plan: Plan): Analysis {
    return analyze(plan, catalogs);
  },
  /** Two plans side by side, with the catalogs of this build. */
  compare(before: Plan, after: Plan): Comparison {
    return compared({ plan: before, analysis: analyze(before, catalogs) }, { plan: after, analysis: analyze(after, catalogs) });
  },
  /** The firewall configuration of what has to be added to get from one plan to the other, with `remove` of what has to go. */
  async changeConfiguration(before: Plan, after: Plan, order: ConfigurationOrder): Promise<NamedConfiguration> {
    const part = partOfChange(
      { plan: before, analysis: analyze(before, catalogs) },
      { plan: after, analysis: analyze(after, catalogs) },
      order.remove ? 'remove' : 'add',
    );
    return configuration(order, part);
  },
  /** A document of what lies between two plans. */
  async changeDocument(before: Plan, after: Plan, format: string, options: ChangeOptions): Promise<MadeDocument> {
    const { makeChangeDocument } = await import('../share/change-documents.ts');
    const comparison = compared({ plan: before, analysis: analyze(before, catalogs) }, { plan: after, analysis: analyze(after, catalogs) });
    const made = await makeChangeDocument(format, comparison, catalogs, options);
    if (!made) throw new Error(`There is no document ${format}`);
    return made;
  },
  /** Makes a plan the one that reports are about. */
  openForReports(plan: Plan): void {
    opened = { plan, analysis: analyze(plan, catalogs) };
  },
  /** The firewall configuration of the plan opened for reports. The writers are loaded when first asked for. */
  async configuration(order: ConfigurationOrder): Promise<NamedConfiguration> {
    if (!opened) throw new Error('No plan is open');
    return configuration(order, opened);
  },
  /** A document of the plan opened for reports. `onProgress` is told the share that is done, by formats that take long. */
  async document({ format, date, detail, options }: DocumentOrder, onProgress: (share: number) => void): Promise<MadeDocument> {
    if (!opened) throw new Error('No plan is open');
    const { makeDocument } = await import('../share/documents.ts');
    const analysis = detail === 'exact' ? analyze(opened.plan, catalogs, { detail }) : opened.analysis;
    const made = await makeDocument(format, { plan: opened.plan, analysis, catalogs, date }, { ...options, onProgress });
    if (!made) throw new Error(`There is no format ${format}`);
    return typeof made.content === 'string' ? made : transfer(made, [made.content.buffer]);
  },
};
export type Engine = typeof engine;

expose(engine);
