import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

/** A sensor installs HIDS agents over tcp 135 and a port that a setting of the agent chooses. */
const installing = (remoteInstallPort: string) =>
  analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'core' }],
      hosts: [
        { id: 'sensor', zone: 'core', components: [{ id: 'sensor-0', type: 'usm/sensor' }] },
        { id: 'pc', zone: 'core', components: [{ id: 'pc-0', type: 'usm/hids-agent', settings: { remoteInstallPort } }] },
      ],
    }),
    catalogs,
  );

describe('a rule of several services', () => {
  it('gives a flow for each of them', () => {
    const ports = installing('139')
      .flows.filter((flow) => flow.rule === 'usm/hids-install')
      .map((flow) => flow.ports);
    expect(ports.sort()).toEqual(['135', '139']);
  });

  it('gives none at all where the port of one is unknown', () => {
    const analysis = installing('nonsense');
    expect(analysis.flows.filter((flow) => flow.rule === 'usm/hids-install')).toEqual([]);
    expect(analysis.findings.map((finding) => finding.code)).toContain('condition-unknown');
  });
});
