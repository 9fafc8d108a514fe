import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { staleSchema } from './catalog-schema.mjs';
import { installDependencies } from './dependencies.mjs';
import { ROOT } from './root.mjs';

installDependencies();

/**
 * Every rule the project keeps, and what it is told by.
 * @type {readonly { name: string, run: () => Promise<string | null> }[]} null where it holds, else what is wrong
 */
const CHECKS = [
  { name: 'types', run: () => program('typescript/bin/tsc', ['-p', 'tsconfig.json']) },
  { name: 'model and engine without browser and Node', run: () => program('typescript/bin/tsc', ['-p', 'tsconfig.core.json']) },
  {
    name: 'lint, format and layers',
    run: () => program('@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '--max-diagnostics=100']),
  },
  { name: 'dead code and unused dependencies', run: () => program('knip/bin/knip.js', ['--no-progress']) },
  { name: 'catalog schema', run: staleSchema },
  { name: 'lock file', run: async () => lockProblem(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) },
];

let failed = 0;
for (const { name, run } of CHECKS) {
  const problem = await run();
  console.log(`${problem === null ? 'ok     ' : 'FAILED '} ${name}`);
  if (problem === null) continue;
  failed += 1;
  console.log(problem);
}
console.log(failed === 0 ? 'All checks passed' : `${failed} of ${CHECKS.length} checks failed`);
process.exit(failed === 0 ? 0 : 1);

/**
 * @param {string} script inside `node_modules`
 * @param {readonly string[]} args
 * @returns {Promise<string | null>}
 */
function program(script, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args], { cwd: ROOT });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.on('error', reject).on('close', (code) => resolve(code === 0 ? null : output));
  });
}

/**
 * A lock file names versions and hashes; where packages are fetched from is each machine's own business.
 * @param {string} text
 * @returns {string | null}
 */
function lockProblem(text) {
  return text.includes('"resolved"')
    ? 'package-lock.json names addresses of a registry: npm install --omit-lockfile-registry-resolved'
    : null;
}
