import { type Analysis, type Flow, isNamed } from '../engine/result.ts';
import { type EndKey, endKeyOf } from '../layout/end-key.ts';
import type { Selection } from './selection.ts';

/** What the selection lights; everything else is dimmed. Zones lit only as ends of a path, not for their content. */
export interface Focus {
  readonly flows: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  readonly externals: ReadonlySet<string>;
  readonly zones: ReadonlySet<string>;
  readonly boundaries: ReadonlySet<string>;
  readonly firewalls: ReadonlySet<string>;
}

/** Flows by id, remembered per analysis. */
const flowMaps = new WeakMap<Analysis, Map<string, Flow>>();
export function flowsById(analysis: Analysis): ReadonlyMap<string, Flow> {
  let map = flowMaps.get(analysis);
  if (!map) {
    map = new Map(analysis.flows.map((flow) => [flow.id, flow]));
    flowMaps.set(analysis, map);
  }
  return map;
}

/** The flows the selection speaks about, or null where it speaks about none (nothing selected). */
export function selectedFlows(analysis: Analysis, selection: Selection): readonly Flow[] | null {
  const byId = flowsById(analysis);
  const pick = (ids: Iterable<string>): Flow[] => {
    const found: Flow[] = [];
    for (const id of ids) {
      const flow = byId.get(id);
      if (flow) found.push(flow);
    }
    return found;
  };
  switch (selection.kind) {
    case 'none':
      return null;
    case 'flow':
      return pick([selection.id]);
    case 'edge':
      return pick(selection.flows);
    case 'opening': {
      const opening = analysis.openings.find((one) => one.id === selection.id);
      return opening ? pick(opening.flows) : [];
    }
    case 'boundary':
      return analysis.flows.filter((flow) => !flow.waived && flow.crossings.some((crossing) => crossing.boundary === selection.id));
    case 'component':
      return analysis.flows.filter((flow) => touchesComponent(flow, selection.component));
    case 'external':
      return analysis.flows.filter((flow) => isNamed(flow.to) && flow.to.external === selection.id);
    case 'items': {
      if (selection.hosts.length === 0 && selection.zones.length === 0) return null;
      const hosts = new Set(selection.hosts);
      const zones = new Set(selection.zones);
      return analysis.flows.filter((flow) => touchesHost(flow, hosts) || zones.has(flow.from.zone) || zones.has(flow.to.zone));
    }
  }
}

function touchesComponent(flow: Flow, component: string): boolean {
  return flow.from.component === component || (!isNamed(flow.to) && flow.to.component === component);
}

function touchesHost(flow: Flow, hosts: ReadonlySet<string>): boolean {
  if (flow.from.host !== null && hosts.has(flow.from.host)) return true;
  return !isNamed(flow.to) && flow.to.host !== null && hosts.has(flow.to.host);
}

/**
 * What is lit while the selection stands. Only a selection of lines dims the rest: an edge, a flow, an opening, a gate, an external service.
 * Selected hosts and zones dim nothing, so that drawing stays calm; the table shows their flows.
 */
export function focusOf(state: { readonly analysis: Analysis | null; readonly selection: Selection }): Focus | null {
  const { analysis, selection } = state;
  if (!analysis) return null;
  if (selection.kind === 'none' || selection.kind === 'items' || selection.kind === 'component') return null;
  const chosen = selectedFlows(analysis, selection);
  if (!chosen) return null;
  const flows = new Set<string>();
  const hosts = new Set<string>();
  const externals = new Set<string>();
  const zones = new Set<string>();
  const boundaries = new Set<string>();
  const firewalls = new Set<string>();
  for (const flow of chosen) {
    flows.add(flow.id);
    if (flow.from.host !== null) hosts.add(flow.from.host);
    if (isNamed(flow.to)) {
      if (flow.to.external !== null) externals.add(flow.to.external);
    } else if (flow.to.host !== null) hosts.add(flow.to.host);
    zones.add(flow.from.zone);
    zones.add(flow.to.zone);
    if (selection.kind === 'boundary') continue;
    for (const crossing of flow.crossings) {
      if (crossing.boundary !== null) boundaries.add(crossing.boundary);
      if (crossing.firewall !== null) firewalls.add(crossing.firewall);
    }
  }
  if (selection.kind === 'boundary') {
    boundaries.add(selection.id);
    const firewall = analysis.boundaries.find((one) => one.id === selection.id)?.firewall;
    if (firewall) firewalls.add(firewall);
  }
  return { flows, hosts, externals, zones, boundaries, firewalls };
}

/** The two ends of an edge that a flow belongs to. */
export function pairOf(flow: Flow): readonly [EndKey, EndKey] {
  return [endKeyOf(flow.from), endKeyOf(flow.to)];
}
