import { type Flow, type FlowEnd, isNamed } from '../engine/result.ts';
import { byCodeUnit } from '../model/order.ts';
import { portsCell } from './csv.ts';
import { makeNames, type Names, oneLine, type ReportInput } from './names.ts';

/** How many services an arrow names before it counts the rest. */
const SHOWN = 4;

interface Box {
  readonly zone: string;
  readonly label: string;
}

interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly crossing: boolean;
  readonly services: Set<string>;
}

/**
 * The topology as a Mermaid flowchart: zones nested, a box for each machine, group or name, one arrow for all flows of one initiator and
 * responder. Thick arrows cross a boundary. Waived, local and tunnelled flows are left out.
 */
export function topologyMermaid(input: ReportInput): string {
  const { plan, analysis } = input;
  const names = makeNames(input);
  const known = new Set(analysis.zones.map(({ id }) => id));
  const boxes = new Map<string, Box>();
  const arrows = new Map<string, Arrow>();
  for (const flow of analysis.flows) {
    if (flow.waived || flow.scope === 'local' || flow.scope === 'tunnelled') continue;
    const [from, to] = [flow.from, flow.to].map((end) => {
      const key = keyOf(end);
      boxes.set(key, { zone: end.zone, label: labelOf(end, names) });
      return key;
    }) as [string, string];
    const key = JSON.stringify([from, to, flow.crossings.length > 0]);
    const arrow = arrows.get(key) ?? { from, to, crossing: flow.crossings.length > 0, services: new Set<string>() };
    arrow.services.add(serviceText(flow));
    arrows.set(key, arrow);
  }
  const parents = new Map(plan.zones.map((zone) => [zone.id, zone.parent ?? null]));
  for (const host of plan.hosts) {
    const key = JSON.stringify(['host', host.id]);
    if (!boxes.has(key)) boxes.set(key, { zone: effectiveZone(host.zone, known, parents), label: names.host(host.id) });
  }

  const boxIds = new Map([...boxes.keys()].sort(byCodeUnit).map((key, at) => [key, `n${at}`]));
  const zoneIds = new Map([...known].sort(byCodeUnit).map((id, at) => [id, `z${at}`]));
  const boxLines = (zone: string | null, indent: string) =>
    [...boxIds].flatMap(([key, id]) => {
      const box = boxes.get(key);
      const own = box && (known.has(box.zone) ? box.zone : null) === zone;
      return own ? [`${indent}${id}["${mermaidText(box.label)}"]`] : [];
    });
  const zoneLines = (parent: string | null, indent: string): string[] =>
    analysis.zones
      .filter((zone) => (zone.parent !== null && known.has(zone.parent) ? zone.parent : null) === parent)
      .sort((a, b) => byCodeUnit(a.id, b.id))
      .flatMap((zone) => {
        const inside = [...boxLines(zone.id, `${indent}  `), ...zoneLines(zone.id, `${indent}  `)];
        if (inside.length === 0) return [];
        return [`${indent}subgraph ${zoneIds.get(zone.id)}["${mermaidText(names.zone(zone.id))}"]`, ...inside, `${indent}end`];
      });
  const arrowLines = [...arrows]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([, { from, to, crossing, services }]) => {
      const list = [...services].sort(byCodeUnit);
      const rest = list.length > SHOWN ? ` +${list.length - SHOWN}` : '';
      const label = mermaidText(`${list.slice(0, SHOWN).join(', ')}${rest}`);
      return `  ${boxIds.get(from)} ${crossing ? '==>' : '-->'}|"${label}"| ${boxIds.get(to)}`;
    });
  return `${['flowchart LR', ...zoneLines(null, '  '), ...boxLines(null, '  '), ...arrowLines].join('\n')}\n`;
}

/** The nearest zone outward that is no frame; the zone itself where there is none. */
function effectiveZone(zone: string, known: ReadonlySet<string>, parents: ReadonlyMap<string, string | null>): string {
  const seen = new Set<string>();
  for (let at: string | null = zone; at !== null && !seen.has(at); at = parents.get(at) ?? null) {
    if (known.has(at)) return at;
    seen.add(at);
  }
  return zone;
}

function keyOf(end: FlowEnd): string {
  if (isNamed(end)) return JSON.stringify(end.external === null ? ['fqdn', ...end.fqdns] : ['external', end.external]);
  if (end.host !== null) return JSON.stringify(['host', end.host]);
  return JSON.stringify(['network', end.zone, end.cidr ?? '']);
}

function labelOf(end: FlowEnd, names: Names): string {
  if (isNamed(end)) return end.external ?? end.fqdns.join(', ');
  return end.host === null ? (end.cidr ?? names.zone(end.zone)) : names.host(end.host);
}

function serviceText(flow: Flow): string {
  const ports = portsCell(flow);
  return ports === '' ? String(flow.protocol) : `${flow.protocol} ${ports}`;
}

/** Free text for a quoted Mermaid label, by allowlist: everything but letters, digits and a little punctuation becomes a reference. */
function mermaidText(text: string): string {
  return oneLine(text).replace(/[^\p{L}\p{N} ,.+()/-]/gu, (character) => `#${character.codePointAt(0)};`) || ' ';
}
