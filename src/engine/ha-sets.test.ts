import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

/** An SMS client linked to the first of two servers; gives the servers it opens sessions to. */
const reached = (haGroup: string | number) => {
  const server = (id: string, settings: object) => ({ id, zone: 'core', components: [{ id: `${id}-sms`, type: 'sms/server', settings }] });
  const analysis = analyze(
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'core' }],
      hosts: [
        server('one', { haRole: 'primary', haGroup }),
        server('two', { haRole: 'secondary' }),
        { id: 'desk', zone: 'core', components: [{ id: 'desk-client', type: 'sms/client' }] },
      ],
      links: [{ from: 'desk-client', to: 'one-sms' }],
    }),
    catalogs,
  );
  return analysis.flows.filter((flow) => flow.rule === 'sms/client-session').map((flow) => ('host' in flow.to ? flow.to.host : null));
};

describe('a link to one server', () => {
  it('reaches the other of its pair', () => expect(reached('').sort()).toEqual(['one', 'two']));

  it('reaches no server of another pair', () => expect(reached('elsewhere')).toEqual(['one']));

  it('reaches nobody else where the group is not a valid one: it is unknown, not empty', () => expect(reached(5)).toEqual(['one']));
});
