import type { Flow, HostRule, Opening } from '../engine/result.ts';
import { isNamed } from '../engine/result.ts';
import type { Citation } from '../model/catalog.ts';
import { cell, csvTable, joined } from './csv-table.ts';
import { makeNames, type Names, type ReportInput } from './names.ts';
import { type OpeningLine, openingLines } from './opening-lines.ts';

/** Columns of the rule sheet, in order. Part of the contract: may be added to, never renamed. */
export const OPENING_COLUMNS = [
  'rule_id',
  'action',
  'firewall',
  'boundary',
  'from_zone',
  'to_zone',
  'source',
  'source_address',
  'destination',
  'destination_address',
  'protocol',
  'ports',
  'service',
  'need',
  'phase',
  'justification',
  'products',
  'sources',
  'flow_ids',
  'deviation',
  'remarks',
] as const;
export type OpeningColumn = (typeof OPENING_COLUMNS)[number];

const FLOW_COLUMNS = [
  'flow_id',
  'rule',
  'from_host',
  'from_component',
  'from_zone',
  'to_host',
  'to_component',
  'to_external',
  'to_fqdns',
  'to_zone',
  'protocol',
  'ports',
  'need',
  'phase',
  'standing',
  'purpose',
  'product',
  'sources',
  'advice',
  'scope',
  'boundaries',
  'firewalls',
  'waived',
  'waiver_reason',
  'via',
  'deviation',
] as const;

const HOST_COLUMNS = ['host', 'direction', 'peer', 'protocol', 'ports', 'process', 'flow_id'] as const;

export type Action = 'add' | 'change' | 'remove';

/** The rule sheet as CSV. */
export function openingsCsv(input: ReportInput): string {
  return csvTable(OPENING_COLUMNS, openingRows(input, input.analysis.openings, 'add'));
}

/** Rows of the rule sheet for some openings of an analysis; every cell is safe to write. */
export function openingRows(input: ReportInput, openings: readonly Opening[], action: Action): Record<OpeningColumn, string>[] {
  const names = makeNames(input);
  const flows = new Map(input.analysis.flows.map((flow) => [flow.id, flow]));
  return openings.flatMap((opening) =>
    openingValues(opening, openingLines(opening, names, flows), { names, flows }).map((values) => {
      const cells = Object.entries({ ...values, action: [action] }).map(([column, texts]) => [column, joined(texts)]);
      return Object.fromEntries(cells) as Record<OpeningColumn, string>;
    }),
  );
}

/** The values of every line of an opening, as they are: not yet joined, nor safe for any format. The action is none of them. */
export function openingValues(
  opening: Opening,
  lines: readonly OpeningLine[],
  { names, flows }: { readonly names: Names; readonly flows: ReadonlyMap<string, Flow> },
): Record<Exclude<OpeningColumn, 'action'>, readonly string[]>[] {
  const own = opening.flows.flatMap((id) => flows.get(id) ?? []);
  const common = {
    rule_id: [opening.id],
    firewall: opening.point.kind === 'firewall' ? [names.point(opening.point)] : [],
    boundary: boundariesOf(opening, names),
    from_zone: [names.zone(opening.fromZone)],
    to_zone: [names.zone(opening.toZone)],
    need: [opening.need],
    phase: [opening.phase],
    justification: opening.justification.split('; '),
    products: opening.products,
    sources: distinct(own.flatMap(citations)),
    flow_ids: opening.flows,
    deviation: distinct(opening.deviations.map(names.deviation)),
  };
  return lines.map((line) => ({
    ...common,
    source: line.sources.map((end) => end.name),
    source_address: distinct(line.sources.flatMap((end) => end.addresses)),
    destination: line.destinations.map((end) => end.name),
    destination_address: distinct(line.destinations.flatMap((end) => end.addresses)),
    protocol: [line.protocol],
    ports: line.ports.split('; '),
    service: line.services,
    remarks: line.remarks,
  }));
}

/** Every derived flow, crossing or not, as CSV. */
export function flowsCsv(input: ReportInput): string {
  const names = makeNames(input);
  return csvTable(
    FLOW_COLUMNS,
    input.analysis.flows.map((flow) => ({
      flow_id: cell(flow.id),
      rule: cell(flow.rule),
      from_host: cell(flow.from.host === null ? (flow.from.cidr ?? '') : names.host(flow.from.host)),
      from_component: cell(flow.from.component ?? ''),
      from_zone: cell(names.zone(flow.from.zone)),
      to_host: isNamed(flow.to) ? '' : cell(flow.to.host === null ? (flow.to.cidr ?? '') : names.host(flow.to.host)),
      to_component: isNamed(flow.to) ? '' : cell(flow.to.component ?? ''),
      to_external: isNamed(flow.to) ? cell(flow.to.external ?? '') : '',
      to_fqdns: isNamed(flow.to) ? joined(flow.to.fqdns) : '',
      to_zone: cell(names.zone(flow.to.zone)),
      protocol: String(flow.protocol),
      ports: portsCell(flow),
      need: flow.need,
      phase: flow.phase,
      standing: flow.standing ?? '',
      purpose: cell(flow.purpose),
      product: cell(flow.product ?? ''),
      sources: joined(citations(flow)),
      advice: joined(flow.advice),
      scope: flow.scope,
      boundaries: joined(
        flow.crossings.map(({ boundary, fromZone }) => (boundary === null ? names.zone(fromZone) : names.boundary(boundary))),
      ),
      firewalls: joined(distinct(flow.crossings.flatMap(({ firewall }) => (firewall === null ? [] : [names.firewall(firewall)])))),
      waived: flow.waived ? 'yes' : 'no',
      waiver_reason: cell(flow.waived?.reason ?? ''),
      via: cell(flow.via ?? ''),
      deviation: joined(flow.deviations.map(names.deviation)),
    })),
  );
}

/** Host firewall rules as CSV: one line a rule. */
export function hostsCsv(input: ReportInput): string {
  const names = makeNames(input);
  const hosts = new Set(input.plan.hosts.map((host) => host.id));
  const row = (host: string, direction: string, rule: HostRule) => ({
    host: cell(names.host(host)),
    direction,
    peer: cell(hosts.has(rule.peer) ? names.host(rule.peer) : rule.peer),
    protocol: String(rule.protocol),
    ports: portsCell(rule),
    process: cell(rule.process ?? ''),
    flow_id: cell(rule.flow),
  });
  return csvTable(
    HOST_COLUMNS,
    input.analysis.hosts.flatMap(({ host, inbound, outbound }) => [
      ...inbound.map((rule) => row(host, 'in', rule)),
      ...outbound.map((rule) => row(host, 'out', rule)),
    ]),
  );
}

/** Names of every boundary that the crossings of an opening pass; an inner filtering without drawn boundary has none. */
function boundariesOf(opening: Opening, names: Names): string[] {
  return distinct(opening.crossings.flatMap(({ boundary }) => (boundary === null ? [] : [names.boundary(boundary)])));
}

/** `product/source row` of each citation. */
export function citations(flow: Pick<Flow, 'product' | 'sources'>): string[] {
  return flow.sources.map((source) => citation(flow.product, source));
}

/** A citation in one text, such as `tanium/ports L70`. */
export function citation(product: string | null, { id, row }: Citation): string {
  return `${product === null ? '' : `${product}/`}${id} ${row}`;
}

/** The ports column: ports, `type 8` and the like for ICMP, nothing for other protocols. */
export function portsCell(service: Pick<Flow, 'protocol' | 'ports' | 'icmpType'>): string {
  if (service.protocol !== 'icmp') return service.ports;
  return service.icmpType === null ? 'any type' : `type ${service.icmpType}`;
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}
