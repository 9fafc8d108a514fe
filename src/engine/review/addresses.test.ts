import { describe, expect, it } from 'vitest';
import { planSchema } from '../../model/plan.ts';
import { analyze } from '../analyze.ts';

const analysis = (parts: Record<string, unknown>) =>
  analyze(planSchema.parse({ format: 'portolan.plan', version: 1, zones: [], hosts: [], ...parts }), []);

describe('a host of the Internet', () => {
  const outside = (addresses: string[]) =>
    analysis({
      zones: [{ id: 'internet', kind: 'internet' }, { id: 'core' }],
      hosts: [
        { id: 'partner', zone: 'internet', addresses },
        { id: 'gate', zone: 'core', addresses: ['10.0.0.1'] },
      ],
      requirements: [{ id: 'own', from: [{ host: 'partner' }], to: [{ host: 'gate' }], service: { protocol: 'tcp', ports: '443' } }],
    });

  it('means everybody where it has no address', () => {
    const { openings, findings } = outside([]);
    expect(openings[0]?.sources).toEqual([{ host: 'partner', addresses: ['0.0.0.0/0', '::/0'] }]);
    expect(findings.map(({ code }) => code)).toEqual(['any-internet-source']);
  });

  it('never means everybody where its only address is mistyped', () => {
    const { openings, findings } = outside(['203.0.113.1/24']);
    expect(openings[0]?.sources).toEqual([{ host: 'partner', addresses: [] }]);
    expect(openings[0]?.orderable).toBe(false);
    expect(findings.map(({ code }) => code)).toEqual(['address-invalid', 'address-missing']);
  });
});

describe('addresses outside the networks of a zone', () => {
  const codes = (cidrs: string[], address: string) =>
    analysis({ zones: [{ id: 'core', cidrs }], hosts: [{ id: 'a', zone: 'core', addresses: [address] }] }).findings.map(({ code }) => code);

  it('lets a range lie across two networks that touch', () => {
    expect(codes(['10.1.0.0/16', '10.0.0.0/16'], '10.0.255.0-10.1.0.9')).toEqual([]);
    expect(codes(['10.2.0.0/16', '10.0.0.0/16'], '10.0.255.0-10.1.0.9')).toEqual(['address-outside-zone']);
    expect(codes(['10.0.0.0/8', '10.0.0.0/16'], '10.9.0.1')).toEqual([]);
  });
});
