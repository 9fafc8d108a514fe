import { readdirSync, readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { endKey } from '../engine/opening-content.ts';
import type { Analysis } from '../engine/result.ts';
import { readPlan } from '../model/gate.ts';
import { countExactLines, exactLines } from './exact-lines.ts';

const root = new URL('../../', import.meta.url);
const plans = ['templates', 'src/model/fixtures'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, root))
    .filter((name) => name.endsWith('.plan.json'))
    .map((name) => [name, new URL(`${folder}/${name}`, root)] as const),
);

/** Every line of an analysis as text: point, direction, phase, ends, service. */
function linesOf({ openings, flows }: Analysis): string[] {
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  return openings
    .flatMap((opening) =>
      exactLines(
        opening,
        opening.flows.flatMap((id) => byId.get(id) ?? []),
      ).map(({ source, destination, service }) =>
        JSON.stringify([
          opening.point.id,
          opening.fromZone,
          opening.toZone,
          opening.phase,
          endKey(source),
          endKey(destination),
          service.protocol,
          service.ports,
          service.icmpType,
        ]),
      ),
    )
    .sort();
}

describe.each(plans)('%s', (_, file) => {
  const read = readPlan(new Uint8Array(readFileSync(file)));
  if (!read.ok) throw new Error(read.error.what);
  const merged = analyze(read.plan, catalogs);

  it('has as exact lines of its merged openings the openings that nothing was merged into', () => {
    expect(linesOf(merged)).toEqual(linesOf(analyze(read.plan, catalogs, { detail: 'exact' })));
  });

  it('has a flow for every exact line: nothing is opened that nobody needs', () => {
    const byId = new Map(merged.flows.map((flow) => [flow.id, flow]));
    for (const opening of merged.openings) {
      const lines = exactLines(
        opening,
        opening.flows.flatMap((id) => byId.get(id) ?? []),
      );
      expect(lines).toHaveLength(countExactLines(opening));
      expect(lines.filter((line) => line.flows.length === 0)).toEqual([]);
    }
  });
});
