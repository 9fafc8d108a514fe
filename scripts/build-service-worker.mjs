import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { ROOT } from './root.mjs';

/** The service worker's file in the built page. `src/ui/offline.ts` registers it. */
const NAME = 'sw.js';

/**
 * Every file of a built page as an address relative to it. Names under `assets/` carry the hash of their content and need no revision.
 * @param {string} folder
 * @returns {{ url: string, revision: string | null }[]} by address
 */
export function builtFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== NAME)
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, url: path.slice(folder.length + 1).replaceAll(sep, '/') }))
    .sort((a, b) => (a.url < b.url ? -1 : 1))
    .map(({ path, url }) => ({
      url,
      revision: url.startsWith('assets/') ? null : createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16),
    }));
}

/**
 * Writes the service worker of a built page, which keeps every file that stands there now. Rejects where the build fails.
 * @param {string} folder
 */
export async function buildServiceWorker(folder) {
  const { build } = await import('vite');
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: { BUILT_FILES: JSON.stringify(builtFiles(folder)), 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry: join(ROOT, 'src/worker/service-worker.ts'), formats: ['iife'], name: 'portolan', fileName: () => NAME },
    },
  });
}
