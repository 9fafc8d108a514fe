import { readdirSync, readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { type Plan, planSchema } from '../model/plan.ts';
import { grown, overlaps } from './geometry.ts';
import { crosses, redrawn, type Scene, sceneOf, solidBoxes } from './scene.ts';
import { EXTERNALS } from './sizes.ts';
import { analysisOf, samplePlan, sampleWires } from './testing/sample.ts';

const shown = { sameZone: true, local: false, waived: true, offers: false };
const several = (products: number, flows: number) => `${products} products, ${flows} flows`;

const templates = readdirSync('templates')
  .filter((name) => name.endsWith('.plan.json'))
  .map((name): [string, Plan] => [name, planSchema.parse(JSON.parse(readFileSync(`templates/${name}`, 'utf8')))]);
const plans: [string, Plan][] = [
  ...templates,
  ...templates.map(([name, plan]): [string, Plan] => [`${name} without layout`, { ...plan, layout: undefined }]),
];

function cardsCrossed(plan: Plan, scene: Scene): string[] {
  return [...solidBoxes(plan, scene.placement, scene.fold)].flatMap(([id, box]) =>
    scene.edges
      .filter((edge) => edge.from !== id && edge.to !== id && crosses(edge.corners, grown(box, -2)))
      .map((edge) => `${edge.from} to ${edge.to} over ${id}`),
  );
}

describe.each(plans)('scene of %s', (_name, plan) => {
  const analysis = analyze(plan, catalogs);
  const scene = sceneOf(plan, analysis, shown, several);

  it('draws every flow that is shown, between the cards it joins', () => {
    const drawn = new Set(scene.edges.flatMap((edge) => edge.flows.map((flow) => flow.id)));
    const wanted = analysis.flows.filter((flow) => flow.scope !== 'tunnelled' && (flow.waived !== null || flow.scope !== 'local'));
    expect([...drawn].sort()).toEqual(wanted.map((flow) => flow.id).sort());
    const solid = solidBoxes(plan, scene.placement, scene.fold);
    for (const edge of scene.edges) {
      const from = solid.get(edge.from);
      const to = solid.get(edge.to);
      const [start] = edge.corners;
      const end = edge.corners.at(-1);
      if (!from || !to || !start || !end) throw new Error(`${edge.id} has no ends`);
      expect(overlaps(grown(from, 1), { ...start, width: 0, height: 0 })).toBe(true);
      expect(overlaps(grown(to, 1), { ...end, width: 0, height: 0 })).toBe(true);
    }
  });

  it('draws lines of horizontal and vertical pieces that pass no card but their own', () => {
    for (const edge of scene.edges) {
      edge.corners.forEach((corner, index) => {
        const last = edge.corners[index - 1];
        if (last) expect(last.x === corner.x || last.y === corner.y).toBe(true);
      });
    }
    expect(cardsCrossed(plan, scene)).toEqual([]);
  });

  it('takes every line under the gates on its way', () => {
    for (const edge of scene.edges) {
      for (const passage of edge.passages) {
        const gate = scene.gates.find((one) => one.id === passage.gate);
        expect(gate, passage.gate).toBeDefined();
        if (gate) expect(crosses(edge.corners, gate.box)).toBe(true);
      }
    }
  });

  it('counts the openings of each boundary in each direction, once', () => {
    for (const boundary of analysis.boundaries) {
      const gate = scene.gates.find((one) => one.boundary === boundary.id);
      if (!gate) throw new Error(`${boundary.id} has no gate`);
      const towards = (zone: string) =>
        analysis.openings.filter((opening) =>
          opening.crossings.some((crossing) => crossing.boundary === boundary.id && crossing.toZone === zone),
        ).length;
      expect([gate.forward, gate.backward]).toEqual([towards(gate.high), towards(gate.low)]);
    }
  });

  it('stands gates beside each other and off the cards', () => {
    const cards = [...solidBoxes(plan, scene.placement, scene.fold)];
    for (const gate of scene.gates) {
      for (const [id, card] of cards) expect(overlaps(gate.box, card), `${gate.id} over ${id}`).toBe(false);
      for (const other of scene.gates)
        if (gate.id < other.id) expect(overlaps(gate.box, other.box), `${gate.id} over ${other.id}`).toBe(false);
    }
  });

  it('is the same for the same plan', () => {
    const again = sceneOf(structuredClone(plan), structuredClone(analysis), shown, several);
    expect(again.edges.map((edge) => [edge.corners, edge.pill])).toEqual(scene.edges.map((edge) => [edge.corners, edge.pill]));
    expect(again.gates.map((gate) => gate.box)).toEqual(scene.gates.map((gate) => gate.box));
  });
});

describe('dragging', () => {
  const analysis = analysisOf(samplePlan, sampleWires);
  const scene = sceneOf(samplePlan, analysis, shown, several);

  it('draws only the lines of the dragged card again', () => {
    const box = scene.placement.hosts.get('usm');
    if (!box) throw new Error('usm has no place');
    const placement = { ...scene.placement, hosts: new Map([...scene.placement.hosts, ['usm', { ...box, x: box.x + 24, y: box.y - 8 }]]) };
    const touched = new Set(scene.edges.filter((edge) => edge.from === 'usm' || edge.to === 'usm').map((edge) => edge.id));
    const during = redrawn(scene, samplePlan, placement, touched, several);
    during.edges.forEach((edge, index) => {
      if (touched.has(edge.id)) expect(edge.corners).not.toEqual(scene.edges[index]?.corners);
      else expect(edge).toBe(scene.edges[index]);
    });
    expect(touched.size).toBeGreaterThan(0);
  });

  it('keeps lines that an edit elsewhere does not concern', () => {
    const renamed = { ...samplePlan, title: 'Another title' };
    const after = sceneOf(renamed, analysis, shown, several, scene);
    expect(after.edges.map((edge) => edge.corners)).toEqual(scene.edges.map((edge) => edge.corners));
  });
});

describe('external services', () => {
  it('stand in one card in the Internet zone, which is drawn even where the plan has none', () => {
    const plan = planSchema.parse({
      format: 'portolan.plan',
      version: 1,
      zones: [{ id: 'core' }],
      hosts: [{ id: 'ts', zone: 'core', components: [{ id: 'ts-server', type: 'tanium/server' }] }],
    });
    const analysis = analyze(plan, catalogs);
    const scene = sceneOf(plan, analysis, shown, several);
    expect(scene.implicit?.id).toBe('internet');
    expect(scene.placement.externals).not.toBeNull();
    expect(scene.edges.some((edge) => edge.from === 'ts' && edge.to === EXTERNALS)).toBe(true);
    expect(scene.gates.length).toBeGreaterThan(0);
  });
});
