import type {
  Crossing,
  Deviation,
  Finding,
  Flow,
  FlowEnd,
  HostRule,
  Opening,
  OpeningEnd,
  OpeningService,
  PlacedEnd,
  Subject,
} from '../engine/result.ts';
import { isNamed } from '../engine/result.ts';
import { printableJson } from '../model/printable.ts';
import type { ReportInput } from './names.ts';

// Fields are picked one by one, in the order of the contract: what the analysis carries beyond it stays inside.

/** JSON text of a report: two spaces, unseen characters escaped, a line break at the end. */
export function jsonText(value: unknown): string {
  return `${printableJson(JSON.stringify(value, null, 2))}\n`;
}

/** Every derived flow: `{flows}`. */
export function flowsJson({ analysis }: ReportInput): string {
  return jsonText({ flows: analysis.flows.map(flowRecord) });
}

/** The openings with all findings: `{openings, findings}`. */
export function openingsJson({ analysis }: ReportInput): string {
  return jsonText({ openings: analysis.openings.map(openingRecord), findings: analysis.findings.map(findingRecord) });
}

/** Host firewall rules: `{hosts}`. */
export function hostsJson({ analysis }: ReportInput): string {
  return jsonText({
    hosts: analysis.hosts.map(({ host, inbound, outbound }) => ({
      host,
      inbound: inbound.map(hostRule),
      outbound: outbound.map(hostRule),
    })),
  });
}

/** Findings: `{findings, accepted}`, those that the plan accepts apart with the reason. */
export function checkJson({ analysis }: ReportInput): string {
  return jsonText({
    findings: analysis.findings.map(findingRecord),
    accepted: analysis.accepted.map((finding) => ({ ...findingRecord(finding), reason: finding.reason })),
  });
}

/** A flow as the contract has it. */
export function flowRecord(flow: Flow) {
  return {
    id: flow.id,
    rule: flow.rule,
    from: placedEnd(flow.from),
    to: flowEnd(flow.to),
    protocol: flow.protocol,
    ports: flow.ports,
    icmpType: flow.icmpType,
    need: flow.need,
    phase: flow.phase,
    standing: flow.standing,
    purpose: flow.purpose,
    product: flow.product,
    sources: flow.sources.map(({ id, row }) => ({ id, row })),
    advice: [...flow.advice],
    crossings: flow.crossings.map(crossing),
    scope: flow.scope,
    waived: flow.waived && { reason: flow.waived.reason },
    via: flow.via,
    deviations: flow.deviations.map(deviation),
  };
}

/** An opening as the contract has it. */
export function openingRecord(opening: Opening) {
  return {
    id: opening.id,
    point: { kind: opening.point.kind, id: opening.point.id, name: opening.point.name },
    fromZone: opening.fromZone,
    toZone: opening.toZone,
    sources: opening.sources.map(openingEnd),
    destinations: opening.destinations.map(openingEnd),
    services: opening.services.map(service),
    need: opening.need,
    phase: opening.phase,
    products: [...opening.products],
    justification: opening.justification,
    orderable: opening.orderable,
    missing: opening.missing.map(subject),
    advice: [...opening.advice],
    deviations: opening.deviations.map(deviation),
    flows: [...opening.flows],
  };
}

/** A finding as the contract has it. */
export function findingRecord({ code, severity, what, why, next, subjects }: Finding) {
  return { code, severity, what, why, next, subjects: subjects.map(subject) };
}

function placedEnd({ host, component, cidr, zone }: PlacedEnd) {
  return { host, component, ...(cidr === undefined ? {} : { cidr }), zone };
}

function flowEnd(end: FlowEnd) {
  return isNamed(end) ? { external: end.external, fqdns: [...end.fqdns], zone: end.zone } : placedEnd(end);
}

function crossing({ boundary, firewall, fromZone, toZone }: Crossing) {
  return { boundary, firewall, fromZone, toZone };
}

function openingEnd(end: OpeningEnd) {
  if ('host' in end) return { host: end.host, addresses: [...end.addresses] };
  if ('zone' in end) return { zone: end.zone, addresses: [...end.addresses] };
  if ('cidr' in end) return { cidr: end.cidr, addresses: [...end.addresses] };
  return { external: end.external, fqdns: [...end.fqdns] };
}

/** Only ICMP carries a type. */
function service({ protocol, ports, icmpType }: OpeningService) {
  return protocol === 'icmp' ? { protocol, ports, icmpType } : { protocol, ports };
}

function hostRule({ flow, peer, protocol, ports, icmpType, process }: HostRule) {
  return { flow, peer, protocol, ports, icmpType, process };
}

function deviation({ component, setting, default: fallback }: Deviation) {
  return { component, setting, default: fallback };
}

function subject({ kind, id }: Subject) {
  return { kind, id };
}
