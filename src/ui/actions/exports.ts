import { FileCode, FileSpreadsheet, FileText, type LucideIcon, Workflow } from 'lucide-react';
import type { ReportFormat } from '../../report/formats.ts';
import { planFileName } from '../../share/file.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { download } from './files.ts';

/** One entry of the export menu. */
export interface ExportEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly enabled: boolean;
  readonly perform: () => void;
}

/** What a file's name ends with, beside the plan's title, and where its writer is found. */
const SHEETS = [
  { id: 'openings.csv', of: 'openings', report: 'openings', format: 'csv', icon: FileSpreadsheet },
  { id: 'openings.md', of: 'openings', report: 'openings', format: 'md', icon: FileText },
  { id: 'openings.html', of: 'openings', report: null, format: 'html', icon: FileCode },
  { id: 'flows.csv', of: 'flows', report: 'flows', format: 'csv', icon: FileSpreadsheet },
  { id: 'hosts.csv', of: 'hosts', report: 'hosts', format: 'csv', icon: FileSpreadsheet },
  { id: 'topology.mermaid', of: 'topology', report: null, format: 'mermaid', icon: Workflow },
] as const;

/** Writes a report and hands it out as a file. The writers are loaded when the first report is asked for. */
async function saveReport({ of, report, format }: (typeof SHEETS)[number]): Promise<void> {
  const { plan, analysis, notify } = workspace.getState();
  if (!analysis) return;
  try {
    const { documentFormat, reportFormat } = await import('../../report/formats.ts');
    const writer: ReportFormat | undefined = report === null ? documentFormat(format) : reportFormat(report, format);
    if (!writer) return;
    const stem = planFileName(plan.title).replace(/\.plan\.json$/, '');
    download(`${stem}-${of}.${writer.extension}`, writer.render({ plan, analysis }), writer.mediaType);
  } catch (problem) {
    notify('export.failed', { values: { problem: problem instanceof Error ? problem.message : String(problem) }, tone: 'error' });
  }
}

/** The rule sheet and its companions, in the formats this build writes. */
export function useExports(): readonly ExportEntry[] {
  const t = useT();
  const enabled = useWorkspace((state) => state.analysis !== null && state.analysisState === 'current');
  return SHEETS.map((sheet) => ({
    id: sheet.id,
    label: t(`export.${sheet.id}`),
    icon: sheet.icon,
    enabled,
    perform: () => void saveReport(sheet),
  }));
}
