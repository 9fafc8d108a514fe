import { parseAddressRange } from '../../model/address.ts';
import { formatPorts, joinRanges, type PortRange } from '../../model/ports.ts';
import { type Analysis, type Flow, isNamed, type OpeningEnd, type PlacedEnd } from '../result.ts';
import type { NaiveEnd, NaiveFlow } from './naive-flows.ts';
import { numbersOf, type PermitKey, type Permits, permitKey } from './naive-permits.ts';
import { areaOfNetwork } from './naive-requirements.ts';

/** What is in one list and not in the other, a few of each; null where both hold the same, as often. */
export function difference(expected: readonly string[], actual: readonly string[]): string | null {
  const missing = without(expected, actual);
  const extra = without(actual, expected);
  if (missing.length === 0 && extra.length === 0) return null;
  const some = (lines: readonly string[]): string =>
    lines
      .slice(0, 6)
      .map((line) => `\n    ${line}`)
      .join('') || ' none';
  return `missing (${missing.length}):${some(missing)}\n  too many (${extra.length}):${some(extra)}`;
}

function without(lines: readonly string[], taken: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const line of taken) counts.set(line, (counts.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const left = counts.get(line) ?? 0;
    counts.set(line, left - 1);
    return left <= 0;
  });
}

/** The naive engine's flows as lines. */
export function naiveFlowLines(flows: readonly NaiveFlow[]): string[] {
  return flows.map((flow) =>
    JSON.stringify([...flowHead(flow, naiveEndText(flow.from), naiveEndText(flow.to)), flow.waived, flow.via && viaOf(flow.via)]),
  );
}

/** The engine's flows as the same lines. */
export function flowLines(analysis: Analysis): string[] {
  const byId = new Map(analysis.flows.map((flow) => [flow.id, flow]));
  return analysis.flows.map((flow) => {
    const carrier = flow.via === null ? null : byId.get(flow.via);
    const via = carrier ? [carrier.rule, endText(carrier.from), toText(carrier)] : carrier === undefined ? 'unknown carrier' : null;
    return JSON.stringify([...flowHead(flow, endText(flow.from), toText(flow)), flow.waived !== null, via]);
  });
}

function flowHead(flow: Flow | NaiveFlow, from: unknown, to: unknown): unknown[] {
  const crossings = flow.crossings.map((crossing) => [crossing.boundary, crossing.firewall, crossing.fromZone, crossing.toZone]);
  return [flow.rule, from, to, flow.protocol, flow.ports, flow.icmpType, flow.phase, flow.scope, crossings];
}

function viaOf(carrier: NaiveFlow): unknown {
  return [carrier.rule, naiveEndText(carrier.from), naiveEndText(carrier.to)];
}

function naiveEndText(end: NaiveEnd): unknown {
  return [end.host, end.component, end.area?.startsWith('["zone"') ? '["zone"]' : end.area, end.external ?? end.fqdn, end.zone];
}

function endText(end: PlacedEnd): unknown {
  const area = end.host !== null ? null : end.cidr === undefined ? JSON.stringify(['zone']) : areaOfNetwork(end.cidr);
  return [end.host, end.component, area, null, end.zone];
}

function toText(flow: Flow): unknown {
  const { to } = flow;
  if (!isNamed(to)) return endText(to);
  return [null, null, null, to.external ?? to.fqdns.join(), to.zone];
}

/** What openings permit, and the tuples that stand in two of them. */
export interface OpeningPermits {
  readonly permits: Permits;
  readonly doubles: readonly string[];
}

/** What the openings permit, and the tuples that stand in two of them. */
export function openingPermits(analysis: Analysis): OpeningPermits {
  const permits: Permits = new Map();
  const doubles: string[] = [];
  for (const opening of analysis.openings) {
    for (const source of opening.sources.map(openingEnd)) {
      for (const destination of opening.destinations.map(openingEnd)) {
        for (const { protocol, ports, icmpType } of opening.services) {
          const { fromZone, toZone, phase } = opening;
          const key: PermitKey = { point: [opening.point.kind, opening.point.id], fromZone, toZone, phase, source, destination, protocol };
          const text = permitKey(key);
          const before = permits.get(text) ?? [];
          const numbers = numbersOf(protocol, ports, icmpType);
          if (before.some((a) => numbers.some((b) => a.low <= b.high && b.low <= a.high))) doubles.push(`${text} ${formatPorts(numbers)}`);
          permits.set(text, joinRanges([...before, ...numbers]));
        }
      }
    }
  }
  return { permits, doubles };
}

function openingEnd(end: OpeningEnd): string {
  if ('host' in end) return JSON.stringify(['host', end.host]);
  if ('zone' in end) return JSON.stringify(['zone', end.zone]);
  if ('cidr' in end) return JSON.stringify(['cidr', parseAddressRange(end.cidr)?.text ?? end.cidr]);
  return JSON.stringify(end.external !== null ? ['external', end.external] : ['fqdn', end.fqdns.join()]);
}

/** Permits as lines, one a key. */
export function permitLines(permits: Permits): string[] {
  return [...permits]
    .map(([key, numbers]: [string, PortRange[]]) => `${key} ${numbers.map((range) => `${range.low}-${range.high}`).join()}`)
    .sort();
}
