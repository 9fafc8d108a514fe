import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { ROOT } from './root.mjs';

const USAGE = 'Usage: npm run campaign [-- PLANS [SEED]]';
const SLICE = 100;

const [plans = 100_000, seed = 1] = process.argv.slice(2).map(Number);
if (!Number.isInteger(plans) || !Number.isInteger(seed) || plans < 1) {
  console.error(USAGE);
  process.exit(2);
}

/** @type {import('../bench/campaign.ts').Tally} */
const tally = { plans: 0, flows: 0, openings: 0, met: new Map() };
const { campaignSlice } = await load();
const started = Date.now();
for (let done = 0; done < plans; done += SLICE) {
  const failure = campaignSlice(tally, Math.min(SLICE, plans - done), seed * 1_000_003 + done / SLICE);
  if (failure) {
    console.log(`BROKEN: ${failure.law}\n${failure.reason}\nThe shrunk plan:\n${JSON.stringify(failure.plan)}`);
    process.exit(1);
  }
  console.log(`${tally.plans} plans, ${Math.round((Date.now() - started) / 1000)} s`);
}
console.log(record());

/** The result as the table that bench/campaign.md keeps. */
function record() {
  const share = (/** @type {number} */ count) => `${((100 * count) / tally.plans).toFixed(2)} %`;
  return [
    `plans ${tally.plans}, seed ${seed}, ${Math.round((Date.now() - started) / 1000)} s, no failure`,
    `mean flows a plan ${(tally.flows / tally.plans).toFixed(1)}, mean openings ${(tally.openings / tally.plans).toFixed(1)}`,
    '',
    '| met | share of plans |',
    '|---|---|',
    ...[...tally.met].sort(([a], [b]) => (a < b ? -1 : 1)).map(([thing, count]) => `| ${thing} | ${share(count)} |`),
  ].join('\n');
}

/** @returns {Promise<typeof import('../bench/campaign.ts')>} */
async function load() {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.campaign-'));
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.cli.config.ts'),
      logLevel: 'silent',
      build: { ssr: 'bench/campaign.ts', outDir: folder, rolldownOptions: { output: { entryFileNames: 'campaign.mjs' } } },
    });
    return await import(pathToFileURL(join(folder, 'campaign.mjs')).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
