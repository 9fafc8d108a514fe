import type { PortRange } from '../../model/ports.ts';
import { endsOf } from './addresses.ts';
import { commentText } from './comment.ts';
import { hashComments, headerLines } from './header.ts';
import { type HostPermit, type HostPermits, permitsOfHosts } from './host-permits.ts';
import { serviceText } from './service.ts';
import type { FirewallFile, FirewallInput, Refused, Rendering, Style } from './style.ts';

/**
 * Scripts that try every connection a host opens, one for a shell (bash with timeout, ping) and one for PowerShell, without changing
 * anything. They tell whether TCP connects and whether an echo comes back; of UDP they can only send a packet and say so.
 */
export const connectionTests: Style = {
  id: 'tests',
  title: 'Connection tests (shell and PowerShell)',
  extensions: ['sh', 'ps1'],
  per: 'host',
  capabilities: { names: 'plain', ipv6: true, icmp: 'types', icmpv6: true, protocols: [], zones: false, stateful: true },
  removes: false,
  render,
};

const SHOWN = 120;

/** One thing to try. Nothing in it is free text but `shown`, which passed the allowlist of comments. */
interface Attempt {
  readonly kind: 'tcp' | 'udp' | 'ping';
  readonly family: 4 | 6;
  readonly target: string;
  readonly port: number;
  readonly shown: string;
}

function render(input: FirewallInput): Rendering {
  const hosts = permitsOfHosts(input, connectionTests.capabilities)
    .map((host) => ({ host, ...attemptsOf(host) }))
    .filter(({ attempts, refused }) => attempts.length + refused.length > 0);
  return {
    files: hosts.flatMap(({ host, attempts, refused }): FirewallFile[] => {
      const header = hashComments(
        headerLines(
          input,
          `Connection tests from ${host.name}`,
          ['Run on that host. Nothing is changed. The last line counts; the script ends with 1 where something is closed.'],
          refused,
        ),
      );
      const of = { id: host.id, name: host.name };
      return [
        { of, extension: 'sh', text: `${['#!/usr/bin/env bash', ...header, ...shellLines(attempts)].join('\n')}\n` },
        { of, extension: 'ps1', text: `${[...header, ...powerShellLines(attempts)].join('\r\n')}\r\n` },
      ];
    }),
    refused: hosts.flatMap(({ refused }) => refused),
  };
}

function attemptsOf(host: HostPermits): { readonly attempts: readonly Attempt[]; readonly refused: readonly Refused[] } {
  const refused = host.refused.filter((each) => each.what.startsWith('out '));
  const attempts = new Map<string, Attempt>();
  for (const permit of host.permits) {
    if (permit.direction === 'in') continue;
    const targets = targetsOf(permit);
    const what = `out ${permit.peer.label} ${serviceText(permit.service, permit.family)}`;
    const refuse = (reason: string) => refused.push({ line: permit.flow.id, where: host.name, what, reason });
    if (targets.length === 0) {
      refuse('a network or any address is no single machine to try');
      continue;
    }
    const tries = triesOf(permit);
    if (tries.length === 0) refuse('only an echo can be tried of ICMP');
    for (const target of targets)
      for (const { kind, port, note } of tries) {
        const shown = commentText(
          `${permit.flow.id} ${kind} ${target}${kind === 'ping' ? '' : ` ${port}`}${note} ${permit.peer.label}, ${permit.flow.purpose}`,
          SHOWN,
        );
        attempts.set(JSON.stringify([kind, permit.family, target, port]), { kind, family: permit.family, target, port, shown });
      }
  }
  return { attempts: [...attempts.values()], refused };
}

/** Single addresses and names; a short range counts as its first address. */
function targetsOf({ peer, addresses }: HostPermit): string[] {
  if (peer.any) return [];
  return [...addresses.filter((range) => !range.text.includes('/')).map((range) => endsOf(range)[0]), ...peer.fqdns];
}

function triesOf({ service, family }: HostPermit): { kind: Attempt['kind']; port: number; note: string }[] {
  if (service.kind === 'ports')
    return service.ports.map(({ low, high }: PortRange) => ({
      kind: service.protocol,
      port: low,
      note: low === high ? '' : ` (first of ${low}-${high})`,
    }));
  const echo = family === 4 ? 8 : 128;
  const pings = service.kind === 'icmp' && (service.types === null || service.types.includes(echo));
  return pings ? [{ kind: 'ping', port: 0, note: '' }] : [];
}

const SHELL_FRAME = [
  'open=0 closed=0 sent=0',
  'tcp() { if timeout 5 bash -c "exec 3<>/dev/tcp/$1/$2" 2>/dev/null; then yes "$3"; else no "$3"; fi; }',
  'udp() { if timeout 5 bash -c "printf x >/dev/udp/$1/$2" 2>/dev/null; then sent=$((sent + 1)); printf \'sent    %s\\n\' "$3"; else no "$3"; fi; }',
  'ping4() { if ping -4 -c 1 -W 3 "$1" >/dev/null 2>&1; then yes "$2"; else no "$2"; fi; }',
  'ping6() { if ping -6 -c 1 -W 3 "$1" >/dev/null 2>&1; then yes "$2"; else no "$2"; fi; }',
  'yes() { open=$((open + 1)); printf \'open    %s\\n\' "$1"; }',
  'no() { closed=$((closed + 1)); printf \'CLOSED  %s\\n\' "$1"; }',
];

function shellLines(attempts: readonly Attempt[]): string[] {
  return [
    ...SHELL_FRAME,
    ...attempts.map(({ kind, family, target, port, shown }) =>
      kind === 'ping' ? `ping${family} '${target}' '${shown}'` : `${kind} '${target}' '${port}' '${shown}'`,
    ),
    'printf \'%s open, %s closed, %s sent without an answer to expect\\n\' "$open" "$closed" "$sent"',
    '[ "$closed" -eq 0 ]',
  ];
}

const POWERSHELL_FRAME = [
  '$open = 0; $closed = 0; $sent = 0',
  "function Yes($Shown) { $script:open++; Write-Output ('open    ' + $Shown) }",
  "function No($Shown) { $script:closed++; Write-Output ('CLOSED  ' + $Shown) }",
  'function Test-Tcp($Target, $Port, $Shown) {',
  "  $client = New-Object System.Net.Sockets.TcpClient($(if ($Target.Contains(':')) { [System.Net.Sockets.AddressFamily]::InterNetworkV6 } else { [System.Net.Sockets.AddressFamily]::InterNetwork }))",
  '  try { if ($client.ConnectAsync($Target, $Port).Wait(5000)) { Yes $Shown } else { No $Shown } } catch { No $Shown } finally { $client.Dispose() }',
  '}',
  'function Test-Udp($Target, $Port, $Shown) {',
  "  $client = New-Object System.Net.Sockets.UdpClient($(if ($Target.Contains(':')) { [System.Net.Sockets.AddressFamily]::InterNetworkV6 } else { [System.Net.Sockets.AddressFamily]::InterNetwork }))",
  "  try { [void]$client.Send([byte[]](120), 1, $Target, $Port); $script:sent++; Write-Output ('sent    ' + $Shown) } catch { No $Shown } finally { $client.Dispose() }",
  '}',
  'function Test-Echo($Target, $Shown) { if (Test-Connection -ComputerName $Target -Count 1 -Quiet) { Yes $Shown } else { No $Shown } }',
];

function powerShellLines(attempts: readonly Attempt[]): string[] {
  return [
    ...POWERSHELL_FRAME,
    ...attempts.map(({ kind, target, port, shown }) =>
      kind === 'ping' ? `Test-Echo '${target}' '${shown}'` : `Test-${kind === 'tcp' ? 'Tcp' : 'Udp'} '${target}' ${port} '${shown}'`,
    ),
    "Write-Output ('{0} open, {1} closed, {2} sent without an answer to expect' -f $open, $closed, $sent)",
    'if ($closed -gt 0) { exit 1 }',
  ];
}
