import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildCli, CLI } from './build-cli.mjs';
import { installDependencies } from './dependencies.mjs';
import { definitionsText, meaningOf, policyText, readSrx, readYaml } from './real-aerleon/capirca.mjs';
import { everyProtocol, hostileNames, randomPlan } from './real-firewall/own-plans.mjs';
import { ROOT } from './root.mjs';

/**
 * Has Capirca, which Aerleon grew out of, compile what the aerleon export wrote, and compares each policy for Juniper SRX with the term it
 * was made of: zones, addresses, protocols, ports, ICMP types. `npm run real-aerleon -- [--only TEXT] [--random COUNT] [--record FILE]`
 */
installDependencies();

if (spawnSync('sh', ['-c', 'command -v aclgen']).status !== 0) {
  console.log('Skipped: aclgen is missing (Debian package python3-capirca)');
  process.exit(0);
}
await buildCli();

const option = (/** @type {string} */ name) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const only = option('only') ?? '';
const record = option('record');
const folder = mkdtempSync(join(tmpdir(), 'portolan-real-aerleon-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

/** @type {{ name: string, file: string }[]} */
const plans = ['src/model/fixtures', 'templates'].flatMap((place) =>
  readdirSync(join(ROOT, place))
    .filter((name) => name.endsWith('.plan.json'))
    .sort()
    .map((name) => ({ name: name.replace('.plan.json', ''), file: join(ROOT, place, name) })),
);
for (const plan of [
  everyProtocol(),
  hostileNames(),
  ...Array.from({ length: Number(option('random') ?? 20) }, (_, at) => randomPlan(at + 1)),
]) {
  const name = plan.title.toLowerCase().replaceAll(' ', '-');
  const file = join(folder, `${name}.plan.json`);
  writeFileSync(file, JSON.stringify(plan));
  plans.push({ name, file });
}

/** @type {string[]} */
const rows = [];
/** @type {string[]} */
const failures = [];
for (const { name, file } of plans.filter((plan) => plan.name.includes(only))) {
  const { policies, terms, refused, wrong } = tryPlan(file, mkdtempSync(join(folder, 'plan-')));
  failures.push(...wrong.map((what) => `${name}: ${what}`));
  rows.push(`| ${name} | ${policies} | ${terms} | ${refused} | ${wrong.length} |`);
  console.log(rows.at(-1));
  for (const what of wrong.slice(0, 5)) console.log(`FAILED ${name}: ${what}`);
}

const told = [
  `${rows.length} plans, ${failures.length} failures.`,
  '',
  '| plan | policies | terms compiled alike | refused lines | failures |',
  '|---|---|---|---|---|',
  ...rows,
].join('\n');
console.log(`\n${told}`);
if (record !== undefined) {
  const former = readFileSync(record, 'utf8');
  writeFileSync(record, `${former.slice(0, former.indexOf('<!-- results -->'))}<!-- results -->\n\n${told}\n`);
}
process.exit(failures.length === 0 ? 0 : 1);

/**
 * @param {string} file
 * @param {string} place an empty folder
 */
function tryPlan(file, place) {
  const exported = join(place, 'exported');
  const result = spawnSync(process.execPath, [join(ROOT, CLI), 'export', file, '--to', 'aerleon', '-o', exported], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error(`${file}: ${result.stderr}`);
  const refused = result.stderr.split('\n').filter((line) => line.includes('refused: ')).length;
  const documents = readdirSync(exported).map((name) => readYaml(readFileSync(join(exported, name), 'utf8')));
  const definitions = documents.find((document) => 'networks' in document);
  const policies = documents.filter((document) => 'filters' in document).map((policy, at) => ({ stem: `policy-${at}`, policy }));
  if (documents.length !== policies.length + 1) throw new Error(`${file}: one file of definitions, and policies, were expected`);
  const texts = definitionsText(definitions);
  const made = compile(
    join(place, 'good'),
    texts,
    policies.map(({ stem, policy }) => ({ stem, text: policyText(policy) })),
  );
  /** @type {string[]} */
  const wrong = made.error === null ? [] : [made.error];
  let terms = 0;
  for (const { stem, policy } of policies) {
    const given = made.outputs.get(stem);
    const rules = given === undefined ? new Map() : readSrx(given);
    const wanted = meaningOf(definitions, policy);
    for (const [name, rule] of wanted) {
      if (isDeepStrictEqual(rules.get(name), rule)) terms += 1;
      else wrong.push(`${name}: wanted ${JSON.stringify(rule)}, got ${JSON.stringify(rules.get(name))}`);
    }
    for (const name of rules.keys()) if (!wanted.has(name)) wrong.push(`${name}: nobody wanted it`);
    const broken = policyText(policy).replace(/(?<=source-address:: )\S+/, 'PL_NOWHERE');
    if (compile(join(place, `broken-${stem}`), texts, [{ stem, text: broken }]).outputs.size > 0)
      wrong.push(`${stem}: a broken twin was taken`);
  }
  return { policies: policies.length, terms, refused, wrong };
}

/**
 * Runs Capirca.
 * @param {string} place
 * @param {{ networks: string, services: string }} definitions
 * @param {readonly { stem: string, text: string }[]} policies
 * @returns {{ error: string | null, outputs: Map<string, string> }} what it wrote for SRX, by the stem of the policy
 */
function compile(place, definitions, policies) {
  for (const each of ['def', 'policies/pol', 'out']) mkdirSync(join(place, each), { recursive: true });
  writeFileSync(join(place, 'def', 'plan.net'), definitions.networks);
  writeFileSync(join(place, 'def', 'plan.svc'), definitions.services);
  for (const { stem, text } of policies) writeFileSync(join(place, 'policies/pol', `${stem}.pol`), text);
  const options = ['--base_directory', 'policies', '--definitions_directory', 'def', '--output_directory', 'out'];
  const { status, stderr } = spawnSync('aclgen', options, { cwd: place, encoding: 'utf8' });
  const outputs = new Map(
    readdirSync(join(place, 'out')).map((name) => [name.replace(/\.srx$/, ''), readFileSync(join(place, 'out', name), 'utf8')]),
  );
  const failed = status !== 0 || stderr.includes('with errors');
  return { error: failed && policies.length > 0 ? `aclgen: ${stderr.slice(-400)}` : null, outputs };
}
