import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isFresh } from './freshness.mjs';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'portolan-fresh-'));
  mkdirSync(join(root, 'src/deep'), { recursive: true });
  for (const [path, second] of [
    ['src/deep/a.ts', 100],
    ['src/deep/a.test.ts', 900],
    ['built.js', 500],
  ] as const) {
    writeFileSync(join(root, path), '');
    utimesSync(join(root, path), second, second);
  }
  for (const path of ['src/deep', 'src']) utimesSync(join(root, path), 100, 100);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('is fresh when younger than every source; tests are none', () => {
  expect(isFresh(root, 'built.js', ['src', 'missing'])).toBe(true);
});

it('is stale when a source changed, one was taken away, or it is not there', () => {
  utimesSync(join(root, 'src/deep/a.ts'), 501, 501);
  expect(isFresh(root, 'built.js', ['src'])).toBe(false);
  rmSync(join(root, 'src/deep/a.ts'));
  expect(isFresh(root, 'built.js', ['src'])).toBe(false);
  expect(isFresh(root, 'other.js', [])).toBe(false);
});
