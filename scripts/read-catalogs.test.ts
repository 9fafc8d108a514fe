import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCases, readCatalogs, readTemplates } from './read-catalogs.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portolan-catalogs-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function product(id: string, more = ''): string {
  return `product: ${id}\nname: ${id}\nletters: Aa\nversion: 2026.11.1\ndescription: A product.\n${more}`;
}

describe('readCatalogs', () => {
  it('gives every product by id with its defaults filled in', async () => {
    write('catalogs/zeta/product.yaml', product('zeta'));
    write('catalogs/alpha/product.yaml', product('alpha'));
    const catalogs = await readCatalogs(root);
    expect(catalogs.map((catalog) => [catalog.product, catalog.rules])).toEqual([
      ['alpha', []],
      ['zeta', []],
    ]);
  });

  it('gives nothing where there is nothing', async () => {
    expect(await readCatalogs(root)).toEqual([]);
    write('catalogs/empty/notes.txt', 'no product here');
    expect(await readCatalogs(root)).toEqual([]);
  });

  it('names file, line and path of what the schema refuses', async () => {
    write('catalogs/alpha/product.yaml', product('alpha', 'types:\n  - id: server\n    name: Server\n    icon: Not An Icon\n'));
    await expect(readCatalogs(root)).rejects.toThrow(/^catalogs\/alpha\/product\.yaml:9: types\.0\.icon: /);
  });

  it('names the nearest line above a field that is missing', async () => {
    write('catalogs/alpha/product.yaml', product('alpha', 'types:\n  - id: server\n    icon: server\n'));
    await expect(readCatalogs(root)).rejects.toThrow(/^catalogs\/alpha\/product\.yaml:7: types\.0\.name: /);
  });

  it.each([
    ['an alias', 'types: &a []\nrules: *a\n', /aliases/],
    ['a tag', 'types: !!js/function []\n', /tag/i],
    ['a key twice', 'types: []\ntypes: []\n', /unique/],
    ['an unknown field', 'tpyes: []\n', /:6: document: .*tpyes/],
    ['broken YAML', 'types: [\n', /catalogs\/alpha\/product\.yaml/],
  ])('refuses %s', async (_what, more, message) => {
    write('catalogs/alpha/product.yaml', product('alpha', more));
    await expect(readCatalogs(root)).rejects.toThrow(message);
  });

  it('refuses a product that is not named like its folder', async () => {
    write('catalogs/alpha/product.yaml', product('beta'));
    await expect(readCatalogs(root)).rejects.toThrow('expected alpha, the name of its folder');
  });
});

describe('readCases', () => {
  it('gives the cases of the products that have some', async () => {
    write('catalogs/alpha/cases.yaml', 'cases:\n  - name: nothing speaks\n    hosts: {}\n');
    write('catalogs/beta/product.yaml', product('beta'));
    const [only, ...others] = await readCases(root);
    expect(others).toEqual([]);
    expect(only?.product).toBe('alpha');
    expect(only?.cases[0]).toMatchObject({ name: 'nothing speaks', silent: [], zones: { core: { kind: 'internal' } } });
  });
});

describe('readTemplates', () => {
  it('gives the plans by file name as they are', async () => {
    write('templates/b.plan.json', '{"title":"second","__proto__":{"x":1}}');
    write('templates/a.plan.json', '{"title":"first"}');
    write('templates/notes.md', 'no plan');
    const plans = await readTemplates(root);
    expect(plans.map((plan) => JSON.stringify(plan))).toEqual(['{"title":"first"}', '{"title":"second","__proto__":{"x":1}}']);
  });

  it('names the file that is no JSON', async () => {
    write('templates/a.plan.json', '{');
    await expect(readTemplates(root)).rejects.toThrow('templates/a.plan.json');
  });
});
