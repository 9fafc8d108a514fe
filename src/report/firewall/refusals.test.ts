import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { readPlan } from '../../model/gate.ts';
import { junos } from './junos.ts';
import { STYLES } from './styles.ts';
import { windows } from './windows.ts';

const TO = { names: [{ fqdn: 'www.example.org' }], wildcard: [{ fqdn: '*.example.org' }], host: [{ host: 'b' }] };

const read = readPlan({
  format: 'portolan.plan',
  version: 1,
  zones: [
    { id: 'internet', kind: 'internet' },
    { id: 'core', cidrs: ['10.0.0.0/24'] },
    { id: 'dmz', cidrs: ['10.1.0.0/24'] },
  ],
  boundaries: [
    { id: 'b1', between: ['core', 'dmz'] },
    { id: 'b2', between: ['core', 'internet'] },
  ],
  hosts: [
    { id: 'a', zone: 'core', addresses: ['10.0.0.1', '2001:db8::1'] },
    { id: 'b', zone: 'dmz', addresses: ['10.1.0.1', '2001:db8:1::1'] },
  ],
  requirements: [
    { id: 'r1', to: TO.names, service: { protocol: 'tcp', ports: '443' } },
    { id: 'r2', to: TO.wildcard, service: { protocol: 'tcp', ports: '8443' } },
    { id: 'r3', to: TO.host, service: { protocol: 'icmp', icmpType: 8 } },
    { id: 'r4', to: TO.host, service: { protocol: 'esp' } },
    { id: 'r5', to: TO.host, service: { protocol: 99 } },
    { id: 'r6', to: TO.host, service: { protocol: 255 } },
    { id: 'r7', to: TO.host, service: { protocol: 'icmp', icmpType: 13 } },
  ].map((requirement) => ({ from: [{ host: 'a' }], purpose: requirement.id, ...requirement })),
});
if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
const input = { plan: read.plan, analysis: analyze(read.plan, []), date: null, remove: false };

/** What a style writes of each part of the plan, or what it calls the part where it refuses it. */
type Answers = Readonly<Record<'name' | 'wildcard' | 'echo' | 'echo6' | 'esp' | 'number' | 'last', RegExp | string>>;

const AS_ADDRESSES = { name: 'destination www.example.org', wildcard: 'destination *.example.org' };
const AT_HOSTS = { name: 'out www.example.org', wildcard: 'out *.example.org' };

const EXPECTED: Readonly<Record<string, Answers>> = {
  nftables: {
    ...AS_ADDRESSES,
    echo: /icmp type \{ 8, 13 \}/,
    echo6: /icmpv6 type 128/,
    esp: /meta l4proto 50/,
    number: /meta l4proto 99/,
    last: /meta l4proto 255/,
  },
  iptables: { ...AS_ADDRESSES, echo: /--icmp-type 8/, echo6: /--icmpv6-type 128/, esp: /-p (?:esp|50)/, number: /-p 99/, last: /-p 255/ },
  windows: {
    ...AT_HOSTS,
    echo: /ICMPv4 -IcmpType '8'/,
    echo6: /ICMPv6 -IcmpType '128'/,
    esp: /-Protocol 50/,
    number: /-Protocol 99/,
    last: /-Protocol 255/,
  },
  panos: {
    name: /fqdn www\.example\.org/,
    wildcard: AS_ADDRESSES.wildcard,
    echo: 'icmp',
    echo6: 'icmp',
    esp: 'IP protocol 50',
    number: 'IP protocol 99',
    last: 'IP protocol 255',
  },
  fortigate: {
    name: /fqdn "www\.example\.org"/,
    wildcard: /fqdn "\*\.example\.org"/,
    echo: /protocol ICMP\s+set icmptype 8/,
    echo6: /protocol ICMP6\s+set icmptype 128/,
    esp: /protocol-number 50/,
    number: /protocol-number 99/,
    last: /protocol-number 255/,
  },
  asa: {
    name: /fqdn v4 www\.example\.org/,
    wildcard: AS_ADDRESSES.wildcard,
    echo: /service-object icmp 8/,
    echo6: /service-object icmp6 128/,
    esp: /service-object 50/,
    number: /service-object 99/,
    last: 'IP protocol 255',
  },
  junos: {
    name: /dns-name www\.example\.org ipv4-only/,
    wildcard: AS_ADDRESSES.wildcard,
    echo: /protocol icmp icmp-type 8/,
    echo6: /protocol icmp6 icmp6-type 128/,
    esp: /protocol 50/,
    number: /protocol 99/,
    last: /protocol 255/,
  },
  checkpoint: {
    name: /domain '\.www\.example\.org'/,
    wildcard: AS_ADDRESSES.wildcard,
    echo: /service-icmp name 'pl-icmp-8' icmp-type '8'/,
    echo6: /service-icmp6 name 'pl-icmp6-128' icmp-type '128'/,
    esp: /ip-protocol '50'/,
    number: /ip-protocol '99'/,
    last: /ip-protocol '255'/,
  },
  'terraform-aws': {
    ...AT_HOSTS,
    echo: /ip_protocol += "icmp"\s+from_port += 8/,
    echo6: /ip_protocol += "icmpv6"\s+from_port += 128/,
    esp: /ip_protocol += "50"/,
    number: /ip_protocol += "99"/,
    last: /ip_protocol += "255"/,
  },
  'terraform-azure': {
    ...AS_ADDRESSES,
    echo: 'icmp type 8',
    echo6: 'icmpv6',
    esp: /protocol += "Esp"/,
    number: 'IP protocol 99',
    last: 'IP protocol 255',
  },
  'terraform-gcp': {
    ...AS_ADDRESSES,
    echo: 'icmp type 8',
    echo6: 'icmp type 128',
    esp: /protocol += "50"/,
    number: /protocol += "99"/,
    last: /protocol += "255"/,
  },
  aerleon: {
    ...AS_ADDRESSES,
    echo: /protocol: "icmp"\s+icmp-type: \["echo-request"/,
    echo6: /protocol: "icmpv6"\s+icmp-type: \["echo-request"/,
    esp: /protocol: "esp"/,
    number: 'IP protocol 99',
    last: 'IP protocol 255',
  },
  tests: {
    name: /www\.example\.org/,
    wildcard: AT_HOSTS.wildcard,
    echo: /ping4 '10\.1\.0\.1'/,
    echo6: /ping6 '2001:db8:1::1'/,
    esp: 'out b IP protocol 50',
    number: 'out b IP protocol 99',
    last: 'out b IP protocol 255',
  },
};

describe('what a style cannot express', () => {
  const lines = new Set([...input.analysis.openings, ...input.analysis.flows].map(({ id }) => id));

  it.each(STYLES.map((style) => [style.id, style] as const))(
    'is refused by %s with its line, and everything else is written',
    (id, style) => {
      const { files, refused } = style.render(input);
      const text = files.map((file) => file.text).join('\n');
      const told = refused.map(({ what }) => what);
      for (const [part, answer] of Object.entries(EXPECTED[id] ?? {}))
        if (typeof answer === 'string') expect(told, part).toContain(answer);
        else expect(text, part).toMatch(answer);
      expect(Object.keys(EXPECTED[id] ?? {})).toHaveLength(7);
      for (const { line, what } of refused) {
        expect(lines).toContain(line);
        expect(text).toContain(`${line} ${what.replace('*', '')}`);
      }
      // Told once, and no refused name stands anywhere but in comments.
      expect(new Set(refused.map((each) => JSON.stringify(each))).size).toBe(refused.length);
      const rules = text.split('\n').filter((line) => !/^[#!]/.test(line));
      if (typeof EXPECTED[id]?.wildcard === 'string') expect(rules.filter((line) => /[^w]\.example\.org/.test(line))).toEqual([]);
      if (typeof EXPECTED[id]?.name === 'string') expect(rules.filter((line) => line.includes('www.example.org'))).toEqual([]);
    },
  );
});

function rendered(style: typeof windows, plan: object) {
  const given = readPlan({ format: 'portolan.plan', version: 1, ...plan });
  if (!given.ok) throw new Error(`${given.error.what} at ${given.error.where}`);
  const { files, refused } = style.render({ plan: given.plan, analysis: analyze(given.plan, []), date: null, remove: false });
  return { text: files.map((file) => file.text).join('\n'), refused };
}

const roaming = {
  hosts: [
    { id: 'roam', zone: 'internet' },
    { id: 'b', zone: 'core', addresses: ['10.0.0.1'] },
  ],
  requirements: [{ id: 'r', from: [{ host: 'roam' }], to: [{ host: 'b' }], service: { protocol: 'tcp', ports: '443' } }],
};

it('Windows refuses a rule for any Internet address where the own networks leave none', () => {
  const zones = (cidrs: string[]) => ({
    zones: [
      { id: 'internet', kind: 'internet' },
      { id: 'core', cidrs },
    ],
  });
  const some = rendered(windows, { ...roaming, ...zones(['10.0.0.0/8']) });
  expect([some.text.includes('-Direction Inbound'), some.refused]).toEqual([true, []]);
  const none = rendered(windows, { ...roaming, ...zones(['0.0.0.0/1', '128.0.0.0/1']) });
  expect(none.text).not.toContain('-Direction Inbound');
  expect(none.refused.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
    'in roam: the networks of the plan leave no Internet address',
  ]);
});

it('Junos never takes a zone for the firewall itself', () => {
  const zones = [
    { id: 'internet', name: 'any', kind: 'internet' },
    { id: 'core', name: 'junos-host', cidrs: ['10.0.0.0/8'] },
  ];
  const { text } = rendered(junos, { ...roaming, zones });
  expect(text).toMatch(/from-zone any-[0-9a-f]{6} to-zone junos-host-[0-9a-f]{6} policy/);
  expect(text).not.toMatch(/zone (?:any|junos-host) /);
});
