import { describe, expect, it } from 'vitest';
import { analysisOf, flowsOf, host, PAIR, type Part, rule, subjectsOf, typeOf } from './testing/post.ts';

const [leaf, hub] = PAIR as [Part, Part];
const SETTINGS = {
  extra: { kind: 'flag', label: 'Extra', default: false },
  mode: {
    kind: 'choice',
    label: 'Mode',
    values: ['one', 'two'].map((value) => ({ value, label: value })),
    default: 'one',
    undecided: 'two',
  },
  port: { kind: 'port', label: 'Port', default: 100, random: true },
  bare: { kind: 'port', label: 'Bare' },
};
const types = [typeOf('leaf', { settings: SETTINGS }), typeOf('hub', { settings: SETTINGS }), typeOf('both', { actsAs: ['leaf', 'hub'] })];
const told = (hosts: Part[], rules: Part[], plan: Part = {}) => analysisOf({ hosts, ...plan }, { types, rules });

describe('deployments', () => {
  const other = host('x', 'b', '10.0.1.9', 'hub', {}, { deployment: 'other' });
  it('never talk to each other, whatever is linked', () => {
    expect(flowsOf(told([leaf, hub, other], [rule('r')]))).toEqual(['l-c > h-c']);
    const linked = told([leaf, hub, other], [rule('r')], { links: [{ from: 'l-c', to: 'x-c' }] });
    expect(flowsOf(linked)).toEqual(['l-c > h-c']);
    expect(subjectsOf(linked, 'link-across-deployments')).toEqual(['component l-c, component x-c']);
  });

  it('do not see the parts of each other', () => {
    const rules = [rule('r', { when: { present: 'both' } })];
    const both = (deployment: string) => host('z', 'a', '10.0.0.7', 'both', {}, { deployment });
    expect(flowsOf(told([leaf, hub, both('other')], rules), 'post/r')).toEqual(['z-c > z-c']);
    expect(flowsOf(told([leaf, hub, both('default')], rules), 'post/r')).toContain('l-c > h-c');
    const third = [host('l2', 'a', '10.0.0.3', 'leaf', {}, { deployment: 'other' }), other];
    expect(flowsOf(told([leaf, hub, ...third], [rule('r', { when: { setting: 'extra', of: { type: 'hub' }, is: [false] } })]))).toEqual([
      'l-c > h-c',
      'l2-c > x-c',
    ]);
  });
});

describe('links', () => {
  const spare = host('h2', 'b', '10.0.1.2', 'hub');
  it('to nothing are reported for each lost end, once', () => {
    const lost = (from: string, to: string) => subjectsOf(told(PAIR, [rule('r')], { links: [{ from, to }] }), 'reference-dangling').length;
    expect([lost('l-c', 'h-c'), lost('l-c', 'gone'), lost('gone', 'h-c'), lost('gone', 'lost'), lost('gone', 'gone')]).toEqual([
      0, 1, 1, 2, 1,
    ]);
  });

  it('drawn twice count once, in whatever order they stand', () => {
    const links = [
      { from: 'l-c', to: 'h2-c' },
      { from: 'l-c', to: 'h-c' },
      { from: 'h2-c', to: 'l-c' },
      { from: 'l-c', to: 'h2-c' },
      { from: 'h-c', to: 'h2-c' },
      { from: 'h-c', to: 'h2-c' },
    ];
    const analysis = told([leaf, hub, spare], [rule('r')], { links });
    expect(flowsOf(analysis)).toEqual(['l-c > h-c', 'l-c > h2-c']);
    expect(subjectsOf(analysis, 'link-unused')).toHaveLength(1);
    expect(told([leaf, hub, spare], [rule('r')], { links: links.toReversed() })).toEqual(analysis);
  });

  it('among peers count for both ends; others keep all their peers', () => {
    const peers = ['p', 'q', 's', 't'].map((id, n) => host(id, 'a', `10.0.0.${n + 1}`, 'leaf'));
    const rules = [rule('r', { to: ['leaf'], pairing: 'peers' })];
    expect(flowsOf(told(peers, rules))).toHaveLength(12);
    expect(flowsOf(told(peers, rules, { links: [{ from: 'p-c', to: 'q-c' }] }))).toEqual([
      'p-c > q-c',
      'q-c > p-c',
      's-c > t-c',
      't-c > s-c',
    ]);
  });
});

describe('in an array', () => {
  it('all parts of several types open to all others, both ways, and only a group to itself', () => {
    const rules = [rule('r', { from: ['leaf'], to: ['hub'], pairing: 'array' })];
    expect(flowsOf(told(PAIR, rules))).toEqual(['h-c > l-c', 'l-c > h-c']);
    expect(flowsOf(told([host('l', 'a', '10.0.0.0/24', 'leaf'), hub], rules))).toEqual(['h-c > l-c', 'l-c > h-c', 'l-c > l-c']);
    expect(flowsOf(told([{ ...leaf, count: 2 }, hub], rules))).toContain('l-c > l-c');
    expect(flowsOf(told([{ ...leaf, count: 1 }, hub], rules))).not.toContain('l-c > l-c');
  });
});

describe('a rule of one LAN', () => {
  const zones = (lan: string) => [
    { id: 'a', lan: 'x' },
    { id: 'b', lan },
  ];
  it('speaks where both labels are equal, the one of other LANs where they differ', () => {
    for (const [scope, same, apart] of [
      ['same-lan', 1, 0],
      ['other-lan', 0, 1],
      ['any', 1, 1],
    ] as const) {
      expect(told(PAIR, [rule('r', { scope })], { zones: zones('x') }).flows).toHaveLength(same);
      expect(told(PAIR, [rule('r', { scope })], { zones: zones('y') }).flows).toHaveLength(apart);
    }
  });
  it('by broadcast stays in one zone, even of one label', () => {
    const rules = [rule('r', { delivery: 'broadcast' })];
    expect(told(PAIR, rules, { zones: zones('x') }).flows).toEqual([]);
    const near = told([leaf, host('h', 'a', '10.0.0.2', 'hub')], rules, { zones: [{ id: 'a', intraZone: 'filtered' }] });
    expect([near.flows.map(({ scope }) => scope), near.openings]).toEqual([['same-zone'], []]);
  });
});

describe('a condition', () => {
  const speaks = (when: Part, hosts: Part[], more: Part = {}) => flowsOf(told(hosts, [rule('r', { when, ...more })]));
  const here = host('h', 'a', '10.0.0.2', 'hub');
  const shared = {
    id: 'l',
    zone: 'a',
    addresses: ['10.0.0.1'],
    components: [
      { id: 'l-c', type: 'post/leaf' },
      { id: 'h-c', type: 'post/hub' },
    ],
  };
  it('may ask whether both ends stand on one single machine', () => {
    expect(speaks({ sameHost: true }, [shared])).toEqual(['l-c > h-c']);
    expect(speaks({ sameHost: false }, [shared])).toEqual([]);
    expect(speaks({ sameHost: true }, [{ ...shared, count: 2 }])).toEqual([]);
    expect(speaks({ sameHost: true }, [leaf, here])).toEqual([]);
    expect(speaks({ sameHost: false }, [leaf, here])).toEqual(['l-c > h-c']);
  });
  it('may ask for itself, for the very type, and for what else runs there', () => {
    const both = host('z', 'a', '10.0.0.7', 'both');
    expect(speaks({ self: true }, [both])).toEqual(['z-c > z-c']);
    expect(speaks({ self: false }, [both, hub])).toEqual(['z-c > h-c']);
    expect(speaks({ type: ['leaf'], of: 'from' }, [both, ...PAIR])).toEqual(['l-c > h-c', 'l-c > z-c']);
    expect(speaks({ hostHas: 'hub', of: 'from' }, [shared, hub].slice(0, 1))).toEqual(['l-c > h-c']);
    expect(speaks({ hostHas: 'hub', of: 'from' }, PAIR)).toEqual([]);
  });
});

describe('the port of a rule', () => {
  const ports = (spec: unknown, own: Part = {}, from: Part = {}) => {
    const analysis = told(
      [host('l', 'a', '10.0.0.1', 'leaf', from), host('h', 'b', '10.0.1.1', 'hub', own)],
      [rule('r', { services: [{ protocol: 'tcp', ports: spec }] })],
    );
    return [
      analysis.flows.map((flow) => flow.ports).join(),
      ...subjectsOf(analysis, 'condition-unknown'),
      ...subjectsOf(analysis, 'choose-one'),
    ];
  };
  it('is read at the responder, unless the rule says otherwise', () => {
    expect(ports({ setting: 'port' }, { port: 5 }, { port: 6 })).toEqual(['5']);
    expect(ports({ setting: 'port', of: 'from' }, { port: 5 }, { port: 6 })).toEqual(['6']);
    expect(ports({ setting: 'port' }, { port: 'random' })).toEqual(['1-65535']);
  });
  it('that nothing gives leaves the rule unknown', () => {
    expect(ports({ setting: 'bare' })).toEqual(['', 'component h-c, setting bare']);
    expect(ports({ setting: 'bare' }, { bare: 7 })).toEqual(['7']);
  });
  it('may hang on a choice, and says where that is not made yet', () => {
    const by = { by: 'mode', values: { one: '1', two: '1-2' } };
    expect(ports(by)).toEqual(['1']);
    expect(ports(by, { mode: 'two' })).toEqual(['1-2', 'component h-c, setting mode']);
    expect(ports({ by: 'mode', values: { two: '2' } })).toEqual(['', 'component h-c, setting mode']);
  });
});

describe('an offer', () => {
  const option = { need: 'optional', option: { setting: 'mode', of: 'to', is: ['two'] } };
  const offers = (mode: Part, more: Part = {}) =>
    told([leaf, host('h', 'b', '10.0.1.1', 'hub', mode)], [rule('r', { ...option, ...more })]).offers.length;
  it('is not made where the architect chose otherwise, or the rule is silent or unknown', () => {
    expect(offers({})).toBe(1);
    expect(offers({ mode: 'one' })).toBe(0);
    expect(offers({}, { when: { setting: 'extra', of: 'to', is: [true] } })).toBe(0);
    expect(offers({ extra: 'x' }, { when: { setting: 'extra', of: 'to', is: [true] } })).toBe(0);
  });
});

describe('networks of a host', () => {
  it('stand in the order of their numbers, IPv4 first, each once', () => {
    const list = ['fd00::1', '10.0.0.9', '10.0.0.0/24', '10.0.0.1', '10.0.0.0/25', '10.0.0.9', '9.0.0.1'];
    const wanted = ['9.0.0.1', '10.0.0.0/25', '10.0.0.0/24', '10.0.0.1', '10.0.0.9', 'fd00::1'];
    for (const addresses of [list, list.toReversed()])
      expect(told([host('l', 'a', addresses, 'leaf'), hub], [rule('r')]).openings[0]?.sources).toEqual([{ host: 'l', addresses: wanted }]);
  });
});

describe('a protocol given by number', () => {
  it('is the one of that name, with all ports where it has some', () => {
    const of = (protocol: unknown) =>
      told(PAIR, [], { requirements: [{ id: 'own', from: [{ host: 'l' }], to: [{ host: 'h' }], service: { protocol } }] }).flows.map(
        (flow) => [flow.protocol, flow.ports],
      )[0];
    expect([1, 6, 17, 47, 50, 51, 99].map(of)).toEqual([
      ['icmp', ''],
      ['tcp', '1-65535'],
      ['udp', '1-65535'],
      ['gre', ''],
      ['esp', ''],
      ['ah', ''],
      [99, ''],
    ]);
  });
});
