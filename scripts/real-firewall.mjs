import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildCli, CLI } from './build-cli.mjs';
import { installDependencies } from './dependencies.mjs';
import { runAgent } from './real-firewall/agent.mjs';
import { obstacle } from './real-firewall/obstacle.mjs';
import { everyProtocol, randomPlan } from './real-firewall/own-plans.mjs';
import { tryPlan } from './real-firewall/try-plan.mjs';
import { ROOT } from './root.mjs';

/**
 * Loads what the nftables and iptables exports wrote into network namespaces and sends packets through: everything a plan needs arrives
 * and is answered, nothing else arrives. Root on Linux. `npm run real-firewall -- [--only TEXT] [--random COUNT] [--record FILE]`
 */
if (process.argv[2] === 'agent') await runAgent();

const missing = obstacle();
if (missing !== null) {
  console.log(`Skipped: ${missing}`);
  process.exit(0);
}

const option = (/** @type {string} */ name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = option('only') ?? '';
const record = option('record');

installDependencies();
await buildCli();

const folder = mkdtempSync(join(tmpdir(), 'portolan-real-firewall-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => process.exit(130));

/** @type {{ name: string, file: string }[]} */
const plans = ['src/model/fixtures', 'templates'].flatMap((place) =>
  readdirSync(join(ROOT, place))
    .filter((name) => name.endsWith('.plan.json'))
    .sort()
    .map((name) => ({ name: name.replace('.plan.json', ''), file: join(ROOT, place, name) })),
);
const own = [everyProtocol(), ...Array.from({ length: Number(option('random') ?? 20) }, (_, at) => randomPlan(at + 1))];
for (const plan of own) {
  const name = plan.title.toLowerCase().replaceAll(' ', '-');
  const file = join(folder, `${name}.plan.json`);
  writeFileSync(file, JSON.stringify(plan));
  plans.push({ name, file });
}

/** @type {string[]} */
const rows = [];
/** @type {string[]} */
const failures = [];
const started = Date.now();
for (const { name, file } of plans.filter((plan) => plan.name.includes(only))) {
  const attempt = () => tryPlan({ file, folder: mkdtempSync(join(folder, 'plan-')), cli: join(ROOT, CLI) });
  let result = await attempt();
  // A control that was not seen tells of a busy machine, not of a firewall.
  if (result.failures.length > 0 && result.failures.every((failure) => failure.startsWith('control: '))) {
    console.log(`${name}: ${result.failures.length} controls were not seen; tried once more`);
    result = await attempt();
  }
  failures.push(...result.failures.map((failure) => `${name}: ${failure}`));
  for (const failure of result.failures.slice(0, 10)) console.log(`FAILED ${name}: ${failure}`);
  const { probes, passed, dropped, controls, refused, waiting, points, ways } = result.counts;
  rows.push(
    `| ${name} | ${points} | ${ways} | ${probes} | ${passed} | ${dropped} | ${controls} | ${refused} | ${waiting} | ${result.failures.length} |`,
  );
  console.log(rows.at(-1));
}

const version = (/** @type {string} */ program, /** @type {string[]} */ ...args) =>
  spawnSync(program, args, { encoding: 'utf8' }).stdout.trim().split('\n')[0];
const told = [
  `Kernel ${version('uname', '-r')?.split('-')[0]}, ${version('nft', '--version')}, ${version('iptables', '--version')}, ${version('ip', '-V')}.`,
  `${rows.length} plans, ${failures.length} failures, ${Math.round((Date.now() - started) / 1000)} s.`,
  '',
  '| plan | points | ways of several points | probes | arrived and answered | dropped | controls with open policy | refused lines | ends without address | failures |',
  '|---|---|---|---|---|---|---|---|---|---|',
  ...rows,
].join('\n');
console.log(`\n${told}`);
if (record !== undefined) {
  const former = readFileSync(record, 'utf8');
  writeFileSync(record, `${former.slice(0, former.indexOf('<!-- results -->'))}<!-- results -->\n\n${told}\n`);
}
process.exit(failures.length === 0 ? 0 : 1);
