import { type Analysis, type Flow, type FlowEnd, isNamed } from '../engine/result.ts';
import { type EndKey, endKeyOf } from './end-key.ts';
import { drawnFor, type Fold, UNFOLDED } from './fold.ts';
import { type EdgeLabel, labelOf } from './label.ts';
import type { Shown } from './shown.ts';
import { EXTERNALS } from './sizes.ts';

export type EdgeKind = 'crossing' | 'same-zone' | 'local' | 'unrouted' | 'waived';

/** One boundary an edge passes, in the order of passing. */
export interface Passage {
  readonly gate: string;
  readonly fromZone: string;
  readonly toZone: string;
}

/** All flows of one kind from one card to another. */
export interface Edge {
  readonly id: string;
  readonly kind: EdgeKind;
  /** Ids of what the edge joins: a host, the card of external services, or a zone, such as the collapsed one that stands for a host. */
  readonly from: string;
  readonly to: string;
  /** The same ends as the selection names them; `~externals` where several external services share the edge. */
  readonly fromKey: EndKey;
  readonly toKey: EndKey;
  readonly flows: readonly Flow[];
  readonly passages: readonly Passage[];
  readonly label: EdgeLabel;
}

/** The id of the gate of a boundary; inner filtering without a drawn boundary has one by its zone. */
export function gateId(boundary: string | null, zone: string): string {
  return boundary === null ? `zone ${zone}` : `boundary ${boundary}`;
}

function anchorOf(end: FlowEnd): string {
  if (isNamed(end)) return EXTERNALS;
  return end.host ?? end.zone;
}

function kindOf(flow: Flow): EdgeKind | null {
  if (flow.scope === 'tunnelled') return null;
  if (flow.waived) return 'waived';
  return flow.scope;
}

/** The boundaries a flow passes on the canvas: those within a collapsed zone are not drawn. */
function passagesOf(flow: Flow, fold: Fold): Passage[] {
  return flow.crossings
    .filter(
      ({ fromZone, toZone }) => fromZone !== toZone && !(fold.standIn.has(fromZone) && drawnFor(fold, fromZone) === drawnFor(fold, toZone)),
    )
    .map(({ boundary, fromZone, toZone }) => ({ gate: gateId(boundary, fromZone), fromZone, toZone }));
}

/**
 * Joins the flows of an analysis to edges: one for each kind, initiator and responder, in the order of the flows. What ends in a
 * collapsed zone ends on that zone, one edge for each way through the gates; what stays within it is not drawn.
 */
export function bundle(analysis: Pick<Analysis, 'flows'>, shown: Shown, fold: Fold = UNFOLDED): Edge[] {
  const bundles = new Map<string, { kind: EdgeKind; flows: Flow[] }>();
  for (const flow of analysis.flows) {
    const kind = kindOf(flow);
    if (
      kind === null ||
      (kind === 'same-zone' && !shown.sameZone) ||
      (kind === 'local' && !shown.local) ||
      (kind === 'waived' && !shown.waived)
    )
      continue;
    const [from, to] = [drawnFor(fold, anchorOf(flow.from)), drawnFor(fold, anchorOf(flow.to))];
    const ends = fold.held.has(from) || fold.held.has(to);
    if (ends && from === to) continue;
    const id = JSON.stringify([kind, from, to, ...(ends ? passagesOf(flow, fold).map(({ gate }) => gate) : [])]);
    const known = bundles.get(id);
    if (known) known.flows.push(flow);
    else bundles.set(id, { kind, flows: [flow] });
  }
  return [...bundles].flatMap(([id, { kind, flows }]): Edge[] => {
    const first = flows[0];
    if (!first) return [];
    const keys = new Set(flows.map((flow) => endKeyOf(flow.to)));
    const from = drawnFor(fold, anchorOf(first.from));
    const to = drawnFor(fold, anchorOf(first.to));
    return [
      {
        id,
        kind,
        from,
        to,
        fromKey: fold.held.has(from) ? `zone:${from}` : endKeyOf(first.from),
        toKey: fold.held.has(to) ? `zone:${to}` : keys.size === 1 ? endKeyOf(first.to) : EXTERNALS,
        flows,
        passages: passagesOf(first, fold),
        label: labelOf(flows),
      },
    ];
  });
}

/** A row of the card of external services. */
export interface ExternalRow {
  /** The end as the selection names it. */
  readonly key: EndKey;
  readonly external: string | null;
  readonly fqdns: readonly string[];
  /** Ports that flows open there, ascending. */
  readonly ports: readonly string[];
}

/** The external services that flows use, by key, and the zone their card stands in; null where there are none. */
export function externalRows(analysis: Pick<Analysis, 'flows'>): { zone: string; rows: ExternalRow[] } | null {
  const rows = new Map<string, { row: Omit<ExternalRow, 'ports'>; ports: Set<string> }>();
  let zone: string | null = null;
  for (const { to, ports } of analysis.flows) {
    if (!isNamed(to)) continue;
    zone ??= to.zone;
    const key = endKeyOf(to);
    const known = rows.get(key) ?? { row: { key, external: to.external, fqdns: to.fqdns }, ports: new Set<string>() };
    if (ports !== '') known.ports.add(ports);
    rows.set(key, known);
  }
  if (zone === null) return null;
  const sorted = [...rows.values()].sort((a, b) => (a.row.key < b.row.key ? -1 : 1));
  return {
    zone,
    rows: sorted.map(({ row, ports }) => ({ ...row, ports: [...ports].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)) })),
  };
}
