import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Finding, HostRule } from '../../engine/result.ts';
import { citation, portsCell } from '../csv.ts';
import type { ContentsEntry } from './cover-page.ts';
import { INK, SIZE } from './look.ts';
import type { Material } from './material.ts';
import { smallTable } from './small-table.ts';
import type { Writer } from './writer.ts';

/** A part after the sheets, with its entry in the contents. */
export interface Annex extends ContentsEntry {
  readonly content: readonly Content[];
}

/** Parts that begin a page. */
const LONG: ReadonlySet<string> = new Set(['hosts', 'findings', 'sources']);

/** What follows the sheets, in order; parts with nothing in them are left out. */
export function annexes(material: Material, writer: Writer): Annex[] {
  return [hostRules, findings, accepted, waivers, readings, sourceRows].flatMap((make) => make(material, writer) ?? []);
}

/** A part with its heading. Short ones follow each other on a page, long lists begin one. */
function annex(id: string, name: string, count: number, content: readonly Content[], writer: Writer): Annex | null {
  if (count === 0) return null;
  const heading: Content = {
    ...writer.block(name),
    id,
    fontSize: SIZE.section,
    bold: true,
    margin: [0, 14, 0, 8],
    outline: true,
    outlineText: name,
    ...(LONG.has(id) ? { pageBreak: 'before' } : {}),
  };
  return { id, name, count: String(count), content: [heading, ...content] };
}

const service = (of: Pick<HostRule, 'protocol' | 'ports' | 'icmpType'>) => `${of.protocol} ${portsCell(of).replaceAll(',', ', ')}`.trim();

function hostRules({ analysis, names, peer }: Material, writer: Writer): Annex | null {
  const row = (host: string, direction: string, rule: HostRule, first: boolean): TableCell[] => [
    first ? writer.block(names.host(host), { bold: true }) : '',
    { text: direction },
    writer.block(peer(rule.peer)),
    writer.mono(service(rule)),
    writer.block(rule.process ?? ''),
  ];
  const rows = analysis.hosts.flatMap(({ host, inbound, outbound }) => [
    ...inbound.map((rule, index) => row(host, '← in', rule, index === 0)),
    ...outbound.map((rule, index) => row(host, '→ out', rule, inbound.length === 0 && index === 0)),
  ]);
  const table = smallTable('', ['Host', 'Direction', 'Peer', 'Service', 'Process'], rows, writer, ['22%', '9%', '27%', '20%', '*']);
  return annex('hosts', 'Host rules', rows.length, [table], writer);
}

const TONES = { error: INK.error, warning: INK.warn, info: INK.info } as const;

function findingRows(list: readonly (Finding & { readonly reason?: string })[], writer: Writer): TableCell[][] {
  return list.map(({ severity, code, what, why, next, reason }) => [
    { text: severity, bold: true, color: TONES[severity] },
    {
      stack: [
        writer.block(what, { bold: true }),
        writer.block([why, next].filter(Boolean).join(' ')),
        ...(reason === undefined ? [] : [writer.block(`Accepted: ${reason}`, { color: INK.faint })]),
      ],
    },
    writer.mono(code, { color: INK.faint }),
  ]);
}

function findings({ analysis }: Material, writer: Writer): Annex | null {
  const rows = findingRows(analysis.findings, writer);
  return annex(
    'findings',
    'Findings',
    rows.length,
    [smallTable('', ['Severity', 'What, why, what next', 'Code'], rows, writer, [54, '*', 110])],
    writer,
  );
}

function accepted({ analysis }: Material, writer: Writer): Annex | null {
  const rows = findingRows(analysis.accepted, writer);
  return annex(
    'accepted',
    'Accepted findings',
    rows.length,
    [smallTable('', ['Severity', 'What, why, reason', 'Code'], rows, writer, [54, '*', 110])],
    writer,
  );
}

function waivers({ analysis, flowEnd }: Material, writer: Writer): Annex | null {
  const rows = analysis.flows
    .filter(({ waived }) => waived)
    .map((flow): TableCell[] => [
      writer.block(flowEnd(flow.from)),
      writer.block(flowEnd(flow.to)),
      writer.mono(service(flow)),
      writer.block(flow.purpose || flow.rule),
      writer.block(flow.need),
      writer.block(flow.waived?.reason ?? ''),
    ]);
  const header = ['From', 'To', 'Service', 'What it is for', 'Need', 'Left out because'];
  return annex('waivers', 'Waived flows', rows.length, [smallTable('', header, rows, writer)], writer);
}

/** The choices that the sheet rests on: how disputed pages were read, and what no page says outright. */
function readings({ plan, analysis, catalogs, flowEnd }: Material, writer: Writer): Annex | null {
  const chosen = Object.entries(plan.readings).map(([dispute, reading]): TableCell[] => {
    const [product, id] = [dispute.slice(0, dispute.indexOf('/')), dispute.slice(dispute.indexOf('/') + 1)];
    const declared = catalogs.find((catalog) => catalog.product === product)?.disputes.find((each) => each.id === id);
    const says = declared?.readings.find((each) => each.id === reading)?.says ?? reading;
    return [{ text: 'Reading' }, writer.block(dispute), writer.block(says)];
  });
  const inferred = analysis.flows
    .filter(({ standing, waived }) => standing === 'inferred' && !waived)
    .map((flow): TableCell[] => [
      { text: 'Assumption' },
      writer.block(flow.rule),
      writer.block(`${flowEnd(flow.from)} to ${flowEnd(flow.to)}, ${service(flow)}: opener or partner inferred, no page says it outright`),
    ]);
  const changed = analysis.settings
    .filter((setting) => setting.changed)
    .map(({ component, setting, value, default: usual }): TableCell[] => [
      { text: 'Setting' },
      writer.block(`${component} ${setting}`),
      writer.block(`${String(value ?? 'unknown')} instead of ${String(usual ?? 'none')}`),
    ]);
  const rows = [...chosen, ...inferred, ...changed];
  return annex(
    'readings',
    'Readings, assumptions, settings',
    rows.length,
    [smallTable('', ['Kind', 'About', 'What is taken'], rows, writer, [70, '32%', '*'])],
    writer,
  );
}

/** Every line back to the row of the vendor's page. */
function sourceRows({ points, flowEnd, source }: Material, writer: Writer): Annex | null {
  const rows = points.flatMap(({ openings }) =>
    openings.flatMap(({ number, opening, flows }) =>
      flows.map((flow, index): TableCell[] => [
        index === 0 ? { stack: [{ text: String(number), bold: true }, writer.mono(opening.id, { color: INK.faint })] } : '',
        writer.block(`${flowEnd(flow.from)} → ${flowEnd(flow.to)}`),
        writer.mono(service(flow)),
        writer.block(flow.rule),
        writer.block(
          flow.sources
            .map(
              (cited) =>
                `${source(flow.product, cited.id)?.title ?? citation(flow.product, { id: cited.id, row: '' }).trim()}, ${cited.row}`,
            )
            .join('; ') || 'requirement of this plan',
        ),
        { text: flow.standing ?? '' },
      ]),
    ),
  );
  const header = ['Opening', 'Flow', 'Service', 'Rule', 'Source row', 'Standing'];
  return annex(
    'sources',
    'Source of every line',
    rows.length,
    [smallTable('', header, rows, writer, ['13%', '24%', '12%', '18%', '*', '9%'])],
    writer,
  );
}
