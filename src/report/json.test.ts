import { describe, expect, it } from 'vitest';
import { flow, input, opening } from './fixtures/hand-made.ts';
import { checkJson, flowRecord, flowsJson, hostsJson, jsonText, openingRecord, openingsJson } from './json.ts';

describe('JSON', () => {
  it('has the fields of the contract in its order, and no others', () => {
    expect(Object.keys(flowRecord(flow('f1')))).toEqual([
      'id',
      'rule',
      'from',
      'to',
      'protocol',
      'ports',
      'icmpType',
      'need',
      'phase',
      'standing',
      'purpose',
      'product',
      'sources',
      'advice',
      'crossings',
      'scope',
      'waived',
      'via',
      'deviations',
    ]);
    expect(Object.keys(openingRecord(opening('o1')))).toEqual([
      'id',
      'point',
      'fromZone',
      'toZone',
      'sources',
      'destinations',
      'services',
      'need',
      'phase',
      'products',
      'justification',
      'orderable',
      'missing',
      'advice',
      'deviations',
      'flows',
    ]);
  });

  it('shows ends of every kind', () => {
    const ends = [
      { host: 'a', addresses: ['10.0.0.1'] },
      { zone: 'core', addresses: [] },
      { cidr: '10.0.0.0/8', addresses: ['10.0.0.0/8'] },
      { external: null, fqdns: ['x.example.org'] },
    ];
    expect(openingRecord(opening('o1', { destinations: ends })).destinations).toEqual(ends);
    expect(flowRecord(flow('f1', { to: { external: 'tanium/content', fqdns: ['content.tanium.com'], zone: 'internet' } })).to).toEqual({
      external: 'tanium/content',
      fqdns: ['content.tanium.com'],
      zone: 'internet',
    });
    expect(flowRecord(flow('f1')).to).toEqual({ host: 'b', component: 'b-c', zone: 'dmz' });
    expect(flowRecord(flow('f1', { from: { host: null, component: null, cidr: '10.0.0.0/8', zone: 'core' } })).from).toEqual({
      host: null,
      component: null,
      cidr: '10.0.0.0/8',
      zone: 'core',
    });
  });

  it('carries a type for ICMP only', () => {
    const services = [
      { protocol: 'tcp', ports: '443', icmpType: null },
      { protocol: 'icmp', ports: '', icmpType: null },
    ] as const;
    expect(openingRecord(opening('o1', { services })).services).toEqual([
      { protocol: 'tcp', ports: '443' },
      { protocol: 'icmp', ports: '', icmpType: null },
    ]);
  });

  it('wraps each report as the contract says', () => {
    const finding = {
      code: 'link-unused',
      severity: 'warning',
      what: 'w',
      why: 'y',
      next: 'n',
      subjects: [{ kind: 'link', id: 'l' }],
    } as const;
    const of = input({
      flows: [flow('f1', { waived: { reason: 'r' } })],
      openings: [opening('o1')],
      findings: [finding],
      accepted: [{ ...finding, reason: 'known' }],
      hosts: [
        { host: 'a', inbound: [], outbound: [{ flow: 'f1', peer: 'b', protocol: 'tcp', ports: '443', icmpType: null, process: null }] },
      ],
    });
    expect(JSON.parse(flowsJson(of))).toEqual({ flows: [flowRecord(flow('f1', { waived: { reason: 'r' } }))] });
    expect(JSON.parse(openingsJson(of))).toEqual({ openings: [openingRecord(opening('o1'))], findings: [finding] });
    expect(JSON.parse(hostsJson(of))).toEqual({ hosts: of.analysis.hosts });
    expect(JSON.parse(checkJson(of))).toEqual({ findings: [finding], accepted: [{ ...finding, reason: 'known' }] });
  });

  it('is safe to print and reads back unchanged', () => {
    const value = { 'k\u202e': 'a\u009b31m\u2028\u{e0041}\ud800\u0000\n"' };
    expect(jsonText(value)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Cs}\u2028]/u);
    expect(JSON.parse(jsonText(value))).toEqual(value);
  });
});
