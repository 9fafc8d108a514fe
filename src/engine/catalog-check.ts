import type { Catalog } from '../model/catalog.ts';
import type { CatalogCase } from '../model/catalog-case.ts';
import { checkCases } from './catalog-proofs.ts';
import { checkReferences } from './catalog-references.ts';
import type { Report } from './catalog-report.ts';
import { catalogRows } from './catalog-rows.ts';
import type { Finding } from './result.ts';

/** The cases of one product. */
export interface ProductCases {
  readonly product: string;
  readonly cases: readonly CatalogCase[];
}

/**
 * Judges catalogs: references that lead nowhere, rows of base pages that nothing accounts for, disputes and standings that do not fit each other,
 * and rules without a case where they speak and one where they are silent. Every finding says what, where and what to do; all are errors.
 */
export function checkCatalogs(catalogs: readonly Catalog[], cases: readonly ProductCases[]): Finding[] {
  const findings: Finding[] = [];
  const report: Report = (code, subject, what, next) =>
    findings.push({
      code,
      severity: 'error',
      what,
      why: WHY[code] ?? 'The catalog would mislead whoever relies on it.',
      next,
      subjects: [subject],
    });
  const products = catalogs.map((catalog) => catalog.product);
  for (const product of new Set(products.filter((product, index) => products.indexOf(product) !== index)))
    report(
      'catalog-duplicate',
      { kind: 'catalog', id: product },
      `Two catalogs are called ${product}.`,
      'Give each product a name of its own.',
    );
  for (const catalog of catalogs) {
    checkIds(catalog, report);
    checkReferences(catalog, catalogs, report);
    checkRows(catalog, report);
    checkDisputes(catalog, report);
    checkCases(catalog, catalogs, cases.find((entry) => entry.product === catalog.product)?.cases ?? [], report);
  }
  return findings;
}

const WHY: Readonly<Record<string, string>> = {
  'catalog-reference': 'The reference leads nowhere, so the rule could never mean what it says.',
  'catalog-row-missing': 'A row of the vendor page would be lost without anybody noticing.',
  'catalog-case-missing': 'A rule without a case that speaks and one that is silent is not proved.',
  'catalog-case-failed': 'The case says what the vendor page demands; the catalog or the engine gives something else.',
};

function checkIds(catalog: Catalog, report: Report): void {
  const lists: Record<string, readonly { id: string }[]> = {
    source: catalog.sources,
    type: catalog.types,
    external: catalog.externals,
    rule: catalog.rules,
    dispute: catalog.disputes,
    statement: catalog.statements,
  };
  for (const [kind, list] of Object.entries(lists)) {
    const ids = list.map((item) => item.id);
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index)))
      report(
        'catalog-duplicate',
        { kind, id: `${catalog.product}/${id}` },
        `The ${kind} ${id} is declared twice.`,
        'Rename or remove one.',
      );
  }
}

function checkRows(catalog: Catalog, report: Report): void {
  for (const row of catalogRows(catalog)) {
    const accounted = row.rules.length > 0 || row.statement !== null;
    if (!accounted && row.reason === null)
      report(
        'catalog-row-missing',
        { kind: 'row', id: `${catalog.product} ${row.line}` },
        `${row.line} of the ${catalog.name} page is accounted for by nothing.`,
        'Cite it in a rule or statement, or list it under unused with the reason.',
      );
    if (accounted && row.reason !== null)
      report(
        'catalog-row-missing',
        { kind: 'row', id: `${catalog.product} ${row.line}` },
        `${row.line} of the ${catalog.name} page is cited and listed as unused.`,
        'Remove it from unused.',
      );
  }
}

function checkDisputes(catalog: Catalog, report: Report): void {
  const contested = new Set<string>();
  for (const { readings } of catalog.disputes)
    for (const rule of new Set(readings.flatMap((reading) => reading.rules)))
      if (readings.some((reading) => !reading.rules.includes(rule))) contested.add(rule);
  for (const rule of catalog.rules) {
    if ((rule.standing === 'disputed') === contested.has(rule.id)) continue;
    const where = { kind: 'rule', id: `${catalog.product}/${rule.id}` };
    if (contested.has(rule.id))
      report(
        'catalog-standing',
        where,
        `${where.id} holds under only some readings, but is not marked disputed.`,
        'Set its standing to disputed.',
      );
    else
      report(
        'catalog-standing',
        where,
        `${where.id} is marked disputed, but no dispute is about it.`,
        'Add the dispute, or correct its standing.',
      );
  }
}
