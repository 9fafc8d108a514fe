import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from './root.mjs';

/** What a file says, and a word of the reason it must be refused with; null where it must be taken. */
const PLANTED: Record<string, { text: string; reason: string | null }> = {
  'src/model/uses-engine.ts': { text: "export { analyze } from '../engine/analyze.ts';", reason: 'imports no other folder' },
  'src/model/uses-react.ts': { text: "export { useState } from 'react';", reason: 'zod, @noble/hashes and ipaddr.js alone' },
  'src/model/uses-its-own.ts': {
    text: "export { z } from 'zod';\nexport { sha256 } from '@noble/hashes/sha2.js';\nexport { parse } from 'ipaddr.js';\nexport { plan } from './plan.ts';",
    reason: null,
  },
  'src/model/edits/uses-page-from-below.ts': { text: "export { App } from '../../ui/App.tsx';", reason: 'imports no other folder' },
  'src/model/uses-clock.ts': { text: 'export const now = Date.now();', reason: 'global variable Date' },
  'src/model/throws-dice.ts': { text: 'export const dice = Math.random();', reason: 'no dice' },
  'src/engine/sorts-by-locale.ts': { text: "export const order = (a: string): number => a.localeCompare('b');", reason: 'no locale' },
  'src/engine/uses-model.ts': { text: "import type { Plan } from '../model/plan.ts';\nexport type Input = Plan;", reason: null },
  'src/engine/review/uses-report.ts': {
    text: "export const later = () => import('../../report/csv.ts');",
    reason: 'does not know who asks',
  },
  'src/engine/uses-store.ts': {
    text: "import type { State } from '../store/state.ts';\nexport type S = State;",
    reason: 'does not know who asks',
  },
  'src/engine/uses-catalogs.ts': { text: "export { default } from 'virtual:catalogs';", reason: 'zod, @noble/hashes and ipaddr.js alone' },
  'src/engine/uses-node.ts': { text: "export { readFile } from 'node:fs/promises';", reason: 'zod, @noble/hashes and ipaddr.js alone' },
  'src/engine/uses-anything-in-a-test.test.ts': { text: "export { readFile } from 'node:fs/promises';", reason: null },
  'src/engine/uses-laws.ts': { text: "export { naive } from './laws/naive.ts';", reason: 'only tests may ask it' },
  'src/engine/laws/uses-anything.ts': { text: "export { default } from 'fast-check';", reason: null },
  'src/layout/uses-page.ts': { text: "export { App } from '../ui/App.tsx';", reason: 'where things stand' },
  'src/layout/uses-react.ts': { text: "export { useState } from 'react';", reason: 'it needs no package' },
  'src/layout/uses-engine.ts': { text: "import type { Flow } from '../engine/result.ts';\nexport type F = Flow;", reason: null },
  'src/report/uses-layout.ts': { text: "export { arrange } from '../layout/arrange.ts';", reason: null },
  'src/engine/uses-layout.ts': { text: "export { arrange } from '../layout/arrange.ts';", reason: 'does not know who asks' },
  'src/report/uses-page.ts': { text: "export { App } from '../ui/App.tsx';", reason: 'reads a finished analysis' },
  'src/report/uses-engine.ts': { text: "import type { Flow } from '../engine/result.ts';\nexport type F = Flow;", reason: null },
  'src/share/uses-store.ts': { text: "export { store } from '../store/store.ts';", reason: 'plain data' },
  'src/store/uses-page.ts': { text: "export { App } from '../ui/App.tsx';", reason: 'never reaches back' },
  'src/store/uses-share.ts': { text: "export { open } from '../share/open.ts';", reason: null },
  'src/worker/uses-page.ts': { text: "export { App } from '../ui/App.tsx';", reason: 'never reaches back' },
  'src/worker/uses-node.ts': { text: "export { readFile } from 'node:fs';", reason: 'Only the command line has a file system' },
  'src/ui/uses-command-line.ts': { text: "export { main } from '../cli/main.ts';", reason: 'stand side by side' },
  'src/ui/inspector/uses-flow.ts': { text: "export { ReactFlow } from '@xyflow/react';", reason: 'stays behind src/ui/canvas' },
  'src/ui/styles-flow.ts': { text: "import '@xyflow/react/dist/style.css';", reason: 'stays behind src/ui/canvas' },
  'src/ui/canvas/uses-flow.ts': { text: "export { ReactFlow } from '@xyflow/react';", reason: null },
  'src/ui/canvas/edges/uses-flow.ts': { text: "import '@xyflow/react/dist/style.css';", reason: null },
  'src/ui/canvas/uses-node.ts': { text: "export { join } from 'node:path';", reason: 'Only the command line has a file system' },
  'src/cli/uses-page.ts': { text: "export { words } from '../ui/messages/en.ts';", reason: 'stands beside the page' },
  'src/cli/uses-node.ts': { text: "export { readFile } from 'node:fs/promises';", reason: null },
  'src/one-of-two.ts': { text: "import { two } from './two-of-two.ts';\nexport const one = (): unknown => two;", reason: 'cycle' },
  'src/two-of-two.ts': { text: "import { one } from './one-of-two.ts';\nexport const two = (): unknown => one;", reason: 'cycle' },
};

interface Diagnostic {
  category: string;
  message: string;
  advices?: unknown;
  location: { path: string };
}

let folder = '';
let diagnostics: Diagnostic[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-layers-'));
  for (const name of ['biome.jsonc', '.gitignore', 'scripts/lint']) cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  for (const [path, { text }] of Object.entries(PLANTED)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${text}\n`);
  }
  diagnostics = lint(folder, ['--max-diagnostics=200']).diagnostics;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the arrows between the folders', () => {
  for (const [path, { reason }] of Object.entries(PLANTED)) {
    it(`${reason === null ? 'admits' : 'refuses'} ${path}`, () => {
      const told = diagnostics.filter((diagnostic) => diagnostic.location.path === path).map((found) => JSON.stringify(found));
      if (reason === null) expect(told).toEqual([]);
      else expect(told.join('\n')).toContain(reason);
    });
  }

  it('hold in the project itself', () => {
    const result = lint(ROOT, [
      '--only=style/noRestrictedImports',
      '--only=style/noRestrictedGlobals',
      '--only=suspicious/noImportCycles',
      'src',
    ]);
    const told = result.diagnostics.filter((found) => found.category.startsWith('lint/') || found.category === 'plugin');
    expect(told.map((found) => `${found.location.path}: ${found.message}`)).toEqual([]);
    expect(result.summary.unchanged, 'files looked at').toBeGreaterThan(5);
  }, 60_000);
});

function lint(root: string, args: string[]): { diagnostics: Diagnostic[]; summary: { unchanged: number } } {
  const biome = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');
  const { stdout } = spawnSync(process.execPath, [biome, 'lint', '--reporter=json', ...args], { cwd: root, encoding: 'utf8' });
  return JSON.parse(stdout);
}
