import { FileArchive, FileCode, FileSpreadsheet, FileText, type LucideIcon } from 'lucide-react';
import type { ReportFormat } from '../../report/formats.ts';
import { DEFAULT_OPTIONS } from '../../share/document-options.ts';
import { planFileName } from '../../share/file.ts';
import { useWorkspace, workspace } from '../../store/workspace.ts';
import { useT } from '../messages/translate.ts';
import { download } from './files.ts';
import { orTold } from './or-told.ts';
import { today } from './today.ts';

/** One entry of the export menu. */
export interface ExportEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly enabled: boolean;
  readonly perform: () => void;
}

/** Documents that are bytes: made in a worker of their own, dated today. */
const BYTES = [
  { id: 'rule-sheet.xlsx', format: 'xlsx', icon: FileSpreadsheet },
  { id: 'rule-sheets.zip', format: 'zip', icon: FileArchive },
] as const;

/** What a file's name ends with, beside the plan's title, and where its writer is found. */
const SHEETS = [
  { id: 'openings.csv', of: 'openings', report: 'openings', format: 'csv', icon: FileSpreadsheet },
  { id: 'openings.md', of: 'openings', report: 'openings', format: 'md', icon: FileText },
  { id: 'openings.html', of: 'openings', report: null, format: 'html', icon: FileCode },
] as const;

/** Writes a report and hands it out as a file. The writers are loaded when the first report is asked for. */
function saveReport({ of, report, format }: (typeof SHEETS)[number]): Promise<void> {
  return orTold(async () => {
    const { plan, analysis } = workspace.getState();
    const { documentFormat, reportFormat } = await import('../../report/formats.ts');
    const writer: ReportFormat | undefined = report === null ? documentFormat(format) : reportFormat(report, format);
    if (!analysis || !writer) return;
    const stem = planFileName(plan.title).replace(/\.plan\.json$/, '');
    download(`${stem}-${of}.${writer.extension}`, writer.render({ plan, analysis }), writer.mediaType);
  });
}

/** Saves the openings of the plan as CSV. */
export function saveOpenings(): Promise<void> {
  return saveReport(SHEETS[0]);
}

/** The same for a document of bytes. */
function saveDocument({ id, format }: (typeof BYTES)[number]): Promise<void> {
  return orTold(async () => {
    const { plan } = workspace.getState();
    const { makeReports } = await import('../../store/report-client.ts');
    const reports = makeReports(plan);
    try {
      const { mediaType, content } = await reports.document({ format, date: today(), detail: 'merged', options: DEFAULT_OPTIONS });
      download(planFileName(plan.title).replace(/plan\.json$/, id.split('.').at(-1) ?? ''), content, mediaType);
    } finally {
      reports.close();
    }
  });
}

/** The rule sheet and its companions, in the formats this build writes. */
export function useExports(): readonly ExportEntry[] {
  const t = useT();
  const enabled = useWorkspace((state) => state.analysis !== null && state.analysisState === 'current');
  const entry = ({ id, icon }: (typeof SHEETS | typeof BYTES)[number], perform: () => void): ExportEntry => ({
    id,
    label: t(`export.${id}`),
    icon,
    enabled,
    perform,
  });
  return [
    ...BYTES.map((document) => entry(document, () => void saveDocument(document))),
    ...SHEETS.map((sheet) => entry(sheet, () => void saveReport(sheet))),
  ];
}
