import type { Finding, Severity } from '../engine/result.ts';
import { makeNames, type Names, oneLine, type ReportInput } from './names.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings as text for a terminal, the gravest first; accepted ones apart with their reason. */
export function checkText(input: ReportInput): string {
  const names = makeNames(input);
  const { findings, accepted } = input.analysis;
  const parts = [
    ...SEVERITIES.flatMap((severity) => findings.filter((finding) => finding.severity === severity)).map((finding) =>
      paragraph(finding, names),
    ),
    ...(accepted.length === 0 ? [] : ['Accepted:']),
    ...accepted.map((finding) => `${paragraph(finding, names)}\n  accepted: ${oneLine(finding.reason)}`),
    countText(findings),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** `2 errors, 1 warning, 0 infos`. */
export function countText(findings: readonly Finding[]): string {
  return SEVERITIES.map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severity}${count === 1 ? '' : 's'}`;
  }).join(', ');
}

/** One finding: severity, code and what; why, next and subjects on lines of their own. */
export function paragraph({ severity, code, what, why, next, subjects }: Finding, names: Names | null): string {
  const lines = [`${severity} ${code}: ${oneLine(what)}`];
  if (why) lines.push(`  why: ${oneLine(why)}`);
  if (next) lines.push(`  next: ${oneLine(next)}`);
  if (subjects.length > 0)
    lines.push(
      `  about: ${subjects.map((subject) => (names ? names.subject(subject) : oneLine(`${subject.kind} ${subject.id}`))).join(', ')}`,
    );
  return lines.join('\n');
}
