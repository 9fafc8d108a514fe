import catalogs from 'virtual:catalogs';
import { describe, expect, test } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { endKeyOf } from '../layout/end-key.ts';
import { planSchema } from '../model/plan.ts';
import { focusOf, selectedFlows } from './focus.ts';
import { NOTHING } from './selection.ts';
import { findingsOf, flowsByHost, flowsByPair, openingsByBoundary, openingsByFlow } from './selectors.ts';
import { selectionOf } from './subject-selection.ts';

const plan = planSchema.parse({
  format: 'portolan.plan',
  version: 1,
  zones: [
    { id: 'internet', kind: 'internet' },
    { id: 'dmz', kind: 'dmz' },
    { id: 'core', kind: 'internal' },
  ],
  firewalls: [{ id: 'fw', name: 'FW' }],
  boundaries: [
    { id: 'edge', between: ['internet', 'dmz'], firewall: 'fw' },
    { id: 'inner', between: ['dmz', 'core'], firewall: 'fw' },
  ],
  hosts: [
    {
      id: 'ts',
      zone: 'core',
      components: [
        { id: 'server', type: 'tanium/server' },
        { id: 'hub', type: 'tanium/zone-server-hub' },
      ],
    },
    { id: 'zs', zone: 'dmz', components: [{ id: 'zone-server', type: 'tanium/zone-server' }] },
    { id: 'laptops', zone: 'internet', count: 10, components: [{ id: 'client', type: 'tanium/client' }] },
  ],
});
const analysis = analyze(plan, catalogs);

describe('selectors', () => {
  test('every opening stands at its boundary, in its direction, once', () => {
    for (const opening of analysis.openings) {
      for (const crossing of opening.crossings) {
        if (crossing.boundary === null) continue;
        const there = openingsByBoundary(analysis).get(crossing.boundary)?.get(crossing.fromZone) ?? [];
        expect(there.filter((one) => one === opening)).toHaveLength(1);
      }
    }
  });

  test('pairs hold every flow once, by its two ends', () => {
    const pairs = [...flowsByPair(analysis).values()];
    expect(pairs.flatMap((pair) => pair.flows).length).toBe(analysis.flows.length);
    for (const pair of pairs) for (const flow of pair.flows) expect([endKeyOf(flow.from), endKeyOf(flow.to)]).toEqual([pair.from, pair.to]);
  });

  test('openings and flows lead to each other', () => {
    for (const opening of analysis.openings)
      for (const flow of opening.flows) expect(openingsByFlow(analysis).get(flow)).toContain(opening);
  });

  test('a host knows its flows as either end', () => {
    const own = flowsByHost(analysis).get('zs') ?? [];
    expect(own.some((flow) => flow.from.host === 'laptops')).toBe(true);
    expect(own.some((flow) => flow.from.host === 'ts')).toBe(true);
    expect(new Set(own).size).toBe(own.length);
  });

  test('findings are found by what they are about', () => {
    expect(findingsOf(analysis, 'host', 'ts').some((finding) => finding.code === 'address-missing')).toBe(true);
    expect(findingsOf(null, 'host', 'ts')).toEqual([]);
  });
});

describe('focus', () => {
  test('an opening lights its flows, their ends and the way between', () => {
    const opening = analysis.openings.find((one) => one.flows.length > 0 && one.toZone === 'dmz' && one.fromZone === 'core');
    const focus = focusOf({ analysis, selection: { kind: 'opening', id: opening?.id ?? '' } });
    expect([...(focus?.flows ?? [])].sort()).toEqual([...(opening?.flows ?? [])].sort());
    expect(focus?.hosts.has('zs')).toBe(true);
    expect(focus?.boundaries.has('inner')).toBe(true);
    expect(focus?.firewalls.has('fw')).toBe(true);
    expect(focus?.hosts.has('laptops')).toBe(false);
  });

  test('selected hosts light nothing but have flows of their own', () => {
    const selection = { kind: 'items', zones: [], hosts: ['zs'] } as const;
    expect(focusOf({ analysis, selection })).toBeNull();
    expect(selectedFlows(analysis, selection)).toEqual(flowsByHost(analysis).get('zs'));
    expect(selectedFlows(analysis, NOTHING)).toBeNull();
  });
});

describe('what a finding selects', () => {
  test('hosts and zones together, a component alone, the gate of a firewall, else nothing', () => {
    const select = (...subjects: { kind: string; id: string }[]) => selectionOf({ subjects }, plan, analysis);
    expect(select({ kind: 'host', id: 'ts' }, { kind: 'zone', id: 'dmz' })).toEqual({ kind: 'items', zones: ['dmz'], hosts: ['ts'] });
    expect(select({ kind: 'component', id: 'hub' })).toEqual({ kind: 'component', host: 'ts', component: 'hub' });
    expect(select({ kind: 'firewall', id: 'fw' })).toMatchObject({ kind: 'boundary' });
    expect(select({ kind: 'host', id: 'gone' })).toBe(NOTHING);
  });
});
