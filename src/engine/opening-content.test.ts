import { describe, expect, it } from 'vitest';
import { identify } from './identity.ts';
import { contentKey, directionKey, endId, endKey, serviceKeys } from './opening-content.ts';
import type { Opening, OpeningEnd, OpeningService } from './result.ts';
import { analysisOf, host, PAIR, rule } from './testing/post.ts';

const ENDS: readonly OpeningEnd[] = [
  { host: 'x', addresses: [] },
  { host: 'y', addresses: [] },
  { zone: 'x', addresses: [] },
  { zone: 'y', addresses: [] },
  { cidr: 'x', addresses: [] },
  { cidr: 'y', addresses: [] },
  { external: 'x', fqdns: [] },
  { external: 'y', fqdns: [] },
  { external: null, fqdns: ['x'] },
  { external: null, fqdns: ['y'] },
];
const service = (protocol: OpeningService['protocol'], ports: string, icmpType: number | null = null) => ({ protocol, ports, icmpType });
const SERVICES = [
  service('tcp', '1'),
  service('udp', '1'),
  service('tcp', '2'),
  service('icmp', '', 8),
  service('icmp', '', 0),
  service('icmp', ''),
];
const distinct = (keys: readonly string[]) => expect(new Set(keys).size).toBe(keys.length);

describe('two ends', () => {
  it('of another kind or name are not the same, whatever they are called', () => distinct(ENDS.map(endId)));

  it('are told apart by their addresses or names too, the same end or not', () => {
    distinct(ENDS.map(endKey));
    distinct([[], ['10.0.0.1'], ['10.0.0.2']].map((addresses) => endKey({ host: 'x', addresses })));
    distinct([['a.example'], ['b.example']].map((fqdns) => endKey({ external: 'x', fqdns })));
    expect(endId({ host: 'x', addresses: ['10.0.0.1'] })).toBe(endId({ host: 'x', addresses: [] }));
    expect(endId({ external: 'x', fqdns: ['a.example'] })).toBe(endId({ external: 'x', fqdns: [] }));
  });
});

describe('what an opening permits', () => {
  it('is another thing for each source, destination and service', () => {
    const [one, two] = ENDS as [OpeningEnd, OpeningEnd];
    distinct([
      ...ENDS.map((source) => contentKey({ sources: [source], destinations: [one], services: SERVICES })),
      ...ENDS.slice(1).map((destination) => contentKey({ sources: [one], destinations: [destination], services: SERVICES })),
      ...SERVICES.map((each) => contentKey({ sources: [one], destinations: [two], services: [each] })),
    ]);
    distinct(SERVICES.map((each) => serviceKeys([each]).join()));
  });

  it('does not hang on the order of its lists', () => {
    const content = { sources: ENDS.slice(0, 3), destinations: ENDS.slice(3), services: SERVICES };
    for (const list of ['sources', 'destinations', 'services'] as const)
      expect(contentKey({ ...content, [list]: content[list].toReversed() })).toBe(contentKey(content));
  });

  it('stands at one enforcement point, in one direction', () => {
    const at = (kind: string, id: string, fromZone: string, toZone: string) =>
      directionKey({ point: { kind, id, name: 'Any' }, fromZone, toZone } as Opening);
    distinct([
      at('firewall', 'x', 'a', 'b'),
      at('boundary', 'x', 'a', 'b'),
      at('firewall', 'y', 'a', 'b'),
      at('firewall', 'x', 'b', 'a'),
      at('firewall', 'x', 'a', 'c'),
      at('firewall', 'x', 'c', 'b'),
    ]);
  });
});

describe('an id', () => {
  it('is 80 bits of SHA-256 over canonical JSON, in UTF-8', () => {
    expect(identify([])).toBe('4f53cda18c2baa0c0354');
    expect(identify(['ü', 1, null])).toMatch(/^[0-9a-f]{20}$/);
    expect(identify(['a', 'b'])).not.toBe(identify(['a,b']));
    expect(identify(['a', ['b']])).not.toBe(identify(['a', 'b']));
    expect(identify(['a', 'b'])).toBe(identify(['a', 'b']));
  });

  /** What users attach to a flow hangs on its id: these may never change. */
  it('of a flow is made of rule, ends, service and protocol', () => {
    const { flows } = analysisOf(
      {
        hosts: PAIR,
        requirements: [
          {
            id: 'own',
            from: [{ component: 'l-c' }, { host: 'l' }],
            to: [{ fqdn: 'a.example' }, { zone: 'b' }, { cidr: '10.9.0.0/24', zone: 'b' }],
            service: { protocol: 6 },
          },
        ],
      },
      {
        externals: [{ id: 'depot', name: 'Depot', fqdns: ['depot.example.org'], sources: [{ id: 'page', row: 'L1' }] }],
        rules: [
          rule('r', {
            services: [
              { protocol: 'tcp', ports: '1' },
              { protocol: 'udp', ports: '1' },
            ],
          }),
          rule('fetch', { to: ['depot'], external: true }),
        ],
      },
    );
    const [leaf, hub] = [
      ['component', 'l-c'],
      ['component', 'h-c'],
    ];
    const own = ['component', 'host'].flatMap((kind) =>
      [
        ['fqdn', 'a.example'],
        ['zone', 'b'],
        ['cidr', '10.9.0.0/24', 'b'],
      ].map((to) => ['flow', 'requirement/own', kind === 'host' ? ['host', 'l'] : leaf, to, 0, 'tcp']),
    );
    const wanted = [
      ['flow', 'post/r', leaf, hub, 0, 'tcp'],
      ['flow', 'post/r', leaf, hub, 1, 'udp'],
      ['flow', 'post/fetch', leaf, ['external', 'post/depot'], 0, 'tcp'],
      ...own,
    ];
    expect(flows.map(({ id }) => id).sort()).toEqual(wanted.map((each) => identify(each as never)).sort());
  });

  it('of a flow stays when ports, names and addresses change', () => {
    const ids = (ports: string, address: string) =>
      analysisOf(
        { hosts: [host('l', 'a', address, 'leaf'), PAIR[1]] },
        { rules: [rule('r', { services: [{ protocol: 'tcp', ports }] })] },
      ).flows.map(({ id }) => id);
    expect(ids('444', '10.0.0.9')).toEqual(ids('443', '10.0.0.1'));
  });
});
