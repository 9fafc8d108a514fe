import type { Protocol } from '../model/plan.ts';
import { parsePorts } from '../model/ports.ts';

/** Service names of the IANA registry for ports that catalogs and firewall teams meet often. */
const REGISTERED: Readonly<Record<string, string>> = {
  'tcp 21': 'ftp',
  'tcp 22': 'ssh',
  'tcp 25': 'smtp',
  'tcp 49': 'tacacs',
  'udp 49': 'tacacs',
  'tcp 53': 'domain',
  'udp 53': 'domain',
  'tcp 80': 'http',
  'tcp 88': 'kerberos',
  'udp 88': 'kerberos',
  'tcp 111': 'sunrpc',
  'udp 111': 'sunrpc',
  'udp 123': 'ntp',
  'tcp 135': 'epmap',
  'tcp 139': 'netbios-ssn',
  'udp 161': 'snmp',
  'udp 162': 'snmptrap',
  'tcp 389': 'ldap',
  'udp 389': 'ldap',
  'tcp 443': 'https',
  'udp 443': 'https',
  'tcp 445': 'microsoft-ds',
  'udp 500': 'isakmp',
  'udp 514': 'syslog',
  'tcp 587': 'submission',
  'tcp 636': 'ldaps',
  'tcp 1433': 'ms-sql-s',
  'udp 1812': 'radius',
  'udp 1813': 'radius-acct',
  'tcp 2049': 'nfs',
  'udp 2049': 'nfs',
  'tcp 3306': 'mysql',
  'udp 3478': 'stun',
  'tcp 3389': 'ms-wbt-server',
  'udp 4500': 'ipsec-nat-t',
  'tcp 5432': 'postgresql',
  'tcp 8080': 'http-alt',
};

/**
 * One name per port or range: the registered one, else protocol and number such as `udp-34322-34323`.
 * Protocols without ports are their own name.
 */
export function serviceNames(protocol: Protocol | 'icmpv6', ports: string, icmpTypes: readonly (number | null)[] = []): string[] {
  if (protocol === 'icmp' || protocol === 'icmpv6') return icmpTypes.map((type) => (type === null ? protocol : `${protocol}-type-${type}`));
  if (typeof protocol === 'number') return [`ip-protocol-${protocol}`];
  if (ports === '') return [protocol];
  return (parsePorts(ports) ?? []).map(({ low, high }) => {
    if (low !== high) return `${protocol}-${low}-${high}`;
    const registered = `${protocol} ${low}`;
    return Object.hasOwn(REGISTERED, registered) ? (REGISTERED[registered] as string) : `${protocol}-${low}`;
  });
}
