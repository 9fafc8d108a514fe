import { markdownTable, markdownText } from './markdown-text.ts';
import type { ReportInput } from './names.ts';
import { ruleSheet, type Sheet, type SheetFindings, type SheetTable } from './sheet.ts';

/** The rule sheet as Markdown: a table for each enforcement point, then what is left out, what to look at and what is accepted. */
export function openingsMarkdown(input: ReportInput): string {
  return sheetMarkdown(ruleSheet(input), 'No openings are needed.');
}

/** Any sheet as Markdown; `nothing` stands where it has no points. */
export function sheetMarkdown(sheet: Sheet, nothing: string): string {
  const sections = [
    `# ${markdownText(sheet.title)}`,
    sheet.facts.map(([name, value]) => `- ${name}: ${markdownText(value)}`).join('\n'),
    ...sheet.points.map(tableSection),
    sheet.points.length === 0 ? nothing : '',
    sheet.waived.rows.length === 0 ? '' : tableSection(sheet.waived),
    ...sheet.findings.map(findingsSection),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function tableSection({ title, header, rows }: SheetTable): string {
  const cells = rows.map((row) => row.map((lines) => lines.map(markdownText).join('<br>')));
  return `## ${markdownText(title)}\n\n${markdownTable(header, cells)}`;
}

function findingsSection({ title, items }: SheetFindings): string {
  if (items.length === 0) return '';
  const lines = items.map(({ severity, code, what, why, next, reason }) => {
    const accepted = reason === undefined ? '' : ` Accepted: ${markdownText(reason)}`;
    return `- **${severity}** ${markdownText(code)}: ${[what, why, next].filter(Boolean).map(markdownText).join(' ')}${accepted}`;
  });
  return `## ${title}\n\n${lines.join('\n')}`;
}
