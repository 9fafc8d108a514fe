import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import endpoint from '../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../model/gate.ts';
import type { Plan } from '../model/plan.ts';
import { type PlanChange, planChanges } from '../model/plan-changes.ts';
import { analyze } from './analyze.ts';
import { compared, partOfChange } from './comparison.ts';

type Draft = typeof endpoint;

function planOf(change: (draft: Draft) => void = () => undefined): Plan {
  const draft = structuredClone(endpoint);
  change(draft);
  const read = readPlan(draft);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return read.plan;
}

const said = (changes: readonly PlanChange[]) => changes.map(({ what, kind, id }) => `${what} ${kind} ${id}`);

function comparison(change: (draft: Draft) => void) {
  const [before, after] = [planOf(), planOf(change)];
  return compared({ plan: before, analysis: analyze(before, catalogs) }, { plan: after, analysis: analyze(after, catalogs) });
}

describe('changes of a plan', () => {
  it('are none where only the drawing, the words and the order of lists differ', () => {
    const now = planOf((draft) => {
      draft.title = 'Other';
      draft.revision = '9';
      draft.hosts.reverse();
      draft.zones.reverse();
      for (const host of draft.hosts) host.components.reverse();
      delete (draft as Partial<Draft>).layout;
    });
    expect(planChanges(planOf(), now)).toEqual([]);
  });

  it('name every part that came, went or changed, with its fields', () => {
    const now = planOf((draft) => {
      draft.hosts.push({ id: 'lab', name: 'Lab', zone: 'office', addresses: [], components: [] } as never);
      draft.waivers = [];
      Object.assign(draft.hosts[2]?.components[0] ?? {}, { settings: { hubPort: 17474 } });
    });
    const changes = planChanges(planOf(), now);
    const component = planOf().hosts[2]?.components[0];
    expect(said(changes)).toContain('added host lab');
    expect(changes.filter(({ kind }) => kind === 'waiver').map(({ what }) => what)).toEqual(planOf().waivers.map(() => 'removed'));
    expect(changes.find(({ id }) => id === component?.id)).toMatchObject({
      what: 'changed',
      kind: 'component',
      host: planOf().hosts[2]?.id,
    });
    expect(changes.find(({ id }) => id === component?.id)?.fields).toContainEqual({
      field: 'settings.hubPort',
      old: component?.settings.hubPort,
      new: 17474,
    });
    const back = planChanges(now, planOf());
    expect(back.map(({ what }) => what).sort()).toEqual(
      changes.map(({ what }) => (what === 'added' ? 'removed' : what === 'removed' ? 'added' : what)).sort(),
    );
  });
});

describe('what caused a line', () => {
  it('is the host that came, not one beside it', () => {
    const { lines } = comparison((draft) => {
      draft.hosts.push(
        {
          id: 'lab',
          name: 'Lab',
          zone: 'office',
          addresses: ['10.20.9.0/24'],
          components: [{ id: 'lab-client', type: 'tanium/client' }],
        } as never,
        { id: 'idle', name: 'Idle', zone: 'office', addresses: ['10.20.8.1'], components: [] } as never,
      );
    });
    expect(lines.map(({ what, causes }) => [what, said(causes)])).toEqual([['added', ['added component lab-client', 'added host lab']]]);
  });

  it('is the setting whose port changed', () => {
    const { lines } = comparison((draft) => {
      Object.assign(draft.hosts[2]?.components[0] ?? {}, { settings: { hubPort: 17474 } });
      for (const host of draft.hosts) host.name = `${host.name} new`;
    });
    expect(lines.length).toBeGreaterThan(0);
    for (const { causes } of lines) expect(said(causes)).toEqual([`changed component ${planOf().hosts[2]?.components[0]?.id}`]);
  });

  it('is the waiver that was taken back', () => {
    const { lines } = comparison((draft) => {
      draft.waivers = [];
    });
    expect(lines.length).toBeGreaterThan(0);
    for (const { causes } of lines) expect(causes.map(({ kind }) => kind)).toContain('waiver');
  });
});

describe('the two parts of a change', () => {
  const sideOf = (plan: Plan) => ({ plan, analysis: analyze(plan, catalogs) });
  const without = (id: string) =>
    planOf((draft) => {
      draft.hosts = draft.hosts.filter((host) => host.id !== id);
    });

  it('are empty where nothing differs', () => {
    for (const what of ['add', 'remove'] as const)
      expect(partOfChange(sideOf(planOf()), sideOf(planOf()), what).analysis.openings).toEqual([]);
  });

  it('turn round with the direction, each in its own plan', () => {
    const [whole, less] = [sideOf(planOf()), sideOf(without('pg1'))];
    const gone = partOfChange(whole, less, 'remove');
    const come = partOfChange(less, whole, 'add');
    expect(gone.analysis.openings.map(({ id }) => id)).toEqual(come.analysis.openings.map(({ id }) => id));
    expect(gone.analysis.openings.length).toBeGreaterThan(0);
    expect([gone.plan, come.plan]).toEqual([whole.plan, whole.plan]);
    expect(partOfChange(whole, less, 'add').analysis.openings).toEqual([]);
  });

  it('permit nothing together', () => {
    const moved = planOf((draft) => {
      for (const host of draft.hosts) if (host.id === 'pg1') host.addresses = ['10.10.40.9'];
    });
    const said = (what: 'add' | 'remove') =>
      partOfChange(sideOf(planOf()), sideOf(moved), what).analysis.openings.flatMap(({ destinations }) => JSON.stringify(destinations));
    expect(said('add').join()).toContain('10.10.40.9');
    expect(said('remove').join()).toContain('10.10.40.5');
    expect(said('remove').join()).not.toContain('10.10.40.9');
  });
});
