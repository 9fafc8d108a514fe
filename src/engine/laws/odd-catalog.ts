import { type Catalog, catalogSchema } from '../../model/catalog.ts';

const sources = [{ id: 'page', row: 'L1' }];
const tcp = (ports: unknown) => ({ protocol: 'tcp', ports });
const yesNo = (value: boolean, more: object = {}) => ({ kind: 'flag', label: 'Flag', default: value, ...more });

function rule(id: string, from: string[], to: string[], more: object): object {
  return { id, purpose: 'Something happens', from, to, services: [tcp(1000 + id.length)], standing: 'documented', sources, ...more };
}

/** A product of no vendor, with the forms of rules, conditions and defaults that the real catalogs use seldom or not yet. */
export const ODD_CATALOG: Catalog = catalogSchema.parse({
  product: 'odd',
  name: 'Odd',
  letters: 'OD',
  version: '2026.11.1',
  description: 'A product made up for the laws',
  types: [
    {
      id: 'alpha',
      name: 'Alpha',
      icon: 'box',
      settings: {
        mode: {
          kind: 'choice',
          label: 'Mode',
          values: ['plain', 'shared', 'lone'].map((value) => ({ value, label: value })),
          defaultWord: 'auto',
          default: [{ linkedTo: { beta: 'shared', gamma: 'lone' } }, { zoneKind: { dmz: 'lone' } }, 'plain'],
        },
        release: { kind: 'version', label: 'Release', default: '2.0' },
        cluster: { kind: 'text', label: 'Cluster', default: '' },
        active: yesNo(true),
        port: { kind: 'port', label: 'Port', default: { by: 'mode', values: { plain: 7001, shared: 7002 } } },
      },
    },
    {
      id: 'beta',
      name: 'Beta',
      icon: 'box',
      settings: {
        mode: {
          kind: 'choice',
          label: 'Mode',
          values: ['plain', 'shared'].map((value) => ({ value, label: value })),
          defaultWord: 'follow',
          default: [{ follow: 'mode', of: ['alpha'], values: { plain: 'plain', lone: 'plain', shared: 'shared' } }, 'plain'],
        },
        port: { kind: 'port', label: 'Port', random: true, default: 7003 },
        range: { kind: 'ports', label: 'Range', default: '7010-7020' },
        cluster: { kind: 'text', label: 'Cluster', default: '' },
        active: yesNo(true, { defaultWord: 'auto', default: [{ zoneKind: { internal: false } }, true] }),
      },
    },
    // Acts as both, with a mode of its own.
    { id: 'gamma', name: 'Gamma', icon: 'box', actsAs: ['alpha', 'beta'], settings: { active: yesNo(false) } },
    { id: 'delta', name: 'Delta', icon: 'box' },
  ],
  externals: ['near', 'far'].map((id) => ({ id, name: id, fqdns: id === 'near' ? ['near.example.org'] : [], sources })),
  rules: [
    rule('any-ports', ['alpha'], ['beta'], {
      services: [tcp({ setting: 'port' }), tcp({ setting: 'range' }), tcp({ setting: 'port', of: 'from' })],
    }),
    rule('by-mode', ['beta'], ['alpha'], { services: [tcp({ by: 'mode', values: { plain: '81', shared: '82-84,90' } })] }),
    rule('newer', ['alpha'], ['delta'], { when: { version: 'release', of: 'from', atLeast: '1.5', before: '3' } }),
    rule('not-newer', ['delta'], ['alpha'], { when: { not: { version: 'release', of: 'to', atLeast: '1.5' } } }),
    rule('outside', ['alpha'], ['delta'], {
      when: {
        any: [
          { zoneKind: ['dmz', 'internet'], of: 'to' },
          { zoneKind: ['client'], of: 'from' },
        ],
      },
    }),
    rule('held-by-any', ['delta'], ['beta'], { when: { setting: 'mode', of: { type: 'alpha' }, is: ['shared', 'lone'] } }),
    rule('needs-gamma', ['delta'], ['beta'], { when: { present: 'gamma' } }),
    rule('beside-delta', ['alpha'], ['beta'], { when: { all: [{ hostHas: 'delta', of: 'from' }, { sameHost: false }] } }),
    rule('on-one-host', ['alpha'], ['beta'], { when: { any: [{ sameHost: true }, { self: true }] } }),
    rule('only-alpha', ['alpha'], ['alpha', 'beta'], { when: { type: ['alpha'], of: 'from' } }),
    rule('pair', ['alpha'], ['alpha'], {
      pairing: 'peers',
      when: { all: [{ same: 'cluster' }, { setting: 'active', of: 'from', is: [true] }, { setting: 'active', of: 'to', is: [true] }] },
      ha: { members: { setting: 'active', of: 'from', is: [true] }, group: 'cluster' },
    }),
    rule('rivals', ['beta'], ['beta'], { pairing: 'peers', when: { differs: 'cluster' } }),
    rule('shout', ['beta'], ['beta'], {
      pairing: 'peers',
      scope: 'same-lan',
      delivery: 'broadcast',
      services: [{ protocol: 'udp', ports: '7100' }],
    }),
    rule('far-peers', ['beta'], ['beta'], { pairing: 'peers', scope: 'other-lan' }),
    rule('array', ['alpha', 'delta'], ['alpha', 'delta'], {
      pairing: 'array',
      services: [{ protocol: 'gre' }, { protocol: 'ah' }, { protocol: 47 }],
    }),
    rule('probe', ['alpha'], ['delta'], { services: [{ protocol: 'icmp' }, { protocol: 'icmp', icmpType: 8 }] }),
    rule('probe-once', ['alpha'], ['delta'], { phase: 'install', services: [{ protocol: 'icmp', icmpType: 13 }, tcp('1000-2000')] }),
    rule('move', ['alpha'], ['delta'], { phase: 'migration', services: [{ protocol: 'icmp' }, tcp('500-1500')] }),
    rule('tunnel', ['alpha'], ['delta'], {
      when: { setting: 'mode', of: 'from', is: ['shared'] },
      replaces: ['tunnel', 'newer', 'not-newer', 'probe', 'probe-once', 'move', 'array'],
    }),
    rule('to-names', ['alpha', 'delta'], ['near', 'far'], {
      external: true,
      option: { of: 'from', setting: 'active', is: [true] },
      need: 'optional',
    }),
    rule('taken-back', ['alpha'], ['beta'], { standing: 'withdrawn' }),
    rule('twice-disputed', ['alpha'], ['delta'], { standing: 'disputed' }),
    rule('once-disputed', ['delta'], ['alpha'], { standing: 'disputed' }),
    rule('in-infra', ['infra/dns-server'], ['alpha'], {}),
  ],
  disputes: [
    { first: ['twice-disputed', 'once-disputed'], second: [] },
    { first: ['twice-disputed'], second: ['twice-disputed'] },
    { first: [], second: ['once-disputed'] },
  ].map(({ first, second }, index) => ({
    id: `question-${index}`,
    question: 'Who opens it?',
    readings: [
      { id: 'first', says: 'The one says so', rules: first, sources },
      { id: 'second', says: 'The other says so', rules: second, sources },
    ],
  })),
});
