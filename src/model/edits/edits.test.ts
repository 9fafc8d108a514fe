import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPlan, type Plan, planSchema, undrawnBoundaryId } from '../plan.ts';
import { addFirewall, drawBoundary, setFirewall, updateBoundary, zonesOfUndrawn } from './boundaries.ts';
import { addComponent, moveComponent, setSetting } from './components.ts';
import { freshId, freshName, idsOf } from './fresh-id.ts';
import { hostNameFor } from './host-name.ts';
import { addHost, moveHosts } from './hosts.ts';
import { setReading, unwaive, waive } from './judgements.ts';
import { addLink, removeLink } from './links.ts';
import { removeItems } from './remove.ts';
import { rename } from './rename.ts';
import { addZone, moveZone, setZoneParent } from './zones.ts';

/** Two zones, one inside a third, three hosts, a link, a boundary and a firewall. */
function sample(): Plan {
  return planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    title: 'Sample',
    zones: [
      { id: 'core', kind: 'internal' },
      { id: 'db', kind: 'restricted', parent: 'core' },
      { id: 'dmz', kind: 'dmz' },
    ],
    firewalls: [{ id: 'fw', name: 'FW' }],
    boundaries: [{ id: 'edge', between: ['core', 'dmz'], firewall: 'fw' }],
    hosts: [
      { id: 'a', zone: 'core', components: [{ id: 'a-server', type: 'tanium/server' }] },
      { id: 'b', zone: 'db', components: [{ id: 'b-database', type: 'tanium/database' }] },
      { id: 'c', zone: 'dmz', components: [{ id: 'c-client', type: 'tanium/client' }] },
    ],
    links: [{ from: 'c-client', to: 'a-server' }],
    waivers: [{ rule: 'tanium/x', from: { host: 'c' }, to: null, reason: 'no' }],
    requirements: [
      { id: 'r', from: [{ host: 'a' }, { host: 'c' }], to: [{ fqdn: 'www.example.org' }], service: { protocol: 'tcp', ports: '443' } },
    ],
    paths: [{ between: ['core', 'dmz'], via: ['edge'] }],
    layout: {
      zones: {
        core: { x: 0, y: 0, width: 600, height: 400 },
        db: { x: 300, y: 100, width: 200, height: 200 },
        dmz: { x: 700, y: 0, width: 200, height: 200 },
      },
      hosts: { a: { x: 24, y: 48 }, b: { x: 320, y: 150 }, c: { x: 720, y: 48 } },
    },
  });
}

const text = fc.string({ minLength: 1, maxLength: 12 });

describe('laws', () => {
  test('adding a zone, host or component and removing it again gives the plan back', () => {
    fc.assert(
      fc.property(text, fc.boolean(), (base, withPlace) => {
        const plan = sample();
        const id = freshId(plan, base);
        const zone = addZone(plan, { id, kind: 'cloud', ...(withPlace ? { rectangle: { x: 1, y: 2, width: 300, height: 200 } } : {}) });
        expect(removeItems(zone, { zones: [id] })).toEqual(plan);
        const host = addHost(plan, { id, zone: 'core', ...(withPlace ? { place: { x: 1, y: 2 } } : {}) });
        expect(removeItems(addComponent(host, id, 'tanium/client'), { hosts: [id] })).toEqual(plan);
        expect(removeItems(addComponent(plan, 'a', 'tanium/client', id), { components: [id] })).toEqual(plan);
      }),
      { numRuns: 60 },
    );
  });

  test('a link, a setting, a reading, a waiver and a parent can be taken back exactly', () => {
    const plan = sample();
    expect(removeLink(addLink(plan, 'a-server', 'b-database'), 'a-server', 'b-database')).toEqual(plan);
    expect(setSetting(setSetting(plan, 'a-server', 'clientPort', 17473), 'a-server', 'clientPort', undefined)).toEqual(plan);
    expect(setReading(setReading(plan, 'tanium/d', 'x'), 'tanium/d', undefined)).toEqual(plan);
    const waiver = { rule: 'tanium/y', from: null, to: null, reason: 'r' };
    expect(unwaive(waive(plan, waiver), waiver)).toEqual(plan);
    expect(setZoneParent(setZoneParent(plan, 'db', 'dmz'), 'db', 'core')).toEqual(plan);
  });

  test('moving a zone and moving it back gives the plan back, with everything inside', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }), (x, y) => {
        const plan = sample();
        const moved = moveZone(plan, 'core', { x, y });
        expect(moved.layout?.zones.db).toMatchObject({ x: x + 300, y: y + 100 });
        expect(moved.layout?.hosts.b).toMatchObject({ x: x + 320, y: y + 150 });
        expect(moved.layout?.hosts.c).toEqual(plan.layout?.hosts.c);
        expect(moveZone(moved, 'core', { x: 0, y: 0 })).toEqual(plan);
      }),
      { numRuns: 40 },
    );
  });

  test('a fresh id is never one of the plan, and fits the schema', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'core', 'r', 'edge', 'fw', 'A!', '~x', '')), (bases) => {
        let plan = sample();
        for (const base of bases) {
          const id = freshId(plan, base);
          expect(idsOf(plan).has(id)).toBe(false);
          plan = addHost(plan, { id, zone: 'core' });
        }
        expect(planSchema.safeParse(plan).success).toBe(true);
      }),
    );
  });

  test('no edit changes the plan it is given', () => {
    const plan = sample();
    const before = JSON.stringify(plan);
    removeItems(plan, { zones: ['core'] });
    moveZone(plan, 'core', { x: 9, y: 9 });
    moveHosts(plan, [{ id: 'a', zone: 'db', x: 5, y: 5 }]);
    setSetting(plan, 'a-server', 'clientPort', 1);
    rename(plan, 'fw', 'Other');
    setFirewall(plan, 'edge', null);
    expect(JSON.stringify(plan)).toBe(before);
  });
});

describe('removing', () => {
  test('a zone takes its content and all that names it along', () => {
    const rest = removeItems(sample(), { zones: ['core'] });
    expect(rest.zones.map((zone) => zone.id)).toEqual(['dmz']);
    expect(rest.hosts.map((host) => host.id)).toEqual(['c']);
    expect(rest.boundaries).toEqual([]);
    expect(rest.links).toEqual([]);
    expect(rest.paths).toEqual([]);
    expect(rest.requirements[0]?.from).toEqual([{ host: 'c' }]);
    expect(Object.keys(rest.layout?.zones ?? {})).toEqual(['dmz']);
  });

  test('a boundary outlives its firewall, a waiver does not outlive its end', () => {
    expect(removeItems(sample(), { firewalls: ['fw'] }).boundaries).toEqual([{ id: 'edge', between: ['core', 'dmz'] }]);
    expect(removeItems(sample(), { hosts: ['c'] }).waivers).toEqual([]);
  });
});

describe('boundaries', () => {
  test('a firewall on an undrawn boundary draws it', () => {
    const plan = sample();
    const id = undrawnBoundaryId('dmz', 'db');
    const guarded = setFirewall(plan, id, 'fw');
    expect(guarded.boundaries.at(-1)).toMatchObject({ between: ['db', 'dmz'], firewall: 'fw' });
    expect(setFirewall(plan, id, null)).toBe(plan);
  });

  test('the id of an undrawn boundary gives its zones back, whatever they are called', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(zonesOfUndrawn(undrawnBoundaryId(a, b))).toEqual(a < b ? [a, b] : [b, a]);
      }),
    );
    expect(zonesOfUndrawn('edge')).toBeNull();
  });

  test('taking the firewall of a drawn boundary away leaves the boundary', () => {
    const bare = setFirewall(sample(), ['dmz', 'core'], null);
    expect(bare.boundaries).toEqual([{ id: 'edge', between: ['core', 'dmz'] }]);
    expect(updateBoundary(bare, 'edge', { firewall: 'fw' })).toEqual(sample());
  });
});

describe('the rest', () => {
  test('a zone cannot stand in itself or its own content', () => {
    const plan = sample();
    expect(setZoneParent(plan, 'core', 'db')).toBe(plan);
    expect(setZoneParent(plan, 'core', 'core')).toBe(plan);
  });

  test('names are numbered where they are taken', () => {
    const plan = rename(sample(), 'a', 'TANIUM-SERVER-01');
    expect(hostNameFor(plan, 'tanium/server')).toBe('TANIUM-SERVER-02');
    expect(hostNameFor(plan, 'tanium/zone-server')).toBe('ZONE-SERVER-01');
    expect(freshName(addFirewall(emptyPlan(), { id: 'x', name: 'DMZ' }), 'DMZ')).toBe('DMZ 2');
  });

  test('a component moves with its settings and its links', () => {
    const plan = setSetting(sample(), 'a-server', 'clientPort', 17473);
    const moved = moveComponent(plan, 'a-server', 'b');
    expect(moved.hosts[1]?.components.map((component) => component.id)).toEqual(['b-database', 'a-server']);
    expect(moved.hosts[1]?.components[1]?.settings.clientPort).toBe(17473);
    expect(moved.links).toEqual(plan.links);
    expect(moveComponent(plan, 'a-server', 'nowhere')).toBe(plan);
  });

  test('an equal link is not drawn twice, and drawing keeps the names of both zones', () => {
    const plan = sample();
    expect(addLink(plan, 'c-client', 'a-server')).toBe(plan);
    expect(drawBoundary(plan, 'db', 'dmz').boundaries.at(-1)?.between).toEqual(['db', 'dmz']);
  });
});
