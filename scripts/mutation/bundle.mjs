import { readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { build } from 'vite';
import { ROOT } from '../root.mjs';
import { mutate } from './mutants.mjs';

const SWITCH = join(ROOT, 'scripts/mutation/switch.ts');
const HARNESS = join(ROOT, 'scripts/mutation/harness.ts');
const ENTRY = 'virtual:all-tests';
const TEST = /\.test(-prop)?\.ts$/;
/** Sources of the engine proper: the naive engine, the exact search and the plans made up for tests are there to test it. */
const SOURCE = /^src\/engine\/(?!laws\/|testing\/|consolidate\/trial\/)(?!.*\.test).*\.ts$/;

/**
 * The engine with every fault in it, its tests and the catalogs as one file.
 * @param {string} folder where `tests.mjs` is written
 * @returns {Promise<import('./mutants.mjs').Mutant[]>} by id
 */
export async function bundleFaults(folder) {
  const files = readdirSync(join(ROOT, 'src/engine'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)))
    .sort();
  const tests = files.filter((file) => TEST.test(file));
  /** @type {import('./mutants.mjs').Mutant[]} */
  const mutants = [];
  await build({
    root: ROOT,
    configFile: join(ROOT, 'vite.cli.config.ts'),
    logLevel: 'silent',
    plugins: [
      {
        name: 'portolan-faults',
        enforce: 'pre',
        resolveId(id, importer) {
          if (id === ENTRY) return `\0${ENTRY}`;
          return id === 'vitest' && importer !== undefined && TEST.test(importer) ? HARNESS : null;
        },
        load: (id) =>
          id === `\0${ENTRY}`
            ? [
                ...tests.map((file) => `import ${JSON.stringify(join(ROOT, file))};`),
                `export * from ${JSON.stringify(HARNESS)};`,
                `export { turn } from ${JSON.stringify(SWITCH)};`,
              ].join('\n')
            : null,
        transform(source, id) {
          const file = relative(ROOT, id);
          if (!SOURCE.test(file)) return null;
          const made = mutate(file, source, mutants.length);
          mutants.push(...made.mutants);
          const code = made.code.replaceAll('new WeakMap', 'new $Memory');
          return { code: `import { $m, $Memory } from ${JSON.stringify(SWITCH)};\n${code}`, map: null };
        },
      },
    ],
    ssr: { noExternal: true, external: ['vitest'], target: 'node' },
    build: { ssr: true, outDir: folder, rolldownOptions: { input: ENTRY, output: { entryFileNames: 'tests.mjs', codeSplitting: false } } },
  });
  return mutants;
}
