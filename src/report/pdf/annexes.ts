import type { Content, TableCell } from 'pdfmake/interfaces.js';
import type { Finding, Flow, HostRule } from '../../engine/result.ts';
import { citation, portsCell } from '../csv.ts';
import type { Material } from '../material.ts';
import type { ContentsEntry } from './cover-page.ts';
import { INK, SIZE } from './look.ts';
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

/** The rules of every host. Rules that differ by the other side alone are one line, hosts with the same lines stand together. */
function hostRules({ analysis, names, peer }: Material, writer: Writer): Annex | null {
  const groups = new Map<string, { hosts: string[]; lines: HostLine[] }>();
  for (const { host, inbound, outbound } of analysis.hosts) {
    const lines = [...hostLines(inbound, '← in', peer), ...hostLines(outbound, '→ out', peer)];
    const key = JSON.stringify(lines);
    const group = groups.get(key);
    if (group) group.hosts.push(names.host(host));
    else groups.set(key, { hosts: [names.host(host)], lines });
  }
  const rows = [...groups.values()].flatMap(({ hosts, lines }) =>
    lines.map(([direction, service, process, ...peers], index): TableCell[] => [
      index === 0 ? writer.block(hosts.join(', '), { bold: true }) : '',
      { text: direction },
      writer.block(peers.join(', ')),
      writer.mono(service),
      writer.block(process),
    ]),
  );
  const table = smallTable('', ['Host', 'Direction', 'Peers', 'Service', 'Process'], rows, writer, ['20%', '8%', '*', '18%', '20%']);
  return annex('hosts', 'Host rules', rows.length, [table], writer);
}

type HostLine = readonly [direction: string, service: string, process: string, ...peers: string[]];

function hostLines(rules: readonly HostRule[], direction: string, peer: (id: string) => string): HostLine[] {
  const groups = new Map<string, Set<string>>();
  for (const rule of rules) {
    const key = JSON.stringify([direction, service(rule), rule.process ?? '']);
    groups.set(key, (groups.get(key) ?? new Set()).add(peer(rule.peer)));
  }
  return [...groups].map(([key, peers]): HostLine => [...(JSON.parse(key) as [string, string, string]), ...peers]);
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
  return findingsAnnex('findings', 'Findings', 'What, why, what next', analysis.findings, writer);
}

function accepted({ analysis }: Material, writer: Writer): Annex | null {
  return findingsAnnex('accepted', 'Accepted findings', 'What, why, reason', analysis.accepted, writer);
}

function findingsAnnex(id: string, name: string, what: string, list: Parameters<typeof findingRows>[0], writer: Writer): Annex | null {
  const table = smallTable('', ['Severity', what, 'Code'], findingRows(list, writer), writer, [54, '*', 110]);
  return annex(id, name, list.length, [table], writer);
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
function readings({ plan, analysis, catalogs }: Material, writer: Writer): Annex | null {
  const chosen = Object.entries(plan.readings).map(([dispute, reading]): TableCell[] => {
    const [product, id] = [dispute.slice(0, dispute.indexOf('/')), dispute.slice(dispute.indexOf('/') + 1)];
    const declared = catalogs.find((catalog) => catalog.product === product)?.disputes.find((each) => each.id === id);
    const says = declared?.readings.find((each) => each.id === reading)?.says ?? reading;
    return [{ text: 'Reading' }, writer.block(dispute), writer.block(says)];
  });
  const inferred = [...byRule(analysis.flows.filter(({ standing, waived }) => standing === 'inferred' && !waived)).values()].map(
    ({ flow, services, count }): TableCell[] => [
      { text: 'Assumption' },
      writer.block(flow.rule),
      writer.block(
        `${[...services].join('; ')}, ${count} ${count === 1 ? 'flow' : 'flows'}: opener or partner inferred, no page says it outright`,
      ),
    ],
  );
  const settings = new Map<string, string[]>();
  for (const { component, setting, value, default: usual, changed } of analysis.settings) {
    if (!changed) continue;
    const key = `${setting}: ${String(value ?? 'unknown')} instead of ${String(usual ?? 'none')}`;
    settings.set(key, [...(settings.get(key) ?? []), component]);
  }
  const changed = [...settings].map(([what, components]): TableCell[] => [
    { text: 'Setting' },
    writer.block(components.join(', ')),
    writer.block(what),
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

/** Every opening back to the rows of the vendors' pages: a line for each rule that needs it. */
function sourceRows({ points, source }: Material, writer: Writer): Annex | null {
  const rows = points.flatMap(({ openings }) =>
    openings.flatMap(({ number, opening, flows }) =>
      [...byRule(flows).values()].map(({ flow, services, count }, index): TableCell[] => [
        index === 0 ? { stack: [{ text: String(number), bold: true }, writer.mono(opening.id, { color: INK.faint })] } : '',
        writer.block(flow.rule),
        writer.block(flow.purpose),
        writer.mono([...services].join('; ')),
        writer.block(
          flow.sources
            .map(
              (cited) =>
                `${source(flow.product, cited.id)?.title ?? citation(flow.product, { id: cited.id, row: '' }).trim()}, ${cited.row}`,
            )
            .join('; ') || 'requirement of this plan',
        ),
        { text: flow.standing ?? '' },
        { text: String(count) },
      ]),
    ),
  );
  const header = ['Opening', 'Rule', 'What it is for', 'Service', 'Source row', 'Standing', 'Flows'];
  const table = smallTable('', header, rows, writer, ['13%', '16%', '20%', '12%', '*', '9%', '5%']);
  return annex('sources', 'Source of every line', rows.length, [table], writer);
}

/** The flows of an opening by rule and where they were read: the first of each, every service, how many there are. */
function byRule(flows: readonly Flow[]) {
  const groups = new Map<string, { flow: Flow; services: Set<string>; count: number }>();
  for (const flow of flows) {
    const key = JSON.stringify([flow.rule, flow.sources, flow.standing, flow.purpose]);
    const group = groups.get(key) ?? { flow, services: new Set<string>(), count: 0 };
    group.services.add(service(flow));
    group.count += 1;
    groups.set(key, group);
  }
  return groups;
}
