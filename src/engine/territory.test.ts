import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

/** Plans without catalogs: one own requirement from the first host to the second shows the way. */
function way(plan: {
  zones: object[];
  boundaries?: object[];
  firewalls?: object[];
  paths?: object[];
  hosts?: object[];
  to?: object;
  requirements?: object[];
  hostZones?: [string, string];
}) {
  const [from, to] = plan.hostZones ?? ['a', 'b'];
  const { hostZones, to: target, ...rest } = plan;
  const analysis = analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      hosts: [
        { id: 'h1', zone: from, addresses: ['10.0.0.1'] },
        { id: 'h2', zone: to, addresses: ['10.0.0.2'] },
      ],
      requirements: [{ id: 'r', from: [{ host: 'h1' }], to: [target ?? { host: 'h2' }], service: { protocol: 'tcp', ports: '443' } }],
      ...rest,
    }),
    [],
  );
  const flow = analysis.flows[0];
  return {
    analysis,
    scope: flow?.scope,
    boundaries: flow?.crossings.map((crossing) => crossing.boundary),
    openings: analysis.openings.map((opening) => `${opening.point.kind} ${opening.point.id} ${opening.fromZone}>${opening.toZone}`),
    codes: analysis.findings.map((finding) => finding.code),
  };
}

const zones = (...ids: string[]) => ids.map((id) => ({ id }));

describe('boundaries and paths', () => {
  it('tells of a boundary between two frames alike, whichever end was drawn first', () => {
    const frames = [...zones('a'), { id: 'f', parent: 'a', filtering: false }, { id: 'g', parent: 'a', filtering: false }];
    const told = (between: string[]) => way({ zones: frames, hostZones: ['a', 'a'], boundaries: [{ id: 'x', between }] }).analysis.findings;
    expect(told(['g', 'f'])).toEqual(told(['f', 'g']));
  });

  it('filters inside the stand-in for the Internet where an inner boundary names it', () => {
    const plan = {
      zones: zones('a'),
      hosts: [{ id: 'h1', zone: 'internet', addresses: ['192.0.2.1'] }],
      to: { fqdn: 'www.example.org' },
    };
    expect(way(plan).scope).toBe('same-zone');
    const drawn = way({ ...plan, boundaries: [{ id: 'in', between: ['internet', 'internet'] }] });
    expect(drawn.openings).toEqual(['boundary in internet>internet']);
  });

  it('joins every pair of top-level zones until one boundary between two of them is drawn', () => {
    expect(way({ zones: zones('a', 'b', 'c') }).boundaries).toEqual(['~a|b']);
    expect(way({ zones: zones('a', 'b', 'c') }).analysis.impliedAdjacencies).toBe(6);
    const drawn = way({ zones: zones('a', 'b', 'c'), boundaries: [{ id: 'ac', between: ['a', 'c'] }] });
    expect(drawn.scope).toBe('unrouted');
    expect(drawn.codes).toEqual(['path-missing']);
    expect(drawn.analysis.hosts).toHaveLength(2);
  });

  it('keeps the mesh while only a perimeter or a boundary into a nested zone is drawn', () => {
    const nested = [...zones('a', 'b'), { id: 'c', parent: 'a' }];
    expect(way({ zones: nested, boundaries: [{ id: 'p', between: ['a', 'c'] }] }).boundaries).toEqual(['~a|b']);
    expect(way({ zones: nested, boundaries: [{ id: 'x', between: ['c', 'b'] }], hostZones: ['c', 'b'] }).boundaries).toEqual(['x']);
  });

  it('lists a network told in two zones behind one point once', () => {
    const chain = {
      zones: zones('a', 'b', 'c'),
      boundaries: [
        { id: 'ab', between: ['a', 'b'] },
        { id: 'bc', between: ['b', 'c'] },
      ],
    };
    const network = (zone: string) => ({ cidr: '10.9.0.0/16', zone });
    const requirements = [
      { id: 'r', from: [{ host: 'h1' }], to: [network('b'), network('c')], service: { protocol: 'tcp', ports: '443' } },
    ];
    const { analysis, openings } = way({ ...chain, requirements });
    expect(analysis.flows).toHaveLength(2);
    expect(openings).toEqual(['boundary ab a>b', 'boundary bc b>c']);
    expect(analysis.openings[0]?.flows).toHaveLength(2);
  });

  it('goes out of and into nested zones over their perimeters', () => {
    const nested = [...zones('a', 'b'), { id: 'a1', parent: 'a' }, { id: 'b1', parent: 'b' }];
    expect(way({ zones: nested, hostZones: ['a1', 'b1'] }).boundaries).toEqual(['~a|a1', '~a|b', '~b|b1']);
  });

  it('sees through frames', () => {
    const framed = [
      { id: 'site', filtering: false },
      { id: 'a', parent: 'site' },
      { id: 'b', parent: 'site' },
    ];
    expect(way({ zones: framed }).boundaries).toEqual(['~a|b']);
    expect(way({ zones: framed, hostZones: ['site', 'b'] }).boundaries).toEqual(['~b|site']);
    const inside = [{ id: 'core' }, { id: 'row', parent: 'core', filtering: false }, { id: 'b' }];
    expect(way({ zones: inside, hostZones: ['row', 'b'] }).boundaries).toEqual(['~b|core']);
    expect(way({ zones: inside, hostZones: ['row', 'b'], boundaries: [{ id: 'x', between: ['row', 'b'] }] }).codes).toContain(
      'boundary-end-not-a-zone',
    );
  });

  it('makes one opening of consecutive boundaries of one firewall', () => {
    const chain = {
      zones: zones('a', 'm', 'b'),
      firewalls: [{ id: 'fw' }],
      boundaries: [
        { id: 'am', between: ['a', 'm'], firewall: 'fw' },
        { id: 'mb', between: ['b', 'm'], firewall: 'fw' },
      ],
    };
    expect(way(chain).openings).toEqual(['firewall fw a>b']);
  });

  it('gives a firewall that is passed twice two openings', () => {
    const around = {
      zones: zones('a', 'm', 'n', 'b'),
      firewalls: [{ id: 'f1' }, { id: 'f2' }],
      boundaries: [
        { id: '1', between: ['a', 'm'], firewall: 'f1' },
        { id: '2', between: ['m', 'n'], firewall: 'f2' },
        { id: '3', between: ['n', 'b'], firewall: 'f1' },
      ],
    };
    expect(way(around).openings).toEqual(['firewall f1 a>m', 'firewall f1 n>b', 'firewall f2 m>n']);
  });

  it('prefers fewer openings among paths of equal length', () => {
    const diamond = {
      zones: zones('a', 'x', 'y', 'b'),
      firewalls: [{ id: 'f1' }, { id: 'f2' }],
      boundaries: [
        { id: '1', between: ['a', 'x'], firewall: 'f1' },
        { id: '2', between: ['x', 'b'], firewall: 'f2' },
        { id: '3', between: ['a', 'y'], firewall: 'f1' },
        { id: '4', between: ['y', 'b'], firewall: 'f1' },
      ],
    };
    expect(way(diamond).boundaries).toEqual(['3', '4']);
    expect(way(diamond).codes).not.toContain('path-ambiguous');
  });

  it('says so where paths differ in nothing but ids, and obeys a pin', () => {
    const twoWays = {
      zones: zones('a', 'b'),
      boundaries: [
        { id: 'w1', between: ['a', 'b'] },
        { id: 'w2', between: ['a', 'b'] },
      ],
    };
    expect(way(twoWays).boundaries).toEqual(['w1']);
    expect(way(twoWays).codes).toEqual(['path-ambiguous']);
    const pinned = way({ ...twoWays, paths: [{ between: ['b', 'a'], via: ['w2'] }] });
    expect(pinned.boundaries).toEqual(['w2']);
    expect(pinned.codes).toEqual([]);
    expect(way({ ...twoWays, paths: [{ between: ['a', 'b'], via: ['w1', 'w2'] }] }).codes).toEqual(['path-ambiguous', 'path-pin-invalid']);
  });

  it('reads the ids of a path from the zone with the smaller id', () => {
    const ring = {
      zones: zones('b', 'a', 'm', 'n'),
      boundaries: [
        { id: 'p9', between: ['a', 'm'] },
        { id: 'p1', between: ['m', 'b'] },
        { id: 'p2', between: ['a', 'n'] },
        { id: 'p8', between: ['n', 'b'] },
      ],
    };
    expect(way(ring).boundaries).toEqual(['p2', 'p8']);
    expect(way({ ...ring, hostZones: ['b', 'a'] }).boundaries).toEqual(['p8', 'p2']);
  });

  it('goes over the Internet only where nothing else leads there', () => {
    const over = {
      zones: [{ id: 'net', kind: 'internet' }, ...zones('a', 'b', 'c')],
      boundaries: [
        { id: '1', between: ['a', 'net'] },
        { id: '2', between: ['net', 'b'] },
      ],
    };
    expect(way(over).boundaries).toEqual(['1', '2']);
    expect(way(over).codes).toEqual(['path-over-internet']);
    const inside = { ...over, boundaries: [...over.boundaries, { id: '3', between: ['a', 'c'] }, { id: '4', between: ['c', 'b'] }] };
    expect(way(inside).boundaries).toEqual(['3', '4']);
  });

  it('never goes through the stand-in for the Internet', () => {
    const standIn = {
      zones: zones('a', 'b'),
      boundaries: [
        { id: '1', between: ['a', 'internet'] },
        { id: '2', between: ['internet', 'b'] },
      ],
    };
    expect(way(standIn).scope).toBe('unrouted');
  });

  it('asks once to connect the Internet where boundaries are drawn and none reaches it', () => {
    const cut = way({ zones: zones('a', 'b'), boundaries: [{ id: '1', between: ['a', 'b'] }], to: { fqdn: 'www.example.org' } });
    expect(cut.scope).toBe('unrouted');
    expect(cut.codes).toEqual(['internet-not-connected']);
  });

  it('calls the stand-in ~internet where the id is taken', () => {
    const taken = way({ zones: [...zones('a', 'b'), { id: 'internet', kind: 'dmz' }], to: { fqdn: 'www.example.org' } });
    expect(taken.boundaries).toEqual(['~a|~internet']);
  });

  it('filters inside a zone where it says so, by its own point', () => {
    const zone = { id: 'a', intraZone: 'filtered' };
    expect(way({ zones: [zone], hostZones: ['a', 'a'] }).openings).toEqual(['zone a a>a']);
    const drawn = {
      zones: zones('a'),
      hostZones: ['a', 'a'] as [string, string],
      firewalls: [{ id: 'fw' }],
      boundaries: [{ id: 'in', between: ['a', 'a'], firewall: 'fw' }],
    };
    expect(way(drawn).openings).toEqual(['firewall fw a>a']);
    expect(way({ zones: zones('a'), hostZones: ['a', 'a'] }).scope).toBe('same-zone');
  });

  it('turns cycles, lost references and doubled ids into findings', () => {
    expect(
      way({
        zones: [
          { id: 'a', parent: 'b' },
          { id: 'b', parent: 'a' },
        ],
      }).codes,
    ).toEqual(['zone-cycle']);
    expect(way({ zones: zones('a', 'b'), boundaries: [{ id: '1', between: ['a', 'nowhere'] }] }).codes).toEqual(['reference-dangling']);
    expect(way({ zones: zones('a', 'b', 'h1') }).codes).toEqual(['id-duplicate']);
    const lost = way({ zones: zones('a'), hostZones: ['a', 'nowhere'] });
    expect(lost.scope).toBe('unrouted');
    expect(lost.codes).toEqual(['reference-dangling']);
  });
});
