import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

const waived = (from: object) =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'a' }, { id: 'b' }],
      hosts: [
        { id: 'h1', zone: 'a', components: [{ id: 'lost', type: 'nobody/nothing' }] },
        { id: 'h2', zone: 'b' },
      ],
      requirements: [{ id: 'r', from: [{ host: 'h1' }], to: [{ host: 'h2' }], service: { protocol: 'tcp', ports: '443' } }],
      waivers: [{ rule: 'requirement/r', from, reason: 'test' }],
    }),
    [],
  );

describe('a waiver', () => {
  it('of a host leaves its flow out', () => expect(waived({ host: 'h1' }).openings).toEqual([]));

  it('of a component of an unknown type leaves the other flows of its host alone', () => {
    const analysis = waived({ component: 'lost' });
    expect(analysis.openings).toHaveLength(1);
    expect(analysis.findings.map((finding) => finding.code)).toContain('waiver-unused');
  });
});
