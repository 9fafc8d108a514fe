import { readdirSync, readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { isNamed } from '../engine/result.ts';
import { withCollapsed } from '../model/edits/collapse.ts';
import { type Plan, planSchema } from '../model/plan.ts';
import { familyOf } from './family.ts';
import { foldOf, UNFOLDED } from './fold.ts';
import { grown, overlaps } from './geometry.ts';
import { crosses, sceneOf, solidBoxes } from './scene.ts';
import { EXTERNALS, ZONE_HEAD } from './sizes.ts';
import { analysisOf, samplePlan, sampleWires } from './testing/sample.ts';

const shown = { sameZone: true, local: true, waived: true, offers: false };
const several = (products: number, flows: number) => `${products} products, ${flows} flows`;

const templates = readdirSync('templates')
  .filter((name) => name.endsWith('.plan.json'))
  .map((name) => planSchema.parse(JSON.parse(readFileSync(`templates/${name}`, 'utf8'))));
/** Every template with each of its zones collapsed alone, and with all of them collapsed. */
const cases = templates.flatMap((plan): [string, Plan, string[]][] => [
  ...plan.zones.map(({ id }): [string, Plan, string[]] => [`${plan.title}, ${id} collapsed`, plan, [id]]),
  [`${plan.title}, all collapsed`, plan, plan.zones.map(({ id }) => id)],
]);

describe.each(cases)('%s', (_name, plan, zones) => {
  const open = sceneOf(plan, analyze(plan, catalogs), shown, several);
  const collapsed = withCollapsed(plan, zones, true);
  const analysis = analyze(collapsed, catalogs);
  const scene = sceneOf(collapsed, analysis, shown, several);
  const { held, standIn } = scene.fold;

  it('changes nothing that follows from the plan, and moves nothing', () => {
    expect(analysis).toEqual(analyze(plan, catalogs));
    expect(scene.whole).toEqual(open.whole);
    for (const [id, box] of scene.placement.hosts) expect(box).toEqual(open.placement.hosts.get(id));
    for (const [id, box] of scene.placement.zones) {
      const before = open.placement.zones.get(id);
      if (!before) throw new Error(`${id} has no place`);
      if (held.has(id)) {
        expect({ x: box.x, y: box.y, height: box.height }).toEqual({ x: before.x, y: before.y, height: ZONE_HEAD });
        expect(box.width).toBeLessThanOrEqual(before.width);
      } else expect(box).toEqual(before);
    }
  });

  it('draws every flow but those that stay within a collapsed zone, and ends them on that zone', () => {
    const endOf = (end: (typeof analysis.flows)[number]['to']) => {
      const id = isNamed(end) ? EXTERNALS : (end.host ?? end.zone);
      return standIn.get(id) ?? id;
    };
    const wanted = analysis.flows.filter((flow) => {
      const [from, to] = [endOf(flow.from), endOf(flow.to)];
      return flow.scope !== 'tunnelled' && !(from === to && held.has(from));
    });
    expect(scene.edges.flatMap((edge) => edge.flows.map(({ id }) => id)).sort()).toEqual(wanted.map(({ id }) => id).sort());
    const solid = solidBoxes(collapsed, scene.placement, scene.fold);
    for (const edge of scene.edges) {
      for (const flow of edge.flows) expect([endOf(flow.from), endOf(flow.to)]).toEqual([edge.from, edge.to]);
      const [start, end] = [edge.corners[0], edge.corners.at(-1)];
      const [from, to] = [solid.get(edge.from), solid.get(edge.to)];
      if (!start || !end || !from || !to) throw new Error(`${edge.id} has no ends`);
      expect(overlaps(grown(from, 1), { ...start, width: 0, height: 0 })).toBe(true);
      expect(overlaps(grown(to, 1), { ...end, width: 0, height: 0 })).toBe(true);
    }
    expect(new Set(scene.edges.map(({ id }) => id)).size).toBe(scene.edges.length);
  });

  it('takes every line under the gates on its way', () => {
    for (const edge of scene.edges) {
      for (const passage of edge.passages) {
        const gate = scene.gates.find((one) => one.id === passage.gate);
        expect(gate && crosses(edge.corners, gate.box), `${edge.id} under ${passage.gate}`).toBe(true);
      }
    }
  });

  it('leads lines around collapsed zones and gates off them', () => {
    for (const id of held.keys()) {
      const frame = scene.placement.zones.get(id);
      if (!frame) throw new Error(`${id} has no frame`);
      const through = scene.edges.filter((edge) => edge.from !== id && edge.to !== id && crosses(edge.corners, grown(frame, -2)));
      expect(through.map((edge) => `${edge.from} to ${edge.to}`)).toEqual([]);
      expect(scene.gates.filter((gate) => overlaps(gate.box, frame)).map((gate) => gate.name)).toEqual([]);
    }
  });
});

describe('a zone in a collapsed zone', () => {
  const plan = withCollapsed(samplePlan, ['core', 'db'], true);
  const family = familyOf(plan);

  it('is hidden with it, whether collapsed itself or not', () => {
    const fold = foldOf(plan, family, 'internet');
    expect([...fold.held.keys()]).toEqual(['core']);
    expect(fold.standIn.get('db')).toBe('core');
    expect(fold.held.get('core')).toEqual({
      within: new Set(['core', 'db']),
      zones: 1,
      hosts: samplePlan.hosts.filter(({ zone }) => zone === 'core' || zone === 'db').length,
    });
  });

  it('keeps its gates to other zones, on the frame that stands for it', () => {
    const analysis = analysisOf({ ...plan, boundaries: [...plan.boundaries, { id: 'direct', between: ['db', 'dmz'] }] }, sampleWires);
    const scene = sceneOf(plan, analysis, shown, several);
    const gate = scene.gates.find(({ boundary }) => boundary === 'direct');
    expect(gate && [gate.low, gate.high].sort()).toEqual(['db', 'dmz']);
    expect(scene.gates.some(({ low, high }) => [low, high].every((id) => id === 'core' || id === 'db'))).toBe(false);
  });
});

it('is the very same where nothing is collapsed', () => {
  expect(foldOf(samplePlan, familyOf(samplePlan), 'internet')).toBe(UNFOLDED);
  expect(foldOf({ ...samplePlan, layout: { zones: {}, hosts: {}, collapsed: ['gone'] } }, familyOf(samplePlan), null).standIn.size).toBe(0);
});
