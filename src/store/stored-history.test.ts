import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addZone } from '../model/edits/zones.ts';
import { readPlan } from '../model/gate.ts';
import { emptyPlan, type Plan } from '../model/plan.ts';
import { writePlan } from '../model/write-plan.ts';
import { restoredSteps, type StoredStep, storedSteps } from './stored-history.ts';
import { randomEdit } from './trial/random-edit.ts';

function history(length: number, edit: (plan: Plan, index: number) => Plan) {
  const steps: { name: 'changePlan'; plan: Plan }[] = [];
  let plan = emptyPlan('Trial');
  for (let index = 0; index < length; index += 1) {
    steps.push({ name: 'changePlan', plan });
    plan = edit(plan, index);
  }
  return { plan, steps };
}

describe('kept undo steps', () => {
  test('are the newest hundred, and hold only what an edit changed', () => {
    const { plan, steps } = history(150, (before, index) => addZone(before, { id: `zone-${index}`, kind: 'dmz' }));
    const stored = storedSteps(plan, steps);
    expect(stored).toHaveLength(100);
    expect(JSON.stringify(stored).length).toBeLessThan(20_000);
    const [newest] = restoredSteps(plan, stored);
    expect(newest && writePlan(newest.plan)).toBe(writePlan(steps.at(-1)?.plan ?? plan));
  });

  test('give way where they would take too much room', () => {
    const { plan, steps } = history(20, (before, index) => ({
      ...before,
      accepted: [
        { code: `${index}`.repeat(2000), subjects: [], reason: 'x'.repeat(4000) },
        ...Array.from({ length: 9 }, () => ({ code: 'y'.repeat(4000), subjects: [], reason: `${index}`.repeat(1000) })),
      ],
    }));
    const stored = storedSteps(plan, steps);
    expect(stored.length).toBeGreaterThan(0);
    expect(stored.length).toBeLessThan(20);
    expect(JSON.stringify(stored).length).toBeLessThan(300_000);
  });

  test('of other hands never throw, and what comes out of them has passed the gate', () => {
    const { plan, steps } = history(12, (before, index) => randomEdit(before, index * 977 + 1));
    const stored = storedSteps(plan, steps);
    const text = fc.oneof(fc.string(), fc.constantFrom('[]', '{}', '"x"', ']', ',"hosts":[]', '[{"id":"~x"}]', 'null', '__proto__'));
    const field = fc.oneof(fc.constantFrom('zones', 'hosts', 'title', 'format', 'version', '__proto__', 'constructor'), fc.string());
    const splice = fc.tuple(field, fc.nat(50), fc.nat(50), text);
    const step = fc.record({ name: fc.constant('changePlan' as const), change: fc.array(splice, { maxLength: 4 }) });
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(11), step), { maxLength: 4 }), (changes) => {
        const forged: StoredStep[] = [...stored];
        for (const [at, one] of changes) forged[at % forged.length] = one;
        for (const { plan: made } of restoredSteps(plan, forged)) expect(readPlan(writePlan(made)).ok).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
