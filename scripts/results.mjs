import { existsSync, readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number }} Count */

/**
 * Counts in a Vitest report (`--reporter=json`). A file that could not even start is one failure.
 * @param {string} path
 * @returns {Count}
 */
export function countUnit(path) {
  const report = readReport(path);
  if (report === null) return { passed: 0, failed: 1 };
  /** @type {{ status: string, assertionResults: unknown[] }[]} */
  const files = report.testResults;
  const broken = files.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length;
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken };
}

/**
 * Counts in a Playwright report. Errors outside any test count as failures.
 * @param {string} path
 * @returns {Count}
 */
export function countJourneys(path) {
  const report = readReport(path);
  if (report === null) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  return { passed: expected, failed: unexpected + flaky + report.errors.length };
}

/**
 * @param {readonly Count[]} counts
 * @returns {string} `12 passed, 0 failed`
 */
export function sumLine(counts) {
  const passed = counts.reduce((sum, count) => sum + count.passed, 0);
  const failed = counts.reduce((sum, count) => sum + count.failed, 0);
  return `${passed} passed, ${failed} failed`;
}

/** @param {string} path */
function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
