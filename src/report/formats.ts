import { checkText } from './check.ts';
import { flowsCsv, hostsCsv, openingsCsv } from './csv.ts';
import { openingsHtml } from './html.ts';
import { checkJson, flowsJson, hostsJson, openingsJson } from './json.ts';
import { openingsMarkdown } from './markdown.ts';
import { topologyMermaid } from './mermaid.ts';
import type { ReportInput } from './names.ts';

/** One way to write a report. */
export interface ReportFormat {
  readonly mediaType: string;
  /** Of the file's name, without dot. */
  readonly extension: string;
  readonly render: (input: ReportInput) => string;
}

const csv = (render: ReportFormat['render']): ReportFormat => ({ mediaType: 'text/csv;charset=utf-8', extension: 'csv', render });
const json = (render: ReportFormat['render']): ReportFormat => ({ mediaType: 'application/json', extension: 'json', render });

/** Every report and the formats it comes in, the default first. The command line and the page offer exactly these. */
export const REPORTS = {
  openings: {
    csv: csv(openingsCsv),
    json: json(openingsJson),
    md: { mediaType: 'text/markdown;charset=utf-8', extension: 'md', render: openingsMarkdown },
  },
  flows: { csv: csv(flowsCsv), json: json(flowsJson) },
  hosts: { csv: csv(hostsCsv), json: json(hostsJson) },
  check: { text: { mediaType: 'text/plain;charset=utf-8', extension: 'txt', render: checkText }, json: json(checkJson) },
} as const satisfies Record<string, Record<string, ReportFormat>>;

export type ReportName = keyof typeof REPORTS;

/** Every document and picture of a whole plan that `export` writes, beside the firewall styles. */
export const DOCUMENTS = {
  csv: REPORTS.openings.csv,
  json: REPORTS.openings.json,
  md: REPORTS.openings.md,
  html: { mediaType: 'text/html;charset=utf-8', extension: 'html', render: openingsHtml },
  mermaid: { mediaType: 'text/plain;charset=utf-8', extension: 'mmd', render: topologyMermaid },
} as const satisfies Record<string, ReportFormat>;

/** The document of that name, or undefined. Names are checked as own keys. */
export function documentFormat(name: string): ReportFormat | undefined {
  const formats: Record<string, ReportFormat> = DOCUMENTS;
  return Object.hasOwn(formats, name) ? formats[name] : undefined;
}

/** The format of that name, or undefined. Names are checked as own keys: `constructor` is no format. */
export function reportFormat(report: ReportName, format: string): ReportFormat | undefined {
  const formats: Record<string, ReportFormat> = REPORTS[report];
  return Object.hasOwn(formats, format) ? formats[format] : undefined;
}
