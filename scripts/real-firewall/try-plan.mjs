import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holds, rangeOf } from './addresses.mjs';
import { expectationOf, isNeeded, probesOf } from './expect.mjs';
import { Lab } from './lab.mjs';

/**
 * @typedef {import('./expect.mjs').Probe} Probe
 * @typedef {import('./expect.mjs').Need} Need
 * @typedef {import('./lab.mjs').Fate} Fate
 * @typedef {{ points: number, ways: number, probes: number, passed: number, dropped: number, controls: number, refused: number, waiting: number }} Counts
 * @typedef {{ program: string, args: string[] }} Command
 */

/**
 * Tries everything one plan exports: every enforcement point by itself between all machines, then every way over several points as a row
 * of routers. A plan whose control run with no rules is not seen whole proves nothing, so that is a failure too.
 * @param {{ file: string, folder: string, cli: string }} given
 * @returns {Promise<{ counts: Counts, failures: string[] }>}
 */
export async function tryPlan({ file, folder, cli }) {
  const run = (/** @type {string[]} */ ...args) => {
    const result = spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 });
    if (result.status !== 0) throw new Error(`${args.join(' ')}: ${result.stderr}`);
    return result;
  };
  const plan = JSON.parse(readFileSync(file, 'utf8'));
  const { flows } = JSON.parse(run('flows', file, '--format', 'json').stdout);
  const { openings } = JSON.parse(run('openings', file, '--format', 'json').stdout);
  const expectation = expectationOf(plan, flows);
  const probes = probesOf(expectation);
  /** @type {Counts} */
  const counts = {
    points: expectation.points.length,
    ways: 0,
    probes: 0,
    passed: 0,
    dropped: 0,
    controls: 0,
    refused: 0,
    waiting: openings.filter((/** @type {{ orderable: boolean }} */ opening) => !opening.orderable).length,
  };
  /** @type {string[]} */
  const failures = [];

  const exports = /** @type {const} */ (['nftables', 'iptables']).map((format) => {
    const target = join(folder, format);
    const { stderr } = run('export', file, '--to', format, '-o', target);
    const refused = stderr.split('\n').filter((line) => line.includes('refused: '));
    for (const opening of openings) {
      const named = opening.destinations.some((/** @type {object} */ end) => 'fqdns' in end);
      if (named && !refused.some((line) => line.includes(opening.id)))
        failures.push(`${format}: opening ${opening.id} names the Internet and is not refused`);
    }
    counts.refused += refused.length;
    const removal = join(folder, `${format}-removal`);
    run('export', file, '--to', format, '--remove', '-o', removal);
    failures.push(...[target, removal].flatMap((each) => brokenTwins(format, each)));
    return { format, target, removal };
  });
  const tables = exports[0]?.target ?? '';
  /** @param {'nftables' | 'iptables'} format @param {string} target @param {string} point @returns {Command[]} */
  const commandsOf = (format, target, point) => {
    const stem = stemOf(
      tables,
      openings.filter((/** @type {{ point: { id: string } }} */ opening) => opening.point.id === point),
    );
    if (format === 'nftables') return [{ program: 'nft', args: ['-f', join(target, `${stem}.nft`)] }];
    return ['iptables', 'ip6tables'].map((program) => ({
      program: `${program}-restore`,
      args: ['--noflush', join(target, `${stem}.${program}`)],
    }));
  };

  /** @param {string} label @param {readonly Probe[]} sent @param {readonly Fate[]} fates @param {(probe: Probe) => boolean} needed */
  const judge = (label, sent, fates, needed) => {
    for (const [at, probe] of sent.entries()) {
      const { arrived, answered } = fates[at] ?? { arrived: false, answered: false };
      const wanted = needed(probe);
      if (arrived !== wanted || answered !== wanted)
        failures.push(
          `${label}: ${JSON.stringify(probe)} ${wanted ? 'is needed' : 'is not needed'}: arrived ${arrived}, answered ${answered}`,
        );
      counts.probes += 1;
      if (arrived && answered) counts.passed += 1;
      if (!arrived && !answered) counts.dropped += 1;
    }
  };
  /** @param {Lab} lab @param {readonly Probe[]} sent @param {readonly string[]} points */
  const tryWay = async (lab, sent, points) => {
    const needs = points.map((point) => expectation.needs.filter((need) => need.points.includes(point)));
    for (const { format, target, removal } of exports) {
      for (const [router, point] of points.entries()) lab.load(router, commandsOf(format, target, point));
      const needed = (/** @type {Probe} */ probe) => needs.every((list) => isNeeded(list, probe));
      judge(`${format} at ${points.join(', ')}`, sent, await lab.send(sent, needed), needed);
      for (const [router, point] of points.entries()) lab.loadOver(router, commandsOf(format, removal, point));
      const opened = sent.filter(needed);
      if (opened.length > 0) judge(`removal of ${format} at ${points.join(', ')}`, opened, await lab.send(opened, never), never);
    }
  };
  /** @param {Lab} lab @param {readonly Probe[]} sent */
  const control = async (lab, sent) => {
    const fates = await lab.send(sent, () => true);
    for (const [at, probe] of sent.entries()) {
      const { arrived, answered } = fates[at] ?? { arrived: false, answered: false };
      if (arrived && answered) counts.controls += 1;
      else failures.push(`control: ${JSON.stringify(probe)} is not seen though nothing filters: arrived ${arrived}, answered ${answered}`);
    }
  };

  await inLab(new Lab(1, expectation.machines, () => 0, quietPorts(probes)), async (lab) => {
    await control(lab, probes);
    for (const point of expectation.points) await tryWay(lab, probes, [point]);
  });
  for (const points of waysOf(expectation.needs)) {
    counts.ways += 1;
    const own = expectation.needs.filter((need) => need.points.join('\n') === points.join('\n'));
    const addressesOf = (/** @type {(need: Need) => import('./addresses.mjs').Range[]} */ side) =>
      new Set(probes.flatMap(({ from }) => (own.some((need) => side(need).some((range) => holds([range], rangeOf(from)))) ? [from] : [])));
    const starts = addressesOf((need) => need.from);
    const ends = addressesOf((need) => need.to);
    const near = expectation.machines.filter((machine) => machine.addresses.some((address) => starts.has(address)));
    const far = expectation.machines.filter((machine) => !near.includes(machine) && machine.addresses.some((address) => ends.has(address)));
    const side = new Map([...near, ...far].flatMap((machine) => machine.addresses.map((address) => [address, near.includes(machine)])));
    const across = probes.filter(({ from, to }) => side.has(from) && side.has(to) && side.get(from) !== side.get(to));
    await inLab(
      new Lab(points.length, [...near, ...far], (machine) => (near.includes(machine) ? 0 : points.length - 1), quietPorts(probes)),
      async (lab) => {
        await control(lab, across);
        await tryWay(lab, across, points);
      },
    );
  }
  return { counts, failures };
}

/** Nothing is needed once everything is taken away. */
const never = () => false;

/**
 * The name, without extension, of the one file that tells of all these openings.
 * @param {string} folder
 * @param {readonly { id: string }[]} openings
 */
function stemOf(folder, openings) {
  const found = readdirSync(folder).filter((name) => {
    const text = readFileSync(join(folder, name), 'utf8');
    return openings.every(({ id }) => text.includes(id));
  });
  const [name] = found;
  if (name === undefined || found.length > 1) throw new Error(`${found.length} files tell of ${openings.map(({ id }) => id).join(', ')}`);
  return name.replace(/\.nft$/, '');
}

/**
 * Checks every file with the program that loads it, and that the same program refuses the file once a word in it is spoilt.
 * @param {'nftables' | 'iptables'} format
 * @param {string} folder
 */
function brokenTwins(format, folder) {
  /** @type {string[]} */
  const failures = [];
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const [program, ...args] = format === 'nftables' ? ['nft', '-c', '-f'] : [`${name.split('.').at(-1)}-restore`, '--test', '--noflush'];
    const check = (/** @type {string} */ file) => spawnSync('unshare', ['-n', program ?? '', ...args, file], { encoding: 'utf8' });
    const good = check(path);
    if (good.status !== 0) failures.push(`${program} refuses ${name}: ${good.stderr}`);
    const text = readFileSync(path, 'utf8');
    const twin = join(folder, 'twin');
    writeFileSync(
      twin,
      format === 'nftables'
        ? text.replace('policy drop', 'policy drop drop')
        : text.replace('*filter', '*filters').replace('COMMIT', 'COMMITTED'),
    );
    if (check(twin).status === 0) failures.push(`${program} takes the broken twin of ${name}`);
    rmSync(twin);
  }
  return failures;
}

/** @param {Lab} lab @param {(lab: Lab) => Promise<void>} use */
async function inLab(lab, use) {
  const close = () => lab.close();
  process.once('exit', close);
  try {
    await lab.open();
    await use(lab);
  } finally {
    close();
    process.off('exit', close);
  }
}

/**
 * Ways over several points, each once.
 * @param {readonly Need[]} needs
 */
function waysOf(needs) {
  return [...new Map(needs.filter(({ points }) => points.length > 1).map(({ points }) => [points.join('\n'), points])).values()].filter(
    // One firewall passed twice is one machine: the row of routers would be none.
    (points) => new Set(points).size === points.length,
  );
}

/**
 * Four blocks of ports that no probe goes to.
 * @param {readonly Probe[]} probes
 */
function quietPorts(probes) {
  const used = new Set(probes.flatMap((probe) => ('port' in probe ? [probe.port] : [])));
  /** @type {import('./expect.mjs').PortBlock[]} */
  const blocks = [];
  for (let low = 2_000; low < 65_000 && blocks.length < 4; low += 1) {
    const high = low + 2_499;
    const clash = Math.max(0, ...[...used].filter((port) => port >= low && port <= high));
    if (clash === 0) blocks.push({ low, high });
    low = clash === 0 ? high : clash;
  }
  if (blocks.length < 4) throw new Error('the plan leaves no ports to send from');
  return blocks;
}
