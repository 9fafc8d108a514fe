import { FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import type { ReportName } from '../../report/formats.ts';
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

const SHEETS = [
  { id: 'openings.csv', report: 'openings', format: 'csv', icon: FileSpreadsheet },
  { id: 'openings.md', report: 'openings', format: 'md', icon: FileText },
  { id: 'flows.csv', report: 'flows', format: 'csv', icon: FileSpreadsheet },
  { id: 'hosts.csv', report: 'hosts', format: 'csv', icon: FileSpreadsheet },
] as const satisfies readonly { id: string; report: ReportName; format: string; icon: LucideIcon }[];

/** Writes a report and hands it out as a file. The writers are loaded when the first report is asked for. */
async function saveReport(report: ReportName, format: string): Promise<void> {
  const { plan, analysis, notify } = workspace.getState();
  if (!analysis) return;
  try {
    const { reportFormat } = await import('../../report/formats.ts');
    const writer = reportFormat(report, format);
    if (!writer) return;
    const stem = planFileName(plan.title).replace(/\.plan\.json$/, '');
    download(`${stem}-${report}.${writer.extension}`, writer.render({ plan, analysis }), writer.mediaType);
  } catch (problem) {
    notify('export.failed', { values: { problem: problem instanceof Error ? problem.message : String(problem) }, tone: 'error' });
  }
}

/** The rule sheet and its companions, in the formats this build writes. */
export function useExports(): readonly ExportEntry[] {
  const t = useT();
  const enabled = useWorkspace((state) => state.analysis !== null && state.analysisState === 'current');
  return SHEETS.map(({ id, report, format, icon }) => ({
    id,
    label: t(`export.${id}`),
    icon,
    enabled,
    perform: () => void saveReport(report, format),
  }));
}
