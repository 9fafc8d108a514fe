import { type Analysis, type Finding, type Flow, isNamed, type Opening, type Severity } from '../engine/result.ts';
import type { EndKey } from '../layout/end-key.ts';
import { byCodeUnit } from '../model/order.ts';
import { type Host, nameOf, type Plan } from '../model/plan.ts';
import { externalOf } from './catalogs.ts';
import { pairOf } from './focus.ts';

/** Remembers what a function made of an analysis or plan, as long as that object lives. */
function remembered<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) {
      value = make(key);
      known.set(key, value);
    }
    return value;
  };
}

/** Findings by `kind:id` of each of their subjects. */
export const findingsBySubject = remembered((analysis: Analysis): ReadonlyMap<string, readonly Finding[]> => {
  const map = new Map<string, Finding[]>();
  for (const finding of analysis.findings) {
    for (const subject of finding.subjects) {
      const key = `${subject.kind}:${subject.id}`;
      const list = map.get(key);
      if (!list) map.set(key, [finding]);
      else if (!list.includes(finding)) list.push(finding);
    }
  }
  return map;
});

/** The findings about one thing. */
export function findingsOf(analysis: Analysis | null, kind: string, id: string): readonly Finding[] {
  return (analysis && findingsBySubject(analysis).get(`${kind}:${id}`)) || [];
}

/** The findings about a host or any of its components, each once. */
export function findingsOfHost(analysis: Analysis | null, host: Host): readonly Finding[] {
  const found = new Set(findingsOf(analysis, 'host', host.id));
  for (const component of host.components) for (const finding of findingsOf(analysis, 'component', component.id)) found.add(finding);
  return [...found];
}

/** The gravest severity among findings, null for none. */
export function gravest(findings: readonly Finding[]): Severity | null {
  if (findings.some((finding) => finding.severity === 'error')) return 'error';
  if (findings.some((finding) => finding.severity === 'warning')) return 'warning';
  return findings.length > 0 ? 'info' : null;
}

/** Findings that ask for attention: errors and warnings. Infos are listed, and raise no pill on a card. */
export const attention = remembered((analysis: Analysis): readonly Finding[] => analysis.findings.filter((one) => one.severity !== 'info'));

/** The openings that pass a boundary, by direction: the key of the inner map is the zone they come from. */
export const openingsByBoundary = remembered((analysis: Analysis): ReadonlyMap<string, ReadonlyMap<string, readonly Opening[]>> => {
  const map = new Map<string, Map<string, Opening[]>>();
  for (const opening of analysis.openings) {
    for (const crossing of opening.crossings) {
      if (crossing.boundary === null) continue;
      const directions = map.get(crossing.boundary) ?? new Map<string, Opening[]>();
      map.set(crossing.boundary, directions);
      const list = directions.get(crossing.fromZone) ?? [];
      directions.set(crossing.fromZone, list);
      if (!list.includes(opening)) list.push(opening);
    }
  }
  return map;
});

/** Flows between two ends, by the pair of end keys joined as JSON. One entry per direction. */
export const flowsByPair = remembered(
  (analysis: Analysis): ReadonlyMap<string, { readonly from: EndKey; readonly to: EndKey; readonly flows: readonly Flow[] }> => {
    const map = new Map<string, { from: EndKey; to: EndKey; flows: Flow[] }>();
    for (const flow of analysis.flows) {
      const [from, to] = pairOf(flow);
      const key = JSON.stringify([from, to]);
      const pair = map.get(key);
      if (pair) pair.flows.push(flow);
      else map.set(key, { from, to, flows: [flow] });
    }
    return map;
  },
);

/**
 * The openings as sheets list them, firewalls first, then by name of the point: what the tables show and number by.
 * The map gives each opening's number, from 1.
 */
export const openingOrder = remembered(
  (analysis: Analysis): { readonly list: readonly Opening[]; readonly numbers: ReadonlyMap<string, number> } => {
    const rank = (opening: Opening) => (opening.point.kind === 'firewall' ? 0 : 1);
    const list = analysis.openings
      .map((opening, index) => ({ opening, index }))
      .sort(
        (a, b) =>
          rank(a.opening) - rank(b.opening) ||
          byCodeUnit(a.opening.point.name, b.opening.point.name) ||
          byCodeUnit(a.opening.point.id, b.opening.point.id) ||
          a.index - b.index,
      )
      .map(({ opening }) => opening);
    return { list, numbers: new Map(list.map((opening, index) => [opening.id, index + 1])) };
  },
);

/** Openings by the id of each of their flows. */
export const openingsByFlow = remembered((analysis: Analysis): ReadonlyMap<string, readonly Opening[]> => {
  const map = new Map<string, Opening[]>();
  for (const opening of analysis.openings) {
    for (const flow of opening.flows) {
      const list = map.get(flow);
      if (list) list.push(opening);
      else map.set(flow, [opening]);
    }
  }
  return map;
});

/** Flows that touch a host as either end, waived ones included. */
export const flowsByHost = remembered((analysis: Analysis): ReadonlyMap<string, readonly Flow[]> => {
  const map = new Map<string, Flow[]>();
  const add = (host: string | null, flow: Flow) => {
    if (host === null) return;
    const list = map.get(host);
    if (!list) map.set(host, [flow]);
    else if (list.at(-1) !== flow) list.push(flow);
  };
  for (const flow of analysis.flows) {
    add(flow.from.host, flow);
    if (!isNamed(flow.to)) add(flow.to.host, flow);
  }
  return map;
});

/** Flows that count: neither waived nor carried by another. */
export const standingFlows = remembered((analysis: Analysis): readonly Flow[] =>
  analysis.flows.filter((flow) => !flow.waived && flow.scope !== 'tunnelled'),
);

/** Names of everything in a plan by id, and which host a component stands on. */
export interface Names {
  readonly host: ReadonlyMap<string, Host>;
  readonly hostOfComponent: ReadonlyMap<string, Host>;
  zone(id: string): string;
  hostName(id: string): string;
  external(id: string): string;
}

/** Looks up names; zones that only the analysis knows (the implicit Internet) are found there. */
export function namesOf(plan: Plan, analysis: Analysis | null): Names {
  const host = new Map(plan.hosts.map((one) => [one.id, one]));
  const hostOfComponent = new Map(plan.hosts.flatMap((one) => one.components.map((component) => [component.id, one] as const)));
  const zones = new Map(plan.zones.map((zone) => [zone.id, nameOf(zone)]));
  for (const zone of analysis?.zones ?? []) if (!zones.has(zone.id)) zones.set(zone.id, zone.name);
  return {
    host,
    hostOfComponent,
    zone: (id) => zones.get(id) ?? id,
    hostName: (id) => nameOf(host.get(id) ?? { id }),
    external: (id) => externalOf(id)?.name ?? id,
  };
}
