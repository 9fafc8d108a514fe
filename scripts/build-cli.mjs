import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { isFresh } from './freshness.mjs';
import { ROOT } from './root.mjs';

const SOURCES = [
  ...['model', 'engine', 'layout', 'report', 'share', 'cli', 'catalogs'].map((folder) => `src/${folder}`),
  'catalogs',
  'templates',
  'scripts/read-catalogs.ts',
  'scripts/vite-catalogs.ts',
  'scripts/vite-fonts.ts',
  'scripts/vite-icons.ts',
  'vite.cli.config.ts',
  'package-lock.json',
];

/** The command line as built. */
export const CLI = 'dist-cli/portolan.mjs';

const ONE_HOUR = 3_600_000;

/**
 * Builds the command line into `dist-cli/` where it is missing or older than its sources. Rejects where the build fails.
 * Two of these may run at once, and a third may be starting the former build: every build is made in a folder of its own, its parts are
 * moved under names that tell their content, and the entry that names them is moved last.
 * @param {{ force?: boolean }} [options]
 */
export async function buildCli({ force = false } = {}) {
  if (!force && isFresh(ROOT, CLI, SOURCES)) return;
  const started = new Date();
  const target = join(ROOT, 'dist-cli');
  const workshop = join(target, `.building-${process.pid}`);
  const { build } = await import('vite');
  try {
    await build({
      root: ROOT,
      configFile: join(ROOT, 'vite.cli.config.ts'),
      logLevel: 'silent',
      build: { outDir: workshop, emptyOutDir: true },
    });
    mkdirSync(join(target, 'chunks'), { recursive: true });
    const chunks = readdirSync(join(workshop), { recursive: true, encoding: 'utf8' }).filter((name) => name.startsWith('chunks'));
    for (const chunk of chunks.filter((name) => name.endsWith('.mjs'))) renameSync(join(workshop, chunk), join(target, chunk));
    const entry = join(workshop, 'portolan.mjs');
    chmodSync(entry, 0o755);
    utimesSync(entry, started, started);
    renameSync(entry, join(ROOT, CLI));
    sweep(target, new Set(chunks));
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

/**
 * Removes the parts of former builds that nobody can be starting any more.
 * @param {string} target
 * @param {ReadonlySet<string>} current
 */
function sweep(target, current) {
  for (const name of readdirSync(join(target, 'chunks'))) {
    const chunk = join('chunks', name);
    const stat = statSync(join(target, chunk), { throwIfNoEntry: false });
    if (!current.has(chunk) && stat !== undefined && Date.now() - stat.mtimeMs > ONE_HOUR) rmSync(join(target, chunk), { force: true });
  }
}
