import { formatPorts } from '../../model/ports.ts';
import { commentText } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { type HostPermit, type HostPermits, permitsOfHosts } from './host-permits.ts';
import { NOTHING_OUTSIDE } from './internet-side.ts';
import { digest } from './names.ts';
import type { FirewallInput, Refused, Rendering, Style } from './style.ts';

/**
 * Windows Defender Firewall: a PowerShell script for each host, from the host rules. Its syntax is checked against a grammar of
 * PowerShell; no Windows has run it. New-NetFirewallRule and its parameters (Protocol, LocalPort, RemotePort, RemoteAddress, IcmpType,
 * Group), Remove-NetFirewallRule: learn.microsoft.com/powershell/module/netsecurity/new-netfirewallrule and remove-netfirewallrule.
 */
export const windows: Style = {
  id: 'windows',
  title: 'Windows Defender Firewall',
  extensions: ['ps1'],
  per: 'host',
  capabilities: { names: 'none', ipv6: true, icmp: 'types', icmpv6: true, protocols: null, zones: false, stateful: true },
  removes: true,
  render,
};

const DESCRIPTION = 200;

function render(input: FirewallInput): Rendering {
  const hosts = permitsOfHosts(input, windows.capabilities).map(refuseNobody);
  return {
    files: hosts.map((host) => ({
      of: { id: host.id, name: host.name },
      extension: 'ps1',
      text: `${scriptOf(host, input).join('\r\n')}\r\n`,
    })),
    refused: input.remove ? [] : hosts.flatMap((host) => host.refused),
  };
}

/** A rule without remote address would be one for everybody. */
function refuseNobody(host: HostPermits): HostPermits {
  const nobody = host.permits.filter((permit) => permit.addresses.length === 0);
  const refused = nobody.map(({ flow, direction, peer }): Refused => {
    return { line: flow.id, where: host.name, what: `${direction} ${peer.label}`, reason: NOTHING_OUTSIDE };
  });
  return { ...host, permits: host.permits.filter((permit) => !nobody.includes(permit)), refused: [...host.refused, ...refused] };
}

function scriptOf(host: HostPermits, input: FirewallInput): string[] {
  const group = `Portolan-${digest(host.id, 12)}`;
  return [
    ...hashComments(
      headerLines(
        input,
        `${input.remove ? 'Removal of the host rules' : 'Host rules'} of ${host.name}`,
        [
          'Run as administrator. Rules of the group named below are replaced, others are left alone.',
          'Replies pass by themselves. Rules for outgoing connections matter only where those are blocked by default.',
        ],
        input.remove ? [] : host.refused,
      ),
    ),
    "$ErrorActionPreference = 'Stop'",
    `Get-NetFirewallRule -Group '${group}' -ErrorAction SilentlyContinue | Remove-NetFirewallRule`,
    ...(input.remove ? [] : host.permits.map((permit) => ruleOf(permit, group))),
  ];
}

/** Every value is of digits, address characters or the allowlist of comments: nothing to escape inside single quotation marks. */
function ruleOf(permit: HostPermit, group: string): string {
  const { flow, direction, family, addresses, process } = permit;
  const name = `portolan-${digest(JSON.stringify([flow.id, direction, family, permit.peer.key, permit.service.kind]), 20)}`;
  const shown = commentText(`Portolan ${direction} ${permit.peer.label} ${flow.purpose}`, DESCRIPTION);
  const temporary = flow.phase === 'operation' ? '' : `TEMPORARY (${flow.phase}) `;
  const description = commentText(`${flow.id} ${temporary}${flow.purpose}${process === null ? '' : `, process ${process}`}`, DESCRIPTION);
  return [
    'New-NetFirewallRule',
    `-Name '${name}'`,
    `-DisplayName '${shown}'`,
    `-Group '${group}'`,
    `-Description '${description}'`,
    `-Direction ${direction === 'in' ? 'Inbound' : 'Outbound'}`,
    '-Action Allow -Enabled True -Profile Any',
    `-RemoteAddress ${addresses.map((range) => `'${range.text}'`).join(',')}`,
    serviceParameters(permit),
  ].join(' ');
}

function serviceParameters({ service, direction, family }: HostPermit): string {
  if (service.kind === 'ports') {
    const ports = formatPorts(service.ports).split(',');
    const field = direction === 'in' ? '-LocalPort' : '-RemotePort';
    return `-Protocol ${service.protocol.toUpperCase()} ${field} ${ports.map((port) => `'${port}'`).join(',')}`;
  }
  if (service.kind === 'protocol') return `-Protocol ${service.number}`;
  const types = service.types === null ? '' : ` -IcmpType ${service.types.map((type) => `'${type}'`).join(',')}`;
  return `-Protocol ICMPv${family}${types}`;
}
