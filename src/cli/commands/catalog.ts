import type { Finding } from '../../engine/result.ts';
import { byCodeUnit } from '../../model/order.ts';
import { quoted } from '../../model/printable.ts';
import { catalogListJson, catalogRowsJson } from '../../report/catalogs.ts';
import { countText, paragraph } from '../../report/check.ts';
import { findingRecord, jsonText } from '../../report/json.ts';
import { type CatalogFile, readCatalogFile } from '../catalog-file.ts';
import type { Command, Context, Outcome, ProductCases } from '../context.ts';
import { readFile } from '../plan-argument.ts';
import { Refusal } from '../refusal.ts';

export const catalog: Command = {
  usage: 'list | check [FILE…] | rows PRODUCT',
  summary: 'Component types; findings about catalogs; what became of every row of the sources',
  options: { format: ['text', 'json'] },
  words: [1, Number.POSITIVE_INFINITY],
  run: async ({ words: [topic = '', ...rest], options }, context) => {
    if (topic === 'list' && rest.length === 0) return { output: catalogListJson(context.catalogs), exit: 0 };
    if (topic === 'check') return checkCatalogs(rest, options.format === 'json', context);
    if (topic === 'rows' && rest.length === 1) return rows(rest[0] ?? '', context);
    throw new Refusal(
      'This is no form of the command',
      quoted(['catalog', topic, ...rest].join(' ')),
      'catalog list, catalog check [FILE…] or catalog rows PRODUCT',
    );
  },
};

function rows(product: string, { catalogs, engine }: Context): Outcome {
  const found = catalogs.find((each) => each.product === product);
  if (!found) throw new Refusal('There is no catalog of this product', quoted(product), catalogs.map((each) => each.product).join(', '));
  return { output: catalogRowsJson(engine.catalogRows(found)), exit: 0 };
}

async function checkCatalogs(paths: readonly string[], asJson: boolean, { catalogs, cases, engine, terminal }: Context): Promise<Outcome> {
  const files: CatalogFile[] = [];
  for (const path of paths) files.push(readCatalogFile(path, await readFile(path, terminal)));
  const misfits = files.flatMap((file) => (file.kind === 'misfit' ? file.findings : []));
  const given = files.flatMap((file) => (file.kind === 'catalog' ? [file.catalog] : []));
  const checked = engine.checkCatalogs(instead(catalogs, given), instead(cases, productCases(files)));
  const findings = [...misfits, ...checked];
  return {
    output: asJson ? jsonText({ findings: findings.map(findingRecord) }) : findingsText(findings),
    exit: findings.some((finding) => finding.severity === 'error') ? 1 : 0,
  };
}

/** What is given takes the place of what is built in for the same product. */
function instead<T extends { readonly product: string }>(builtIn: readonly T[], given: readonly T[]): T[] {
  const products = new Map([...builtIn, ...given].map((each) => [each.product, each]));
  return [...products.values()].sort((a, b) => byCodeUnit(a.product, b.product));
}

/** Cases belong to the catalog of their folder among the given files, else to the product that the folder is named after. */
function productCases(files: readonly CatalogFile[]): ProductCases[] {
  return files.flatMap((file) => {
    if (file.kind !== 'cases') return [];
    const folder = folderOf(file.path);
    const neighbour = files.find((other) => other.kind === 'catalog' && folderOf(other.path) === folder);
    const product = neighbour?.kind === 'catalog' ? neighbour.catalog.product : (folder.split('/').at(-1) ?? '');
    return [{ product, cases: file.cases }];
  });
}

function folderOf(path: string): string {
  return path.replaceAll('\\', '/').split('/').slice(0, -1).join('/');
}

function findingsText(findings: readonly Finding[]): string {
  return `${[...findings.map((finding) => paragraph(finding, null)), countText(findings)].join('\n\n')}\n`;
}
