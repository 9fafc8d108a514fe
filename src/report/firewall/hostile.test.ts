import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { readPlan } from '../../model/gate.ts';
import { STYLES } from './styles.ts';

/**
 * A plan is untrusted: its names must not become rules or code. Every line of every output is read by a grammar that has room for the
 * allowlists alone, and there are as many permits as where everything has an ordinary name.
 */
const NAMES = 10_000;
const NAMES_A_PLAN = 100;

const ATTACKS = [
  'x"\naccept\ntcp dport 2 accept comment "y',
  '"; } } table inet evil { chain c { accept',
  "'; Remove-Item C:\\ -Recurse; '",
  '\u2019; Invoke-Expression $env:X; \u2018',
  '$(reboot)',
  '`reboot`',
  '$' + '{file("/etc/shadow")}',
  '%{ for x in y }',
  '"\n}\nresource "null_resource" "x" {\n',
  '<<EOT',
  '-j ACCEPT',
  '--jump ACCEPT',
  '\r\n-A FORWARD -j ACCEPT',
  '\u2028-A FORWARD -j ACCEPT',
  '\\\nset rulebase security rules any action allow',
  '"\nend\nconfig firewall policy\nedit 1\nset action accept\nnext\nend',
  'any',
  'all',
  'accept',
  '@inside_4',
  '?',
  '#',
  '*/',
  '../../etc/passwd',
  '-rf',
  '\u202egnp.exe',
  '\u0000',
  '𝐚𝐜𝐜𝐞𝐩𝐭',
  '＂；accept',
  '[ any ]',
  'x'.repeat(300),
  '',
];

/** Numbers that follow from the seed alone. */
function makePick(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

function hostileText(pick: (below: number) => number): string {
  const piece = () => {
    const kind = pick(3);
    if (kind === 0) return ATTACKS[pick(ATTACKS.length)] ?? '';
    const length = 1 + pick(8);
    const character = () => (kind === 1 ? pick(128) : [pick(0x2100), 0x2000 + pick(0x70), 0xff00 + pick(0x60)][pick(3)]) ?? 0;
    return Array.from({ length }, () => String.fromCodePoint(character())).join('');
  };
  return Array.from({ length: 1 + pick(3) }, piece).join('');
}

/** The same plan each time, but for its names: as they come from `text`. */
function planOf(text: () => string): unknown {
  const zones = ['internet', 'dmz', 'core', 'office'];
  const hosts = zones.flatMap((zone, at) =>
    Array.from({ length: 7 }, (_, number) => ({
      id: `${zone}-${number}`,
      name: text(),
      zone,
      addresses:
        zone === 'internet' && number === 0
          ? []
          : [`10.${at}.0.${number * 8 + 1}`, ...(number < 3 ? [`2001:db8:${at}::${number + 1}`] : [])],
    })),
  );
  const services = [
    { protocol: 'tcp', ports: '443,8000-8010' },
    { protocol: 'udp', ports: '53' },
    { protocol: 'icmp', icmpType: 8 },
    { protocol: 'esp' },
  ];
  return {
    format: 'portolan.plan',
    version: 1,
    title: text(),
    revision: text(),
    zones: zones.map((id) => ({ id, name: text(), kind: id === 'internet' ? 'internet' : 'internal' })),
    firewalls: [{ id: 'fw', name: text() }],
    boundaries: [
      { id: 'b1', name: text(), between: ['internet', 'dmz'], firewall: 'fw' },
      { id: 'b2', name: text(), between: ['dmz', 'core'] },
      { id: 'b3', name: text(), between: ['core', 'office'], firewall: 'fw' },
    ],
    hosts,
    requirements: Array.from({ length: 62 }, (_, at) => ({
      id: `r${at}`,
      from: [{ host: hosts[(at * 5) % 28]?.id }, ...(at % 4 === 0 ? [{ host: hosts[(at * 3 + 1) % 28]?.id }] : [])],
      to: at % 9 === 0 ? [{ fqdn: 'www.example.org' }] : [{ host: hosts[(at * 11 + 9) % 28]?.id }],
      service: services[at % 4],
      purpose: text(),
      phase: at % 7 === 0 ? 'install' : 'operation',
    })),
  };
}

function render(plan: unknown) {
  const read = readPlan(plan);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  const analysis = analyze(read.plan, []);
  return new Map(
    STYLES.map((style) => [
      style.id,
      style.render({ plan: read.plan, analysis, date: null, remove: false }).files.map((file) => file.text),
    ]),
  );
}

const FREE = '[A-Za-z0-9 _.,:()/-]';
const NAME = '[A-Za-z0-9][A-Za-z0-9_.-]*';
const ADDRESS = '[0-9a-f.:]+(?:[/-][0-9a-f.:]+)?';
const WORD = '[A-Za-z][A-Za-z0-9_.-]*';
const OBJECT = 'pl-[A-Za-z0-9_.-]{1,57}';
const PORTS = '[0-9]+(?:[-:][0-9]+)?(?:,[0-9]+(?:[-:][0-9]+)?)*';

/** Whole lines a format may have, beside comments and empty ones. The first form is that of a permit. */
const GRAMMARS: Readonly<Record<string, readonly string[]>> = {
  nftables: [
    `    (?:ip6?|meta) [ a-z0-9!=@_A-Z.-]+ (?:(?:tcp|udp) dport|icmp(?:v6)? type|meta l4proto|ip6 nexthdr) (?:[0-9a-z-]+|\\{ [0-9, -]+ \\}) accept comment "${FREE}{0,128}"`,
    '(?:delete )?table inet portolan(?: \\{)?',
    `  set (?:a_[A-Za-z0-9_.-]{1,58}|inside_[46]) \\{`,
    '    type ipv[46]_addr',
    '    flags interval',
    `    elements = \\{ ${ADDRESS}(?:,| \\})`,
    ` {17}${ADDRESS}(?:,| \\})`,
    '  chain forward \\{',
    '    type filter hook forward priority filter; policy drop;',
    '    ct state (?:invalid drop|established,related accept)',
    '(?:  )?\\}',
  ],
  iptables: [
    `-A (?:portolan|p-[0-9a-f]{20})(?: -[sd] ${ADDRESS}| -m iprange --(?:src|dst)-range ${ADDRESS})*(?: -p [a-z0-9]+| -m ah)?(?: -m multiport)?(?: --dports? ${PORTS}| --icmp(?:v6)?-type [0-9]+)? -m comment --comment "${FREE}{0,120}" -j (?:ACCEPT|(?:from|to|in)-internet|p-[0-9a-f]{20})`,
    '\\*filter',
    'COMMIT',
    ':FORWARD DROP \\[0:0\\]',
    ':(?:portolan|(?:from|to|in)-internet|p-[0-9a-f]{20}) - \\[0:0\\]',
    '-F FORWARD',
    '-A FORWARD (?:-m conntrack --ctstate (?:INVALID -j DROP|RELATED,ESTABLISHED -j ACCEPT)|-j portolan)',
    `-A (?:from|to|in)-internet (?:-[sd] ${ADDRESS} -j RETURN|-m iprange --(?:src|dst)-range ${ADDRESS} -j RETURN|-j ACCEPT)`,
  ],
  windows: [
    `New-NetFirewallRule -Name 'portolan-[0-9a-f]{20}' -DisplayName '${FREE}*' -Group 'Portolan-[0-9a-f]{12}' -Description '${FREE}*' -Direction (?:In|Out)bound -Action Allow -Enabled True -Profile Any -RemoteAddress '${ADDRESS}'(?:,'${ADDRESS}')* -Protocol [A-Za-z0-9]+(?: -(?:(?:Local|Remote)Port|IcmpType) '[0-9-]+'(?:,'[0-9-]+')*)?`,
    "\\$ErrorActionPreference = 'Stop'",
    "Get-NetFirewallRule -Group 'Portolan-[0-9a-f]{12}' -ErrorAction SilentlyContinue \\| Remove-NetFirewallRule",
  ],
  panos: [
    `set rulebase security rules pl-[0-9a-zA-Z-]{1,40} (?:(?:from|to) ${NAME}|(?:source|destination) (?:any|\\[(?: pl-[A-Za-z0-9_.-]+)+ \\])|service \\[(?: pl-[A-Za-z0-9_.-]+)+ \\]|application any|action allow|description "${FREE}+")`,
    `set address pl-[A-Za-z0-9_.-]{1,60} (?:ip-netmask ${ADDRESS}|ip-range ${ADDRESS}|fqdn [a-z0-9.-]+|description "${FREE}+")`,
    'set address-group pl-[A-Za-z0-9_.-]{1,60} static \\[(?: pl-[A-Za-z0-9_.-]+)+ \\]',
    `set service pl-[A-Za-z0-9_.-]{1,60} protocol (?:tcp|udp) port ${PORTS}`,
  ],
  asa: [
    `access-list pl_in_${NAME} extended permit object-group plr-[0-9a-zA-Z-]{1,40}-p object-group plr-[0-9a-zA-Z-]{1,40}-s object-group plr-[0-9a-zA-Z-]{1,40}-d`,
    `access-list pl_in_${NAME} remark [A-Za-z0-9]${FREE}{0,99}`,
    `! ${FREE}{1,160}`,
    'object network pl-[A-Za-z0-9_.-]{1,61}',
    'object-group (?:network plr-[0-9a-zA-Z-]{1,40}-[sd]|service plr-[0-9a-zA-Z-]{1,40}-p)',
    ' network-object (?:object pl-[A-Za-z0-9_.-]{1,61}|host [0-9a-f:]+|[0-9a-f:]+/[0-9]+)',
    ' (?:host [0-9.]+|subnet [0-9.]+ [0-9.]+|range [0-9.]+ [0-9.]+|fqdn v[46] [a-z0-9.-]+)',
    ' service-object (?:(?:tcp|udp) destination (?:eq [0-9]+|range [0-9]+ [0-9]+)|icmp6?(?: [0-9]+)?|[0-9]+)',
  ],
  junos: [
    `set security policies from-zone ${NAME} to-zone ${NAME} policy pl-[0-9a-zA-Z-]{1,40} then permit`,
    `set security policies from-zone ${NAME} to-zone ${NAME} policy pl-[0-9a-zA-Z-]{1,40} (?:match (?:(?:source|destination)-address (?:any-ipv[46]|pl-[A-Za-z0-9_.-]{1,60})|application pl-[A-Za-z0-9_.-]{1,60})|description "${FREE}+")`,
    `set security address-book global address pl-[A-Za-z0-9_.-]{1,60} (?:[0-9a-f.:]+/[0-9]+|range-address [0-9a-f.:]+ to [0-9a-f.:]+|dns-name [a-z0-9.-]+ ipv[46]-only|description "${FREE}+")`,
    'set security address-book global address-set pl-[A-Za-z0-9_.-]{1,60} address pl-[A-Za-z0-9_.-]{1,60}',
    'set applications application pl-[A-Za-z0-9_.-]{1,60} term t[0-9]+ protocol (?:(?:tcp|udp) destination-port [0-9-]+|icmp6?(?: icmp6?-type [0-9]+)?|[0-9]+)',
  ],
  checkpoint: [
    `m add access-rule layer "\\$LAYER" position\\.top '${OBJECT}' name 'pl-[0-9a-zA-Z-]{1,40}'(?: (?:source|destination)\\.[0-9]+ '(?:${OBJECT}|\\.[a-z0-9.-]+)')+(?: service\\.[0-9]+ '${OBJECT}')+ action 'Accept' comments '[A-Za-z0-9]${FREE}*'`,
    `m add access-section layer "\\$LAYER" position top name '${OBJECT}'`,
    `if there access-section layer "\\$LAYER" name '${OBJECT}'; then echo 'The section is there already' >&2; exit 1; fi`,
    `add (?:host name '${OBJECT}' ip-address '[0-9a-f.:]+'|network name '${OBJECT}' subnet '[0-9a-f.:]+' mask-length '[0-9]+'|address-range name '${OBJECT}' ip-address-first '[0-9a-f.:]+' ip-address-last '[0-9a-f.:]+'|group name '${OBJECT}'(?: members\\.[0-9]+ '${OBJECT}')+) comments 'Portolan${FREE}*'`,
    `add service-(?:tcp|udp) name '${OBJECT}' port '[0-9-]+'(?: accept-replies true)? match-for-any false`,
    `add service-icmp6? name '${OBJECT}' icmp-type '[0-9]+'`,
    `add service-other name '${OBJECT}' ip-protocol '[0-9]+' accept-replies true match-for-any false`,
    "domain '\\.[a-z0-9.-]+'",
  ],
  fortigate: [
    '        set action accept',
    'config firewall (?:address6?|addrgrp6?|service custom|policy)',
    '    edit (?:"pl-[A-Za-z0-9_.-]{1,76}"|[0-9]{10})',
    '    next',
    'end',
    '        set type (?:ipmask|ipprefix|iprange|fqdn)',
    `        set (?:subnet [0-9.]+ [0-9.]+|ip6 ${ADDRESS}|(?:start|end)-ip [0-9a-f.:]+)`,
    '        set fqdn "[*a-z0-9.-]+"',
    `        set comments? "${FREE}+"`,
    '        set (?:member|[sd](?:rc|st)addr6?|service)(?: "(?:pl-[A-Za-z0-9_.-]+|all)")+',
    '        set protocol (?:TCP/UDP/SCTP|IP|ICMP6?)',
    '        set (?:protocol-number|icmptype) [0-9]+',
    '        set (?:tcp|udp)-portrange [0-9 -]+',
    '        set name "pl-[0-9a-zA-Z-]{1,32}"',
    `        set (?:src|dst)intf "${NAME}"`,
    '        set schedule "always"',
  ],
  aerleon: [
    '      - name: "pl-[0-9a-zA-Z-]{1,45}"',
    '(?:filters|networks|services):',
    '  PL_[A-Za-z0-9_-]{1,57}:',
    '    values:',
    '      - address: "[0-9a-f.:]+/[0-9]+"',
    '    - port: "[0-9-]+"',
    '      protocol: "(?:tcp|udp)"',
    '  - header:',
    `      (?:  )?comment: "${FREE}+"`,
    '      targets:',
    `        srx: "from-zone ${WORD} to-zone ${WORD}"`,
    '    terms:',
    '        (?:source|destination)-address: \\["PL_[A-Za-z0-9_-]+"(?:, "PL_[A-Za-z0-9_-]+")*\\]',
    '        destination-port: \\["PL_(?:TCP|UDP)_[0-9-]+"(?:, "PL_(?:TCP|UDP)_[0-9-]+")*\\]',
    '        icmp-type: \\["[a-z-]+"(?:, "[a-z-]+")*\\]',
    '        protocol: "[a-z0-9]+"',
    '        action: "accept"',
  ],
  'terraform-aws': [
    'resource "aws_vpc_security_group_(?:in|e)gress_rule" "pl_[A-Za-z0-9_-]+" \\{',
    'resource "aws_security_group" "pl_[A-Za-z0-9_-]+" \\{',
    'variable "vpc_id" \\{',
    '\\}',
    `  (?:description|name|ip_protocol|cidr_ipv[46]) += "${FREE}*"`,
    '  (?:vpc_id|security_group_id|type|from_port|to_port) += [A-Za-z0-9_.-]+',
  ],
  'terraform-gcp': [
    'resource "google_compute_firewall" "pl-[a-z0-9-]{1,60}" \\{',
    'variable "network_[A-Za-z0-9_-]+" \\{',
    '  allow \\{',
    '(?:  )?\\}',
    `  (?:name|description|direction) += "${FREE}*"`,
    '  (?:network += var\\.network_[A-Za-z0-9_-]+|priority += 1000|type += string)',
    `  (?:source|destination)_ranges += \\["${ADDRESS}"(?:, "${ADDRESS}")*\\]`,
    '    protocol += "[a-z0-9]+"',
    '    ports += \\["[0-9-]+"(?:, "[0-9-]+")*\\]',
  ],
  'terraform-azure': [
    'resource "azurerm_network_security_rule" "pl_[A-Za-z0-9_-]+" \\{',
    'resource "azurerm_network_security_group" "pl_[A-Za-z0-9_-]+" \\{',
    'variable "(?:location|resource_group_name)" \\{',
    '\\}',
    `  (?:description|name|direction|access|protocol|[a-z_]+_address_prefix|[a-z_]+_port_range) += "(?:${FREE}*|\\*)"`,
    `  [a-z_]+_(?:prefixes|ranges) += \\["${ADDRESS}"(?:, "${ADDRESS}")*\\]`,
    '  (?:network_security_group_name|location|resource_group_name|priority|type) += [A-Za-z0-9_.-]+',
  ],
};

describe('hostile names', () => {
  const benign = render(planOf(() => 'ordinary'));
  const seen = new Map<string, number>();

  it('become neither rules nor code, in any style', () => {
    const pick = makePick(20260131);
    for (let plan = 0; plan < NAMES / NAMES_A_PLAN; plan += 1) {
      let made = 0;
      const outputs = render(
        planOf(() => {
          made += 1;
          return hostileText(pick);
        }),
      );
      expect(made).toBeGreaterThanOrEqual(NAMES_A_PLAN);
      for (const [style, texts] of outputs) {
        const strange = texts.flatMap((text) => linesOf(text).filter((line) => !isExpected(style, line)));
        expect(strange, style).toEqual([]);
        expect(permitsIn(style, texts), style).toBe(permitsIn(style, benign.get(style) ?? []));
        seen.set(style, (seen.get(style) ?? 0) + 1);
      }
    }
    expect([...seen.keys()].sort()).toEqual(STYLES.map((style) => style.id).sort());
  }, 300_000);

  it('would be noticed', () => {
    expect(isExpected('nftables', '    tcp dport 2 accept')).toBe(false);
    expect(isExpected('nftables', '    accept')).toBe(false);
    expect(isExpected('nftables', '# a "quoted" comment')).toBe(false);
    expect(isExpected('windows', "New-NetFirewallRule -Name 'x'; reboot")).toBe(false);
    expect(isExpected('tests', "tcp '10.0.0.1' '443' 'x'; reboot")).toBe(false);
    expect(isExpected('checkpoint', "add host name 'pl-x' ip-address '10.0.0.1' comments 'Portolan x'; reboot'")).toBe(false);
    expect(isExpected('terraform-aws', '  description = "$' + '{x}"')).toBe(false);
  });
});

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line !== '');
}

const compiled = new Map(Object.entries(GRAMMARS).map(([style, forms]) => [style, forms.map((form) => new RegExp(`^${form}$`))]));
const COMMENT = new RegExp(`^# ${FREE}{1,160}$`);
const ATTEMPT = new RegExp(
  `^(?:(?:tcp|udp) '[0-9a-z.:-]+' '[0-9]+'|ping[46] '[0-9a-z.:-]+'|Test-(?:Tcp|Udp) '[0-9a-z.:-]+' [0-9]+|Test-Echo '[0-9a-z.:-]+') '${FREE}+'$`,
);
/** What surrounds the lines that come from the plan: the same in every script. */
const FRAMES = new Map(
  ['tests', 'checkpoint'].map((style): [string, ReadonlySet<string>] => [
    style,
    new Set(
      (render(planOf(() => 'ordinary')).get(style) ?? []).flatMap((text) => linesOf(text).filter((line) => !isFromPlan(style, line))),
    ),
  ]),
);

function isExpected(style: string, line: string): boolean {
  return isFromPlan(style, line) || (FRAMES.get(style)?.has(line) ?? false);
}

function isFromPlan(style: string, line: string): boolean {
  if (COMMENT.test(line)) return true;
  return style === 'tests' ? ATTEMPT.test(line) : (compiled.get(style) ?? []).some((form) => form.test(line));
}

function permitsIn(style: string, texts: readonly string[]): number {
  const form = style === 'tests' ? ATTEMPT : compiled.get(style)?.[0];
  return texts.flatMap(linesOf).filter((line) => form?.test(line)).length;
}
