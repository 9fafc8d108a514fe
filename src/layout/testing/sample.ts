import type { Analysis, BoundaryInUse, Crossing, Flow, Opening } from '../../engine/result.ts';
import { type Plan, type Protocol, planSchema, undrawnBoundaryId } from '../../model/plan.ts';
import { familyOf, lineage } from '../family.ts';

/** A flow to make up: host ids (or `product/external`), protocol and ports. */
export type Wire = readonly [from: string, to: string, service: string, product?: string];

/** An analysis with the given flows over the nesting and drawn boundaries of a plan: enough for geometry, no engine. */
export function analysisOf(plan: Plan, wires: readonly Wire[]): Analysis {
  const family = familyOf(plan);
  const internet = plan.zones.find((zone) => zone.kind === 'internet')?.id ?? 'internet';
  const boundaries = new Map<string, BoundaryInUse>();
  const boundaryBetween = (a: string, b: string): BoundaryInUse => {
    const drawn = plan.boundaries.find((one) => one.between.includes(a) && one.between.includes(b));
    const id = drawn?.id ?? undrawnBoundaryId(a, b);
    const between: [string, string] = a < b ? [a, b] : [b, a];
    const boundary = boundaries.get(id) ?? {
      id,
      name: drawn?.name ?? id,
      between,
      firewall: drawn?.firewall ?? null,
      drawn: drawn !== undefined,
    };
    boundaries.set(id, boundary);
    return boundary;
  };
  for (const drawn of plan.boundaries) boundaryBetween(...drawn.between);
  const way = (from: string, to: string): Crossing[] => {
    const up = family.parentOf.has(from) ? lineage(family, from) : [from];
    const down = family.parentOf.has(to) ? lineage(family, to) : [to];
    const common = up.find((zone) => down.includes(zone));
    const stops =
      common === undefined
        ? [...up, ...down.reverse()]
        : [...up.slice(0, up.indexOf(common) + 1), ...down.slice(0, down.indexOf(common)).reverse()];
    return stops.slice(1).map((zone, index) => {
      const before = stops[index] ?? zone;
      const boundary = boundaryBetween(before, zone);
      return { boundary: boundary.id, firewall: boundary.firewall, fromZone: before, toZone: zone };
    });
  };
  const flows = wires.map(([from, to, service, product = 'tanium'], index): Flow => {
    const [protocol = 'tcp', ports = ''] = service.split(' ');
    const source = plan.hosts.find((host) => host.id === from);
    const target = plan.hosts.find((host) => host.id === to);
    const zone = source?.zone ?? internet;
    const toZone = target?.zone ?? internet;
    const crossings = way(zone, toZone);
    return {
      id: `f${index}`,
      rule: `${product}/rule-${index}`,
      from: { host: from, component: source?.components[0]?.id ?? null, zone },
      to: target ? { host: to, component: target.components[0]?.id ?? null, zone: toZone } : { external: to, fqdns: [], zone: toZone },
      protocol: protocol as Protocol,
      ports,
      icmpType: null,
      need: 'required',
      phase: 'operation',
      standing: 'documented',
      purpose: 'Made up',
      product,
      sources: [],
      advice: [],
      deviations: [],
      crossings,
      scope: crossings.length > 0 ? 'crossing' : from === to && source?.count === 1 ? 'local' : 'same-zone',
      waived: null,
      via: null,
      process: { from: null, to: null },
    };
  });
  const openings = flows
    .filter((flow) => flow.crossings.length > 0)
    .map((flow, index): Opening => {
      const first = flow.crossings[0];
      return {
        id: `o${index}`,
        point: { kind: 'boundary', id: first?.boundary ?? '', name: first?.boundary ?? '' },
        fromZone: flow.from.zone,
        toZone: flow.to.zone,
        sources: [],
        destinations: [],
        services: [],
        need: 'required',
        phase: 'operation',
        products: [],
        justification: '',
        orderable: true,
        missing: [],
        advice: [],
        deviations: [],
        flows: [flow.id],
        crossings: flow.crossings.map(({ boundary, fromZone, toZone }) => ({ boundary, fromZone, toZone })),
      };
    });
  return {
    flows,
    openings,
    hosts: [],
    findings: [],
    accepted: [],
    offers: [],
    zones: plan.zones.map((zone) => ({
      id: zone.id,
      name: zone.name ?? zone.id,
      kind: zone.kind,
      parent: family.parentOf.get(zone.id) ?? null,
      implicit: false,
    })),
    boundaries: [...boundaries.values()],
    settings: [],
    impliedAdjacencies: 0,
  };
}

const component = (host: string, type: string) => ({ id: `${host}-${type.split('/')[1]}`, type });

/** Two data centre tiers, a DMZ, an office and the Internet, as an architect would draw them. */
export const samplePlan = planSchema.parse({
  format: 'portolan.plan',
  version: 1,
  title: 'Endpoint tooling, EMEA',
  zones: [
    { id: 'internet', name: 'Internet', kind: 'internet' },
    { id: 'dmz', name: 'DMZ', kind: 'dmz', cidrs: ['198.51.100.0/24'] },
    { id: 'core', name: 'Core data centre', kind: 'internal', cidrs: ['10.10.0.0/16'] },
    { id: 'db', name: 'Database tier', kind: 'restricted', parent: 'core' },
    { id: 'office', name: 'Office LAN', kind: 'client', cidrs: ['10.20.0.0/16'] },
  ],
  firewalls: [
    { id: 'fw-core', name: 'FW-CORE' },
    { id: 'fw-edge', name: 'FW-EDGE' },
  ],
  boundaries: [
    { id: 'edge', between: ['internet', 'dmz'], firewall: 'fw-edge' },
    { id: 'inner', between: ['dmz', 'core'], firewall: 'fw-core' },
    { id: 'out', between: ['internet', 'core'], firewall: 'fw-edge' },
    { id: 'lan', between: ['core', 'office'], firewall: 'fw-core' },
  ],
  hosts: [
    { id: 'roam', name: 'Roaming PCs', zone: 'internet', count: 1200, components: [component('roam', 'tanium/client')] },
    { id: 'zs', name: 'TANIUM-ZS-01', zone: 'dmz', addresses: ['198.51.100.20'], components: [component('zs', 'tanium/zone-server')] },
    { id: 'sen', name: 'USM-SEN-02', zone: 'dmz', addresses: ['198.51.100.31'], components: [component('sen', 'usm/sensor')] },
    {
      id: 'ts',
      name: 'TANIUM-01',
      zone: 'core',
      addresses: ['10.10.1.10'],
      components: [component('ts', 'tanium/server'), component('ts', 'tanium/zone-server-hub')],
    },
    { id: 'mod', name: 'TANIUM-MOD', zone: 'core', addresses: ['10.10.1.11'], components: [component('mod', 'tanium/module-server')] },
    { id: 'tpm', name: 'TPM-01', zone: 'core', addresses: ['10.10.2.10'], components: [component('tpm', 'tpm/server')] },
    { id: 'usm', name: 'USM-01', zone: 'core', addresses: ['10.10.3.10'], components: [component('usm', 'usm/server')] },
    { id: 'pg', name: 'PG-01', zone: 'db', addresses: ['10.10.40.5'], components: [component('pg', 'tanium/database')] },
    { id: 'branch', name: 'Branch PCs', zone: 'office', count: 650, components: [component('branch', 'tpm/client')] },
    {
      id: 'pcs',
      name: 'Office PCs',
      zone: 'office',
      count: 4800,
      components: [component('pcs', 'tanium/client'), component('pcs', 'tpm/client')],
    },
  ],
  layout: {
    zones: {
      internet: { x: 20, y: 0, width: 232, height: 244 },
      dmz: { x: 20, y: 310, width: 232, height: 256 },
      core: { x: 364, y: 20, width: 672, height: 396 },
      db: { x: 800, y: 204, width: 224, height: 152 },
      office: { x: 364, y: 512, width: 672, height: 156 },
    },
    hosts: {
      roam: { x: 44, y: 156 },
      zs: { x: 44, y: 346 },
      sen: { x: 44, y: 456 },
      ts: { x: 500, y: 62 },
      mod: { x: 828, y: 52 },
      tpm: { x: 500, y: 204 },
      usm: { x: 500, y: 340 },
      pg: { x: 828, y: 252 },
      branch: { x: 404, y: 566 },
      pcs: { x: 640, y: 554 },
    },
  },
});

/** Flows of the sample plan. */
export const sampleWires: readonly Wire[] = [
  ['ts', 'tanium/content', 'tcp 443'],
  ['tpm', 'tpm/adaptiva-cloud', 'tcp 443', 'tpm'],
  ['tpm', 'tpm/adaptiva-cloud', 'udp 3478', 'tpm'],
  ['tpm', 'tpm/adaptiva-cloud', 'tcp 80', 'tpm'],
  ['ts', 'zs', 'tcp 17473'],
  ['roam', 'zs', 'tcp 17472'],
  ['sen', 'usm', 'tcp 33800', 'usm'],
  ['ts', 'mod', 'tcp 17477'],
  ['ts', 'pg', 'tcp 5432'],
  ['pcs', 'ts', 'tcp 17472'],
  ['pcs', 'tpm', 'udp 34322', 'tpm'],
  ['pcs', 'tpm', 'udp 34323', 'tpm'],
  ['branch', 'tpm', 'udp 34322', 'tpm'],
  ['branch', 'tpm', 'udp 34323', 'tpm'],
  ['tpm', 'pcs', 'udp 34324', 'tpm'],
  ['tpm', 'branch', 'udp 34324', 'tpm'],
  ['pcs', 'pcs', 'tcp 17472'],
];
