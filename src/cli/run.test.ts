import { readFileSync } from 'node:fs';
import cases from 'virtual:catalog-cases';
import catalogs from 'virtual:catalogs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { checkCatalogs } from '../engine/catalog-check.ts';
import { catalogRows } from '../engine/catalog-rows.ts';
import { COMMANDS } from './commands.ts';
import { run } from './run.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(new URL(`../model/fixtures/${name}.plan.json`, import.meta.url)));
const bytes = (text: string) => new TextEncoder().encode(text);

interface Ran {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
  readonly written: ReadonlyMap<string, string>;
}

/** Runs one command line in a world of a few files. */
async function portolan(
  argv: readonly string[],
  given: { files?: Record<string, Uint8Array | string>; input?: string | Uint8Array; passphrase?: string } = {},
): Promise<Ran> {
  const files = new Map<string, Uint8Array>([
    ['endpoint.plan.json', fixture('endpoint-tooling')],
    ['branch.plan.json', fixture('branch-tooling')],
    ...Object.entries(given.files ?? {}).map(([path, content]): [string, Uint8Array] => [
      path,
      typeof content === 'string' ? bytes(content) : content,
    ]),
  ]);
  const written = new Map<string, string>();
  let out = '';
  let err = '';
  const input = given.input ?? '';
  const exit = await run(argv, {
    terminal: {
      passphrase: given.passphrase,
      print: (text) => {
        out += text;
      },
      complain: (line) => {
        err += `${line}\n`;
      },
      readFile: async (path) => {
        const content = files.get(path);
        if (!content) throw Object.assign(new Error('none'), { code: 'ENOENT' });
        return content;
      },
      readInput: async () => (typeof input === 'string' ? bytes(input) : input),
      writeFile: async (path, content, overwrite) => {
        if (files.has(path) && !overwrite) throw Object.assign(new Error('there'), { code: 'EEXIST' });
        written.set(path, String(content));
      },
      makeFolder: async () => {},
    },
    engine: { analyze, checkCatalogs, catalogRows },
    catalogs,
    cases,
  });
  return { exit, out, err, written };
}

const ENDPOINT = 'endpoint.plan.json';
const table = (csv: string) => Papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true }).data;

describe('the example plans', () => {
  it('give the openings of endpoint tooling', async () => {
    const { exit, out, err } = await portolan(['openings', ENDPOINT]);
    expect([exit, err]).toEqual([0, '']);
    const lines = table(out).map((line) =>
      [line.firewall, line.boundary, line.source_address, line.destination_address, line.protocol, line.ports].join(' / '),
    );
    expect(lines.sort()).toEqual([
      ' / Core data centre | Database tier / 10.10.1.10 / 10.10.40.5 / tcp / 5432',
      ' / Edge / 0.0.0.0/0 / 198.51.100.20 / tcp / 17472',
      'FW-CORE / inner / 10.10.1.10 / 198.51.100.20 / tcp / 17473',
      'FW-CORE / lan / 10.20.0.0/16 / 10.10.1.10 / tcp / 17472',
      'FW-CORE / out / 10.10.1.10 / *.digicert.com / tcp / 80',
      'FW-CORE / out / 10.10.1.10 / mirror.example.org / tcp / 443',
    ]);
  });

  it('give the first opening of the worked example as JSON', async () => {
    const { out } = await portolan(['openings', ENDPOINT, '--format', 'json']);
    const { openings, findings } = JSON.parse(out) as { openings: Record<string, unknown>[]; findings: unknown[] };
    const { id, justification, flows, ...rest } = openings.find((each) => each.toZone === 'dmz' && each.fromZone === 'core') ?? {};
    expect([typeof id, typeof justification, (flows as unknown[]).length]).toEqual(['string', 'string', 1]);
    expect(rest).toEqual({
      point: { kind: 'firewall', id: 'fw-core', name: 'FW-CORE' },
      fromZone: 'core',
      toZone: 'dmz',
      sources: [{ host: 'ts1', addresses: ['10.10.1.10'] }],
      destinations: [{ host: 'zs1', addresses: ['198.51.100.20'] }],
      services: [{ protocol: 'tcp', ports: '17473' }],
      need: 'required',
      phase: 'operation',
      products: ['tanium'],
      orderable: true,
      missing: [],
      advice: ['port-based'],
      deviations: [{ component: 'zs1-zone-server', setting: 'hubPort', default: '17472' }],
    });
    expect(findings).toHaveLength(4);
  });

  it('give 39 flows of branch tooling and lines that cannot be ordered yet', async () => {
    const flows = JSON.parse((await portolan(['flows', 'branch.plan.json', '--format', 'json'])).out) as { flows: unknown[] };
    expect(flows.flows).toHaveLength(39);
    const lines = table((await portolan(['openings', 'branch.plan.json'])).out);
    expect(
      lines
        .filter((line) => line.remarks?.startsWith('NOT ORDERABLE: '))
        .map((line) => [line.source_address, line.destination_address, line.ports]),
    ).toEqual([
      ['', '10.1.0.20', '33800'],
      ['10.1.0.20', '', '22'],
    ]);
    expect(lines.filter((line) => line.protocol === 'icmp').map((line) => [line.ports, line.destination])).toEqual([
      ['type 8', 'tpm/adaptiva-cloud'],
    ]);
  });

  it('have no error', async () => {
    for (const plan of [ENDPOINT, 'branch.plan.json']) expect((await portolan(['check', plan])).exit).toBe(0);
    const json = JSON.parse((await portolan(['check', 'branch.plan.json', '--format', 'json'])).out) as { findings: unknown[] };
    expect(json.findings).toHaveLength(9);
  });

  it('have host rules', async () => {
    const lines = table((await portolan(['hosts', ENDPOINT])).out).filter((line) => line.host === 'TANIUM-ZS-01');
    expect(lines.map((line) => [line.direction, line.peer, line.ports, line.process])).toEqual([
      ['in', 'Roaming laptops', '17472', 'TaniumZoneServer.exe'],
      ['in', 'TANIUM-01', '17473', 'TaniumZoneServer.exe'],
    ]);
  });
});

describe('a plan argument', () => {
  it('is a sealed link with the passphrase of the environment', async () => {
    const sealed = (await portolan(['link', ENDPOINT, '--seal'], { passphrase: 'Größe 42' })).out.trim();
    expect(sealed).toMatch(/^#p=1s\./);
    const [open, closed, wrong, none] = await Promise.all([
      portolan(['unlink', sealed], { passphrase: 'Größe 42' }),
      portolan(['unlink', sealed]),
      portolan(['openings', sealed], { passphrase: 'other' }),
      portolan(['link', ENDPOINT, '--seal']),
    ]);
    expect(open.out).toBe((await portolan(['unlink', (await portolan(['link', ENDPOINT])).out.trim()])).out);
    expect([closed.exit, wrong.exit, none.exit]).toEqual([2, 2, 2]);
    expect(closed.err).toContain('sealed with a passphrase; where: environment; expected: the passphrase in PORTOLAN_PASSPHRASE');
    expect(wrong.err).toContain('The passphrase does not open the link');
    expect(none.err).toContain('There is no passphrase to seal with');
  });

  it('is a file, standard input or a share link, all the same', async () => {
    const fromFile = await portolan(['openings', ENDPOINT]);
    const fromInput = await portolan(['openings', '-'], { input: fixture('endpoint-tooling') });
    const link = (await portolan(['link', ENDPOINT, '--base', 'https://example.org/portolan/'])).out.trim();
    expect(link).toMatch(/^https:\/\/example\.org\/portolan\/#p=1\./);
    const fromLink = await portolan(['openings', link]);
    expect(fromInput.out).toBe(fromFile.out);
    expect(fromLink.out).toBe(fromFile.out);
    const back = await portolan(['unlink', link]);
    expect(JSON.parse(back.out)).toEqual(JSON.parse(new TextDecoder().decode(fixture('endpoint-tooling'))));
  });

  it.each([
    [['check', 'nowhere.json'], 'portolan: The file cannot be read (there is none); where: nowhere.json; expected: a readable file'],
    [
      ['check', 'https://example.org/plan.json'],
      'portolan: An address without a plan is never fetched; where: https://example.org/plan.json; expected: a file, - or a share link with #p=',
    ],
    [['check', 'bad.json'], 'portolan: A field does not fit the plan format; where: bad.json: hosts[0].zone; expected: a text'],
    [['check', '#p=1.AAAA'], 'portolan: The link is damaged or cut off; where: link: link; expected: the whole link'],
    [['check', '#p=9.AAAA'], 'portolan: The link was written by a newer version (link codec 9); where: link: link; expected: link codec 1'],
    [['unlink', 'nothing'], 'portolan: This is no share link; where: nothing; expected: a link with #p='],
    [['check', '-'], 'portolan: The document is empty; where: standard input: document; expected: the JSON text of a plan'],
  ])('is refused in one line: %j', async (argv, line) => {
    const bad = '{"format":"portolan.plan","version":1,"zones":[],"hosts":[{"id":"a","zone":7}]}';
    expect(await portolan([...argv, '-o', 'new.csv'], { files: { 'bad.json': bad } })).toEqual({
      exit: 2,
      out: '',
      err: `${line}\n`,
      written: new Map(),
    });
  });
});

describe('a command line', () => {
  it('is refused in one line where it is wrong', async () => {
    for (const argv of [
      [],
      ['nope'],
      ['constructor'],
      ['check'],
      ['check', ENDPOINT, 'more'],
      ['check', ENDPOINT, '--bogus'],
      ['openings', ENDPOINT, '--format', 'pdf'],
      ['openings', ENDPOINT, '--detail', 'none'],
      ['flows', ENDPOINT, '--format', 'md'],
      ['openings', ENDPOINT, '--format'],
      ['explain', ENDPOINT, 'nothing'],
      ['link', ENDPOINT, '--base', 'javascript:x'],
      ['catalog', 'rows', 'nope'],
      ['catalog', 'nope'],
    ]) {
      const ran = await portolan(argv);
      expect([argv, ran.exit, ran.out]).toEqual([argv, 2, '']);
      expect(ran.err).toMatch(/^portolan: .+; where: .+; expected: .+\n$/);
    }
  });

  it('shows hostile words harmless', async () => {
    expect((await portolan(['\u001b[31m\u202e\nx'])).err).toContain('where: <U+001B>[31m<U+202E> x;');
  });

  it('prints help for all and for one', async () => {
    const all = await portolan(['--help']);
    expect([all.exit, all.err]).toEqual([0, '']);
    for (const name of COMMANDS.keys()) {
      expect(all.out).toContain(`  ${name} `);
      expect((await portolan([name, '--help'])).exit).toBe(0);
    }
  });

  it('writes a file instead of standard output, and none over another without being told', async () => {
    const printed = (await portolan(['openings', ENDPOINT])).out;
    expect(await portolan(['openings', ENDPOINT, '-o', 'new.csv'])).toEqual({
      exit: 0,
      out: '',
      err: '',
      written: new Map([['new.csv', printed]]),
    });
    const there = { files: { 'old.csv': 'x' } };
    expect(await portolan(['openings', ENDPOINT, '-o', 'old.csv'], there)).toEqual({
      exit: 2,
      out: '',
      err: 'portolan: The file exists already; where: old.csv; expected: a new name, or --force to overwrite\n',
      written: new Map(),
    });
    expect((await portolan(['openings', ENDPOINT, '-o', 'old.csv', '--force'], there)).written.get('old.csv')).toBe(printed);
  });

  it('exits with 1 where a finding is an error', async () => {
    const lost = '{"format":"portolan.plan","version":1,"zones":[],"hosts":[{"id":"a","zone":"nowhere"}]}';
    const ran = await portolan(['check', '-'], { input: lost });
    expect([ran.exit, ran.err]).toEqual([1, '']);
    expect(ran.out).toContain('error reference-dangling');
  });
});

describe('explain', () => {
  it('leads from either list of openings and from a flow to the source', async () => {
    for (const detail of ['merged', 'exact']) {
      const [line] = table((await portolan(['openings', 'branch.plan.json', '--detail', detail])).out).filter(
        (each) => each.ports === '8080',
      );
      const ran = await portolan(['explain', 'branch.plan.json', line?.rule_id ?? '']);
      expect(ran.exit).toBe(0);
      expect(ran.out).toContain('netwrix/action-service-guide');
      const json = JSON.parse((await portolan(['explain', 'branch.plan.json', line?.flow_ids ?? '', '--format', 'json'])).out) as Record<
        string,
        unknown[]
      >;
      expect(json.flows).toHaveLength(1);
      expect(json.sources?.length).toBeGreaterThan(0);
    }
  });
});

describe('ask', () => {
  it.each([
    ['ts1 zs1 tcp 17473', 0],
    ['ts1-hub zs1-zone-server tcp 17473', 0],
    ['10.10.1.10 198.51.100.20 tcp 17473', 0],
    ['10.20.3.4 ts1 tcp 17472', 0],
    ['ts1 tanium/certificates tcp 80', 0],
    ['ts1 www.digicert.com tcp 80', 0],
    ['ts1 mirror.example.org tcp 443', 0],
    ['203.0.113.9 zs1 tcp 17472', 0],
    ['pcs pcs tcp 17472', 0],
    ['zs1 ts1 tcp 17473', 1],
    ['ts1 zs1 tcp 17472', 1],
    ['ts1 zs1 tcp 17473-17474', 1],
    ['ts1 zs1 udp 17473', 1],
    ['ts1 tanium/content tcp 443', 1],
    ['10.20.3.4 zs1 tcp 17472', 1],
    ['10.21.0.1 ts1 tcp 17472', 1],
    ['10.20.0.0/15 ts1 tcp 17472', 1],
    ['ts1 digicert.com tcp 80', 1],
    ['ts1 zs1 esp', 1],
    ['nobody zs1 tcp 17472', 2],
    ['ts1 zs1 tcp 0', 2],
    ['ts1 zs1 tcp', 2],
    ['ts1 zs1 esp 3', 2],
    ['ts1 zs1 quic 443', 2],
    ['ts1 zs1 icmp 300', 2],
  ])('answers %s', async (question, exit) => {
    const ran = await portolan(['ask', ENDPOINT, ...question.split(' ')]);
    expect([ran.exit, ran.err]).toEqual([exit, exit === 2 ? expect.stringMatching(/^portolan: .+\n$/) : '']);
    if (exit === 2) return;
    const answer = JSON.parse(ran.out) as { required: boolean; flows: unknown[]; openings: unknown[] };
    expect([answer.required, answer.flows.length > 0]).toEqual([exit === 0, exit === 0]);
    if (question.startsWith('pcs')) expect(answer.openings).toEqual([]);
  });

  it('counts what a tunnel carries as no, its carrier as yes', async () => {
    const asked = async (question: string) => (await portolan(['ask', 'branch.plan.json', ...question.split(' ')])).exit;
    expect(await asked('sens1 usm1 tcp 33800')).toBe(0);
    expect(await asked('sens1 usm1 tcp 40001')).toBe(1);
    expect(await asked('tpm1 tpm1 udp 34322')).toBe(0);
    expect(await asked('tpm1 tpm/adaptiva-cloud icmp 8')).toBe(0);
    expect(await asked('tpm1 tpm/adaptiva-cloud icmp 0')).toBe(1);
    expect(await asked('tpm1 tpm/adaptiva-cloud icmp')).toBe(1);
  });
});

describe('diff', () => {
  it('says what to change, and exits with 1 where something differs', async () => {
    const moved = new TextDecoder().decode(fixture('endpoint-tooling')).replace('"10.10.40.5"', '"10.10.40.6"');
    expect(await portolan(['diff', ENDPOINT, '-'], { input: fixture('endpoint-tooling') })).toMatchObject({ exit: 0, err: '' });
    const ran = await portolan(['diff', ENDPOINT, '-'], { input: moved });
    expect(ran.exit).toBe(1);
    expect(table(ran.out).map((line) => [line.action, line.destination_address])).toEqual([['change', '10.10.40.6']]);
    const json = JSON.parse((await portolan(['diff', ENDPOINT, '-', '--format', 'json'], { input: moved })).out) as Record<
      string,
      unknown[]
    >;
    expect([json.add?.length, json.remove?.length, json.change?.length]).toEqual([0, 0, 1]);
    expect((await portolan(['diff', '-', '-'])).exit).toBe(2);
  });
});

describe('catalog', () => {
  it('lists types and external services', async () => {
    const { types, externals } = JSON.parse((await portolan(['catalog', 'list'])).out) as {
      types: { id: string }[];
      externals: { id: string }[];
    };
    expect(types.map((type) => type.id)).toEqual(expect.arrayContaining(['tanium/zone-server', 'infra/dns-server', 'usm/all-in-one']));
    expect(externals.map((external) => external.id)).toEqual(expect.arrayContaining(['tanium/content', 'usm/central']));
  });

  it('lists every row of a product with what became of it', async () => {
    const { rows } = JSON.parse((await portolan(['catalog', 'rows', 'tanium'])).out) as {
      rows: { rules: string[]; statement: string | null; reason: string | null }[];
    };
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.filter((row) => row.rules.length === 0 && row.statement === null && row.reason === null)).toEqual([]);
  });

  it('checks the built-in catalogs, and given files in their place', async () => {
    expect((await portolan(['catalog', 'check'])).exit).toBe(0);
    const file = (name: string) => new Uint8Array(readFileSync(new URL(`../../catalogs/netwrix/${name}.yaml`, import.meta.url)));
    const whole = { 'n/product.yaml': file('product'), 'n/cases.yaml': file('cases') };
    expect((await portolan(['catalog', 'check', 'n/product.yaml', 'n/cases.yaml'], { files: whole })).exit).toBe(0);
    const misfit = { 'n/product.yaml': new TextDecoder().decode(file('product')).replace(/^version: .*$/m, 'version: yesterday') };
    const ran = await portolan(['catalog', 'check', 'n/product.yaml', '--format', 'json'], { files: misfit });
    expect(ran.exit).toBe(1);
    expect(JSON.parse(ran.out)).toMatchObject({ findings: [{ code: 'catalog-schema', severity: 'error' }] });
    const silent = { 'n/product.yaml': file('product'), 'n/cases.yaml': 'cases: [{ name: nothing speaks, hosts: {} }]' };
    expect((await portolan(['catalog', 'check', 'n/product.yaml', 'n/cases.yaml'], { files: silent })).exit).toBe(1);
  });

  it.each([
    ['a: &x 1\nb: *x', 'alias'],
    ['a: !!str 3', 'tag'],
    ['a: !x 3', 'no plain YAML'],
    ['a: [', 'no plain YAML'],
    ['['.repeat(100_000), 'YAML'],
  ])('refuses YAML that is no plain data: %.12s', async (yaml, what) => {
    const ran = await portolan(['catalog', 'check', 'x.yaml'], { files: { 'x.yaml': yaml } });
    expect([ran.exit, ran.out]).toEqual([2, '']);
    expect(ran.err).toContain(what);
    expect(ran.err.split('\n')).toHaveLength(2);
  });
});
