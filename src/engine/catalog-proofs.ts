import { type Catalog, qualify } from '../model/catalog.ts';
import { type CatalogCase, planOfCase } from '../model/catalog-case.ts';
import { analyze } from './analyze.ts';
import type { Report } from './catalog-report.ts';
import { type Flow, isNamed } from './result.ts';

/** Reports rules without a case where they speak and one where they are silent, and cases that come out otherwise. */
export function checkCases(catalog: Catalog, catalogs: readonly Catalog[], cases: readonly CatalogCase[], report: Report): void {
  const { product } = catalog;
  const spoke = new Set<string>();
  const silent = new Set<string>();
  for (const example of cases) {
    const where = { kind: 'case', id: `${product}: ${example.name}` };
    const failed = (what: string) =>
      report('catalog-case-failed', where, `Case "${example.name}": ${what}`, 'Correct the rule or the case after the source row.');
    const { flows, findings } = analyze(planOfCase(product, example), catalogs);
    for (const expected of example.speaks) {
      const rule = qualify(product, expected.rule);
      spoke.add(rule);
      const to = [expected.to, qualify(product, expected.to)];
      const fits = (flow: Flow) =>
        flow.rule === rule &&
        flow.from.component === expected.from &&
        to.includes((isNamed(flow.to) ? flow.to.external : flow.to.component) ?? '') &&
        serviceOf(flow) === expected.service;
      const found = flows.filter(fits);
      if (found.length === 0) failed(`${rule} gives no flow ${expected.from} to ${expected.to}, ${expected.service}.`);
      else if (expected.scope !== undefined && !found.some((flow) => flow.scope === expected.scope))
        failed(`${rule} from ${expected.from} to ${expected.to}, ${expected.service} is ${found[0]?.scope}, not ${expected.scope}.`);
    }
    for (const name of example.silent) {
      const rule = qualify(product, name);
      silent.add(rule);
      if (!catalog.rules.some((known) => qualify(product, known.id) === rule)) failed(`there is no rule ${rule} to be silent.`);
      const found = flows.find((flow) => flow.rule === rule);
      if (found) failed(`${rule} gives a flow from ${found.from.component}, ${serviceOf(found)}, though it must be silent.`);
    }
    for (const code of example.findings) if (!findings.some((item) => item.code === code)) failed(`the finding ${code} does not come out.`);
  }
  for (const rule of catalog.rules) {
    if (rule.standing === 'withdrawn') continue;
    const where = { kind: 'rule', id: `${product}/${rule.id}` };
    if (!spoke.has(where.id))
      report(
        'catalog-case-missing',
        where,
        `${where.id} speaks in no case.`,
        `Add a case to catalogs/${product}/cases.yaml where it does.`,
      );
    if (!silent.has(where.id))
      report(
        'catalog-case-missing',
        where,
        `${where.id} is silent in no case.`,
        `Add a case to catalogs/${product}/cases.yaml where it must give no flow.`,
      );
  }
}

/** `tcp 443`, `icmp type 8`, `esp`. */
function serviceOf(flow: Flow): string {
  return `${flow.protocol} ${flow.icmpType === null ? flow.ports : `type ${flow.icmpType}`}`.trim();
}
