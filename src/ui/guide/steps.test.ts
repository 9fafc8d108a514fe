import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { isNamed } from '../../engine/result.ts';
import { arrange } from '../../layout/arrange.ts';
import { overlaps } from '../../layout/geometry.ts';
import { moveHosts } from '../../model/edits/hosts.ts';
import { removeItems } from '../../model/edits/remove.ts';
import { addZone } from '../../model/edits/zones.ts';
import { emptyPlan, type Plan } from '../../model/plan.ts';
import { NOTHING, type Selection } from '../../store/selection.ts';
import { GUIDE_STEPS, type GuideStep, guideFlows, guideOpening, isDone, withStep } from './steps.ts';

const name = (kind: string) => kind;
const blank = addZone(emptyPlan('First'), { id: 'internet', kind: 'internet', rectangle: { x: 0, y: 0, width: 240, height: 200 } });
const DRAWN = ['zone', 'server', 'second', 'client'] as const;
const through = (last: number): Plan => DRAWN.slice(0, last + 1).reduce((plan, step) => withStep(plan, step, name), blank);
const judged = (step: GuideStep, plan: Plan, selection: Selection = NOTHING, saved = 0) =>
  isDone(step, { plan, analysis: analyze(plan, catalogs), selection, saved });

describe('the steps that draw', () => {
  it.each(DRAWN.map((step, index) => [step, index] as const))('%s is done by itself, and not by what came before', (step, index) => {
    expect(judged(step, through(index - 1))).toBe(false);
    expect(judged(step, through(index))).toBe(true);
  });

  it.each(DRAWN)('%s is done for somebody who skipped all before it', (step) => {
    for (const plan of [blank, emptyPlan()]) expect(judged(step, withStep(plan, step, name))).toBe(true);
  });

  it.each(DRAWN)('%s changes nothing where it is done', (step) => {
    const plan = through(3);
    expect(withStep(plan, step, name)).toBe(plan);
  });

  it('puts nothing upon anything, and moves nothing', () => {
    const placement = arrange(through(3));
    const zones = [...placement.zones.values()];
    for (const [index, box] of zones.entries()) for (const other of zones.slice(index + 1)) expect(overlaps(box, other)).toBe(false);
    const first = arrange(through(1));
    for (const [id, box] of first.hosts) expect(placement.hosts.get(id)).toEqual(box);
  });

  it('is judged by the plan as it is: what is deleted is open again, a client beside its server is none yet', () => {
    const plan = through(3);
    const server = plan.hosts.find((host) => host.components.some(({ type }) => type === 'tanium/server'));
    const client = plan.hosts.find((host) => host.components.some(({ type }) => type === 'tanium/client'));
    if (!server || !client) throw new Error('the plan lacks a host');
    expect(judged('server', removeItems(plan, { hosts: [server.id] }))).toBe(false);
    expect(judged('client', moveHosts(plan, [{ id: client.id, zone: server.zone, x: 0, y: 0 }]))).toBe(false);
    expect(judged('client', moveHosts(plan, [{ id: client.id, zone: 'internet', x: 0, y: 0 }]))).toBe(false);
  });
});

describe('the step that reads', () => {
  const plan = through(3);
  const analysis = analyze(plan, catalogs);
  const [flow] = guideFlows(plan, analysis);
  if (!flow) throw new Error('the client needs no flow');

  it('is about the flow from the client to the server', () => {
    const runs = (host: string | null) => plan.hosts.find(({ id }) => id === host)?.components[0]?.type;
    expect(runs(flow.from.host)).toBe('tanium/client');
    expect(!isNamed(flow.to) && runs(flow.to.host)).toBe('tanium/server');
    expect(flow.scope).toBe('crossing');
  });

  it('is done by selecting its line or its opening, and by nothing else', () => {
    const opening = guideOpening(plan, analysis);
    const other = analysis.openings.find(({ id }) => id !== opening);
    expect(opening).not.toBeNull();
    expect(judged('read', plan, { kind: 'opening', id: opening ?? '' })).toBe(true);
    expect(judged('read', plan, { kind: 'edge', from: '', to: '', flows: [flow.id] })).toBe(true);
    expect(judged('read', plan, { kind: 'opening', id: other?.id ?? '' })).toBe(false);
    expect(judged('read', plan)).toBe(false);
  });

  it('takes any opening where there is no client', () => {
    const alone = through(1);
    const found = guideOpening(alone, analyze(alone, catalogs));
    expect(found).not.toBeNull();
    expect(judged('read', alone, { kind: 'opening', id: found ?? '' })).toBe(true);
  });
});

it('ends with a file saved since the step began', () => {
  expect(judged('export', blank)).toBe(false);
  expect(judged('export', blank, NOTHING, 1)).toBe(true);
  expect(GUIDE_STEPS.length).toBeLessThanOrEqual(6);
});
