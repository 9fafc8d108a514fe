import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Plan, planSchema, ZONE_KINDS } from '../model/plan.ts';
import { arrange, type Placement } from './arrange.ts';
import { familyOf } from './family.ts';
import { type Box, contains, overlaps } from './geometry.ts';
import { EXTERNALS, ZONE_HEAD } from './sizes.ts';

const zoneCount = 7;

/** Plans without layout: up to seven zones nested at will, up to thirty hosts of different height. */
const plans = fc
  .record({
    kinds: fc.array(fc.constantFrom(...ZONE_KINDS), { minLength: 1, maxLength: zoneCount }),
    parents: fc.array(fc.nat(zoneCount), { minLength: zoneCount, maxLength: zoneCount }),
    hosts: fc.array(fc.record({ zone: fc.nat(zoneCount - 1), rows: fc.nat(4), count: fc.constantFrom(1, 40) }), { maxLength: 30 }),
  })
  .map(({ kinds, parents, hosts }) =>
    planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: kinds.map((kind, index) => {
        const parent = parents[index] ?? 0;
        return { id: `z${index}`, kind, parent: parent < index ? `z${parent}` : null };
      }),
      hosts: hosts.map((host, index) => ({
        id: `h${index}`,
        zone: `z${host.zone % kinds.length}`,
        count: host.count,
        components: Array.from({ length: host.rows }, (_, row) => ({ id: `h${index}c${row}`, type: 'infra/dns-server' })),
      })),
    }),
  );

function siblings(plan: Plan, placement: Placement): { inside: Box | null; boxes: [string, Box][] }[] {
  const family = familyOf(plan);
  return [null, ...plan.zones.map((zone) => zone.id)].map((zone) => ({
    inside: zone === null ? null : (placement.zones.get(zone) ?? null),
    boxes: [
      ...(family.zonesIn.get(zone) ?? []).map((child) => child.id),
      ...plan.hosts.filter((host) => host.zone === zone).map((host) => host.id),
      ...(zone === 'z0' ? [EXTERNALS] : []),
    ].flatMap((id): [string, Box][] => {
      const box = id === EXTERNALS ? placement.externals : (placement.zones.get(id) ?? placement.hosts.get(id));
      return box ? [[id, box]] : [];
    }),
  }));
}

describe('arrange', () => {
  it('never lets siblings overlap and keeps content below the title of its zone', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        const placement = arrange(plan, { zone: 'z0', rows: 3 });
        expect(placement.zones.size).toBe(plan.zones.length);
        expect(placement.hosts.size).toBe(plan.hosts.length);
        for (const { inside, boxes } of siblings(plan, placement)) {
          for (const [id, box] of boxes) {
            if (inside) {
              expect(contains(inside, box), `${id} inside its zone`).toBe(true);
              expect(box.y).toBeGreaterThanOrEqual(inside.y + ZONE_HEAD);
            }
            for (const [other, otherBox] of boxes) if (id < other) expect(overlaps(box, otherBox), `${id} over ${other}`).toBe(false);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same places for the same plan', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        expect(arrange(structuredClone(plan), null)).toEqual(arrange(plan, null));
      }),
      { numRuns: 50 },
    );
  });

  it('keeps what the layout places and finds room for the rest', () => {
    const plan = planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'core' }, { id: 'db', parent: 'core' }, { id: 'lan' }],
      hosts: [
        { id: 'a', zone: 'core' },
        { id: 'b', zone: 'core' },
        { id: 'c', zone: 'db' },
      ],
      layout: { zones: { core: { x: 300, y: 0, width: 640, height: 380 } }, hosts: { a: { x: 332, y: 48 } } },
    });
    const placement = arrange(plan);
    expect(placement.hosts.get('a')).toMatchObject({ x: 332, y: 48 });
    expect(placement.zones.get('core')).toMatchObject({ x: 300, y: 0, width: 640 });
    for (const { boxes } of siblings(plan, placement))
      for (const [id, box] of boxes) for (const [other, otherBox] of boxes) if (id < other) expect(overlaps(box, otherBox)).toBe(false);
  });

  it('draws zones in a cycle and hosts without a zone instead of losing them', () => {
    const plan = planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [
        { id: 'a', parent: 'b' },
        { id: 'b', parent: 'a' },
      ],
      hosts: [{ id: 'h', zone: 'nowhere' }],
    });
    const placement = arrange(plan, { zone: 'internet', rows: 1 });
    expect([...placement.zones.keys()].sort()).toEqual(['a', 'b', 'internet']);
    expect(placement.hosts.has('h')).toBe(true);
    expect(placement.externals).not.toBeNull();
  });
});
