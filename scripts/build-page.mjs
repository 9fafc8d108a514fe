import { utimesSync } from 'node:fs';
import { join } from 'node:path';
import { buildServiceWorker } from './build-service-worker.mjs';
import { isFresh } from './freshness.mjs';
import { ROOT } from './root.mjs';

const SOURCES = [
  'index.html',
  'src',
  'catalogs',
  'templates',
  'public',
  'scripts/build-service-worker.mjs',
  'scripts/content-policy.mjs',
  'scripts/read-catalogs.ts',
  'scripts/vite-catalogs.ts',
  'scripts/vite-fonts.ts',
  'scripts/vite-icons.ts',
  'vite.config.ts',
  'tsconfig.json',
  'package-lock.json',
];

/**
 * Builds the page into `dist/` where it is missing or older than its sources. Rejects where the build fails.
 * @param {{ force?: boolean }} [options]
 */
export async function buildPage({ force = false } = {}) {
  if (!force && isFresh(ROOT, 'dist/index.html', SOURCES)) return;
  const started = new Date();
  const { build } = await import('vite');
  await build({ root: ROOT, configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' });
  await buildServiceWorker(join(ROOT, 'dist'));
  // A file edited while the build ran is newer than the start: the next command builds again.
  utimesSync(join(ROOT, 'dist/index.html'), started, started);
}
