import catalogs from 'virtual:catalogs';
import { describe, expect, it } from 'vitest';
import planB from '../model/fixtures/branch-tooling.plan.json';
import planA from '../model/fixtures/endpoint-tooling.plan.json';
import { planSchema } from '../model/plan.ts';
import { analyze } from './analyze.ts';
import { type Analysis, type Flow, isNamed, type OpeningEnd } from './result.ts';

/** The two plans worked through by hand. Each line reads: scope, ends, service, need, standing, crossings, waived. */
function flowLine(flow: Flow): string {
  const to = isNamed(flow.to) ? (flow.to.external ?? flow.to.fqdns.join(' ')) : (flow.to.component ?? flow.to.host);
  const service = `${flow.protocol} ${flow.icmpType === null ? flow.ports : `type ${flow.icmpType}`}`.trim();
  // A second independent source may raise documented to corroborated; the worked examples leave that to the catalog.
  const standing = flow.standing === 'corroborated' ? 'documented' : flow.standing;
  const way = flow.crossings.map((c) => `${c.boundary}(${c.firewall}) ${c.fromZone}>${c.toZone}`).join(', ');
  const parts = [flow.scope, `${flow.from.component ?? flow.from.host} > ${to}`, service, flow.phase, flow.need, String(standing), way];
  return `${parts.join(' | ')}${flow.waived ? ' | waived' : ''}`;
}

const end = (e: OpeningEnd) =>
  ('host' in e ? `${e.host} ${e.addresses.join(' ')}` : 'fqdns' in e ? e.fqdns.join(' ') : e.addresses.join(' ')).trim();

function openingLines(analysis: Analysis): string[] {
  return analysis.openings.map((o) => {
    const services = o.services.map((s) => `${s.protocol} ${s.icmpType === null ? s.ports : `type ${s.icmpType}`}`.trim()).join('; ');
    const missing = o.orderable ? '' : ` | missing ${o.missing.map((m) => `${m.kind} ${m.id}`).join(', ')}`;
    const deviations = o.deviations.map((d) => ` | ${d.component}.${d.setting} from ${d.default}`).join('');
    const phase = o.phase === 'operation' ? '' : ` | ${o.phase}`;
    return `${o.point.kind} ${o.point.id} ${o.fromZone}>${o.toZone} | ${o.sources.map(end).join(', ')} > ${o.destinations.map(end).join(', ')} | ${services}${phase}${missing}${deviations}`;
  });
}

const findingLines = (analysis: Analysis) =>
  analysis.findings.map((f) => `${f.severity} ${f.code}: ${f.subjects.map((s) => `${s.kind} ${s.id}`).join(', ')}`);

describe('plan A: Tanium on Windows', () => {
  const analysis = analyze(planSchema.parse(planA), catalogs);

  it('gives exactly the flows worked out by hand', () => {
    expect(analysis.flows.map(flowLine).sort()).toEqual(
      [
        'crossing | pcs-client > ts1-server | tcp 17472 | operation | required | documented | lan(fw-core) office>core',
        'crossing | ts1-server > pg1-db | tcp 5432 | operation | required | documented | ~core|db(null) core>db',
        'crossing | ts1-server > tanium/content | tcp 443 | operation | required | documented | out(fw-core) core>internet | waived',
        'crossing | ts1-server > tanium/certificates | tcp 80 | operation | required | documented | out(fw-core) core>internet',
        'crossing | ts1-hub > zs1-zone-server | tcp 17473 | operation | required | documented | inner(fw-core) core>dmz',
        'crossing | roam-client > zs1-zone-server | tcp 17472 | operation | required | documented | edge(null) internet>dmz',
        'same-zone | pcs-client > pcs-client | tcp 17472 | operation | required | documented | ',
        'crossing | ts1 > mirror.example.org | tcp 443 | operation | required | null | out(fw-core) core>internet',
      ].sort(),
    );
  });

  it('gives exactly the openings', () => {
    expect(openingLines(analysis).sort()).toEqual(
      [
        'firewall fw-core core>dmz | ts1 10.10.1.10 > zs1 198.51.100.20 | tcp 17473 | zs1-zone-server.hubPort from 17472',
        'firewall fw-core core>internet | ts1 10.10.1.10 > *.digicert.com | tcp 80',
        'firewall fw-core core>internet | ts1 10.10.1.10 > mirror.example.org | tcp 443',
        'firewall fw-core office>core | pcs 10.20.0.0/16 > ts1 10.10.1.10 | tcp 17472',
        'boundary edge internet>dmz | roam 0.0.0.0/0 ::/0 > zs1 198.51.100.20 | tcp 17472',
        'boundary ~core|db core>db | ts1 10.10.1.10 > pg1 10.10.40.5 | tcp 5432',
      ].sort(),
    );
    expect(analysis.openings.find((o) => o.point.id === '~core|db')?.point.name).toBe('Core data centre | Database tier');
    expect(analysis.openings.find((o) => o.toZone === 'dmz' && o.fromZone === 'core')?.advice).toEqual(['port-based']);
  });

  it('gives exactly the host rules', () => {
    const lines = analysis.hosts.flatMap(({ host, inbound, outbound }) => [
      ...inbound.map((r) => `${host} < ${r.peer} ${r.protocol} ${r.ports} ${r.process}`),
      ...outbound.map((r) => `${host} > ${r.peer} ${r.protocol} ${r.ports} ${r.process}`),
    ]);
    expect(lines.sort()).toEqual(
      [
        'ts1 < pcs tcp 17472 TaniumReceiver.exe',
        'ts1 > pg1 tcp 5432 TaniumReceiver.exe',
        'ts1 > tanium/certificates tcp 80 TaniumReceiver.exe',
        'ts1 > zs1 tcp 17473 TaniumZoneServer.exe',
        'ts1 > mirror.example.org tcp 443 null',
        'pg1 < ts1 tcp 5432 postgres.exe',
        'zs1 < ts1 tcp 17473 TaniumZoneServer.exe',
        'zs1 < roam tcp 17472 TaniumZoneServer.exe',
        'pcs < pcs tcp 17472 TaniumClient.exe',
        'pcs > ts1 tcp 17472 TaniumClient.exe',
        'pcs > pcs tcp 17472 TaniumClient.exe',
        'roam > zs1 tcp 17472 TaniumClient.exe',
      ].sort(),
    );
  });

  it('gives exactly the findings, none an error', () => {
    expect(findingLines(analysis).sort()).toEqual(
      [
        'warning any-internet-source: host roam',
        'warning waiver-of-required: rule tanium/server-to-content, component ts1-server',
        'warning partner-missing: component ts1-server, type tanium/module-server',
        'warning partner-missing: component ts1-server, type tanium/console',
      ].sort(),
    );
  });

  it('offers Direct Connect at the zone server', () => {
    expect(analysis.offers.map((offer) => `${offer.component}.${offer.setting}`)).toContain('zs1-zone-server.directConnect');
  });
});

describe('plan B: TPM, USM and Netwrix, no boundary drawn', () => {
  const analysis = analyze(planSchema.parse(planB), catalogs);
  const up = '~branch|hq(null) branch>hq';
  const down = '~branch|hq(null) hq>branch';
  const out = '~hq|internet(null) hq>internet';
  const each = (services: readonly string[], line: (service: string) => string) => services.map(line);

  it('gives exactly the 39 flows worked out by hand', () => {
    const expected = [
      ...each(['udp 34322', 'udp 34323'], (s) => `crossing | pcs-client > tpm1-server | ${s} | operation | required | documented | ${up}`),
      ...each(
        ['udp 34324', 'udp 34325', 'udp 34545', 'udp 34760'],
        (s) => `crossing | tpm1-server > pcs-client | ${s} | operation | required | documented | ${down}`,
      ),
      `crossing | tpm1-server > tpm/adaptiva-cloud | tcp 80 | operation | required | disputed | ${out}`,
      ...each(
        ['tcp 443', 'udp 3478', 'icmp type 8'],
        (s) => `crossing | tpm1-server > tpm/adaptiva-cloud | ${s} | operation | required | documented | ${out}`,
      ),
      `crossing | tpm1-server > tpm/adaptiva-cdn | tcp 443 | operation | required | documented | ${out}`,
      `crossing | tpm1-server > tpm/tenable-cloud | tcp 443 | operation | required | documented | ${out}`,
      `crossing | usm1-server > usm/updates | tcp 80 | operation | required | documented | ${out}`,
      `crossing | sens1-sensor > usm1-server | tcp 33800 | operation | required | documented | ${up}`,
      `crossing | usm1-server > sens1-sensor | tcp 22 | install | required | inferred | ${down}`,
      `crossing | act1-service > ntm1-manager | tcp 8080 | operation | required | disputed | ${up}, ~hq|vault(null) hq>vault`,
      ...each(
        ['tcp 40001', 'tcp 40002', 'tcp 40003'],
        (s) => `tunnelled | sens1-sensor > usm1-server | ${s} | operation | required | documented | `,
      ),
      ...each(['tcp 40005', 'tcp 40011'], (s) => `tunnelled | sens1-sensor > usm1-server | ${s} | operation | required | inferred | `),
      ...each(['tcp 22', 'tcp 9390'], (s) => `tunnelled | usm1-server > sens1-sensor | ${s} | operation | required | documented | `),
      ...each(
        ['udp 34329', 'udp 34545', 'udp 34546', 'udp 34760'],
        (s) => `same-zone | pcs-client > pcs-client | ${s} | operation | required | inferred | `,
      ),
      'same-zone | laptops-client > tpm/adaptiva-cloud | tcp 80 | operation | required | disputed | ',
      ...each(
        ['tcp 443', 'udp 3478', 'icmp type 8'],
        (s) => `same-zone | laptops-client > tpm/adaptiva-cloud | ${s} | operation | required | documented | `,
      ),
      'same-zone | laptops-client > tpm/adaptiva-cdn | tcp 443 | operation | required | documented | ',
      ...each(
        ['udp 34322', 'udp 34323', 'udp 34324', 'udp 34325', 'udp 34545', 'udp 34760'],
        (s) => `local | tpm1-server > tpm1-server | ${s} | operation | required | documented | `,
      ),
      'local | ntm1-manager > ntm1-db | tcp 5439 | operation | required | documented | ',
    ];
    expect(analysis.flows.map(flowLine).sort()).toEqual(expected.sort());
    expect(expected).toHaveLength(39);
  });

  it('names the carrier of every tunnelled flow', () => {
    const carrier = analysis.flows.find((flow) => flow.ports === '33800');
    const via = analysis.flows.filter((flow) => flow.scope === 'tunnelled').map((flow) => flow.via);
    expect(new Set(via)).toEqual(new Set([carrier?.id]));
  });

  it('gives exactly the openings', () => {
    expect(openingLines(analysis).sort()).toEqual(
      [
        'boundary ~branch|hq branch>hq | pcs 10.2.0.0/24 > tpm1 10.1.0.10 | udp 34322-34323',
        'boundary ~branch|hq branch>hq | sens1 > usm1 10.1.0.20 | tcp 33800 | missing host sens1',
        'boundary ~branch|hq branch>hq | act1 10.2.1.8 > ntm1 10.1.9.5 | tcp 8080',
        'boundary ~branch|hq hq>branch | tpm1 10.1.0.10 > pcs 10.2.0.0/24 | udp 34324-34325,34545,34760',
        'boundary ~branch|hq hq>branch | usm1 10.1.0.20 > sens1 | tcp 22 | install | missing host sens1',
        'boundary ~hq|vault hq>vault | act1 10.2.1.8 > ntm1 10.1.9.5 | tcp 8080',
        // Of the two equally short cuts the worked example allows, the one that keeps a destination's services together.
        'boundary ~hq|internet hq>internet | tpm1 10.1.0.10 > *.adaptivacdn.cloud, cloud.tenable.com | tcp 443',
        'boundary ~hq|internet hq>internet | tpm1 10.1.0.10 > *.adaptiva.cloud *.opendns.com | icmp type 8; tcp 80,443; udp 3478',
        'boundary ~hq|internet hq>internet | usm1 10.1.0.20 > data.alienvault.com | tcp 80',
      ].sort(),
    );
  });

  it('gives exactly the findings, none an error', () => {
    expect(findingLines(analysis).sort()).toEqual(
      [
        'warning partner-missing: component ntm1-manager, type infra/active-directory',
        'warning partner-missing: component ntm1-manager, type netwrix/console',
        'warning partner-missing: component usm1-server, type usm/console',
        'info source-disputed: dispute netwrix/action-service',
        'info source-disputed: dispute tpm/server-34545',
        'info source-disputed: dispute tpm/relay-port-80',
        'info source-disputed: dispute tpm/lan-clients-to-cloud',
        'info source-disputed: dispute tpm/tenable-cloud-clients',
        'info address-missing: host sens1',
      ].sort(),
    );
  });
});
