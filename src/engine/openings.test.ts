import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';
import type { Opening, OpeningEnd } from './result.ts';

type Part = Record<string, unknown>;

/** Three zones in a row, each with two hosts, and one firewall on both boundaries. */
const analysis = (requirements: Part[], more: Part = {}, detail: 'merged' | 'exact' = 'merged') =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: ['lan', 'core', 'vault'].map((id) => ({ id })),
      firewalls: [{ id: 'fw', name: 'Gate' }],
      boundaries: [
        { id: 'outer', between: ['lan', 'core'], firewall: 'fw' },
        { id: 'inner', between: ['core', 'vault'], firewall: 'fw' },
      ],
      hosts: ['lan', 'core', 'vault'].flatMap((zone, index) =>
        [1, 2].map((n) => ({ id: `${zone}${n}`, zone, addresses: [`10.${index}.0.${n}`] })),
      ),
      requirements,
      ...more,
    }),
    [],
    { detail },
  );

let number = 0;
const need = (from: unknown, to: unknown, service: Part, more: Part = {}): Part => {
  number += 1;
  const ends = (side: unknown) => (Array.isArray(side) ? side : [side]).map((end) => (typeof end === 'string' ? { host: end } : end));
  return { id: `r${number}`, from: ends(from), to: ends(to), service, ...more };
};
const tcp = (ports: string): Part => ({ protocol: 'tcp', ports });

const endText = (end: OpeningEnd) => ('host' in end ? end.host : 'cidr' in end ? end.cidr : 'zone' in end ? end.zone : end.fqdns.join(' '));
const text = ({ point, fromZone, toZone, sources, destinations, services, phase }: Opening) =>
  [
    `${point.kind} ${point.id} ${fromZone}>${toZone}`,
    `${sources.map(endText)} > ${destinations.map(endText)}`,
    services.map(({ protocol, ports, icmpType }) => `${protocol} ${ports}${icmpType === null ? '' : `type ${icmpType}`}`.trim()).join('; '),
    phase,
  ].join(' | ');

describe('an enforcement point', () => {
  it('that guards consecutive boundaries needs one opening from the first zone to the last', () => {
    const { openings } = analysis([need('lan1', 'vault1', tcp('443'))]);
    expect(openings.map(text)).toEqual(['firewall fw lan>vault | lan1 > vault1 | tcp 443 | operation']);
    expect(openings[0]?.point.name).toBe('Gate');
    expect(openings[0]?.crossings).toEqual([
      { boundary: 'inner', fromZone: 'core', toZone: 'vault' },
      { boundary: 'outer', fromZone: 'lan', toZone: 'core' },
    ]);
  });

  it('is the boundary itself where no firewall stands', () => {
    const { openings } = analysis([need('lan1', 'vault1', tcp('443'))], {
      boundaries: [
        { id: 'outer', name: 'Outer line', between: ['lan', 'core'] },
        { id: 'inner', between: ['core', 'vault'] },
      ],
    });
    expect(openings.map(text)).toEqual([
      'boundary inner core>vault | lan1 > vault1 | tcp 443 | operation',
      'boundary outer lan>core | lan1 > vault1 | tcp 443 | operation',
    ]);
    expect(openings.map(({ point }) => point.name)).toEqual(['inner', 'Outer line']);
  });

  it('is the zone itself where it filters inside', () => {
    const zones = [{ id: 'lan', name: 'Office', intraZone: 'filtered' }, { id: 'core' }, { id: 'vault' }];
    const inside = (boundaries: Part[]) => analysis([need('lan1', 'lan2', tcp('22'))], { zones, boundaries }).openings;
    expect(inside([]).map(text)).toEqual(['zone lan lan>lan | lan1 > lan2 | tcp 22 | operation']);
    expect(inside([])[0]?.point.name).toBe('Office');
    const drawn = inside([{ id: 'cell', name: 'Cell walls', between: ['lan', 'lan'] }]);
    expect(drawn.map(text)).toEqual(['boundary cell lan>lan | lan1 > lan2 | tcp 22 | operation']);
    expect(drawn[0]?.point.name).toBe('Cell walls');
  });
});

describe('openings', () => {
  it('say the strongest need, the purposes and the flows they serve', () => {
    const { openings, flows } = analysis([
      need('lan1', 'core1', tcp('443'), { need: 'optional', purpose: 'Reading' }),
      need('lan1', 'core1', tcp('80'), { need: 'recommended', purpose: 'Writing' }),
      need('lan1', 'core1', tcp('81'), { need: 'optional', purpose: 'Reading' }),
    ]);
    expect(openings.map(text)).toEqual(['firewall fw lan>core | lan1 > core1 | tcp 80-81,443 | operation']);
    expect(openings[0]?.need).toBe('recommended');
    expect(openings[0]?.justification.split('; ').sort()).toEqual(['Reading', 'Writing']);
    expect(openings[0]?.flows).toEqual(flows.map(({ id }) => id).sort());
    expect(openings[0]?.orderable).toBe(true);
  });

  it('never join phases, and list no tuple as temporary that operation needs too', () => {
    const { openings } = analysis([
      need('lan1', 'core1', tcp('100-110'), { phase: 'install' }),
      need('lan1', 'core1', tcp('105-120')),
      need('lan1', 'core1', tcp('100-130'), { phase: 'migration' }),
      need('lan2', 'core1', tcp('105'), { phase: 'install' }),
    ]);
    expect(openings.map(text)).toEqual([
      'firewall fw lan>core | lan1 > core1 | tcp 105-120 | operation',
      'firewall fw lan>core | lan1 > core1 | tcp 100-104 | install',
      'firewall fw lan>core | lan2 > core1 | tcp 105 | install',
      'firewall fw lan>core | lan1 > core1 | tcp 100-104,121-130 | migration',
    ]);
    expect(openings.map(({ flows }) => flows.length)).toEqual([3, 1, 1, 1]);
  });

  it('name ICMP types one by one, and none where all are needed', () => {
    const icmp = (...types: (number | undefined)[]) =>
      analysis(types.map((icmpType) => need('lan1', 'core1', { protocol: 'icmp', icmpType }))).openings.map(text);
    const line = (services: string) => [`firewall fw lan>core | lan1 > core1 | ${services} | operation`];
    expect(icmp(0, 8, 13)).toEqual(line('icmp type 0; icmp type 8; icmp type 13'));
    expect(icmp(8, 9)).toEqual(line('icmp type 8; icmp type 9'));
    expect(icmp(8, undefined)).toEqual(line('icmp'));
  });

  it('keep protocols without ports apart from those with', () => {
    const { openings } = analysis([
      need('lan1', 'core1', { protocol: 99 }),
      need('lan1', 'core1', { protocol: 'esp' }),
      need('lan1', 'core1', { protocol: 'udp', ports: '53' }),
      need('lan1', 'core1', { protocol: 'gre' }),
      need('lan1', 'core1', tcp('53')),
    ]);
    expect(openings.map(text)).toEqual(['firewall fw lan>core | lan1 > core1 | esp; gre; tcp 53; udp 53; 99 | operation']);
  });

  it('of exact detail stand for one pair and one unbroken range each', () => {
    const { openings } = analysis([need(['lan1', 'lan2'], 'core1', tcp('80-81,443')), need('lan1', 'core1', tcp('82'))], {}, 'exact');
    expect(openings.map(text)).toEqual([
      'firewall fw lan>core | lan1 > core1 | tcp 443 | operation',
      'firewall fw lan>core | lan1 > core1 | tcp 80-82 | operation',
      'firewall fw lan>core | lan2 > core1 | tcp 443 | operation',
      'firewall fw lan>core | lan2 > core1 | tcp 80-81 | operation',
    ]);
  });

  it('say which ends have no address yet, each once', () => {
    const { openings } = analysis([need(['bare', 'lan1', { zone: 'lan' }], ['core1', 'core2'], tcp('443'))], {
      hosts: [
        { id: 'bare', zone: 'lan', addresses: [] },
        { id: 'lan1', zone: 'lan', addresses: ['10.0.0.1'] },
        { id: 'core1', zone: 'core', addresses: ['10.1.0.1'] },
        { id: 'core2', zone: 'core', addresses: ['10.1.0.2'] },
      ],
    });
    expect(openings.map(text)).toEqual(['firewall fw lan>core | bare,lan1,lan > core1,core2 | tcp 443 | operation']);
    expect(openings[0]?.orderable).toBe(false);
    expect(openings[0]?.missing).toEqual([
      { kind: 'host', id: 'bare' },
      { kind: 'zone', id: 'lan' },
    ]);
  });
});

describe('the ends of a requirement', () => {
  const ends = (from: Part, more: Part = {}) => analysis([{ ...need([], 'core1', tcp('443')), id: 'own', from: [from] }], more);
  const found = (from: Part, more: Part = {}) =>
    ends(from, more).findings.map(({ code, subjects }) => `${code} ${subjects.map(({ kind, id }) => `${kind} ${id}`)}`);

  it('may be hosts, networks and zones', () => {
    expect(ends({ cidr: '10.0.7.0/24', zone: 'lan' }).openings[0]?.sources).toEqual([{ cidr: '10.0.7.0/24', addresses: ['10.0.7.0/24'] }]);
    const zones = [{ id: 'lan', cidrs: ['10.0.9.0/24', '10.0.0.0/24', '2001:db8::/64'] }, { id: 'core' }, { id: 'vault' }];
    expect(ends({ zone: 'lan' }, { zones }).openings[0]?.sources).toEqual([
      { zone: 'lan', addresses: ['10.0.0.0/24', '10.0.9.0/24', '2001:db8::/64'] },
    ]);
    expect(ends({ host: 'lan1' }).flows[0]?.from).toEqual({ host: 'lan1', component: null, zone: 'lan' });
    expect(ends({ cidr: '10.0.7.0/24', zone: 'lan' }).flows[0]?.from).toEqual({
      host: null,
      component: null,
      cidr: '10.0.7.0/24',
      zone: 'lan',
    });
  });

  it('that exist nowhere are reported', () => {
    for (const [kind, id] of [
      ['host', 'ghost'],
      ['component', 'ghost'],
      ['zone', 'ghost'],
    ] as const)
      expect(found({ [kind]: id })).toEqual([`reference-dangling requirement own,${kind} ${id}`]);
    expect(found({ cidr: '10.0.0.0/8', zone: 'ghost' })).toEqual(['reference-dangling requirement own,zone ghost']);
  });

  it('that are no networks are reported, and cannot be ordered', () => {
    const { openings } = ends({ cidr: '10.0.0.1/8', zone: 'lan' });
    expect(openings.map(({ orderable, missing }) => ({ orderable, missing }))).toEqual([
      { orderable: false, missing: [{ kind: 'requirement', id: 'own' }] },
    ]);
    expect(found({ cidr: '10.0.0.1/8', zone: 'lan' })).toContain('address-invalid requirement own');
  });

  it('that are components of an unknown type are the hosts they stand on', () => {
    const hosts = [
      { id: 'lan1', zone: 'lan', addresses: ['10.0.0.1'], components: [{ id: 'odd', type: 'acme/rocket' }] },
      { id: 'core1', zone: 'core', addresses: ['10.1.0.1'] },
    ];
    expect(ends({ component: 'odd' }, { hosts }).openings[0]?.sources).toEqual([{ host: 'lan1', addresses: ['10.0.0.1'] }]);
  });
});
