import { byCodeUnit } from '../model/order.ts';
import { peersOf } from './ends.ts';
import type { RoutedFlow } from './flows.ts';
import type { HostRule, HostRules } from './result.ts';

/** The inbound and outbound rules each host needs itself. Local, tunnelled and waived flows need none; unrouted ones keep theirs. */
export function hostRules(flows: readonly RoutedFlow[]): HostRules[] {
  const hosts = new Map<string, { inbound: HostRule[]; outbound: HostRule[] }>();
  const of = (host: string) => {
    const known = hosts.get(host);
    if (known) return known;
    const fresh = { inbound: [], outbound: [] };
    hosts.set(host, fresh);
    return fresh;
  };
  for (const { draft, flow } of flows) {
    if (flow.waived || flow.scope === 'local' || flow.scope === 'tunnelled') continue;
    const rule = (peer: string, process: string | null): HostRule => ({
      flow: flow.id,
      peer,
      protocol: flow.protocol,
      ports: flow.ports,
      icmpType: flow.icmpType,
      process,
    });
    if (draft.from.host) for (const peer of peersOf(draft.to)) of(draft.from.host.id).outbound.push(rule(peer, flow.process.from));
    if (draft.to.host) for (const peer of peersOf(draft.from)) of(draft.to.host.id).inbound.push(rule(peer, flow.process.to));
  }
  return [...hosts.entries()].sort(([a], [b]) => byCodeUnit(a, b)).map(([host, rules]) => ({ host, ...rules }));
}
