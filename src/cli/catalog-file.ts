import { isAlias, isNode, parseDocument, visit } from 'yaml';
import type { z } from 'zod';
import type { Finding } from '../engine/result.ts';
import { type Catalog, catalogSchema } from '../model/catalog.ts';
import { catalogCasesSchema } from '../model/catalog-case.ts';
import { pathText } from '../model/gate-error.ts';
import { FILE_CAPS, measure, tooLarge } from '../model/gate-limits.ts';
import { isRecord } from '../model/plan-fields.ts';
import { quoted } from '../model/printable.ts';
import { decodeUtf8 } from '../model/utf8.ts';
import type { ProductCases } from './context.ts';
import { Refusal } from './refusal.ts';

/** What a file given to `catalog check` holds: a catalog, examples of one, or findings where it does not fit its schema. */
export type CatalogFile =
  | { readonly kind: 'catalog'; readonly path: string; readonly catalog: Catalog }
  | { readonly kind: 'cases'; readonly path: string; readonly cases: ProductCases['cases'] }
  | { readonly kind: 'misfit'; readonly path: string; readonly findings: readonly Finding[] };

/** Reads the YAML of a catalog or of its cases: plain data without aliases and tags, within the caps of every file. */
export function readCatalogFile(path: string, bytes: Uint8Array): CatalogFile {
  const data = plainData(path, bytes);
  if (isRecord(data) && Object.hasOwn(data, 'cases')) {
    const read = catalogCasesSchema.safeParse(data);
    return read.success ? { kind: 'cases', path, cases: read.data.cases } : { kind: 'misfit', path, findings: misfits(path, read.error) };
  }
  const read = catalogSchema.safeParse(data);
  return read.success ? { kind: 'catalog', path, catalog: read.data } : { kind: 'misfit', path, findings: misfits(path, read.error) };
}

function plainData(path: string, bytes: Uint8Array): unknown {
  if (bytes.length > FILE_CAPS.bytes) throw Refusal.of(tooLarge(FILE_CAPS.bytes), path);
  const text = decodeUtf8(bytes);
  if (text === null) throw new Refusal('The file is no UTF-8 text', quoted(path, 200), 'YAML in UTF-8');
  let data: unknown;
  try {
    const document = parseDocument(text, { logLevel: 'silent', prettyErrors: true });
    const [problem] = [...document.errors, ...document.warnings];
    if (problem) throw new Refusal(`The file is no plain YAML: ${quoted(problem.message, 120)}`, quoted(path, 200), 'one YAML document');
    visit(document, (_key, node) => {
      if (isAlias(node)) throw new Refusal('The file has an alias', quoted(path, 200), 'YAML without aliases: write the value out');
      if (isNode(node) && 'tag' in node && typeof node.tag === 'string')
        throw new Refusal('The file has a tag', quoted(path, 200), 'YAML without tags');
    });
    data = document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (error instanceof Refusal) throw error;
    // Nesting beyond the stack of the YAML library ends here.
    throw new Refusal('The file cannot be read as YAML', quoted(path, 200), 'one YAML document, not nested deeply');
  }
  const problem = measure(data, FILE_CAPS);
  if (problem) throw Refusal.of(problem, path);
  return data;
}

function misfits(path: string, error: z.ZodError): Finding[] {
  return error.issues.map((issue) => ({
    code: 'catalog-schema',
    severity: 'error',
    what: `${quoted(path, 200)}: ${pathText(issue.path)}: ${quoted(issue.message, 300)}`,
    why: 'The file does not fit the catalog format, so nothing else of it was checked.',
    next: 'Correct the field; catalogs/catalog.schema.json tells what is allowed.',
    subjects: [{ kind: 'catalog', id: path }],
  }));
}
