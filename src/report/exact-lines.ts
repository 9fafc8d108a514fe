import { endId } from '../engine/opening-content.ts';
import { type Flow, isNamed, type Opening, type OpeningEnd, type OpeningService } from '../engine/result.ts';
import { formatPorts, parsePorts, subtractRanges } from '../model/ports.ts';

/** One line that an opening stands for: one source, one destination, one unbroken service, and the flows that need exactly that. */
export interface ExactLine {
  readonly source: OpeningEnd;
  readonly destination: OpeningEnd;
  readonly service: OpeningService;
  readonly flows: readonly Flow[];
}

/** The lines that an opening was merged from, in its own order: every source to every destination over every service. `flows` are the opening's. */
export function exactLines(opening: Opening, flows: readonly Flow[]): ExactLine[] {
  const byPair = new Map<string, Flow[]>();
  for (const flow of flows) {
    const key = pairKey(flowEndId(flow.from), flowEndId(flow.to));
    byPair.set(key, [...(byPair.get(key) ?? []), flow]);
  }
  const services = opening.services.flatMap(unbroken);
  return opening.sources.flatMap((source) =>
    opening.destinations.flatMap((destination) => {
      const own = byPair.get(pairKey(endId(source), endId(destination))) ?? [];
      return services.map((service) => ({ source, destination, service, flows: own.filter((flow) => uses(flow, service)) }));
    }),
  );
}

/** How many lines an opening was merged from. */
export function countExactLines({ sources, destinations, services }: Opening): number {
  return sources.length * destinations.length * services.flatMap(unbroken).length;
}

const pairKey = (from: string, to: string) => JSON.stringify([from, to]);

/** A flow's end as an opening names it. */
function flowEndId(end: Flow['from'] | Flow['to']): string {
  if (isNamed(end)) return endId({ external: end.external, fqdns: end.fqdns });
  if (end.host !== null) return endId({ host: end.host, addresses: [] });
  return endId(end.cidr === undefined ? { zone: end.zone, addresses: [] } : { cidr: end.cidr, addresses: [] });
}

function unbroken(service: OpeningService): OpeningService[] {
  const ranges = service.ports === '' ? null : parsePorts(service.ports);
  return ranges === null ? [service] : ranges.map((range) => ({ ...service, ports: formatPorts([range]) }));
}

function uses(flow: Flow, { protocol, ports, icmpType }: OpeningService): boolean {
  if (flow.protocol !== protocol) return false;
  if (ports === '') return flow.icmpType === null || icmpType === null || flow.icmpType === icmpType;
  const wanted = parsePorts(ports) ?? [];
  return formatPorts(subtractRanges(wanted, parsePorts(flow.ports) ?? [])) !== formatPorts(wanted);
}
