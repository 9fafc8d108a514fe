import catalogs from 'virtual:catalogs';
import { expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { planSchema } from '../plan.ts';
import { componentOn, moveComponent, setSetting, splitOff } from './components.ts';

const plan = planSchema.parse({
  format: 'portolan.plan',
  version: 1,
  zones: [{ id: 'core' }, { id: 'dmz', kind: 'dmz' }],
  hosts: [
    {
      id: 'ts',
      zone: 'core',
      addresses: ['10.0.0.1'],
      count: 3,
      components: [
        { id: 'ts-server', type: 'tanium/server', settings: { clientPort: 17480 } },
        { id: 'ts-database', type: 'tanium/database', settings: { port: 1500 } },
      ],
    },
  ],
  links: [{ from: 'ts-server', to: 'ts-database' }],
});

it('puts a component on a host of its own for as many machines, with its id, settings and links', () => {
  const { plan: after, host } = splitOff(plan, 'ts-database');
  expect(after.hosts).toEqual([
    { ...plan.hosts[0], components: [plan.hosts[0]?.components[0]] },
    { id: host, name: 'TANIUM-DATABASE-01', zone: 'core', addresses: [], count: 3, components: [plan.hosts[0]?.components[1]] },
  ]);
  expect(after.links).toEqual(plan.links);
});

it('makes what was local a flow between two hosts, and through a boundary where the zone is another one', () => {
  const scopes = (at: typeof plan) =>
    analyze(at, catalogs)
      .flows.filter((flow) => flow.ports === '1500')
      .map((flow) => flow.scope);
  const single = { ...plan, hosts: plan.hosts.map((host) => ({ ...host, count: 1 })) };
  expect(new Set(scopes(single))).toEqual(new Set(['local']));
  expect(new Set(scopes(splitOff(single, 'ts-database').plan))).toEqual(new Set(['same-zone']));
  expect(new Set(scopes(splitOff(single, 'ts-database', { zone: 'dmz' }).plan))).toEqual(new Set(['crossing']));
});

it('is taken back by moving the component home', () => {
  const { plan: after, host } = splitOff(plan, 'ts-database', { place: { x: 4, y: 8 } });
  expect(after.layout?.hosts[host]).toEqual({ x: 4, y: 8 });
  expect(componentOn(moveComponent(after, 'ts-database', 'ts'), 'ts-database')?.host.components).toEqual(plan.hosts[0]?.components);
});

it('changes nothing for a component that is alone or that there is not', () => {
  const alone = splitOff(plan, 'ts-database').plan;
  expect(splitOff(alone, 'ts-database').plan).toBe(alone);
  expect(splitOff(plan, 'gone').plan).toBe(plan);
  expect(setSetting(plan, 'gone', 'port', 1)).toBe(plan);
});
