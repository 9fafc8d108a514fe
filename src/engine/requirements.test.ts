import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

const flowOf = (service: Record<string, unknown>) =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'a' }, { id: 'b' }],
      hosts: [
        { id: 'from', zone: 'a' },
        { id: 'to', zone: 'b' },
      ],
      requirements: [{ id: 'own', from: [{ host: 'from' }], to: [{ host: 'to' }], service }],
    }),
    [],
  ).flows[0];

describe('a requirement', () => {
  it('has an ICMP type only where its protocol is ICMP, by name or number', () => {
    expect(flowOf({ protocol: 'icmp', icmpType: 8 })).toMatchObject({ protocol: 'icmp', icmpType: 8 });
    expect(flowOf({ protocol: 1, icmpType: 8 })).toMatchObject({ protocol: 'icmp', icmpType: 8 });
    expect(flowOf({ protocol: 'tcp', ports: '80', icmpType: 8 })).toMatchObject({ protocol: 'tcp', ports: '80', icmpType: null });
  });
});
