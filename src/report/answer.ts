import type { Answer } from '../engine/ask.ts';
import { portsCell } from './csv.ts';
import { flowRecord, jsonText, openingRecord } from './json.ts';
import { makeNames, oneLine, type ReportInput } from './names.ts';
import { flowEndName } from './sheet.ts';

/** An answer as `{required, flows, openings}`. */
export function answerJson({ required, flows, openings }: Answer): string {
  return jsonText({ required, flows: flows.map(flowRecord), openings: openings.map(openingRecord) });
}

/** An answer as text for a terminal. */
export function answerText({ required, flows, openings }: Answer, input: ReportInput): string {
  if (!required) return 'Not required by any rule.\n';
  const names = makeNames(input);
  const lines = [
    'Required.',
    ...flows.map((flow) =>
      oneLine(
        `Flow ${flow.id}: ${flowEndName(flow.from, names)} to ${flowEndName(flow.to, names)}, ${`${flow.protocol} ${portsCell(flow)}`.trim()}, ${flow.scope}, by ${flow.rule}: ${flow.purpose}`,
      ),
    ),
    ...openings.map((opening) =>
      oneLine(
        `Opening ${opening.id} at ${opening.point.kind} ${names.point(opening.point)}: ${names.zone(opening.fromZone)} to ${names.zone(opening.toZone)}`,
      ),
    ),
  ];
  if (openings.length === 0) lines.push('Passes no enforcement point.');
  return `${lines.join('\n')}\n`;
}
