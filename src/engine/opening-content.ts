import { byCodeUnit } from '../model/order.ts';
import type { Opening, OpeningEnd, OpeningService } from './result.ts';

/** Where an opening stands: enforcement point and direction. */
export function directionKey({ point, fromZone, toZone }: Opening): string {
  return JSON.stringify([point.kind, point.id, fromZone, toZone]);
}

/** What an opening permits, whatever it is called. */
export function contentKey({ sources, destinations, services }: Pick<Opening, 'sources' | 'destinations' | 'services'>): string {
  return JSON.stringify([sources.map(endKey).sort(byCodeUnit), destinations.map(endKey).sort(byCodeUnit), serviceKeys(services)]);
}

/** Services as texts that compare. */
export function serviceKeys(services: readonly OpeningService[]): string[] {
  return services.map(({ protocol, ports, icmpType }) => JSON.stringify([protocol, ports, icmpType])).sort(byCodeUnit);
}

/** An end with its addresses: what a firewall sees of it. */
export function endKey(end: OpeningEnd): string {
  return JSON.stringify([endId(end), 'fqdns' in end ? end.fqdns : end.addresses]);
}

/** An end by what it is, whatever its addresses. */
export function endId(end: OpeningEnd): string {
  if ('host' in end) return JSON.stringify(['host', end.host]);
  if ('zone' in end) return JSON.stringify(['zone', end.zone]);
  if ('cidr' in end) return JSON.stringify(['cidr', end.cidr]);
  return end.external === null ? JSON.stringify(['fqdn', ...end.fqdns]) : JSON.stringify(['external', end.external]);
}
