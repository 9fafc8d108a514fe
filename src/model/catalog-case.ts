import './jitless.ts';
import { z } from 'zod';
import { qualify } from './catalog.ts';
import { type Plan, planSchema, ZONE_KINDS } from './plan.ts';

const kind = z.enum(ZONE_KINDS);
const zone = z.union([
  kind.transform((kind) => ({ kind })),
  z.strictObject({
    kind: kind.default('internal'),
    parent: z.string().optional(),
    lan: z.string().optional(),
    filtering: z.boolean().optional(),
    intraZone: z.enum(['open', 'filtered']).optional(),
  }),
]);

/** A flow that must come out. `to` is a component id or an external service; `service` reads `tcp 443`, `icmp type 8`, `esp`. */
const expectedFlow = z.strictObject({
  rule: z.string(),
  from: z.string(),
  to: z.string(),
  service: z.string(),
  scope: z.enum(['crossing', 'same-zone', 'local', 'unrouted', 'tunnelled']).optional(),
});

const catalogCaseSchema = z.strictObject({
  name: z.string().min(3),
  zones: z.record(z.string(), zone).default({ core: { kind: 'internal' } }),
  /** Host id to its zone (default: the first) and the types it runs with their settings. A component's id is `<host>-<type>`. */
  hosts: z.record(
    z.string(),
    z.strictObject({
      zone: z.string().optional(),
      count: z.number().int().optional(),
      deployment: z.string().optional(),
      runs: z.record(z.string(), z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]))),
    }),
  ),
  links: z.array(z.tuple([z.string(), z.string()])).default([]),
  readings: z.record(z.string(), z.string()).default({}),
  /** Flows that must come out; others may. */
  speaks: z.array(expectedFlow).default([]),
  /** Rules that must give no flow here. */
  silent: z.array(z.string()).default([]),
  /** Finding codes that must come out. */
  findings: z.array(z.string()).default([]),
});
export type CatalogCase = z.output<typeof catalogCaseSchema>;

/** Schema of `catalogs/<product>/cases.yaml`: small plans with the flows they must and must not give. */
export const catalogCasesSchema = z.strictObject({ cases: z.array(catalogCaseSchema).min(1) });

/** The plan a case describes. Types without product belong to the catalog's own. */
export function planOfCase(product: string, example: CatalogCase): Plan {
  const firstZone = Object.keys(example.zones)[0] ?? 'core';
  return planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    title: example.name,
    zones: Object.entries(example.zones).map(([id, zone]) => ({ id, ...zone })),
    hosts: Object.entries(example.hosts).map(([id, host]) => ({
      id,
      zone: host.zone ?? firstZone,
      count: host.count ?? 1,
      components: Object.entries(host.runs).map(([type, settings]) => ({
        id: `${id}-${type.split('/').at(-1)}`,
        type: qualify(product, type),
        settings,
        ...(host.deployment === undefined ? {} : { deployment: host.deployment }),
      })),
    })),
    links: example.links.map(([from, to]) => ({ from, to })),
    readings: example.readings,
  });
}
