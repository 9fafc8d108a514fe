import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { catalogSchema } from '../model/catalog.ts';
import { catalogCasesSchema, planOfCase } from '../model/catalog-case.ts';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';
const load = (p: string) => catalogSchema.parse(parse(readFileSync(`catalogs/${p}/product.yaml`, 'utf8')));
const catalogs = ['infra', 'sms'].map(load);
const q = (r: string) => (r.includes('/') ? r : `sms/${r}`);
const cases = catalogCasesSchema.parse(parse(readFileSync('catalogs/sms/cases.yaml', 'utf8'))).cases;
for (const c of cases)
  it(c.name, () => {
    const a = analyze(planOfCase('sms', c), catalogs);
    const got = a.flows.map((f) => ({ rule: f.rule, from: f.from.component, to: 'fqdns' in f.to ? f.to.external : f.to.component, service: `${f.protocol} ${f.ports}`, scope: f.scope }));
    for (const s of c.speaks) expect(got).toContainEqual(expect.objectContaining({ ...s, rule: q(s.rule) }));
    for (const s of c.silent) expect(got.filter((g) => g.rule === q(s))).toEqual([]);
    for (const f of c.findings) expect(a.findings.map((x) => x.code)).toContain(f);
    const surprising = a.findings.map((x) => x.code).filter((x) => !c.findings.includes(x) && !['address-missing', 'destination-unnamed', 'partner-missing'].includes(x));
    if (surprising.length) console.log(c.name, surprising);
  });
it('ha plan', () => {
  const a = analyze(planSchema.parse(JSON.parse(readFileSync('/tmp/smsw/ha.json', 'utf8'))), catalogs);
  const out: string[] = [];
  for (const f of a.flows) out.push(`${f.rule.padEnd(30)} ${f.from.component} -> ${'fqdns' in f.to ? f.to.external : f.to.component} ${f.protocol} ${f.ports} ${f.need} ${f.standing} ${f.scope} ${f.crossings.map((x) => `${x.boundary}(${x.firewall})`).join(' ')} ${f.sources.map((s) => s.row).join(';')} ${JSON.stringify(f.deviations)}`);
  out.push('--- openings');
  for (const o of a.openings) out.push(`${o.point.kind} ${o.point.id} ${o.fromZone}->${o.toZone}: ${o.sources.map((s) => JSON.stringify(s)).join()} => ${o.destinations.map((s) => JSON.stringify(s)).join()} ${o.services.map((s) => `${s.protocol} ${s.ports}`).join(', ')} ${o.need} orderable=${o.orderable} ${JSON.stringify(o.missing)}`);
  out.push('--- findings');
  for (const f of a.findings) out.push(`${f.severity} ${f.code} | ${f.what} | ${f.why} | ${f.next} ${JSON.stringify(f.subjects)}`);
  out.push('--- offers', ...a.offers.map((o) => JSON.stringify(o)));
  out.push('--- hosts', ...a.hosts.map((h) => `${h.host} IN ${h.inbound.map((r) => `${r.peer} ${r.protocol} ${r.ports}`).join('; ')} OUT ${h.outbound.map((r) => `${r.peer} ${r.protocol} ${r.ports}${r.process ? ` [${r.process}]` : ''}`).join('; ')}`));
  console.log(out.join('\n'));
});
