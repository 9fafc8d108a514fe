import type { OpeningService } from '../../engine/result.ts';
import { formatPorts, joinRanges, type PortRange, parsePorts } from '../../model/ports.ts';
import { ICMPV6_TYPES } from '../opening-lines.ts';
import type { Family } from './addresses.ts';
import type { Capabilities } from './style.ts';

/** A service as a rule for one address family has it. `types` null is every ICMP type. */
export type RuleService =
  | { readonly kind: 'ports'; readonly protocol: 'tcp' | 'udp'; readonly ports: readonly PortRange[] }
  | { readonly kind: 'icmp'; readonly types: readonly number[] | null }
  | { readonly kind: 'protocol'; readonly number: number };

/** What becomes of services in one family: those to write, and those that cannot be written with the reason. */
export interface FamilyServices {
  readonly services: readonly RuleService[];
  readonly refused: readonly { readonly what: string; readonly reason: string }[];
}

const NUMBERS: Readonly<Record<string, number>> = { esp: 50, ah: 51, gre: 47 };

/** Numbers that stand for IPv6 extension headers: what follows them is the protocol. */
const EXTENSION_HEADERS: ReadonlySet<number> = new Set([0, 43, 44, 59, 60, 135, 139, 140]);

/** The services of an opening for one family, one entry for TCP, UDP and ICMP each, with what the style cannot say apart. */
export function servicesOf(list: readonly OpeningService[], family: Family, capabilities: Capabilities): FamilyServices {
  const services: RuleService[] = [];
  const refused: { what: string; reason: string }[] = [];
  for (const protocol of ['tcp', 'udp'] as const) {
    const ports = joinRanges(list.filter((service) => service.protocol === protocol).flatMap((service) => parsePorts(service.ports) ?? []));
    if (ports.length > 0) services.push({ kind: 'ports', protocol, ports });
  }
  const icmp = list.filter((service) => service.protocol === 'icmp').map((service) => service.icmpType);
  if (icmp.length > 0) {
    const { types, lost } = icmpOf(icmp, family);
    for (const type of lost) refused.push({ what: `icmp type ${type}`, reason: 'the type has no counterpart in ICMPv6' });
    if (capabilities.icmp === 'none') refused.push({ what: 'icmp', reason: 'the style has no service for ICMP' });
    else if (family === 6 && !capabilities.icmpv6) refused.push({ what: 'icmpv6', reason: 'the style has no ICMPv6' });
    else if (types !== null && types.length > 0 && capabilities.icmp === 'all')
      for (const type of types) refused.push({ what: `icmp type ${type}`, reason: 'the style could only open every ICMP type' });
    else if (types === null || types.length > 0) services.push({ kind: 'icmp', types });
  }
  const numbers = list.flatMap(({ protocol }) => (typeof protocol === 'number' ? [protocol] : (NUMBERS[protocol] ?? [])));
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const what = `IP protocol ${number}`;
    if (number === 0) refused.push({ what, reason: 'firewalls read protocol 0 as any protocol' });
    else if (family === 6 && EXTENSION_HEADERS.has(number)) refused.push({ what, reason: 'in IPv6 the number is an extension header' });
    else if (capabilities.protocols !== null && !capabilities.protocols.includes(number))
      refused.push({ what, reason: 'the style cannot name the protocol' });
    else services.push({ kind: 'protocol', number });
  }
  return { services, refused };
}

/** The service in words: `tcp 80,443`, `icmp type 8`, `IP protocol 50`. */
export function serviceText(service: RuleService, family: Family): string {
  if (service.kind === 'ports') return `${service.protocol} ${formatPorts(service.ports)}`;
  if (service.kind === 'protocol') return `IP protocol ${service.number}`;
  return `${family === 6 ? 'icmpv6' : 'icmp'} ${service.types === null ? 'any type' : `type ${service.types.join(',')}`}`;
}

function icmpOf(types: readonly (number | null)[], family: Family): { types: number[] | null; lost: number[] } {
  if (types.includes(null)) return { types: null, lost: [] };
  const known = [...new Set(types.filter((type) => type !== null))].sort((a, b) => a - b);
  if (family === 4) return { types: known, lost: [] };
  return {
    types: known.flatMap((type) => ICMPV6_TYPES.get(type) ?? []).sort((a, b) => a - b),
    lost: known.filter((type) => !ICMPV6_TYPES.has(type)),
  };
}
