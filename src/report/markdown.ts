import type { Finding, Flow, Opening } from '../engine/result.ts';
import { isNamed } from '../engine/result.ts';
import { citations, portsCell } from './csv.ts';
import { markdownTable, markdownText } from './markdown-text.ts';
import { makeNames, type Names, type ReportInput } from './names.ts';
import { openingLines } from './opening-lines.ts';

const HEADER = [
  'Rule',
  'From zone',
  'To zone',
  'Source',
  'Destination',
  'Protocol',
  'Ports',
  'Need',
  'Phase',
  'Justification',
  'Source of fact',
  'Remarks',
];

/** The rule sheet as Markdown: a table for each enforcement point, then what is left out, what is accepted and what to look at. */
export function openingsMarkdown(input: ReportInput): string {
  const { plan, analysis } = input;
  const names = makeNames(input);
  const sections = [
    `# ${markdownText(plan.title || 'Openings')}`,
    facts([
      ['Revision', plan.revision],
      ['Author', plan.author],
      ['Description', plan.description],
    ]),
    ...byPoint(analysis.openings).map((openings) => pointSection(openings, input, names)),
    analysis.openings.length === 0 ? 'No openings are needed.' : '',
    waivedSection(analysis.flows, names),
    findingsSection('Findings', analysis.findings),
    findingsSection('Accepted findings', analysis.accepted),
  ];
  return `${sections.filter((section) => section !== '').join('\n\n')}\n`;
}

function facts(pairs: readonly (readonly [string, string])[]): string {
  return pairs
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `- ${name}: ${markdownText(value)}`)
    .join('\n');
}

/** Openings by enforcement point, in the order in which the points first appear. */
function byPoint(openings: readonly Opening[]): Opening[][] {
  const groups = new Map<string, Opening[]>();
  for (const opening of openings) {
    const key = JSON.stringify([opening.point.kind, opening.point.id]);
    const group = groups.get(key);
    if (group) group.push(opening);
    else groups.set(key, [opening]);
  }
  return [...groups.values()];
}

function pointSection(openings: readonly Opening[], input: ReportInput, names: Names): string {
  const point = openings[0]?.point;
  if (!point) return '';
  const flows = new Map(input.analysis.flows.map((flow) => [flow.id, flow]));
  const rows = openings.flatMap((opening) => {
    const own = opening.flows.flatMap((id) => flows.get(id) ?? []);
    const changed = opening.deviations.map(names.deviation);
    return openingLines(opening, names, flows).map((line) => [
      markdownText(opening.id),
      markdownText(names.zone(opening.fromZone)),
      markdownText(names.zone(opening.toZone)),
      ends(line.sources),
      ends(line.destinations),
      line.protocol,
      line.ports,
      opening.need,
      opening.phase,
      markdownText(opening.justification),
      [...new Set(own.flatMap(citations))].map(markdownText).join('<br>'),
      [...line.remarks, ...changed].map(markdownText).join('<br>'),
    ]);
  });
  return `## ${markdownText(names.point(point))} (${point.kind})\n\n${markdownTable(HEADER, rows)}`;
}

function ends(side: readonly { readonly name: string; readonly addresses: readonly string[] }[]): string {
  return side.map(({ name, addresses }) => markdownText(addresses.length === 0 ? name : `${name}: ${addresses.join(', ')}`)).join('<br>');
}

function waivedSection(flows: readonly Flow[], names: Names): string {
  const waived = flows.filter((flow) => flow.waived);
  if (waived.length === 0) return '';
  const rows = waived.map((flow) => [
    markdownText(flow.rule),
    markdownText(flowEndName(flow.from, names)),
    markdownText(flowEndName(flow.to, names)),
    String(flow.protocol),
    portsCell(flow),
    flow.need,
    markdownText(flow.waived?.reason ?? ''),
  ]);
  return `## Waived flows\n\n${markdownTable(['Flow rule', 'From', 'To', 'Protocol', 'Ports', 'Need', 'Reason'], rows)}`;
}

function findingsSection(title: string, findings: readonly (Finding & { readonly reason?: string })[]): string {
  if (findings.length === 0) return '';
  const items = findings.map(({ severity, code, what, why, next, reason }) => {
    const accepted = reason === undefined ? '' : ` Accepted: ${markdownText(reason)}`;
    return `- **${severity}** ${markdownText(code)}: ${[what, why, next].filter(Boolean).map(markdownText).join(' ')}${accepted}`;
  });
  return `## ${title}\n\n${items.join('\n')}`;
}

/** How an end of a flow is called in a report. */
export function flowEndName(end: Flow['to'], names: Names): string {
  if (isNamed(end)) return end.external ?? end.fqdns.join(', ');
  if (end.host !== null) return end.component === null ? names.host(end.host) : `${names.host(end.host)} (${end.component})`;
  return end.cidr ?? names.zone(end.zone);
}
