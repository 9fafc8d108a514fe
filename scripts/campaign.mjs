import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { ROOT } from './root.mjs';

const USAGE = 'Usage: npm run campaign [-- PLANS [SEED [WORKERS]]]';
const SLICE = 250;

/** @typedef {{ plans: number, flows: number, openings: number, met: Map<string, number> }} Tally */
/** @typedef {{ tally: Tally, failure: import('../bench/campaign.ts').Failure | null }} Report */

if (isMainThread) await lead();
else await follow();

/** Hands out slices to workers until all plans were tried, one broke a law, or somebody interrupts; prints the record. */
async function lead() {
  const [plans = 100_000, seed = 1, workers = 1] = process.argv.slice(2).map(Number);
  if (![plans, seed, workers].every(Number.isInteger) || plans < 1 || workers < 1) {
    console.error(USAGE);
    process.exit(2);
  }
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.campaign-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await bundle(folder);

  /** @type {Tally} */
  const tally = { plans: 0, flows: 0, openings: 0, met: new Map() };
  const started = Date.now();
  const end = (/** @type {number} */ code) => {
    console.log(record(tally, seed, Math.round((Date.now() - started) / 1000), code === 1));
    process.exit(code);
  };
  process.once('SIGINT', () => end(0));
  process.once('SIGTERM', () => end(0));
  let handed = 0;
  let running = workers;
  for (let number = 0; number < workers; number += 1) {
    const worker = new Worker(new URL(import.meta.url), { workerData: folder });
    const next = () => {
      if (handed < plans) {
        worker.postMessage({ plans: Math.min(SLICE, plans - handed), seed: seed * 1_000_003 + handed / SLICE });
        handed += SLICE;
        return;
      }
      running -= 1;
      if (running === 0) end(0);
    };
    worker.on('error', (error) => {
      console.error(error);
      end(1);
    });
    worker.on('message', (/** @type {Report} */ report) => {
      add(tally, report.tally);
      if (report.failure) {
        const { law, reason, plan } = report.failure;
        console.log(`BROKEN: ${law}\n${reason}\nThe shrunk plan:\n${JSON.stringify(plan)}`);
        end(1);
      }
      console.log(`${tally.plans} plans, ${Math.round((Date.now() - started) / 1000)} s`);
      next();
    });
    next();
  }
}

/** Tries a slice for every message. */
async function follow() {
  /** @type {typeof import('../bench/campaign.ts')} */
  const { campaignSlice } = await import(pathToFileURL(join(workerData, 'campaign.mjs')).href);
  parentPort?.on('message', ({ plans, seed }) => {
    /** @type {Tally} */
    const tally = { plans: 0, flows: 0, openings: 0, met: new Map() };
    const failure = campaignSlice(tally, plans, seed);
    parentPort?.postMessage({ tally, failure });
  });
}

/**
 * @param {Tally} sum
 * @param {Tally} part
 */
function add(sum, part) {
  sum.plans += part.plans;
  sum.flows += part.flows;
  sum.openings += part.openings;
  for (const [thing, count] of part.met) sum.met.set(thing, (sum.met.get(thing) ?? 0) + count);
}

/**
 * The result as `bench/campaign.md` keeps it.
 * @param {Tally} tally
 * @param {number} seed
 * @param {number} seconds
 * @param {boolean} failed
 */
function record(tally, seed, seconds, failed) {
  const mean = (/** @type {number} */ count) => (count / tally.plans).toFixed(1);
  return [
    `${tally.plans} plans, seed ${seed}, ${seconds} s, ${failed ? 'a law was broken' : 'no law was broken'}`,
    `mean flows of a plan ${mean(tally.flows)}, mean openings ${mean(tally.openings)}`,
    '',
    '| met | share of plans |',
    '|---|---|',
    ...[...tally.met]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([thing, count]) => `| ${thing} | ${((100 * count) / tally.plans).toFixed(2)} % |`),
  ].join('\n');
}

/**
 * Both engines, the laws and the catalogs as one file that workers start at once.
 * @param {string} folder
 */
async function bundle(folder) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'silent',
    build: { ssr: 'bench/campaign.ts', outDir: folder, rolldownOptions: { output: { entryFileNames: 'campaign.mjs' } } },
  });
}
