import { distinct } from '../../engine/distinct.ts';
import { type Flow, type FlowEnd, type HostRule, isNamed } from '../../engine/result.ts';
import { type AddressRange, ANY_ADDRESS, parseAddressRange } from '../../model/address.ts';
import { isDomainName } from '../../model/plan.ts';
import { makeNames, oneLine } from '../names.ts';
import { type Family, joined } from './addresses.ts';
import { outsideAddresses } from './inside.ts';
import { type Party, partyProblem, speaks } from './permits.ts';
import { type RuleService, servicesOf } from './service.ts';
import type { Capabilities, FirewallInput, Refused } from './style.ts';

/** What one rule of a host's own firewall may admit: one flow, one peer, one address family, one service. */
export interface HostPermit {
  readonly flow: Flow;
  readonly direction: 'in' | 'out';
  readonly family: Family;
  readonly peer: Party;
  /** The peer's addresses of the family, ascending and joined; for any Internet address everything outside the plan. */
  readonly addresses: readonly AddressRange[];
  readonly service: RuleService;
  /** What runs at the host, where the source names it: free text. */
  readonly process: string | null;
}

/** The permits of one host, with what cannot be one. */
export interface HostPermits {
  readonly id: string;
  /** Free text. */
  readonly name: string;
  /** The host's own addresses. */
  readonly addresses: readonly AddressRange[];
  readonly permits: readonly HostPermit[];
  readonly refused: readonly Refused[];
}

/** The permits of every host that needs one, in the order of the hosts' ids. */
export function permitsOfHosts(input: FirewallInput, capabilities: Capabilities): HostPermits[] {
  const { plan, analysis } = input;
  const names = makeNames(input);
  const flows = new Map(analysis.flows.map((flow) => [flow.id, flow]));
  const hosts = new Map(distinct(plan.hosts).map((host) => [host.id, host]));
  const internet = new Set(analysis.zones.filter((zone) => zone.kind === 'internet').map((zone) => zone.id));
  const peerOf = (peer: string, end: FlowEnd): Party => {
    if (isNamed(end)) {
      const fqdns = (end.external === null ? [peer] : end.fqdns).filter(isDomainName).map((name) => name.toLowerCase());
      return party(end.external === null ? ['fqdn', peer] : ['external', end.external], oneLine(peer), { fqdns });
    }
    if (end.host === null) return party(['cidr', peer], oneLine(peer), { ranges: readAll([peer]) });
    const texts = hosts.get(end.host)?.addresses ?? [];
    const any = texts.length === 0 && internet.has(end.zone);
    return party(['host', end.host], names.host(end.host), { ranges: readAll(any ? ANY_ADDRESS : texts), any });
  };
  const outside: Readonly<Record<Family, readonly AddressRange[]>> = { 4: outsideAddresses(plan, 4), 6: outsideAddresses(plan, 6) };
  return analysis.hosts.flatMap((rules): HostPermits[] => {
    const host = hosts.get(rules.host);
    if (!host) return [];
    const refused: Refused[] = [];
    const permits: HostPermit[] = [];
    const addresses = readAll(host.addresses);
    const add = (rule: HostRule, direction: 'in' | 'out') => {
      const flow = flows.get(rule.flow);
      if (!flow) return;
      const told = new Set<string>();
      const refuse = (what: string, reason: string) => {
        if (!told.has(what + reason)) refused.push({ line: flow.id, where: names.host(host.id), what: `${direction} ${what}`, reason });
        told.add(what + reason);
      };
      const peer = peerOf(rule.peer, direction === 'in' ? flow.from : flow.to);
      const problem = partyProblem(peer, capabilities);
      if (problem !== null) return void refuse(peer.label, problem);
      const own = ([4, 6] as const).filter((family) => addresses.length === 0 || addresses.some((range) => range.family === family));
      const families = own.filter((family) => speaks(peer, family) && (family === 4 || capabilities.ipv6));
      if (families.length === 0) return void refuse(peer.label, 'host and peer share no address family');
      for (const family of families) {
        const { services, refused: lost } = servicesOf([rule], family, capabilities);
        for (const { what, reason } of lost) refuse(`${peer.label} ${what}`, reason);
        const ranges = peer.any ? outside[family] : joined(peer.ranges.filter((range) => range.family === family));
        for (const service of services) permits.push({ flow, direction, family, peer, addresses: ranges, service, process: rule.process });
      }
    };
    for (const rule of rules.inbound) add(rule, 'in');
    for (const rule of rules.outbound) add(rule, 'out');
    return [{ id: host.id, name: names.host(host.id), addresses, permits, refused }];
  });
}

function party(key: readonly string[], label: string, more: Partial<Party>): Party {
  return { key: JSON.stringify(key), label, ranges: [], fqdns: [], any: false, ...more };
}

function readAll(texts: readonly string[]): AddressRange[] {
  return texts.flatMap((text) => parseAddressRange(text) ?? []);
}
