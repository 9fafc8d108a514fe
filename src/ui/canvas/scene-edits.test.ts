import { describe, expect, it } from 'vitest';
import { contains, overlaps } from '../../layout/geometry.ts';
import { type Scene, sceneOf } from '../../layout/scene.ts';
import { analysisOf, samplePlan, sampleWires } from '../../layout/testing/sample.ts';
import { withCollapsed } from '../../model/edits/collapse.ts';
import { componentOn } from '../../model/edits/components.ts';
import type { Plan } from '../../model/plan.ts';
import { componentSplit, droppedAt, hostPlaced } from './scene-edits.ts';

const shown = { sameZone: true, local: false, waived: true, offers: false };
const scene = (plan: Plan): Scene => sceneOf(plan, analysisOf(plan, sampleWires), shown, () => '');
const shared = samplePlan.hosts.find((host) => host.components.length > 1);
if (!shared) throw new Error('no card of the sample has two rows');
const moving = shared.components[1]?.id ?? '';

describe('a component dropped on the ground of a zone', () => {
  const before = scene(samplePlan);
  const dmz = before.placement.zones.get('dmz');
  if (!dmz) throw new Error('the DMZ has no place');

  it('gets a host of its own there, off the cards that stand there, and keeps what it is', () => {
    const taken = before.placement.hosts.get('zs');
    if (!taken) throw new Error('the zone server has no place');
    const { plan, host } = componentSplit(samplePlan, before, moving, 'dmz', { x: taken.x + 90, y: taken.y + 20 });
    expect(componentOn(plan, moving)).toEqual({ host: plan.hosts.find(({ id }) => id === host), component: shared.components[1] });
    expect(componentOn(plan, moving)?.host.zone).toBe('dmz');
    const card = scene(plan).placement.hosts.get(host);
    expect(card && overlaps(card, taken)).toBe(false);
    expect(plan.links).toEqual(samplePlan.links);
  });

  it('moves nothing else', () => {
    const after = scene(componentSplit(samplePlan, before, moving, 'dmz', { x: dmz.x + 100, y: dmz.y + 200 }).plan);
    for (const [id, { x, y }] of before.whole.hosts) expect(after.whole.hosts.get(id)).toMatchObject({ x, y });
  });
});

describe('what goes into a collapsed zone', () => {
  const plan = withCollapsed(samplePlan, ['office'], true);
  const before = scene(plan);
  const frame = before.placement.zones.get('office');
  if (!frame) throw new Error('the office has no frame');
  const at = { x: frame.x + 30, y: frame.y + 20 };
  /** Nothing stands upon anything once all is open. */
  const tidy = (after: Plan, added: string) => {
    const { placement } = scene(withCollapsed(after, ['office'], false));
    const [card, zone] = [placement.hosts.get(added), placement.zones.get('office')];
    expect(card && zone && contains(zone, card)).toBe(true);
    for (const [id, box] of placement.hosts) if (card && id !== added) expect(overlaps(card, box), id).toBe(false);
  };

  it.each([
    ['a host', () => droppedAt(plan, before, [{ id: 'zs', ...at, into: 'office' }]), 'zs'],
    ['a new host', () => hostPlaced(plan, before, 'office', at, null).plan, hostPlaced(plan, before, 'office', at, null).id],
    ['a component', () => componentSplit(plan, before, moving, 'office', at).plan, componentSplit(plan, before, moving, 'office', at).host],
  ])('finds a place of its own: %s', (_name, edit, added) => {
    const after = edit();
    expect(after.hosts.find(({ id }) => id === added)?.zone).toBe('office');
    tidy(after, added);
  });

  it('goes along when the frame is moved', () => {
    const after = scene(droppedAt(plan, before, [{ id: 'office', x: frame.x + 40, y: frame.y - 20 }]));
    for (const host of plan.hosts.filter(({ zone }) => zone === 'office')) {
      const was = before.whole.hosts.get(host.id);
      expect(after.whole.hosts.get(host.id)).toMatchObject({ x: (was?.x ?? 0) + 40, y: (was?.y ?? 0) - 20 });
    }
  });
});
