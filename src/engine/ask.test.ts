import { describe, expect, it } from 'vitest';
import { catalogSchema } from '../model/catalog.ts';
import { planSchema } from '../model/plan.ts';
import { parsePorts } from '../model/ports.ts';
import { analyze } from './analyze.ts';
import { ask } from './ask.ts';

const catalog = catalogSchema.parse({
  product: 'post',
  name: 'Post',
  letters: 'PO',
  version: '2026.11.1',
  description: 'A product made up for this test',
  types: ['sender', 'receiver'].map((id) => ({ id, name: id, icon: 'box' })),
  externals: [{ id: 'depot', name: 'Depot', fqdns: ['*.Depot.example.org'], sources: [{ id: 'page', row: 'L1' }] }],
  rules: [
    { id: 'send', to: ['receiver'], services: [{ protocol: 'tcp', ports: '100-110' }] },
    { id: 'fetch', to: ['depot'], external: true, services: [{ protocol: 'tcp', ports: 443 }] },
  ].map((rule) => ({
    purpose: 'Sends something',
    from: ['sender'],
    standing: 'documented',
    sources: [{ id: 'page', row: 'L1' }],
    ...rule,
  })),
});

const own = (id: string, from: unknown, to: unknown, service: unknown) => ({ id, from: [from], to: [to], service });

const plan = planSchema.parse({
  format: 'portolan.plan',
  version: 1,
  zones: [
    { id: 'lan', cidrs: ['10.1.0.0/16'] },
    { id: 'core', cidrs: ['10.2.0.0/16'] },
    { id: 'internet', kind: 'internet' },
  ],
  hosts: [
    { id: 'pc', zone: 'lan', addresses: ['10.1.0.0/24'], components: [{ id: 'pc-sender', type: 'post/sender' }] },
    { id: 'srv', zone: 'core', addresses: ['10.2.0.1'], components: [{ id: 'srv-receiver', type: 'post/receiver' }] },
    { id: 'bare', zone: 'core', addresses: [] },
    { id: 'world', zone: 'internet', addresses: [] },
  ],
  requirements: [
    own('ping', { host: 'pc' }, { host: 'srv' }, { protocol: 'icmp', icmpType: 8 }),
    own('any-icmp', { host: 'srv' }, { host: 'pc' }, { protocol: 'icmp' }),
    own('vpn', { host: 'pc' }, { host: 'srv' }, { protocol: 'esp' }),
    own('site', { zone: 'lan' }, { host: 'bare' }, { protocol: 'tcp', ports: '22' }),
    own('subnet', { cidr: '10.1.7.0/24', zone: 'lan' }, { host: 'srv' }, { protocol: 'udp', ports: '53' }),
    own('public', { host: 'world' }, { host: 'srv' }, { protocol: 'tcp', ports: '80' }),
    own('name', { host: 'srv' }, { fqdn: 'mirror.example.org' }, { protocol: 'tcp', ports: '443' }),
    own('more', { host: 'pc' }, { host: 'srv' }, { protocol: 'tcp', ports: '111-120' }),
    own('left-out', { host: 'pc' }, { host: 'srv' }, { protocol: 'tcp', ports: '999' }),
  ],
  waivers: [{ rule: 'requirement/left-out', reason: 'later' }],
});
const analysis = analyze(plan, [catalog]);

/** The rules that answer, or the end that nobody knows. `tcp 443`, `icmp`, `icmp 8`. */
function answer(from: string, to: string, service: string): string[] | string {
  const [protocol = '', rest = ''] = service.split(' ');
  const icmp = protocol === 'icmp';
  const question = {
    from,
    to,
    protocol: protocol as 'tcp',
    ports: icmp || rest === '' ? [] : (parsePorts(rest) ?? []),
    icmpType: icmp && rest !== '' ? Number(rest) : null,
  };
  const found = ask(plan, analysis, new Set(['post/depot']), question);
  if ('unknown' in found) return `unknown ${found.unknown}`;
  expect(found.required).toBe(found.flows.length > 0);
  const ids = new Set(found.flows.map((flow) => flow.id));
  expect(found.openings).toEqual(analysis.openings.filter((opening) => opening.flows.some((id) => ids.has(id))));
  expect(found.openings.length > 0).toBe(found.required);
  return found.flows.map((flow) => flow.rule.replace(/^(post|requirement)\//, '')).sort();
}

describe('whether a flow is required', () => {
  it('is asked by host, component or address', () => {
    for (const from of ['pc', 'pc-sender', '10.1.0.9', '10.1.0.0/25'])
      for (const to of ['srv', 'srv-receiver', '10.2.0.1']) expect(answer(from, to, 'tcp 105')).toEqual(['send']);
    expect(answer('srv', 'pc', 'tcp 105')).toEqual([]);
    expect(answer('bare', 'srv', 'tcp 105')).toEqual([]);
    expect(answer('10.1.0.0/23', 'srv', 'tcp 105')).toEqual([]);
    expect(answer('10.1.1.9', 'srv', 'tcp 105')).toEqual([]);
  });

  it('wants all ports, of one flow or of several together', () => {
    expect(answer('pc', 'srv', 'tcp 100-110')).toEqual(['send']);
    expect(answer('pc', 'srv', 'tcp 100')).toEqual(['send']);
    expect(answer('pc', 'srv', 'tcp 110-111')).toEqual(['more', 'send']);
    expect(answer('pc', 'srv', 'tcp 111')).toEqual(['more']);
    expect(answer('pc', 'srv', 'tcp 99-100')).toEqual([]);
    expect(answer('pc', 'srv', 'tcp 120-121')).toEqual([]);
    expect(answer('pc', 'srv', 'udp 105')).toEqual([]);
  });

  it('knows types of ICMP and protocols without ports', () => {
    expect(answer('pc', 'srv', 'icmp 8')).toEqual(['ping']);
    expect(answer('pc', 'srv', 'icmp 0')).toEqual([]);
    expect(answer('pc', 'srv', 'icmp')).toEqual([]);
    expect(answer('srv', 'pc', 'icmp 8')).toEqual(['any-icmp']);
    expect(answer('srv', 'pc', 'icmp')).toEqual(['any-icmp']);
    expect(answer('pc', 'srv', 'esp')).toEqual(['vpn']);
    expect(answer('pc', 'srv', 'gre')).toEqual([]);
  });

  it('counts a requirement of a host for its components', () => {
    expect(answer('pc-sender', 'srv-receiver', 'esp')).toEqual(['vpn']);
    expect(answer('srv-receiver', 'pc-sender', 'esp')).toEqual([]);
  });

  it('is no for what is left out', () => expect(answer('pc', 'srv', 'tcp 999')).toEqual([]));

  it('reads names, wildcards and external services', () => {
    expect(answer('pc', 'post/depot', 'tcp 443')).toEqual(['fetch']);
    expect(answer('pc', 'eu.depot.example.org', 'tcp 443')).toEqual(['fetch']);
    expect(answer('pc', 'EU.DEPOT.example.org', 'tcp 443')).toEqual(['fetch']);
    expect(answer('pc', '*.depot.example.org', 'tcp 443')).toEqual(['fetch']);
    expect(answer('pc', 'depot.example.org', 'tcp 443')).toEqual([]);
    expect(answer('pc', '*.eu.depot.example.org', 'tcp 443')).toEqual([]);
    expect(answer('srv', 'mirror.example.org', 'tcp 443')).toEqual(['name']);
    expect(answer('srv', 'a.mirror.example.org', 'tcp 443')).toEqual([]);
    expect(answer('srv', 'post/depot', 'tcp 443')).toEqual([]);
  });

  it('reads networks of a zone and networks written by hand', () => {
    expect(answer('10.1.200.1', 'bare', 'tcp 22')).toEqual(['site']);
    expect(answer('10.3.0.1', 'bare', 'tcp 22')).toEqual([]);
    expect(answer('10.1.7.7', 'srv', 'udp 53')).toEqual(['subnet']);
    expect(answer('10.1.8.7', 'srv', 'udp 53')).toEqual([]);
    expect(answer('pc', '10.2.0.9', 'tcp 22')).toEqual([]);
  });

  it('takes a host of the Internet without addresses for every address that nothing in the plan has', () => {
    expect(answer('203.0.113.5', 'srv', 'tcp 80')).toEqual(['public']);
    expect(answer('10.1.0.9', 'srv', 'tcp 80')).toEqual([]);
    expect(answer('10.2.0.1', 'srv', 'tcp 80')).toEqual([]);
    expect(answer('10.1.0.9', '203.0.113.5', 'tcp 22')).toEqual([]);
  });

  it('is not answered for an end that nobody knows', () => {
    expect(answer('no one', 'srv', 'tcp 80')).toBe('unknown no one');
    expect(answer('srv', '10.1', 'tcp 80')).toBe('unknown 10.1');
  });
});
