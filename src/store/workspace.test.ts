import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { addComponent } from '../model/edits/components.ts';
import { freshId } from '../model/edits/fresh-id.ts';
import { addHost, moveHosts } from '../model/edits/hosts.ts';
import { removeItems } from '../model/edits/remove.ts';
import { addZone } from '../model/edits/zones.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { itemsSelection, NOTHING } from './selection.ts';
import { workspace } from './workspace.ts';

const state = () => workspace.getState();

/** One random edit, decided by a number. Some change nothing. */
function randomEdit(plan: Plan, choice: number): Plan {
  const zone = plan.zones[choice % Math.max(1, plan.zones.length)];
  const host = plan.hosts[choice % Math.max(1, plan.hosts.length)];
  switch (choice % 5) {
    case 0:
      return addZone(plan, { id: freshId(plan, 'zone'), kind: 'internal', rectangle: { x: choice, y: 0, width: 200, height: 100 } });
    case 1:
      return zone ? addHost(plan, { id: freshId(plan, 'host'), zone: zone.id, place: { x: choice, y: 1 } }) : plan;
    case 2:
      return host ? addComponent(plan, host.id, 'tanium/client') : plan;
    case 3:
      return host ? moveHosts(plan, [{ id: host.id, zone: host.zone, x: choice, y: choice }]) : plan;
    default:
      return zone && choice % 3 === 0 ? removeItems(plan, { zones: [zone.id] }) : plan;
  }
}

beforeEach(() => state().open(emptyPlan('Test'), 'blank'));

describe('history', () => {
  test('as many undos as edits give the start, as many redos the end', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { maxLength: 100 }), (choices) => {
        state().open(emptyPlan('Test'), 'blank');
        const start = state().plan;
        for (const choice of choices) state().edit('changePlan', (plan) => randomEdit(plan, choice));
        const end = state().plan;
        const steps = state().past.length;
        for (let i = 0; i < steps; i += 1) state().undo();
        expect(state().plan).toBe(start);
        expect(state().past).toEqual([]);
        for (let i = 0; i < steps; i += 1) state().redo();
        expect(state().plan).toBe(end);
        expect(state().future).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('an edit that changes nothing is no step, and a new edit ends the redo', () => {
    state().edit('addZone', (plan) => addZone(plan, { id: 'a', kind: 'dmz' }));
    state().edit('changePlan', (plan) => plan);
    expect(state().past.map((step) => step.name)).toEqual(['addZone']);
    state().undo();
    expect(state().future.map((step) => step.name)).toEqual(['addZone']);
    state().edit('addZone', (plan) => addZone(plan, { id: 'b', kind: 'dmz' }));
    expect(state().future).toEqual([]);
    expect(state().plan.zones.map((zone) => zone.id)).toEqual(['b']);
  });

  test('moving things and undoing it leaves the analysis current; other steps do not', () => {
    state().edit('addZone', (plan) => addZone(plan, { id: 'a', kind: 'dmz' }));
    expect(state().analysisState).toBe('behind');
    state().edit('changePlan', (plan) => ({ ...plan, layout: { zones: {}, hosts: {} } }));
    expect(state().analysisState).toBe('behind');
    state().setAnalysisState('current');
    state().edit('changePlan', (plan) => ({ ...plan, title: 'Renamed', layout: { zones: {}, hosts: { h: { x: 1, y: 2 } } } }));
    expect(state().analysisState).toBe('current');
    state().undo();
    expect(state().analysisState).toBe('current');
    state().redo();
    expect(state().analysisState).toBe('current');
    state().edit('changePlan', (plan) => ({ ...plan, readings: { dispute: 'reading' } }));
    expect(state().analysisState).toBe('behind');
    state().setAnalysisState('current');
    state().undo();
    expect(state().analysisState).toBe('behind');
    state().setAnalysisState('failed');
    state().edit('changePlan', (plan) => ({ ...plan, title: 'Tried again' }));
    expect(state().analysisState).toBe('behind');
  });

  test('opening another plan forgets the history and the selection', () => {
    state().edit('addZone', (plan) => addZone(plan, { id: 'a', kind: 'dmz' }));
    state().select(itemsSelection({ zones: ['a'] }));
    state().open(emptyPlan('Other'), 'file');
    expect(state().past).toEqual([]);
    expect(state().selection).toBe(NOTHING);
    expect(state().analysisState).toBe('behind');
  });
});

describe('selection', () => {
  test('what is deleted is no longer selected', () => {
    state().edit('addZone', (plan) => addZone(plan, { id: 'a', kind: 'dmz' }));
    state().edit('addHost', (plan) => addComponent(addHost(plan, { id: 'h', zone: 'a' }), 'h', 'tanium/client', 'h-client'));
    state().select({ kind: 'component', host: 'h', component: 'h-client' });
    state().edit('remove', (plan) => removeItems(plan, { components: ['h-client'] }));
    expect(state().selection).toEqual(itemsSelection({ hosts: ['h'] }));
    state().edit('remove', (plan) => removeItems(plan, { hosts: ['h'] }));
    expect(state().selection).toBe(NOTHING);
  });

  test('undoing an addition takes its selection along', () => {
    state().edit('addZone', (plan) => addZone(plan, { id: 'a', kind: 'dmz' }));
    state().select(itemsSelection({ zones: ['a'] }));
    state().undo();
    expect(state().selection).toBe(NOTHING);
  });
});
