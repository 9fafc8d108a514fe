import './jitless.ts';
import { z } from 'zod';
import { type Dictionary, dictionary, dictionaryOf } from './dictionary.ts';
import { parsePorts } from './ports.ts';

/** Longest text of any field. The gate refuses longer ones before a schema sees them. */
export const MAX_TEXT = 4096;

const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;

/** Ids of everything a user draws: one namespace, 1 to 128 characters, no control characters, no leading `~`. */
export const idSchema = z
  .string()
  .min(1, 'an id has at least one character')
  .max(128, 'an id has at most 128 characters')
  .refine((id) => !CONTROL.test(id), 'an id has no control characters')
  .refine((id) => !id.startsWith('~'), 'ids that start with ~ are reserved');

/** A reference to a zone or boundary: may also name an undrawn one (`~…`). */
const referenceSchema = z.string().max(1024);

/** Two references; missing ones are empty texts, which lead nowhere and become findings. */
const pairSchema = z.tuple([referenceSchema, referenceSchema]).default(['', '']);

const text = z.string().max(MAX_TEXT);
const coordinate = z.number().min(-10_000_000).max(10_000_000);

/** An object with an id, whose name defaults to it and whose unknown fields stay. */
function named<T extends z.core.$ZodLooseShape>(shape: T) {
  return z.looseObject({ id: idSchema, name: text.optional(), ...shape });
}

/** What a zone is for. The kind decides colour, icon and a few vendor conditions; it opens nothing by itself. */
export const ZONE_KINDS = ['internet', 'dmz', 'internal', 'restricted', 'management', 'client', 'partner', 'cloud'] as const;
export type ZoneKind = (typeof ZONE_KINDS)[number];

const zoneSchema = named({
  kind: z.enum(ZONE_KINDS).default('internal'),
  parent: referenceSchema.nullish(),
  cidrs: z.array(text).default([]),
  lan: text.nullish(),
  filtering: z.boolean().default(true),
  intraZone: z.enum(['open', 'filtered']).default('open'),
});

const firewallSchema = named({ style: text.optional() });

const boundarySchema = named({
  between: pairSchema,
  firewall: referenceSchema.nullish(),
});

/** A setting as written in a plan. Whether it is a valid one is a finding, not a matter of this schema. */
const settingValueSchema = z.union([z.string().max(MAX_TEXT), z.number(), z.boolean(), z.null()]);
export type SettingValue = z.output<typeof settingValueSchema>;

const componentSchema = z.looseObject({
  id: idSchema,
  type: text.default(''),
  settings: dictionaryOf(settingValueSchema).default(dictionary()),
  deployment: text.default('default'),
});

const hostSchema = named({
  zone: referenceSchema.default(''),
  addresses: z.array(text).default([]),
  count: z.number().int().min(1).max(1_000_000_000).default(1),
  components: z.array(componentSchema).default([]),
});

const linkSchema = z.looseObject({ from: referenceSchema.default(''), to: referenceSchema.default('') });

const LABEL = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;

/** A name as certificates and firewalls read it: LDH labels or punycode, `*` only as the whole leftmost label. */
export function isDomainName(name: string): boolean {
  if (name.length > 253) return false;
  const labels = name.split('.');
  if (labels[0] === '*') labels.shift();
  return labels.length >= 2 && labels.every((label) => LABEL.test(label)) && !/^\d+$/.test(labels.at(-1) ?? '');
}

const fqdnSchema = z.string().refine(isDomainName, 'expected a domain name such as www.example.org or *.example.org');

const placedEnds = [
  z.looseObject({ host: referenceSchema }),
  z.looseObject({ component: referenceSchema }),
  z.looseObject({ cidr: text, zone: referenceSchema }),
  z.looseObject({ zone: referenceSchema }),
] as const;
const fromEndSchema = z.union(placedEnds);
const endSchema = z.union([...placedEnds, z.looseObject({ external: referenceSchema }), z.looseObject({ fqdn: fqdnSchema })]);
/** An end of a requirement or waiver: `{host}`, `{component}`, `{zone}`, `{cidr, zone}`, `{external}` or `{fqdn}`. */
export type PlanEnd = z.output<typeof endSchema>;

/** Protocols that have a name here; any other is a number 0 to 255. */
export const PROTOCOLS = ['tcp', 'udp', 'icmp', 'esp', 'ah', 'gre'] as const;
export const protocolSchema = z.union([z.enum(PROTOCOLS), z.number().int().min(0).max(255)]);
export type Protocol = z.output<typeof protocolSchema>;

const portsSchema = z
  .union([z.string().max(MAX_TEXT), z.number().int()])
  .transform(String)
  .refine((ports) => parsePorts(ports) !== null, 'expected ports such as 443, 80,443 or 49152-65535');

export const NEEDS = ['required', 'recommended', 'optional'] as const;
export type Need = (typeof NEEDS)[number];
export const PHASES = ['operation', 'install', 'migration'] as const;
export type Phase = (typeof PHASES)[number];

const waiverSchema = z.looseObject({
  rule: text.default(''),
  from: endSchema.nullish(),
  to: endSchema.nullish(),
  reason: text.default(''),
});

const requirementSchema = z.looseObject({
  id: idSchema,
  from: z.array(fromEndSchema).default([]),
  to: z.array(endSchema).default([]),
  service: z
    .looseObject({
      protocol: protocolSchema,
      /** `""` says the same as nothing: this protocol has no ports. */
      ports: z.union([z.literal('').transform(() => undefined), portsSchema]).optional(),
      icmpType: z.number().int().min(0).max(255).nullish(),
    })
    .refine(
      (service) => service.ports === undefined || service.protocol === 'tcp' || service.protocol === 'udp',
      'only tcp and udp have ports',
    )
    .refine(
      (service) => service.ports !== undefined || (service.protocol !== 'tcp' && service.protocol !== 'udp'),
      'tcp and udp need ports',
    ),
  purpose: text.default(''),
  need: z.enum(NEEDS).optional(),
  phase: z.enum(PHASES).optional(),
});

const rectangleSchema = z.looseObject({ x: coordinate, y: coordinate, width: coordinate, height: coordinate });
const pointSchema = z.looseObject({ x: coordinate, y: coordinate });
const layoutSchema = z.looseObject({
  zones: dictionaryOf(rectangleSchema).default(dictionary()),
  hosts: dictionaryOf(pointSchema).default(dictionary()),
  /** Zones that are drawn as their title alone. Their content keeps its places; what follows from the plan stays the same. */
  collapsed: z.array(referenceSchema).optional(),
});
export type Rectangle = z.output<typeof rectangleSchema>;
export type Point = z.output<typeof pointSchema>;

const pathPinSchema = z.looseObject({ between: pairSchema, via: z.array(referenceSchema).default([]) });

const subjectSchema = z.looseObject({ kind: text.default(''), id: text.default('') });
const acceptedSchema = z.looseObject({ code: text.default(''), subjects: z.array(subjectSchema).default([]), reason: text.default('') });

/** The only version of the plan file there is; a newer one is refused. */
export const PLAN_VERSION = 1;

/**
 * Schema of a plan file, version 1. What is missing gets its default, what is unknown stays.
 * References, cycles, types, settings and addresses are judged by the engine, as findings.
 */
export const planSchema = z.looseObject({
  format: z.literal('portolan.plan'),
  version: z.literal(PLAN_VERSION),
  title: text.default(''),
  author: text.default(''),
  revision: text.default(''),
  description: text.default(''),
  zones: z.array(zoneSchema),
  firewalls: z.array(firewallSchema).default([]),
  boundaries: z.array(boundarySchema).default([]),
  hosts: z.array(hostSchema),
  links: z.array(linkSchema).default([]),
  waivers: z.array(waiverSchema).default([]),
  readings: dictionaryOf(text).default(dictionary()),
  requirements: z.array(requirementSchema).default([]),
  layout: layoutSchema.optional(),
  paths: z.array(pathPinSchema).default([]),
  accepted: z.array(acceptedSchema).default([]),
  catalogs: dictionaryOf(text).default(dictionary()),
  requires: z.array(text).default([]),
});

export type Plan = z.output<typeof planSchema>;
export type Zone = z.output<typeof zoneSchema>;
export type Firewall = z.output<typeof firewallSchema>;
export type Boundary = z.output<typeof boundarySchema>;
export type Host = z.output<typeof hostSchema>;
export type Component = z.output<typeof componentSchema>;
export type Link = z.output<typeof linkSchema>;
export type Waiver = z.output<typeof waiverSchema>;
export type Requirement = z.output<typeof requirementSchema>;
export type PathPin = z.output<typeof pathPinSchema>;
export type AcceptedFinding = z.output<typeof acceptedSchema>;
export type Layout = z.output<typeof layoutSchema>;
export type Settings = Dictionary<SettingValue>;

/** The name to show: the given one, else the id. */
export function nameOf(thing: { readonly id: string; readonly name?: string | undefined }): string {
  return thing.name ? thing.name : thing.id;
}

/** A plan with nothing in it but its title. */
export function emptyPlan(title = ''): Plan {
  return planSchema.parse({ format: 'portolan.plan', version: PLAN_VERSION, title, zones: [], hosts: [] });
}

/** Id of the undrawn boundary between two zones: `~A|B`, ids in code-unit order, `\` and `|` escaped by `\`. */
export function undrawnBoundaryId(a: string, b: string): string {
  const escaped = (a < b ? [a, b] : [b, a]).map((id) => id.replace(/[\\|]/g, '\\$&'));
  return `~${escaped.join('|')}`;
}
