import catalogs from 'virtual:catalogs';
import { expose, transfer } from 'comlink';
import { analyze } from '../engine/analyze.ts';
import type { Analysis } from '../engine/result.ts';
import type { Plan } from '../model/plan.ts';
import type { ReportInput } from '../report/names.ts';
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

/** How a PDF is made: the day on the cover or null, the paper and its direction. */
export interface PdfOrder {
  readonly date: string | null;
  readonly paper: 'a4' | 'letter';
  readonly landscape: boolean;
}

/** The plan that reports are made of. */
let opened: ReportInput | null = null;

/** What the page may ask this worker. */
const engine = {
  /** The whole analysis of a plan with the catalogs of this build. */
  analyze(plan: Plan): Analysis {
    return analyze(plan, catalogs);
  },
  /** Makes a plan the one that reports are about. */
  openForReports(plan: Plan): void {
    opened = { plan, analysis: analyze(plan, catalogs) };
  },
  /** The firewall configuration of the plan opened for reports. The writers are loaded when first asked for. */
  async configuration({ style, date, remove }: ConfigurationOrder): Promise<NamedConfiguration> {
    const [{ configurationOf }, { nameFiles }] = await Promise.all([
      import('../report/firewall/configuration.ts'),
      import('../share/export-files.ts'),
    ]);
    const made = opened && configurationOf(style, { ...opened, date, remove });
    if (!made) throw new Error(opened ? `There is no style ${style}` : 'No plan is open');
    return { files: nameFiles(made.files), refused: made.refused, unstyled: made.unstyled };
  },
  /** The rule sheet of the plan opened for reports. `onProgress` is told the share that is done. */
  async pdf({ date, ...options }: PdfOrder, onProgress: (share: number) => void): Promise<Uint8Array<ArrayBuffer>> {
    if (!opened) throw new Error('No plan is open');
    const { makePdf } = await import('../share/pdf-file.ts');
    const bytes = await makePdf({ ...opened, catalogs, date }, { ...options, onProgress });
    return transfer(bytes, [bytes.buffer]);
  },
};
export type Engine = typeof engine;

expose(engine);
