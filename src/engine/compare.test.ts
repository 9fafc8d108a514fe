import catalogs from 'virtual:catalogs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import endpoint from '../model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../model/gate.ts';
import { analyze } from './analyze.ts';
import { compare } from './compare.ts';
import type { Analysis, Opening } from './result.ts';

type Draft = typeof endpoint;

function analysisOf(change: (draft: Draft) => void = () => undefined): Analysis {
  const draft = structuredClone(endpoint);
  change(draft);
  const read = readPlan(draft);
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return analyze(read.plan, catalogs);
}

const said = ({ point, sources, destinations, services }: Opening) =>
  `${point.id}: ${JSON.stringify(sources)} > ${JSON.stringify(destinations)} ${services.map((service) => `${service.protocol} ${service.ports}`).join(', ')}`;

describe('two revisions', () => {
  it('that permit the same do not differ, whatever the names', () => {
    const renamed = analysisOf((draft) => {
      draft.title = 'other';
      for (const host of draft.hosts) host.name = `${host.name} new`;
    });
    expect(compare(analysisOf(), renamed)).toEqual({ add: [], remove: [], change: [] });
  });

  it('show a new host as an addition, a lost one as a removal', () => {
    const old = analysisOf();
    const now = analysisOf((draft) => {
      draft.hosts.push({
        id: 'lab',
        name: 'Lab PCs',
        zone: 'office',
        addresses: ['10.20.9.0/24'],
        components: [{ id: 'lab-client', type: 'tanium/client' }],
      } as never);
    });
    const { add, remove, change } = compare(old, now);
    expect([remove, change]).toEqual([[], []]);
    expect(add.map(said)).toEqual([
      'fw-core: [{"host":"lab","addresses":["10.20.9.0/24"]}] > [{"host":"ts1","addresses":["10.10.1.10"]}] tcp 17472',
    ]);
    expect(add[0]).toMatchObject({ need: 'required', products: ['tanium'], orderable: true, phase: 'operation', advice: ['port-based'] });
    expect(add[0]?.flows).toHaveLength(1);
    const back = compare(now, old);
    expect([back.add, back.change, back.remove.map(said)]).toEqual([[], [], add.map(said)]);
  });

  it('show a changed port and a changed address as changes', () => {
    const port = compare(
      analysisOf(),
      analysisOf((draft) => {
        Object.assign(draft.hosts[2]?.components[0] ?? {}, { settings: { hubPort: 17474 } });
      }),
    );
    expect([port.add, port.remove]).toEqual([[], []]);
    expect(port.change.map((each) => [each.old.services[0]?.ports, each.new.services[0]?.ports])).toEqual([['17473', '17474']]);
    const address = compare(
      analysisOf(),
      analysisOf((draft) => {
        draft.hosts[1]?.addresses?.splice(0, 1, '10.10.40.6');
      }),
    );
    expect([address.add, address.remove]).toEqual([[], []]);
    expect(address.change.map((each) => [each.old.destinations, each.new.destinations])).toEqual([
      [[{ host: 'pg1', addresses: ['10.10.40.5'] }], [{ host: 'pg1', addresses: ['10.10.40.6'] }]],
    ]);
  });

  it('show whole openings as those of the sheet', () => {
    const now = analysisOf((draft) => {
      draft.requirements.length = 0;
    });
    const { remove } = compare(analysisOf(), now);
    expect(remove).toEqual(
      analysisOf().openings.filter((opening) => opening.destinations.some((end) => 'fqdns' in end && end.external === null)),
    );
    expect(remove).toHaveLength(1);
  });
});

describe('any two sets of openings', () => {
  const opening = fc
    .record({
      boundary: fc.constantFrom('x', 'y'),
      sources: fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }),
      destinations: fc.uniqueArray(fc.constantFrom('d', 'e'), { minLength: 1 }),
      ports: fc.tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 3 })),
    })
    .map(
      ({ boundary, sources, destinations, ports: [low, more] }): Opening => ({
        id: `${boundary}${sources}${destinations}${low}`,
        point: { kind: 'boundary', id: boundary, name: boundary },
        fromZone: 'core',
        toZone: 'dmz',
        sources: sources.map((host) => ({ host, addresses: [] })),
        destinations: destinations.map((host) => ({ host, addresses: [] })),
        services: [{ protocol: 'tcp', ports: `${low}-${low + more}`, icmpType: null }],
        need: 'required',
        phase: 'operation',
        products: [],
        justification: '',
        orderable: true,
        missing: [],
        advice: [],
        deviations: [],
        flows: [],
        crossings: [],
      }),
    );
  const analysis = fc.array(opening, { maxLength: 5 }).map(
    (openings): Analysis => ({
      flows: [],
      openings,
      hosts: [],
      findings: [],
      accepted: [],
      offers: [],
      zones: [],
      boundaries: [],
      settings: [],
      impliedAdjacencies: 0,
    }),
  );

  function tuples(openings: readonly Opening[]): string[] {
    return openings.flatMap(({ point, sources, destinations, services }) =>
      sources.flatMap((source) =>
        destinations.flatMap((destination) =>
          services.flatMap(({ ports }) =>
            ports.split(',').flatMap((part) => {
              const [low = 0, high = low] = part.split('-').map(Number);
              return Array.from({ length: high - low + 1 }, (_, step) => JSON.stringify([point.id, source, destination, low + step]));
            }),
          ),
        ),
      ),
    );
  }

  it('differ by exactly what is listed, each tuple once', () => {
    fc.assert(
      fc.property(analysis, analysis, (before, after) => {
        const { add, remove, change } = compare(before, after);
        const [old, now] = [new Set(tuples(before.openings)), new Set(tuples(after.openings))];
        const added = tuples([...add, ...change.map((each) => each.new)]);
        const removed = tuples([...remove, ...change.map((each) => each.old)]);
        expect(added.sort()).toEqual([...now].filter((tuple) => !old.has(tuple)).sort());
        expect(removed.sort()).toEqual([...old].filter((tuple) => !now.has(tuple)).sort());
      }),
      { numRuns: 500 },
    );
  });

  it('do not differ from themselves, in whatever order they stand', () => {
    fc.assert(
      fc.property(analysis, (before) => {
        expect(compare(before, { ...before, openings: [...before.openings].reverse() })).toEqual({ add: [], remove: [], change: [] });
      }),
    );
  });
});
