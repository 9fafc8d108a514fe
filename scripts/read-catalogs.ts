import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Catalog, catalogSchema } from '../src/model/catalog.ts';
import { type CatalogCase, catalogCasesSchema } from '../src/model/catalog-case.ts';
import { byCodeUnit } from '../src/model/order.ts';

/** The example plans of one product, as its `cases.yaml` tells them. */
export interface ProductCases {
  readonly product: string;
  readonly cases: readonly CatalogCase[];
}

/** Every `catalogs/<product>/product.yaml` under `root`, by product id. Throws with file, line and path where one is not what the schema says. */
export async function readCatalogs(root: string): Promise<Catalog[]> {
  const catalogs: Catalog[] = [];
  for (const product of await productFolders(root)) {
    const file = `catalogs/${product}/product.yaml`;
    const catalog = await readYaml(root, file, catalogSchema);
    if (catalog === null) continue;
    if (catalog.product !== product) throw new Error(`${file}: product: expected ${product}, the name of its folder`);
    catalogs.push(catalog);
  }
  return catalogs.sort((a, b) => byCodeUnit(a.product, b.product));
}

/** Every `catalogs/<product>/cases.yaml` under `root`, by product id. A product without the file has no cases. */
export async function readCases(root: string): Promise<ProductCases[]> {
  const found: ProductCases[] = [];
  for (const product of await productFolders(root)) {
    const file = await readYaml(root, `catalogs/${product}/cases.yaml`, catalogCasesSchema);
    if (file !== null) found.push({ product, cases: file.cases });
  }
  return found.sort((a, b) => byCodeUnit(a.product, b.product));
}

/** Every `templates/*.plan.json` under `root`, by file name, exactly as written: the gate of the plan format judges them where they are opened. */
export async function readTemplates(root: string): Promise<unknown[]> {
  const folder = join(root, 'templates');
  if (!existsSync(folder)) return [];
  const names = (await readdir(folder)).filter((name) => name.endsWith('.plan.json')).sort(byCodeUnit);
  return Promise.all(
    names.map(async (name): Promise<unknown> => {
      try {
        return JSON.parse(await readFile(join(folder, name), 'utf8'));
      } catch (error) {
        throw new Error(`templates/${name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }),
  );
}

async function productFolders(root: string): Promise<string[]> {
  const folder = join(root, 'catalogs');
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/** The checked content of a YAML file, or null where there is none. Aliases and tags are refused: a catalog is plain data. */
async function readYaml<T extends z.ZodType>(root: string, file: string, schema: T): Promise<z.output<T> | null> {
  const path = join(root, file);
  if (!existsSync(path)) return null;
  const lines = new LineCounter();
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: lines, logLevel: 'silent' });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new Error(`${file}: ${problem.message}`);
  const parsed = schema.safeParse(plainData(document, file));
  if (parsed.success) return parsed.data;
  const told = parsed.error.issues.map((issue) => {
    const line = lineOf(document, lines, issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path);
    return `${file}${line === null ? '' : `:${line}`}: ${issue.path.join('.') || 'document'}: ${issue.message}`;
  });
  throw new Error(told.join('\n'));
}

function plainData(document: ReturnType<typeof parseDocument>, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    throw new Error(`${file}: a catalog has no aliases (*name): write the value out`);
  }
}

/** The line of the node at `path`, or of the nearest one above it. */
function lineOf(document: ReturnType<typeof parseDocument>, lines: LineCounter, path: readonly PropertyKey[]): number | null {
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) {
      return lines.linePos(Number(node.range[0])).line;
    }
  }
  return null;
}
