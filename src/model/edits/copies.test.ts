import { describe, expect, it } from 'vitest';
import { emptyPlan } from '../plan.ts';
import { addComponent, setSetting } from './components.ts';
import { copyHosts, pasteHosts } from './copies.ts';
import { addHost, updateHost } from './hosts.ts';
import { addLink } from './links.ts';
import { addZone } from './zones.ts';

function twoHosts() {
  let plan = addZone(addZone(emptyPlan(), { id: 'a', kind: 'internal' }), { id: 'b', kind: 'dmz' });
  plan = addComponent(addHost(plan, { id: 'web-01', zone: 'a', name: 'WEB-01' }), 'web-01', 'tanium/server');
  plan = addComponent(addHost(plan, { id: 'db', zone: 'a', name: 'Database' }), 'db', 'infra/database');
  plan = setSetting(updateHost(plan, 'web-01', { addresses: ['10.0.0.1'] }), 'web-01-server', 'port', 17500);
  return addLink(plan, 'web-01-server', 'db-database');
}

describe('pasteHosts', () => {
  it('copies hosts with settings and the links between them, under the next free names and without addresses', () => {
    const plan = twoHosts();
    const { plan: next, ids } = pasteHosts(plan, copyHosts(plan, ['web-01', 'db']), 'b');
    expect(ids).toEqual(['web-02', 'database-2']);
    const [web, database] = next.hosts.slice(2);
    expect(web).toMatchObject({
      name: 'WEB-02',
      zone: 'b',
      addresses: [],
      components: [{ type: 'tanium/server', settings: { port: 17500 } }],
    });
    expect(database?.name).toBe('Database 2');
    expect(next.links.at(-1)).toEqual({ from: web?.components[0]?.id, to: database?.components[0]?.id });
    expect(new Set(next.hosts.flatMap((host) => host.components.map((component) => component.id))).size).toBe(4);
    expect(plan.hosts[0]?.components).toHaveLength(1);
  });

  it('counts on from a number of any length', () => {
    let plan = addHost(addZone(emptyPlan(), { id: 'a', kind: 'internal' }), { id: 's', zone: 'a', name: 'SN-999999999999999999999' });
    for (const name of ['SN-9999999999991000000000', 'SN-9999999999991000000001']) {
      const { plan: next, ids } = pasteHosts(plan, copyHosts(plan, ['s']), null);
      expect(next.hosts.find((host) => host.id === ids[0])?.name).toBe(name);
      plan = next;
    }
  });

  it('leaves links to what was not copied, and hosts whose zone is gone', () => {
    const plan = twoHosts();
    expect(pasteHosts(plan, copyHosts(plan, ['web-01']), null).plan.links).toHaveLength(1);
    expect(pasteHosts({ ...plan, zones: [] }, copyHosts(plan, ['web-01']), null).ids).toEqual([]);
  });
});
