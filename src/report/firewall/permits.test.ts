import { describe, expect, it } from 'vitest';
import type { Opening } from '../../engine/result.ts';
import { input, opening } from '../fixtures/hand-made.ts';
import { makeNames } from '../names.ts';
import { fortigate } from './fortigate.ts';
import { nftables } from './nftables.ts';
import { panos } from './panos.ts';
import { permitsOf } from './permits.ts';
import { STYLES } from './styles.ts';
import { terraformAzure } from './terraform-azure.ts';

const given = input();
const permit = (more: Partial<Opening>, capabilities = nftables.capabilities) =>
  permitsOf(opening('o1', more), given.plan, makeNames(given), capabilities);
const services = (list: readonly Partial<Opening['services'][number]>[]) =>
  list.map((service) => ({ protocol: 'tcp', ports: '', icmpType: null, ...service }) as Opening['services'][number]);

describe('permits', () => {
  it('exist for every family both sides have, and name who is left out', () => {
    const { permits, refused } = permit({
      sources: [
        { host: 'a', addresses: ['10.0.0.1', '2001:db8::1'] },
        { cidr: '2001:db8:9::/48', addresses: ['2001:db8:9::/48'] },
      ],
      destinations: [{ host: 'b', addresses: ['10.1.0.1'] }],
    });
    expect(permits.map(({ family, sources }) => [family, sources.ranges.map((range) => range.text)])).toEqual([[4, ['10.0.0.1']]]);
    expect(refused).toEqual([
      { line: 'o1', where: 'Core | DMZ', what: 'source 2001:db8:9::/48', reason: 'the other side lacks its address family' },
    ]);
  });

  it('are none for ends without address', () => {
    const { permits, refused } = permit({ sources: [{ host: 'a', addresses: [] }], orderable: false });
    expect(permits).toEqual([]);
    expect(refused.map(({ what, reason }) => `${what}: ${reason}`)).toEqual([
      'source A-01: PLACEHOLDER, not orderable: no address or name yet',
    ]);
  });

  it('refuse names where a style has none, and wildcards where it has only names', () => {
    const destinations = [
      { external: null, fqdns: ['www.example.org'] },
      { external: 'x/y', fqdns: ['*.example.org'] },
    ];
    expect(permit({ destinations }).refused).toHaveLength(2);
    expect(permit({ destinations }, panos.capabilities).refused.map(({ what }) => what)).toEqual(['destination x/y']);
    expect(permit({ destinations }, fortigate.capabilities).refused).toEqual([]);
  });

  it('never widen a service', () => {
    const list = services([{ protocol: 'icmp', icmpType: 8 }, { protocol: 0 }, { protocol: 'gre' }, { protocol: 'udp', ports: '53' }]);
    expect(permit({ services: list }).refused.map(({ what }) => what)).toEqual(['IP protocol 0']);
    expect(permit({ services: list }, terraformAzure.capabilities).refused.map(({ what }) => what)).toEqual([
      'icmp type 8',
      'IP protocol 0',
      'IP protocol 47',
    ]);
    expect(permit({ services: list }, panos.capabilities).refused.map(({ what }) => what)).toEqual([
      'icmp',
      'IP protocol 0',
      'IP protocol 47',
    ]);
  });

  it('give IPv6 the types of ICMPv6', () => {
    const six = { sources: [{ host: 'a', addresses: ['2001:db8::1'] }], destinations: [{ host: 'b', addresses: ['2001:db8::2'] }] };
    const { permits, refused } = permit({
      ...six,
      services: services([
        { protocol: 'icmp', icmpType: 8 },
        { protocol: 'icmp', icmpType: 13 },
      ]),
    });
    expect(permits.flatMap((each) => each.services)).toEqual([{ kind: 'icmp', types: [128] }]);
    expect(refused.map(({ what }) => what)).toEqual(['icmp type 13']);
  });

  it('keep any Internet address apart from addresses', () => {
    const sources = [
      { host: 'a', addresses: ['0.0.0.0/0', '::/0'] },
      { host: 'b', addresses: ['10.5.0.1'] },
    ];
    const { permits } = permit({ sources });
    expect(permits.map(({ name, sources: side }) => [name, side.any, side.ranges.length])).toEqual([
      ['o1-4sp', false, 1],
      ['o1-4si', true, 0],
    ]);
  });
});

describe('every style', () => {
  const zones = [
    { id: 'core', cidrs: ['10.0.0.0/24'], kind: 'internal', filtering: true, intraZone: 'open' },
    { id: 'dmz', cidrs: ['10.1.0.0/24'], kind: 'dmz', filtering: true, intraZone: 'open' },
  ] as const;
  const any = input(
    {
      openings: [opening('o1', { sources: [{ host: 'a', addresses: ['0.0.0.0/0', '::/0'] }], phase: 'install' })],
    },
    { zones: zones.map((zone) => ({ ...zone, cidrs: [...zone.cidrs] })) },
  );

  it.each(STYLES.filter((style) => style.per === 'point').map((style) => [style.id, style] as const))(
    '%s keeps the own networks out of any Internet address',
    (_, style) => {
      const text = style
        .render({ ...any, date: '2026-01-31', remove: false })
        .files.map((file) => file.text)
        .join('\n');
      expect(text).toContain('2026-01-31');
      expect(text).toContain('TEMPORARY (install)');
      expect(text).toMatch(
        /saddr != @inside_4|-s 10\.1\.0\.0\/24 -j RETURN|ip-range 10\.1\.1\.0-|set start-ip 10\.1\.1\.0|range-address 10\.1\.1\.0 to |address: "10\.1\.1\.0\/24"|ip-address-first '10\.1\.1\.0' |^ range 10\.1\.1\.0 |_ranges += \[.*"10\.1\.1\.0\/24"/m,
      );
    },
  );

  const everywhere = input(
    { openings: any.analysis.openings },
    { zones: zones.map((zone) => ({ ...zone, cidrs: ['0.0.0.0/1', '128.0.0.0/1', '::/1', '8000::/1'] })) },
  );

  it.each(STYLES.filter((style) => style.per === 'point').map((style) => [style.id, style] as const))(
    '%s lets nobody stand for the Internet where the own networks leave nothing of it',
    (id, style) => {
      const { files, refused } = style.render({ ...everywhere, date: null, remove: false });
      const text = files.map((file) => file.text).join('\n');
      // Linux names the own networks and takes what is beside them: nothing.
      const linux = { nftables: 'saddr != @inside_4', iptables: '-A from-internet -s 0.0.0.0/0 -j RETURN' }[id];
      if (linux === undefined) {
        expect(refused.map((each) => [each.line, each.reason])).toEqual([['o1', 'the networks of the plan leave no Internet address']]);
        expect(text).toContain('NOT IN THIS FILE, 1 refused:');
      } else expect(text).toContain(linux);
    },
  );

  it.each(STYLES.filter((style) => style.removes && style.per === 'point').map((style) => [style.id, style] as const))(
    '%s takes away without opening',
    (_, style) => {
      const text = style
        .render({ ...any, date: null, remove: true })
        .files.map((file) => file.text)
        .join('\n');
      expect(text).not.toMatch(
        / accept|-j ACCEPT|ACCEPT \[|action allow|set action|then permit|^access-list .* permit|^m add access-rule/m,
      );
    },
  );
});
