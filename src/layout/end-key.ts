import { type FlowEnd, isNamed } from '../engine/result.ts';

/**
 * Names one end of an edge: `host:ts1`, `external:tanium/content`, `fqdn:mirror.example.org`, `zone:core`, `network:core|10.0.0.0/8`.
 * The kind in front keeps ids of the plan and references of catalogs apart.
 */
export type EndKey = string;

/** The key of the end of a flow, by which edges join ends. Components of one host share it. */
export function endKeyOf(end: FlowEnd): EndKey {
  if (isNamed(end)) return end.external === null ? `fqdn:${end.fqdns.join(',')}` : `external:${end.external}`;
  if (end.host !== null) return `host:${end.host}`;
  return end.cidr === undefined ? `zone:${end.zone}` : `network:${end.zone}|${end.cidr}`;
}
