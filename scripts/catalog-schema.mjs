import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './root.mjs';

const FILE = 'catalogs/catalog.schema.json';

/**
 * The JSON schema of `catalogs/<product>/product.yaml` as an author writes it, made from the one in `src/model/catalog.ts`.
 * @returns {Promise<string>}
 */
async function catalogSchemaText() {
  const { runnerImport } = await import('vite');
  const { z } = await import('zod');
  /** @type {{ module: { catalogSchema: import('zod').ZodType } }} */
  const { module } = await runnerImport(join(ROOT, 'src/model/catalog.ts'), { root: ROOT, configFile: false, logLevel: 'error' });
  return `${JSON.stringify(z.toJSONSchema(module.catalogSchema, { io: 'input' }), null, 2)}\n`;
}

/**
 * Null where the file says what the schema in the source says, else what to do.
 * @returns {Promise<string | null>}
 */
export async function staleSchema() {
  const path = join(ROOT, FILE);
  const written = existsSync(path) ? readFileSync(path, 'utf8') : null;
  return written === (await catalogSchemaText()) ? null : `${FILE} is older than src/model/catalog.ts. Run: npm run catalog:schema`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(join(ROOT, FILE), await catalogSchemaText());
  console.log(`Wrote ${FILE}`);
}
