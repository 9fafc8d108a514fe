import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

/** What the engine says of a plan without catalogs. */
const said = (plan: object) => analyze(planSchema.parse({ format: 'portolan.plan', version: 1, ...plan }), []);

const HTTPS = { protocol: 'tcp', ports: '443' };
const host = (id: string, zone: string, ...addresses: string[]) => ({ id, zone, addresses });
const subjects = (analysis: ReturnType<typeof said>) =>
  analysis.findings.map(({ code, subjects: list }) => [code, ...list.map(({ kind, id }) => `${kind} ${id}`)]);

/** One requirement between two ends; h1 stands in a, h2 in b. */
const wanted = (from: object, to: object, more: object = {}) =>
  said({
    zones: [
      { id: 'a', cidrs: ['10.1.0.0/16'] },
      { id: 'b', cidrs: ['10.2.0.0/24', '10.2.1.0/24'] },
    ],
    hosts: [host('h1', 'a', '10.1.0.1'), host('h2', 'b', '10.2.0.1')],
    requirements: [{ id: 'r', from: [from], to: [to], service: HTTPS }],
    ...more,
  });

describe('a reference that leads nowhere', () => {
  it('of a boundary to a firewall leaves the boundary its own enforcement point', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { boundaries: [{ id: 'ab', between: ['a', 'b'], firewall: 'gone' }] });
    expect(subjects(analysis)).toEqual([['reference-dangling', 'boundary ab', 'firewall gone']]);
    expect(analysis.openings.map(({ point }) => [point.kind, point.id])).toEqual([['boundary', 'ab']]);
  });

  it('of a boundary to two zones is told once for each, and the boundary does not count', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { boundaries: [{ id: 'x', between: ['gone', 'lost'] }] });
    expect(subjects(analysis)).toEqual([
      ['reference-dangling', 'boundary x', 'zone gone'],
      ['reference-dangling', 'boundary x', 'zone lost'],
    ]);
    expect(analysis.openings.map(({ point }) => point.id)).toEqual(['~a|b']);
    const inner = wanted({ host: 'h1' }, { host: 'h2' }, { boundaries: [{ id: 'x', between: ['gone', 'gone'] }] });
    expect(subjects(inner)).toEqual([['reference-dangling', 'boundary x', 'zone gone']]);
  });

  it('of a zone to its parent leaves the zone at the top', () => {
    const zones = [{ id: 'a', parent: 'gone' }, { id: 'b' }];
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { zones });
    expect(subjects(analysis)).toEqual([['reference-dangling', 'zone a', 'zone gone']]);
    expect(analysis.flows[0]?.crossings.map(({ boundary }) => boundary)).toEqual(['~a|b']);
  });

  it.each([
    ['host', { host: 'gone' }],
    ['component', { component: 'gone' }],
    ['external', { external: 'infra/gone' }],
    ['zone', { zone: 'gone' }],
    ['zone', { zone: 'gone', cidr: '10.9.0.0/16' }],
  ])('of a requirement is told with its kind: %s', (kind, end) => {
    const analysis = wanted({ host: 'h1' }, end);
    expect(analysis.flows).toEqual([]);
    expect(subjects(analysis)).toEqual([['reference-dangling', 'requirement r', `${kind} ${Object.values(end)[0]}`]]);
  });

  it('of a host to its zone is told, its requirement is listed as unrouted', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { hosts: [host('h1', 'a', '10.1.0.1'), host('h2', 'gone', '10.2.0.1')] });
    expect(subjects(analysis)).toContainEqual(['reference-dangling', 'host h2', 'zone gone']);
    expect(analysis.flows.map(({ scope }) => scope)).toEqual(['unrouted']);
  });
});

describe('the ends of a requirement', () => {
  const destinations = (to: object) => wanted({ host: 'h1' }, to).openings.map((opening) => opening.destinations);

  it('are a host, a zone with its networks, or a network of a zone', () => {
    expect(destinations({ host: 'h2' })).toEqual([[{ host: 'h2', addresses: ['10.2.0.1'] }]]);
    expect(destinations({ zone: 'b' })).toEqual([[{ zone: 'b', addresses: ['10.2.0.0/24', '10.2.1.0/24'] }]]);
    expect(destinations({ cidr: '10.2.7.0/24', zone: 'b' })).toEqual([[{ cidr: '10.2.7.0/24', addresses: ['10.2.7.0/24'] }]]);
    expect(destinations({ fqdn: 'www.example.org' })).toEqual([[{ external: null, fqdns: ['www.example.org'] }]]);
  });

  it('are the host where a component of an unknown type stands', () => {
    const hosts = [host('h1', 'a', '10.1.0.1'), { ...host('h2', 'b', '10.2.0.1'), components: [{ id: 'c', type: 'nobody/knows' }] }];
    const analysis = wanted({ host: 'h1' }, { component: 'c' }, { hosts });
    expect(subjects(analysis)).toEqual([['type-unknown', 'component c', 'type nobody/knows']]);
    expect(analysis.openings[0]?.destinations).toEqual([{ host: 'h2', addresses: ['10.2.0.1'] }]);
    expect(analysis.flows[0]?.to).toMatchObject({ host: 'h2', component: null, zone: 'b' });
  });

  it('without an address or with one that is none are listed, but cannot be ordered', () => {
    const bare = wanted({ host: 'h1' }, { zone: 'c' }, { zones: [{ id: 'a' }, { id: 'b' }, { id: 'c' }] });
    expect(bare.openings.map(({ orderable, missing }) => [orderable, missing])).toEqual([[false, [{ kind: 'zone', id: 'c' }]]]);
    const wrong = wanted({ host: 'h1' }, { cidr: '10.2.7.1/24', zone: 'b' });
    expect(subjects(wrong)).toContainEqual(['address-invalid', 'requirement r']);
    expect(wrong.openings.map(({ orderable, destinations: to }) => [orderable, to])).toEqual([
      [false, [{ cidr: '10.2.7.1/24', addresses: [] }]],
    ]);
  });
});

describe('the addresses of a host', () => {
  const addresses = (...list: string[]) =>
    wanted({ host: 'h1' }, { host: 'h2' }, { hosts: [host('h1', 'a', ...list), host('h2', 'b', '10.2.0.1')] }).openings[0]?.sources;

  it('stand in the order of their numbers, IPv4 first, each once', () => {
    const sorted = ['10.1.0.9', '10.1.0.10', '10.1.0.10-10.1.0.12', '10.1.1.0/24', '2001:db8::1'];
    expect(addresses(...sorted)).toEqual([{ host: 'h1', addresses: sorted }]);
    expect(addresses(...[...sorted].reverse(), '10.1.0.9')).toEqual([{ host: 'h1', addresses: sorted }]);
  });
});

describe('one set of addresses written in several ways', () => {
  it('stands in one order, whatever the order in the plan', () => {
    const list = ['10.1.0.1', '10.1.0.1-10.1.0.1', '10.1.0.1/32'];
    const of = (...own: string[]) =>
      wanted({ host: 'h1' }, { host: 'h2' }, { hosts: [host('h1', 'a', ...own), host('h2', 'b', '10.2.0.1')] }).openings;
    expect(of(...list)[0]?.sources).toEqual([{ host: 'h1', addresses: list }]);
    expect(of(...[...list].reverse())).toEqual(of(...list));
    const networks = ['10.2.0.0/16', '10.2.0.0/24', '10.3.0.0/16'];
    const zone = (cidrs: string[]) => wanted({ host: 'h1' }, { zone: 'b' }, { zones: [{ id: 'a' }, { id: 'b', cidrs }] }).openings;
    expect(zone(networks)[0]?.destinations).toEqual([{ zone: 'b', addresses: networks }]);
    expect(zone([...networks].reverse())).toEqual(zone(networks));
  });
});

describe('inner filtering', () => {
  const inside = { id: 'r', from: [{ host: 'h1' }], to: [{ host: 'h3' }], service: HTTPS };
  const hosts = [host('h1', 'a', '10.1.0.1'), host('h3', 'a', '10.1.0.3')];

  it('is no business of a boundary that leads out of the zone', () => {
    const analysis = said({
      zones: [{ id: 'a', intraZone: 'filtered' }, { id: 'b' }],
      boundaries: [
        { id: 'ab', between: ['a', 'b'] },
        { id: 'ba', between: ['b', 'a'] },
      ],
      hosts,
      requirements: [inside],
    });
    expect(analysis.openings.map(({ point, fromZone, toZone }) => [point.kind, point.id, fromZone, toZone])).toEqual([
      ['zone', 'a', 'a', 'a'],
    ]);
  });

  it('holds for flows in that very zone, not for its child zones', () => {
    const scope = (...places: [string, string]) =>
      said({
        zones: [
          { id: 'a', intraZone: 'filtered' },
          { id: 'c', parent: 'a' },
        ],
        hosts: [host('h1', places[0], '10.1.0.1'), host('h3', places[1], '10.1.0.3')],
        requirements: [inside],
      }).openings.map(({ point }) => point.id);
    expect(scope('a', 'a')).toEqual(['a']);
    expect(scope('c', 'c')).toEqual([]);
    expect(scope('a', 'c')).toEqual(['~a|c']);
  });
});

describe('zones that contain each other', () => {
  it('are all top-level, told once in order; what hangs below them keeps its parent', () => {
    const analysis = wanted(
      { host: 'h1' },
      { host: 'h2' },
      {
        zones: [
          { id: 'd', parent: 'c' },
          { id: 'c', parent: 'a' },
          { id: 'b', parent: 'c' },
          { id: 'a', parent: 'b' },
        ],
        hosts: [host('h1', 'a', '10.1.0.1'), host('h2', 'd', '10.2.0.1')],
      },
    );
    expect(subjects(analysis)).toEqual([['zone-cycle', 'zone a', 'zone b', 'zone c']]);
    expect(analysis.flows[0]?.crossings.map(({ boundary }) => boundary)).toEqual(['~a|c', '~c|d']);
  });
});

describe('pins', () => {
  const zones = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];

  it('may name boundaries that nobody drew', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { zones, paths: [{ between: ['a', 'b'], via: ['~a|c', '~b|c'] }] });
    expect(analysis.findings.map(({ code }) => code)).toEqual([]);
    expect(analysis.flows[0]?.crossings.map(({ boundary }) => boundary)).toEqual(['~a|c', '~b|c']);
  });

  it('that lead from a zone into itself are ignored', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { zones, paths: [{ between: ['a', 'b'], via: ['~a|a', '~a|b'] }] });
    expect(analysis.findings.map(({ code }) => code)).toContain('path-pin-invalid');
    expect(analysis.flows[0]?.crossings.map(({ boundary }) => boundary)).toEqual(['~a|b']);
  });

  it('that name a boundary nobody has are ignored, and told', () => {
    const analysis = wanted({ host: 'h1' }, { host: 'h2' }, { zones, paths: [{ between: ['a', 'b'], via: ['~a|z'] }] });
    expect(analysis.findings.map(({ code }) => code)).toEqual(['reference-dangling', 'path-pin-invalid']);
    expect(analysis.flows[0]?.crossings.map(({ boundary }) => boundary)).toEqual(['~a|b']);
  });
});

describe('the Internet', () => {
  it('is the zone with the id internet, else that with the smallest id', () => {
    const toName = (...zones: object[]) =>
      wanted({ host: 'h1' }, { fqdn: 'www.example.org' }, { zones: [{ id: 'a' }, { id: 'b' }, ...zones] }).openings[0]?.toZone;
    expect(toName({ id: 'net2', kind: 'internet' }, { id: 'net1', kind: 'internet' })).toBe('net1');
    expect(toName({ id: 'alpha', kind: 'internet' }, { id: 'internet', kind: 'internet' })).toBe('internet');
    expect(toName()).toBe('internet');
  });

  it.each([
    ['firewalls', { firewalls: [{ id: 'internet' }] }],
    ['boundaries', { boundaries: [{ id: 'internet', between: ['a', 'b'] }] }],
    ['hosts', { hosts: [host('h1', 'a', '10.1.0.1'), host('internet', 'b', '10.2.0.1')] }],
    ['components', { hosts: [{ ...host('h1', 'a', '10.1.0.1'), components: [{ id: 'internet', type: 'nobody/knows' }] }] }],
  ])('stands in as ~internet where one of the %s has its id', (_, more) => {
    const analysis = wanted({ host: 'h1' }, { fqdn: 'www.example.org' }, more);
    expect(analysis.flows[0]?.to.zone).toBe('~internet');
  });
});
