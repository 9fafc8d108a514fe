import { describe, expect, it } from 'vitest';
import { planSchema } from '../../model/plan.ts';
import { analyze } from '../analyze.ts';

type Part = Record<string, unknown>;

const need = (id: string, from: Part, to: Part, service: Part = { protocol: 'tcp', ports: '443' }): Part => ({
  id,
  from: [from],
  to: [to],
  service,
});
const host = (id: string, zone: string, ...addresses: string[]): Part => ({ id, zone, addresses });

/** What is said of ends with common addresses: who, and what the firewall lets through by mistake. */
const overlaps = (hosts: Part[], requirements: Part[], zones: Part[] = [{ id: 'lan' }, { id: 'core' }]) =>
  analyze(planSchema.parse({ format: 'portolan.plan', version: 1, zones, hosts, requirements }), [])
    .findings.filter(({ code }) => code === 'address-overlap')
    .map(({ subjects, why }) => [
      subjects.map(({ kind, id }) => `${kind} ${id}`).join(', '),
      why.replace('A firewall sees only addresses: ', ''),
    ]);

const SERVER = host('srv', 'core', '10.1.0.1');
const PCS = host('pcs', 'lan', '10.0.0.0/24');

describe('ends with common addresses', () => {
  it('are named with who gains what', () =>
    expect(overlaps([SERVER, PCS, host('pc', 'lan', '10.0.0.7')], [need('r', { host: 'pcs' }, { host: 'srv' })])).toEqual([
      ['host pc, host pcs', 'pc also gets tcp 443 to srv, meant for pcs.'],
    ]));

  it('are named where they are responders', () =>
    expect(
      overlaps([SERVER, PCS, host('pc', 'lan', '10.0.0.7')], [need('r', { host: 'srv' }, { host: 'pc' }, { protocol: 'esp' })]),
    ).toEqual([['host pc, host pcs', 'pcs also gets esp from srv, meant for pc.']]));

  it('are named with both gains, each counted', () =>
    expect(
      overlaps(
        [SERVER, PCS, host('pc', 'lan', '10.0.0.7')],
        [
          need('a', { host: 'pcs' }, { host: 'srv' }),
          need('b', { host: 'pcs' }, { host: 'srv' }, { protocol: 'tcp', ports: '80' }),
          need('c', { host: 'pc' }, { host: 'srv' }, { protocol: 'udp', ports: '53' }),
        ],
      ),
    ).toEqual([
      [
        'host pc, host pcs',
        expect.stringMatching(
          /^(pcs also gets udp 53 to srv, meant for pc; )?pc also gets tcp (80|443) to srv and 1 more, meant for pcs(; pcs also gets udp 53 to srv, meant for pc)?\.$/,
        ),
      ],
    ]));

  it('are silent where nobody gains: without openings, or where both may do the same', () => {
    const twins = [SERVER, PCS, host('pc', 'lan', '10.0.0.7')];
    expect(overlaps(twins, [])).toEqual([]);
    const both = (wide: Part, narrow: Part) =>
      overlaps(twins, [need('a', { host: 'pcs' }, { host: 'srv' }, wide), need('b', { host: 'pc' }, { host: 'srv' }, narrow)]).map(
        ([, why]) => why,
      );
    const tcp = (ports: string) => ({ protocol: 'tcp', ports });
    expect(both(tcp('443'), tcp('443'))).toEqual([]);
    expect(both(tcp('400-500'), tcp('443'))).toEqual(['pc also gets tcp 400-500 to srv, meant for pcs.']);
    expect(both(tcp('443'), tcp('400-500'))).toEqual(['pcs also gets tcp 400-500 to srv, meant for pc.']);
    expect(both({ protocol: 'icmp' }, { protocol: 'icmp', icmpType: 8 })).toEqual(['pc also gets icmp to srv, meant for pcs.']);
    expect(both({ protocol: 'icmp', icmpType: 8 }, { protocol: 'icmp', icmpType: 8 })).toEqual([]);
    expect(both({ protocol: 'esp' }, { protocol: 'gre' })).toHaveLength(1);
  });

  it('are silent where the two talk to each other alone', () =>
    expect(overlaps([host('a', 'lan', '10.0.0.7'), host('b', 'core', '10.0.0.7')], [need('r', { host: 'a' }, { host: 'b' })])).toEqual([]));

  it('are silent where addresses only touch, or are of two families', () => {
    const pair = (a: string, b: string) =>
      overlaps([SERVER, host('a', 'lan', a), host('b', 'lan', b)], [need('r', { host: 'a' }, { host: 'srv' })]).length;
    expect(pair('10.0.0.1-10.0.0.5', '10.0.0.5-10.0.0.9')).toBe(1);
    expect(pair('10.0.0.5-10.0.0.9', '10.0.0.1-10.0.0.5')).toBe(1);
    expect(pair('10.0.0.1-10.0.0.4', '10.0.0.5-10.0.0.9')).toBe(0);
    expect(pair('0.0.0.5', '::5')).toBe(0);
    expect(pair('2001:db8::/64', '2001:db8::1')).toBe(1);
  });

  it('are found behind a wide range that many stand in', () =>
    expect(
      overlaps(
        [SERVER, host('a', 'lan', '10.0.0.0/16'), host('b', 'lan', '10.0.1.1'), host('c', 'lan', '10.0.2.2'), host('d', 'lan', '10.0.2.2')],
        [need('r', { host: 'a' }, { host: 'srv' }), need('s', { host: 'c' }, { host: 'srv' }, { protocol: 'udp', ports: '53' })],
      ).map(([who]) => who),
    ).toEqual(['host a, host b', 'host a, host c', 'host a, host d', 'host c, host d']));

  it('are silent where one is a network written for the zone the other stands in', () => {
    const network = { cidr: '10.0.0.0/24', zone: 'lan' };
    expect(overlaps([SERVER, host('pc', 'lan', '10.0.0.7')], [need('r', network, { host: 'srv' })])).toEqual([]);
    expect(overlaps([SERVER, host('pc', 'core', '10.0.0.7')], [need('r', network, { host: 'srv' })])).toEqual([
      ['cidr 10.0.0.0/24, host pc', 'pc also gets tcp 443 to srv, meant for 10.0.0.0/24.'],
    ]);
    const zones = [{ id: 'lan', name: 'Office', cidrs: ['10.0.0.0/24'] }, { id: 'core' }];
    expect(overlaps([SERVER, host('pc', 'core', '10.0.0.7')], [need('r', { zone: 'lan' }, { host: 'srv' })], zones)).toEqual([
      ['host pc, zone lan', 'pc also gets tcp 443 to srv, meant for Office.'],
    ]);
  });

  it('do not include a host of the Internet that stands for any address', () => {
    const zones = [{ id: 'lan' }, { id: 'core' }, { id: 'internet', kind: 'internet' }];
    expect(
      overlaps([SERVER, host('world', 'internet'), host('pc', 'lan', '10.0.0.7')], [need('r', { host: 'world' }, { host: 'srv' })], zones),
    ).toEqual([]);
  });

  it('name a domain as the other end', () =>
    expect(overlaps([PCS, host('pc', 'lan', '10.0.0.7')], [need('r', { host: 'pc' }, { fqdn: 'www.example.org' })])).toEqual([
      ['host pc, host pcs', 'pcs also gets tcp 443 to www.example.org, meant for pc.'],
    ]));

  it('are listed up to a thousand pairs, the rest is mentioned', () => {
    const crowd = Array.from({ length: 50 }, (_, n) => host(`h${n}`, 'lan', '10.0.0.7'));
    const told = overlaps(
      [SERVER, ...crowd],
      crowd.map(({ id }, n) => need(`r${n}`, { host: id }, { host: 'srv' }, { protocol: 'tcp', ports: `${n + 1}` })),
    );
    expect(told).toHaveLength(1001);
    expect(told.filter(([who]) => who === '')).toHaveLength(1);
  });
});
