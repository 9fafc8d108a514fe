import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { bundleFaults } from './mutation/bundle.mjs';
import { keyed, reasonOf, record, tally } from './mutation/record.mjs';
import { ROOT } from './root.mjs';

const USAGE = `Usage: npm run mutation [-- [--survivors] [--workers N] [--minutes N] [--seed N] [--sample N] [FILE...]]
Puts small faults into the engine, one at a time, and counts those that a test finds. Without arguments all are tried and bench/mutation.md is written.
  --survivors   tries again those alone that the last runs did not find
  --workers N   threads (1)
  --minutes N   stops after N minutes: what was tried by then is a fair sample, for faults are tried in scattered order
  --seed N      another scattered order (0): a fresh sample
  --sample N    tries the first N of that order alone
  FILE          tries those in files whose path contains this`;
/** What the last runs found, by fault: so that new tests can be tried on what is left. */
const MEMORY = join(ROOT, 'node_modules', '.mutation.json');
/** Random plans for all laws together: few plans find nearly as many faults as the 2000 of `npm test`. */
const PLANS = '12';
/** Milliseconds of processor time: slower tests find few faults more and are not asked. */
const SLOW = 600;
/** Milliseconds after which a thread is taken to hang. Nearly all endless faults end by the count of their steps. */
const HANG = 120_000;

/** @typedef {import('./mutation/mutants.mjs').Mutant} Mutant */
/** @typedef {import('./mutation/harness.ts').Known} Known */
/** @typedef {{ folder: string, faults: number, known: Known[] | null, fault: number }} Task */

if (isMainThread) await lead(process.argv.slice(2));
else await follow(workerData);

/** @param {string[]} args */
async function lead(args) {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      survivors: { type: 'boolean', default: false },
      workers: { type: 'string', default: '1' },
      minutes: { type: 'string', default: '600' },
      seed: { type: 'string', default: '0' },
      sample: { type: 'string', default: '1000000' },
      help: { type: 'boolean', default: false },
    },
  });
  const [workers, minutes, seed, sample] = [Number(values.workers), Number(values.minutes), Number(values.seed), Number(values.sample)];
  const counts = [workers, seed + 1, sample].every((count) => Number.isInteger(count) && count > 0);
  if (!counts || !(minutes > 0) || values.help) {
    console.error(USAGE);
    process.exit(2);
  }
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.mutation-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));
  const started = Date.now();
  const mutants = keyed(await bundleFaults(folder));
  const { known, reading } = /** @type {{ known: Known[], reading: Uint8Array }} */ (
    await ask(start({ folder, faults: mutants.length, known: null, fault: -1 }))
  );
  console.log(`${mutants.length} faults, ${known.length} tests; without a fault they take ${seconds(known)} s`);

  /** @type {Record<string, string | null>} the test that finds a fault, by the key of the fault */
  const found = (values.survivors || files.length > 0) && existsSync(MEMORY) ? JSON.parse(readFileSync(MEMORY, 'utf8')) : {};
  const wanted = scattered(mutants, seed)
    .filter(
      ({ file, key }) => (files.length === 0 || files.some((part) => file.includes(part))) && (!values.survivors || found[key] === null),
    )
    .slice(0, sample);
  const enough = started + minutes * 60_000;
  let next = 0;
  const save = () => writeFileSync(MEMORY, JSON.stringify(found));
  await Promise.all(
    Array.from({ length: workers }, async () => {
      /** @type {Worker | null} */
      let worker = null;
      for (let mutant = wanted[next++]; mutant !== undefined && Date.now() < enough; mutant = wanted[next++]) {
        const reaching = known.filter(({ reached, duration }) => reached[mutant.id] === 1 && duration < SLOW);
        const tests = reaching.toSorted((a, b) => a.duration - b.duration).map((test) => known.indexOf(test));
        // What runs only while the files are read runs once: such a fault must be on from the start, in a thread of its own, which takes long.
        const fresh = reading[mutant.id] === 1 && !known.some(({ reached }) => reached[mutant.id] === 1);
        if (!fresh && tests.length === 0) {
          found[mutant.key] = null;
          continue;
        }
        if (fresh) await worker?.terminate();
        if (fresh || worker === null) worker = start({ folder, faults: mutants.length, known, fault: fresh ? mutant.id : -1 });
        const order = fresh ? known.map((_, index) => index).filter((index) => (known[index]?.duration ?? 0) < 300) : tests;
        const answer = ask(worker, { fault: mutant.id, order });
        const name = /** @type {string | null} */ (await Promise.race([answer, hang()]).catch((error) => String(error)));
        found[mutant.key] = name;
        if (fresh || name === 'hangs' || name?.startsWith('Error')) {
          await worker.terminate();
          worker = null;
        }
        if (next % 20 === 0) {
          save();
          console.log(`${next} of ${wanted.length}, ${Math.round((Date.now() - started) / 1000)} s`);
        }
      }
      await worker?.terminate();
    }),
  );
  save();
  console.log(tally(mutants, found));
  for (const mutant of wanted)
    if (found[mutant.key] === null && reasonOf(mutant) === null)
      console.log(`${mutant.file}:${mutant.line}  ${mutant.was}  =>  ${mutant.is}`);
  if (files.length === 0) writeFileSync(join(ROOT, 'bench', 'mutation.md'), record(mutants, found, seed));
  process.exit(0);
}

/**
 * In an order in which every beginning is a fair sample.
 * @template T
 * @param {readonly T[]} list
 * @param {number} seed 0 spreads evenly over the files; every other number gives an order by chance of its own
 * @returns {T[]}
 */
function scattered(list, seed) {
  const at = (/** @type {number} */ index) =>
    seed === 0 ? (index * 0.618_033_988_75) % 1 : createHash('sha256').update(`${seed} ${index}`).digest().readUInt32BE();
  return list
    .map((item, index) => ({ item, at: at(index) }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** @param {Task} task */
function start(task) {
  return new Worker(new URL(import.meta.url), {
    workerData: task,
    env: { ...process.env, PORTOLAN_RUNS: PLANS },
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
}

/** @param {Worker} worker @param {unknown} [message] */
function ask(worker, message) {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners();
    worker.once('message', resolve).once('error', reject);
    if (message !== undefined) worker.postMessage(message);
  });
}

function hang() {
  return new Promise((resolve) => setTimeout(resolve, HANG, 'hangs').unref());
}

/** @param {readonly Known[]} known */
function seconds(known) {
  return Math.round(known.reduce((sum, { duration }) => sum + duration, 0) / 1000);
}

/** Runs tests under the faults it is told of. @param {Task} task */
async function follow({ folder, faults, known, fault }) {
  if (fault >= 0) Object.assign(globalThis, { portolanFault: fault });
  /** @type {typeof import('./mutation/harness.ts')} */
  const tests = await import(pathToFileURL(join(folder, 'tests.mjs')).href);
  if (known === null) {
    const reading = tests.placesReached();
    parentPort?.postMessage({ known: await tests.learnTests(faults), reading });
    return;
  }
  parentPort?.on('message', async (/** @type {{ fault: number, order: number[] }} */ { fault: now, order }) => {
    const asked = order.flatMap((index) => known[index] ?? []);
    parentPort?.postMessage(await tests.tryFault(now, asked));
  });
}
