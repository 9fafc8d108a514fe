import catalogs from 'virtual:catalogs';
import { expect, test } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { compared } from '../../engine/comparison.ts';
import endpoint from '../../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../../model/gate.ts';
import { mergedFor } from './merged.ts';

function sideOf(change: (draft: typeof endpoint) => void = () => undefined) {
  const draft = structuredClone(endpoint);
  change(draft);
  const read = readPlan(draft);
  if (!read.ok) throw new Error(read.error.what);
  return { plan: read.plan, analysis: analyze(read.plan, catalogs) };
}

const without = (id: string) => (draft: typeof endpoint) => {
  draft.hosts = draft.hosts.filter((host) => host.id !== id);
};

test('the same plan twice has no marks', () => {
  const { marks } = mergedFor(compared(sideOf(), sideOf()), true);
  expect([marks.hosts.size, marks.zones.size, marks.flows.size, marks.gates.size]).toEqual([0, 0, 0, 0]);
});

test('what is gone stands in its place, with its lines and its gate, unless it is not wanted', () => {
  const comparison = compared(sideOf(), sideOf(without('pg1')));
  const shown = mergedFor(comparison, true);
  expect(shown.marks.hosts).toEqual(new Map([['pg1', 'removed']]));
  expect(shown.plan.hosts.map(({ id }) => id)).toContain('pg1');
  expect(shown.plan.layout?.hosts.pg1).toEqual(sideOf().plan.layout?.hosts.pg1);
  const gone = [...shown.marks.flows].filter(([, mark]) => mark === 'removed').map(([id]) => id);
  expect(gone.length).toBeGreaterThan(0);
  expect(shown.analysis.flows.map(({ id }) => id)).toEqual(expect.arrayContaining(gone));
  expect([...shown.marks.gates.values()]).toEqual(['removed']);

  const hidden = mergedFor(comparison, false);
  expect(hidden.plan).toBe(comparison.after.plan);
  expect(hidden.analysis).toBe(comparison.after.analysis);
});

test('the other way round what was removed is added', () => {
  const there = mergedFor(compared(sideOf(), sideOf(without('pg1'))), true).marks;
  const back = mergedFor(compared(sideOf(without('pg1')), sideOf()), true).marks;
  const turned = (marks: ReadonlyMap<string, string>) => new Map([...marks].map(([id, mark]) => [id, mark === 'removed' ? 'added' : mark]));
  expect(back.hosts).toEqual(turned(there.hosts));
  expect(back.flows).toEqual(turned(there.flows));
  expect(back.gates).toEqual(turned(there.gates));
});

test('a line that keeps some of its flows has changed', () => {
  const port = compared(
    sideOf(),
    sideOf((draft) => {
      Object.assign(draft.hosts[2]?.components[0] ?? {}, { settings: { hubPort: 17474 } });
    }),
  );
  const { marks } = mergedFor(port, true);
  expect([...new Set(marks.flows.values())]).toEqual(['changed']);
  expect([...marks.hosts]).toEqual([[endpoint.hosts[2]?.id, 'changed']]);
});

test('lines whose openings change by an address are marked, others are not', () => {
  const moved = compared(
    sideOf(),
    sideOf((draft) => {
      for (const host of draft.hosts) if (host.id === 'pg1') host.addresses = ['10.10.40.9'];
    }),
  );
  const { marks } = mergedFor(moved, true);
  const touched = new Set(moved.lines.flatMap(({ opening }) => opening.flows));
  expect(touched.size).toBeGreaterThan(0);
  expect(marks.flows).toEqual(new Map([...touched].map((flow) => [flow, 'changed'])));
});
