import { describe, expect, it } from 'vitest';
import { compare } from './compare.ts';
import type { Opening, OpeningEnd } from './result.ts';
import { analysisOf, type Part } from './testing/post.ts';

const own = (id: string, from: Part, to: Part, service: Part, more: Part = {}): Part => ({ id, from: [from], to: [to], service, ...more });
const analysis = (requirements: Part[]) =>
  analysisOf({
    zones: [{ id: 'a' }, { id: 'b' }, { id: 'c', cidrs: ['10.3.0.0/16'] }],
    hosts: [
      { id: 'x', zone: 'a', addresses: ['10.0.0.1'] },
      { id: 'bare', zone: 'a', addresses: [] },
      { id: 'y', zone: 'b', addresses: ['10.0.1.1'] },
    ],
    requirements,
  });
const ends = (list: readonly OpeningEnd[]) =>
  list.map((end) => ('host' in end ? end.host : 'zone' in end ? end.zone : 'cidr' in end ? end.cidr : end.fqdns.join())).join('+');
const said = (opening: Opening) =>
  `${ends(opening.sources)} > ${ends(opening.destinations)} ${opening.services.map(({ protocol, ports, icmpType }) => [protocol, ports || (icmpType ?? 'all')].join(' ')).join(', ')}`;
const differences = (before: Part[], after: Part[]) => {
  const { add, remove, change } = compare(analysis(before), analysis(after));
  return [
    ...add.map((each) => `+ ${said(each)}`),
    ...remove.map((each) => `- ${said(each)}`),
    ...change.map((each) => `${said(each.old)} => ${said(each.new)}`),
  ];
};
const [X, Y] = [{ host: 'x' }, { host: 'y' }];
const icmp = (icmpType?: number) =>
  own(`icmp${icmpType ?? ''}`, X, Y, { protocol: 'icmp', ...(icmpType === undefined ? {} : { icmpType }) });

describe('a revision', () => {
  it('that needs one ICMP type more adds that type alone', () => {
    expect(differences([icmp(8)], [icmp(8), icmp(0)])).toEqual(['+ x > y icmp 0']);
    expect(differences([icmp(8), icmp(9)], [])).toEqual(['- x > y icmp 8, icmp 9']);
    expect(differences([], [icmp()])).toEqual(['+ x > y icmp all']);
    expect(differences([icmp()], [icmp(), icmp(8)])).toEqual([]);
  });

  it('tells every protocol apart from every other', () => {
    const of = (protocol: unknown) => own(`p${protocol}`, X, Y, { protocol });
    for (const protocol of ['esp', 'ah', 'gre', 99]) {
      expect(differences([], [of(protocol)])).toEqual([`+ x > y ${protocol} all`]);
      expect(differences([of(protocol)], [of(protocol)])).toEqual([]);
      expect(differences([of(protocol)], [of(6)])).toEqual([`x > y ${protocol} all => x > y tcp 1-65535`]);
    }
    const ports = (protocol: string, text: string) => own(`${protocol}${text}`, X, Y, { protocol, ports: text });
    expect(differences([ports('tcp', '1-10')], [ports('tcp', '1-10'), ports('udp', '5-12')])).toEqual(['+ x > y udp 5-12']);
    expect(differences([ports('udp', '1-10')], [ports('udp', '5-12')])).toEqual(['x > y udp 1-4 => x > y udp 11-12']);
    expect(differences([ports('tcp', '1-10')], [ports('tcp', '3,7')])).toEqual(['- x > y tcp 1-2,4-6,8-10']);
    expect(differences([ports('tcp', '1-10'), ports('tcp', '5-20')], [ports('tcp', '1-20')])).toEqual([]);
  });

  it('shows what shares two of source, destination and services as one change', () => {
    const tcp = (id: string, from: Part, to: Part, port: string) => own(id, from, to, { protocol: 'tcp', ports: port });
    const name = (fqdn: string) => ({ fqdn });
    const net = (cidr: string) => ({ cidr, zone: 'c' });
    expect(differences([tcp('r', X, name('a.example'), '80')], [tcp('r', X, name('b.example'), '80')])).toEqual([
      'x > a.example tcp 80 => x > b.example tcp 80',
    ]);
    expect(differences([tcp('r', X, net('10.3.1.0/24'), '80')], [tcp('r', X, net('10.3.2.0/24'), '80')])).toEqual([
      'x > 10.3.1.0/24 tcp 80 => x > 10.3.2.0/24 tcp 80',
    ]);
    expect(differences([tcp('r', net('10.3.1.0/24'), X, '80')], [tcp('r', { zone: 'c' }, X, '80')])).toEqual([
      '10.3.1.0/24 > x tcp 80 => c > x tcp 80',
    ]);
    expect(differences([tcp('r', X, Y, '80')], [tcp('r', X, Y, '81')])).toEqual(['x > y tcp 80 => x > y tcp 81']);
    expect(differences([tcp('r', X, Y, '80')], [tcp('r', Y, X, '80')])).toEqual(['+ y > x tcp 80', '- x > y tcp 80']);
    expect(differences([tcp('r', X, name('a.example'), '80')], [tcp('r', X, name('b.example'), '81')])).toEqual([
      '+ x > b.example tcp 81',
      '- x > a.example tcp 80',
    ]);
  });

  it('says of a line what only its own flows say', () => {
    const tcp = (id: string, from: Part, to: Part, ports: string, more: Part = {}) =>
      own(id, from, to, { protocol: 'tcp', ports }, { purpose: `Purpose ${id}`, ...more });
    const before = [tcp('old', X, Y, '80-81')];
    const { add } = compare(
      analysis(before),
      analysis([
        ...before,
        tcp('opt', { host: 'bare' }, Y, '80-81', { need: 'optional' }),
        tcp('more', X, Y, '82', { need: 'recommended' }),
      ]),
    );
    expect(add.map((line) => [said(line), line.need, line.justification, line.orderable, line.missing, line.flows.length]).sort()).toEqual([
      ['bare > y tcp 80-81', 'optional', 'Purpose opt', false, [{ kind: 'host', id: 'bare' }], 1],
      ['x > y tcp 82', 'recommended', 'Purpose more', true, [], 1],
    ]);
    const lacking = (to: Part) =>
      compare(analysis([]), analysis([tcp('r', X, to, '80')])).add.map(({ orderable, missing }) => [orderable, missing]);
    expect(lacking({ zone: 'b' })).toEqual([[false, [{ kind: 'zone', id: 'b' }]]]);
    expect(lacking({ zone: 'c' })).toEqual([[true, []]]);
  });
});
