import { describe, expect, it } from 'vitest';
import { catalogSchema } from '../model/catalog.ts';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';

const sources = [{ id: 'page', row: 'L1' }];
const rule = (id: string, port: number, more: object = {}) => ({
  id,
  purpose: 'Something happens',
  from: ['agent'],
  to: ['server'],
  services: [{ protocol: 'tcp', ports: port }],
  standing: 'documented',
  sources,
  ...more,
});
const catalog = catalogSchema.parse({
  product: 'odd',
  name: 'Odd',
  letters: 'OD',
  version: '2026.11.1',
  description: 'A product made up for these tests',
  types: ['agent', 'server'].map((id) => ({ id, name: id, icon: 'box' })),
  rules: [
    rule('carrier', 1, { replaces: ['carrier', 'work', 'set-up'] }),
    rule('work', 2),
    rule('set-up', 3, { phase: 'install' }),
    rule('other', 4),
  ],
});

const scopes = (more: object = {}) =>
  Object.fromEntries(
    analyze(
      planSchema.parse({
        format: 'portolan.plan',
        version: 1,
        zones: [{ id: 'a' }, { id: 'b' }],
        hosts: [
          { id: 'pc', zone: 'a', components: [{ id: 'pc-0', type: 'odd/agent' }] },
          { id: 'srv', zone: 'b', components: [{ id: 'srv-0', type: 'odd/server' }] },
        ],
        ...more,
      }),
      [catalog],
    ).flows.map((flow) => [flow.rule, flow.scope]),
  );

describe('a carrier', () => {
  it('takes the flows it replaces, but neither itself nor those of phase install', () => {
    expect(scopes()).toEqual({ 'odd/carrier': 'crossing', 'odd/work': 'tunnelled', 'odd/set-up': 'crossing', 'odd/other': 'crossing' });
  });

  it('takes nothing where it is waived', () => {
    expect(scopes({ waivers: [{ rule: 'odd/carrier' }] })['odd/work']).toBe('crossing');
  });
});
