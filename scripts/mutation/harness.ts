import fc from 'fast-check';
import { stepsTaken, turn, watch } from './switch.ts';

/** Stands in for the test runner: the tests of all files in one process, each run again and again under another fault. */

type Body = () => unknown;

interface Test {
  readonly name: string;
  readonly body: Body;
}

interface Group {
  readonly name: string;
  readonly body: Body;
}

/** A test and what a run without faults showed: the places it reached, its processor time in milliseconds, its steps. */
export interface Known {
  readonly group: number;
  readonly test: number;
  readonly name: string;
  readonly reached: Uint8Array;
  readonly duration: number;
  readonly steps: number;
}

const groups: Group[] = [];
let listed: Test[] | null = null;

// A broken law is enough; nobody reads the shrunk plan. The seed makes a run repeatable.
fc.configureGlobal({ seed: 1, endOnFailure: true });

export { expect } from 'vitest';
export { placesReached } from './switch.ts';

export function describe(name: string, body: Body): void {
  if (listed === null) groups.push({ name, body });
  else body();
}

export function it(name: string, body: Body): void {
  listed?.push({ name, body });
}
it.each =
  <Row>(rows: readonly Row[]) =>
  (name: string, body: (...row: never[]) => unknown): void => {
    for (const row of rows)
      it(`${name} ${Array.isArray(row) ? row[0] : row}`, () => body(...((Array.isArray(row) ? row : [row]) as never[])));
  };

/** The tests of a group; what its body works out beforehand is worked out anew. */
function testsOf(group: Group): Test[] {
  listed = [];
  try {
    group.body();
    return listed;
  } finally {
    listed = null;
  }
}

/** A test that takes more steps is too slow to be asked of every fault. */
const MOST_STEPS = 8_000_000;

/** Runs every test once without a fault and leaves out those that take too many steps. `faults` is how many there are. Throws where one fails. */
export async function learnTests(faults: number): Promise<Known[]> {
  const known: Known[] = [];
  for (const [number, group] of groups.entries()) {
    const shared = new Uint8Array(faults);
    turn(-1);
    watch(Number.POSITIVE_INFINITY, shared);
    const tests = testsOf(group);
    for (const [index, test] of tests.entries()) {
      const reached = shared.slice();
      watch(MOST_STEPS, reached);
      const start = process.cpuUsage();
      try {
        await test.body();
      } catch (error) {
        if (stepsTaken() <= MOST_STEPS) throw error;
        continue;
      }
      const duration = process.cpuUsage(start).user / 1000;
      known.push({ group: number, test: index, name: `${group.name}: ${test.name}`, reached, duration, steps: stepsTaken() });
    }
  }
  return known;
}

/** Runs tests under a fault, in the order given, until one fails. Gives its name and why, or null where all pass. */
export async function tryFault(fault: number, tests: readonly Known[]): Promise<string | null> {
  turn(fault);
  const made = new Map<number, Test[]>();
  for (const { group, test, name, steps } of tests) {
    // Settling may cost some steps more: what a test remembers from an earlier one is forgotten.
    watch(steps * 20 + 1_000_000);
    try {
      let list = made.get(group);
      if (list === undefined) {
        list = testsOf(groups[group] as Group);
        made.set(group, list);
      }
      const found = list[test];
      if (found === undefined) return `${name}: missing`;
      await found.body();
    } catch {
      return name;
    }
  }
  return null;
}
