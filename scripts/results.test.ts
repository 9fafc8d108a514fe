import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { countJourneys, countUnit, sumLine } from './results.mjs';

const folder = mkdtempSync(join(tmpdir(), 'portolan-results-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function report(content: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it('counts a test file that could not start as a failure', () => {
  const testResults = [
    { status: 'passed', assertionResults: [{}] },
    { status: 'failed', assertionResults: [] },
  ];
  expect(countUnit(report({ numPassedTests: 7, numFailedTests: 1, testResults }))).toEqual({ passed: 7, failed: 2 });
});

it('counts journeys that only pass at times, and errors outside any, as failures', () => {
  expect(countJourneys(report({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 0 }, errors: [{}] }))).toEqual({
    passed: 5,
    failed: 3,
  });
});

it('counts a report that was never written as a failure', () => {
  expect(countUnit(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
  expect(countJourneys(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 1 });
});

it('adds up', () => {
  expect(
    sumLine([
      { passed: 2, failed: 0 },
      { passed: 3, failed: 1 },
    ]),
  ).toBe('5 passed, 1 failed');
});
