import { readFileSync } from 'node:fs';
import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import { analyze } from '../engine/analyze.ts';
import { STYLES } from '../report/firewall/styles.ts';
import { DOCUMENT_NAMES } from '../share/documents.ts';
import { nameFiles } from '../share/export-files.ts';
import { run } from './run.ts';

const plan = new Uint8Array(readFileSync(new URL('../model/fixtures/endpoint-tooling.plan.json', import.meta.url)));

/** Runs `export` in a world of one plan and the files given. */
async function portolan(argv: readonly string[], there: readonly string[] = []) {
  const written = new Map<string, string>();
  const folders: string[] = [];
  let out = '';
  const err: string[] = [];
  const exit = await run(['export', ...argv], {
    terminal: {
      passphrase: undefined,
      print: (text) => {
        out += text;
      },
      complain: (line) => void err.push(line),
      readFile: async (path) => {
        if (path === 'a.plan.json') return plan;
        if (there.includes(path)) return new Uint8Array(1);
        throw Object.assign(new Error('none'), { code: 'ENOENT' });
      },
      readInput: async () => plan,
      writeFile: async (path, content, overwrite) => {
        if (there.includes(path) && !overwrite) throw Object.assign(new Error('there'), { code: 'EEXIST' });
        written.set(path, String(content));
      },
      makeFolder: async (path) => void folders.push(path),
    },
    engine: { analyze, checkCatalogs: () => [], catalogRows: () => [] },
    catalogs,
    cases: [],
  });
  return { exit, out, err, written, folders };
}

describe('export', () => {
  it.each(STYLES.map((style) => style.id))('writes %s into a folder, under plain names', async (format) => {
    const { exit, out, written, folders } = await portolan(['a.plan.json', '--to', format, '-o', 'out/']);
    expect([exit, out, folders]).toEqual([0, '', ['out/']]);
    expect(written.size).toBeGreaterThan(0);
    for (const path of written.keys()) expect(path).toMatch(/^out\/[a-z0-9-]{1,60}\.[a-z0-9]+$/);
  });

  it('puts the plan into documents that carry it, and into no other', async () => {
    const { exit, out } = await portolan(['a.plan.json', '--to', 'json', '--embed-plan']);
    expect(exit).toBe(0);
    expect(JSON.parse(out).plan).toEqual(JSON.parse(new TextDecoder().decode(plan)));
    for (const format of ['pdf', 'csv', 'nftables']) {
      const refused = await portolan(['a.plan.json', '--to', format, '--embed-plan']);
      expect([refused.exit, refused.out]).toEqual([2, '']);
      expect(refused.err[0]).toMatch(/cannot carry the plan.*json, html, svg, zip$/);
    }
  });

  it('takes columns by name or as a ready-made choice, and says which there are', async () => {
    const chosen = await portolan(['a.plan.json', '--to', 'csv', '--columns', 'ports, remarks']);
    expect(chosen.out).toMatch(/^ports,remarks\r\n/);
    const preset = await portolan(['a.plan.json', '--to', 'csv', '--preset', 'short']);
    expect(preset.out).toMatch(/^firewall,source_address,destination_address,protocol,ports,remarks\r\n/);
    const refusals = [
      [['--to', 'csv', '--columns', 'ports,prots'], /no such column.*--columns, prots.*expected: rule_id,.*,revision$/],
      [['--to', 'xlsx', '--columns', 'ports,ports,remarks'], /twice/],
      [['--to', 'csv', '--columns', ''], /No column is named/],
      [['--to', 'csv', '--columns', 'ports,order'], /remarks or justification/],
      [['--to', 'csv', '--preset', 'toString'], /no such preset.*all, firewall-change, review, short$/],
      [['--to', 'csv', '--preset', 'all', '--columns', 'remarks'], /chosen twice/],
      [['--to', 'pdf', '--preset', 'all'], /no columns to choose.*csv, xlsx, zip/],
      [['--to', 'nftables', '--preset', 'all'], /no columns to choose/],
      [['--to', 'csv', '--list', 'flows', '--preset', 'all'], /Only the list of openings/],
    ] as const;
    for (const [words, complaint] of refusals) {
      const { exit, out, err } = await portolan(['a.plan.json', ...words]);
      expect([exit, out, err.length]).toEqual([2, '', 1]);
      expect(err[0]).toMatch(complaint);
    }
  });

  it.each(DOCUMENT_NAMES)('writes the plan as %s, the same to a file and to standard output', async (format) => {
    const printed = await portolan(['a.plan.json', '--to', format]);
    const { exit, out, written } = await portolan(['a.plan.json', '--to', format, '-o', 'out/']);
    expect([printed.exit, exit, out]).toEqual([0, 0, '']);
    expect([...written.values()]).toEqual([printed.out]);
    expect([...written.keys()].join()).toMatch(/^out\/[a-z0-9-]{1,60}\.[a-z0-9]+$/);
    expect((await portolan(['a.plan.json', '--to', format, '--remove'])).exit).toBe(2);
  });

  it('names every refused line on standard error, and in the file', async () => {
    const { exit, err, written } = await portolan(['a.plan.json', '--to', 'nftables', '-o', 'out']);
    expect(exit).toBe(0);
    expect(err).toHaveLength(2);
    for (const line of err) {
      const id = /refused: ([0-9a-f]{20}),/.exec(line)?.[1] ?? 'none';
      expect([...written.values()].filter((text) => text.includes(id))).toHaveLength(1);
    }
  });

  it('takes a path that ends as such a file does for a file, where there is one', async () => {
    const one = await portolan(['a.plan.json', '--to', 'terraform-aws', '-o', 'plan.tf', '--date', '2026-02-28']);
    expect([...one.written.keys()]).toEqual(['plan.tf']);
    expect(one.written.get('plan.tf')).toContain('2026-02-28');
    const several = await portolan(['a.plan.json', '--to', 'nftables', '-o', 'plan.nft']);
    expect([several.exit, several.written.size, several.err.length]).toEqual([2, 0, 1]);
    expect((await portolan(['a.plan.json', '--to', 'terraform-aws'])).out).toContain('aws_security_group');
  });

  it('overwrites nothing unless told to, and then writes nothing at all', async () => {
    const [first = ''] = (await portolan(['a.plan.json', '--to', 'nftables', '-o', 'out'])).written.keys();
    const refused = await portolan(['a.plan.json', '--to', 'nftables', '-o', 'out'], [first]);
    expect([refused.exit, refused.written.size, refused.err.length]).toEqual([2, 0, 1]);
    expect((await portolan(['a.plan.json', '--to', 'nftables', '-o', 'out', '--force'], [first])).written.size).toBe(3);
  });

  it('refuses formats, days and removals that do not exist, in one line', async () => {
    for (const argv of [['--to', 'toString'], ['--to', 'nftables', '--date', '2026-02-29'], ['--to', 'terraform-aws', '--remove'], []]) {
      const { exit, err, written } = await portolan(['a.plan.json', '-o', 'out', ...argv]);
      expect([exit, err.length, written.size]).toEqual([2, 1, 0]);
    }
    expect((await portolan(['a.plan.json', '-o', 'out', '--to', 'cisco'])).err[0]).toContain('nftables, iptables, windows');
  });

  it('writes removals that permit nothing', async () => {
    const { exit, err, written } = await portolan(['a.plan.json', '--to', 'nftables', '-o', 'out', '--remove']);
    expect([exit, err]).toEqual([0, []]);
    for (const text of written.values()) expect(text).not.toContain('accept');
  });

  it('gives every file a name of its own', () => {
    const files = ['boundary1', 'boundary2'].map((id) => ({ of: { id, name: 'Edge' }, extension: 'nft', text: '' }));
    expect(new Set(nameFiles(files).map((file) => file.name)).size).toBe(2);
    expect(nameFiles([{ of: { id: '../../x', name: '../../etc/passwd' }, extension: 'nft', text: '' }])[0]?.name).toMatch(
      /^etc-passwd-[0-9a-f]{6}\.nft$/,
    );
  });
});
