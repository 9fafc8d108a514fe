import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPlan } from './gate.ts';
import { MIGRATIONS, migrated } from './migrations.ts';
import { PLAN_VERSION } from './plan.ts';
import { writePlan } from './write-plan.ts';

const FIXTURES = new URL('./fixtures/', import.meta.url);

function plansOf(version: number): [string, string][] {
  const folder = new URL(`format-${version}/`, FIXTURES);
  return readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

describe('plan formats', () => {
  it('have a step from every version to the next, in order', () => {
    expect(MIGRATIONS.map(({ from }) => from)).toEqual(Array.from({ length: PLAN_VERSION - 1 }, (_, index) => index + 1));
    expect(new Set(MIGRATIONS.map(({ name }) => name)).size).toBe(MIGRATIONS.length);
  });

  it('have plans of every released version, and all of them open', () => {
    for (let version = 1; version <= PLAN_VERSION; version++) {
      const plans = plansOf(version);
      expect(plans.length).toBeGreaterThan(0);
      for (const [name, text] of plans) {
        const read = readPlan(text);
        expect(read.ok, name).toBe(true);
        if (read.ok && version === PLAN_VERSION) expect(writePlan(read.plan), name).toBe(text);
      }
    }
  });

  it('are brought forward one step after the other, and only from the version a step is for', () => {
    const steps = [
      { name: 'sites', from: 1, migrate: ({ areas, ...rest }: Readonly<Record<string, unknown>>) => ({ ...rest, sites: areas }) },
      { name: 'no-notes', from: 2, migrate: ({ notes: _, ...rest }: Readonly<Record<string, unknown>>) => rest },
    ];
    const old = { version: 1, areas: [1], notes: 'x', kept: true };
    expect(migrated(old, steps)).toEqual({ version: 3, sites: [1], kept: true });
    expect(old).toEqual({ version: 1, areas: [1], notes: 'x', kept: true });
    expect(migrated({ version: 2, areas: [1], notes: 'x' }, steps)).toEqual({ version: 3, areas: [1] });
    for (const other of [null, [], 'x', { version: 9 }, { version: '1' }, {}]) expect(migrated(other, steps)).toBe(other);
  });
});
