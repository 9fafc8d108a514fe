import { describe, expect, it } from 'vitest';
import { readPlan } from '../gate.ts';
import { planSchema } from '../plan.ts';
import { packPlan, writePlan } from '../write-plan.ts';
import { collapsedZones, withCollapsed } from './collapse.ts';
import { removeItems } from './remove.ts';

const plan = planSchema.parse({
  format: 'portolan.plan',
  version: 1,
  zones: [{ id: 'core' }, { id: 'db', parent: 'core' }, { id: 'dmz' }],
  hosts: [{ id: 'pg', zone: 'db' }],
  layout: { zones: { core: { x: 0, y: 0, width: 640, height: 380 } }, hosts: { pg: { x: 40, y: 60 } }, later: true },
});

describe('collapsing zones', () => {
  it('keeps every place, and expanding gives the plan as it was', () => {
    const collapsed = withCollapsed(plan, ['dmz', 'core'], true);
    expect(collapsed.layout).toEqual({ ...plan.layout, collapsed: ['core', 'dmz'] });
    expect({ ...collapsed, layout: undefined }).toEqual({ ...plan, layout: undefined });
    expect(withCollapsed(withCollapsed(collapsed, ['core'], false), ['dmz'], false)).toEqual(plan);
  });

  it('changes nothing where nothing changes', () => {
    expect(withCollapsed(plan, ['core'], false)).toBe(plan);
    const collapsed = withCollapsed(plan, ['core'], true);
    expect(withCollapsed(collapsed, ['core'], true)).toBe(collapsed);
  });

  it('leaves no empty layout behind', () => {
    const { layout: _gone, ...unplaced } = plan;
    const collapsed = withCollapsed(unplaced, ['core'], true);
    expect([...collapsedZones(collapsed)]).toEqual(['core']);
    expect(withCollapsed(collapsed, ['core'], false)).toEqual(unplaced);
  });

  it('survives a file and a link', () => {
    const collapsed = withCollapsed(plan, ['core'], true);
    for (const text of [writePlan(collapsed), packPlan(collapsed)]) {
      const read = readPlan(JSON.parse(text));
      expect(read.ok && [...collapsedZones(read.plan)]).toEqual(['core']);
      expect(read.ok && read.unknown).toEqual(['layout.later']);
    }
  });

  it('is forgotten with the zone and the zones inside it', () => {
    const collapsed = withCollapsed(plan, ['core', 'db', 'dmz'], true);
    expect([...collapsedZones(removeItems(collapsed, { zones: ['core'] }))]).toEqual(['dmz']);
  });
});
