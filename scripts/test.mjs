import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installDependencies } from './dependencies.mjs';
import { countJourneys, countUnit, sumLine } from './results.mjs';
import { ROOT } from './root.mjs';

const USAGE = 'Usage: npm test [-- unit|e2e [arguments of vitest or playwright]]';
const NO_BROWSER =
  'The journeys need Chromium or Chrome, and none could be found or fetched. Install one (Debian: apt-get install chromium) or name it: CHROME_PATH=/path/to/chrome npm test';

const [part = 'all', ...rest] = process.argv.slice(2);
if (!['all', 'unit', 'e2e'].includes(part)) {
  console.error(USAGE);
  process.exit(2);
}

const reports = join(ROOT, 'test-results');
const unitReport = join(reports, 'unit.json');
const journeyReport = join(reports, 'e2e.json');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

installDependencies();

/** @type {import('./results.mjs').Count[]} */
const counts = [];
/** @type {string[]} */
const problems = [];

if (part !== 'e2e') {
  const passed = run('node_modules/vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
    ...rest,
  ]);
  counts.push(countUnit(unitReport));
  if (!passed) problems.push('unit tests');
}

if (part !== 'unit') {
  // What keeps the journeys from starting counts as one failure.
  counts.push((await journeys()) ? countJourneys(journeyReport) : { passed: 0, failed: 1 });
}

const line = sumLine(counts);
writeFileSync(join(reports, 'summary.txt'), `${line}\n`);
if (problems.length > 0) console.error(`\nFailed: ${problems.join(', ')}`);
console.log(`\n${line}`);
process.exit(problems.length > 0 ? 1 : 0);

/** Builds the page and runs the journeys in it; false where it did not come to that. */
async function journeys() {
  const { obtainBrowser } = await import('./browser.mjs');
  const browser = await obtainBrowser().catch((error) => {
    console.error(error.message);
    return null;
  });
  if (browser === null) {
    console.error(NO_BROWSER);
    problems.push('browser');
    return false;
  }
  try {
    const { buildPage } = await import('./build-page.mjs');
    await buildPage();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    problems.push('build');
    return false;
  }
  if (!run('node_modules/@playwright/test/cli.js', ['test', ...rest], { CHROME_PATH: browser })) problems.push('journeys');
  return true;
}

/**
 * @param {string} script a Node program, relative to the project
 * @param {readonly string[]} args
 * @param {Readonly<Record<string, string>>} [env]
 * @returns {boolean} whether it ended well
 */
function run(script, args, env = {}) {
  return (
    spawnSync(process.execPath, [join(ROOT, script), ...args], { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } }).status ===
    0
  );
}
