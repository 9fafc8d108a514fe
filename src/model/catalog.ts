import './jitless.ts';
import { z } from 'zod';
import { conditionSchema } from './condition.ts';
import { NEEDS, PHASES, protocolSchema, ZONE_KINDS } from './plan.ts';
import { parsePorts } from './ports.ts';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by -');
const settingName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'expected a camelCase name');
/** A component type or external service: `zone-server` in its own product, else `infra/dns-server`. */
const reference = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/, 'expected type or product/type');
const sentence = z.string().min(3).max(600);
const ports = z
  .union([z.string(), z.number().int()])
  .transform(String)
  .refine((value) => parsePorts(value) !== null, 'expected ports such as 443, 80,443 or 49152-65535');

/** How far a fact can be trusted; see model.md. */
export const STANDINGS = ['documented', 'corroborated', 'inferred', 'disputed', 'withdrawn'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What a reviewer or firewall engineer should know beside the numbers of a line. */
export const ADVICE = ['port-based', 'no-tls-inspection', 'no-proxy', 'narrow-source'] as const;
export type Advice = (typeof ADVICE)[number];

/** Where a fact was read: a source of this catalog and the row in it, `L70`, `L68-73`, `L52,L81`, or words where a page has no line numbers. */
const citationSchema = z.strictObject({ id: slug, row: z.string().min(1).max(120) });
export type Citation = z.output<typeof citationSchema>;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.output<typeof scalar>;

/**
 * What a setting is when the plan does not say. A plain value, or the first of these that answers:
 * `by` another setting of the same component, `zoneKind` of its effective zone, `linkedTo` a type, `follow` the setting of another type.
 * `follow` looks at linked, else all, components of the types in the deployment: one value is taken, several that differ are unknown, none goes on.
 */
const defaultStep = z.union([
  scalar,
  z.strictObject({ by: settingName, values: z.record(z.string(), scalar) }),
  z.strictObject({ zoneKind: z.partialRecord(z.enum(ZONE_KINDS), scalar) }),
  z.strictObject({ linkedTo: z.record(reference, scalar) }),
  z.strictObject({ follow: settingName, of: z.array(reference).min(1), values: z.record(z.string(), scalar).optional() }),
]);
export type DefaultStep = z.output<typeof defaultStep>;

const settingBase = {
  label: z.string().min(1).max(60),
  help: sentence.optional(),
  /** Where the value was read. */
  sources: z.array(citationSchema).default([]),
  /** The steps that give the value when the plan does not; none may answer, then the setting has no value. */
  default: z
    .union([defaultStep, z.array(defaultStep)])
    .transform((steps): DefaultStep[] => (Array.isArray(steps) ? steps : [steps]))
    .default([]),
  /** A value of the plan that means: not said here, take the default (`auto`, `follow`). */
  defaultWord: slug.optional(),
};

const settingSchema = z.discriminatedUnion('kind', [
  /** true or false; where a `defaultWord` is declared also `on` and `off`. */
  z.strictObject({ kind: z.literal('flag'), ...settingBase }),
  z.strictObject({
    kind: z.literal('choice'),
    values: z.array(z.strictObject({ value: slug, label: z.string().min(1).max(80) })).min(2),
    /** A value that stands for "not decided yet": the finding `choose-one` wherever it is used. */
    undecided: slug.optional(),
    ...settingBase,
  }),
  z.strictObject({ kind: z.literal('port'), random: z.boolean().default(false), ...settingBase }),
  z.strictObject({ kind: z.literal('ports'), ...settingBase }),
  z.strictObject({ kind: z.literal('version'), ...settingBase }),
  z.strictObject({ kind: z.literal('text'), ...settingBase }),
]);
export type SettingDeclaration = z.output<typeof settingSchema>;

const typeSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).max(60),
  description: sentence.optional(),
  /** An icon name of lucide, kebab-case. */
  icon: slug,
  /** The setting, or the number itself, that the card shows as main port. */
  mainPort: z.union([settingName, z.number().int()]).optional(),
  /** Types whose rules and settings this one has too. */
  actsAs: z.array(reference).default([]),
  /** Needs a host of its own, else `must-stand-alone`. */
  standsAlone: z.boolean().default(false),
  settings: z.record(settingName, settingSchema).default({}),
});
export type TypeDeclaration = z.output<typeof typeSchema>;

const externalSchema = z.strictObject({
  id: slug,
  name: z.string().min(1).max(60),
  /** Empty where the page gives no names: `destination-unnamed`, never "any". */
  fqdns: z.array(z.string()),
  /** Address lists to look up by hand; printed, never fetched. */
  references: z.array(z.url()).default([]),
  sources: z.array(citationSchema).min(1),
  remark: sentence.optional(),
});
export type ExternalDeclaration = z.output<typeof externalSchema>;

/** Ports of a service: fixed, read from a setting (the responder's unless `of: from`), or chosen by the value of a setting. */
const portsSpec = z.union([
  ports,
  z.strictObject({ setting: settingName, of: z.enum(['from', 'to']).default('to') }),
  z.strictObject({ by: settingName, of: z.enum(['from', 'to']).default('to'), values: z.record(z.string(), ports) }),
]);
export type PortsSpec = z.output<typeof portsSpec>;

/** A process as the source names it, or one chosen by the value of a setting of that end. */
const processSpec = z.union([
  z.string().min(1).max(120),
  z.strictObject({ by: settingName, of: z.enum(['from', 'to']).optional(), values: z.record(z.string(), z.string().min(1).max(120)) }),
]);
export type ProcessSpec = z.output<typeof processSpec>;

/** One row of a source: one service on the wire. Every service and protocol of a rule is a flow of its own. */
const serviceSchema = z
  .strictObject({
    protocol: protocolSchema,
    ports: portsSpec.optional(),
    /** ICMP type; missing means any. */
    icmpType: z.number().int().min(0).max(255).optional(),
    /** What runs at either end, where the source names it. */
    process: z.strictObject({ from: processSpec.optional(), to: processSpec.optional() }).default({}),
    /** Rows of this service alone; without them the rule's. */
    sources: z.array(citationSchema).default([]),
    /** Purpose of this service alone; without it the rule's. */
    purpose: sentence.optional(),
  })
  .refine((s) => (s.protocol === 'tcp' || s.protocol === 'udp') === (s.ports !== undefined), 'tcp and udp have ports, other protocols none')
  .refine((s) => s.icmpType === undefined || s.protocol === 'icmp', 'only icmp has a type');
export type ServiceSpec = z.output<typeof serviceSchema>;

const ruleSchema = z
  .strictObject({
    id: slug,
    /** Why, in own words: the justification on the sheet. Starts with a capital, no full stop. */
    purpose: sentence,
    from: z.array(reference).min(1),
    /** Component types, or external services (`external: true`). */
    to: z.array(reference).min(1),
    /** The `to` references are external services. */
    external: z.boolean().default(false),
    pairing: z.enum(['all', 'peers', 'array']).default('all'),
    scope: z.enum(['any', 'same-lan', 'other-lan']).default('any'),
    delivery: z.enum(['unicast', 'broadcast']).default('unicast'),
    when: conditionSchema.optional(),
    /** A setting that is off by default and switches the rule on: a further clause of `when`, and what the page offers. */
    option: z.strictObject({ of: z.enum(['from', 'to']), setting: settingName, is: z.array(scalar).min(1) }).optional(),
    services: z.array(serviceSchema).min(1),
    need: z.enum(NEEDS).default('required'),
    phase: z.enum(PHASES).default('operation'),
    standing: z.enum(STANDINGS),
    advice: z.array(z.enum(ADVICE)).default([]),
    /** Complains with `partner-missing` when that side is not on the canvas. */
    expects: z.array(z.enum(['from', 'to'])).default([]),
    /** Rules of this product whose flows between the same two components go through this one. */
    replaces: z.array(slug).default([]),
    /**
     * Marks a peer rule that joins components to an HA set. `members` says which components belong (judged with the component as `from`),
     * `group` names the setting that keeps sets apart, `role` the setting that must be primary on one and secondary on the other.
     */
    ha: z.strictObject({ members: conditionSchema.optional(), group: settingName.optional(), role: settingName.optional() }).optional(),
    sources: z.array(citationSchema).min(1),
    remark: sentence.optional(),
  })
  .refine((rule) => !rule.ha || rule.pairing === 'peers', 'only a peer rule joins an HA set')
  .refine(
    (rule) => rule.need !== 'optional' || rule.option !== undefined,
    'an optional rule names the setting that switches it on (option)',
  )
  .refine((rule) => !rule.external || rule.pairing === 'all', 'an external service is no peer');
export type RuleDeclaration = z.output<typeof ruleSchema>;

const disputeSchema = z.strictObject({
  id: slug,
  question: sentence,
  /** The first is the default. */
  readings: z.array(z.strictObject({ id: slug, says: sentence, rules: z.array(slug), sources: z.array(citationSchema).min(1) })).min(2),
});
export type DisputeDeclaration = z.output<typeof disputeSchema>;

/** A row of a source that is no flow, kept so that nothing is lost. */
const statementSchema = z.strictObject({
  id: slug,
  kind: z.enum(['note', 'advice', 'remark', 'cipher', 'requirement', 'gap']).default('note'),
  text: sentence,
  /** Rules and types it speaks about. */
  about: z.array(slug).default([]),
  sources: z.array(citationSchema).min(1),
});
export type StatementDeclaration = z.output<typeof statementSchema>;

const sourceSchema = z.strictObject({
  id: slug,
  title: z.string().min(3).max(200),
  url: z.url(),
  /** Edition, capture or date as the source itself gives it. */
  edition: z.string().max(200).optional(),
  read: z.iso.date(),
  /** `base`: the page the catalog was made from, accounted for line by line. `further`: another public page. */
  kind: z.enum(['base', 'further']),
  /** Lines of the base page that have content, `1-4,6,9-41`. Each must be cited by a rule or statement, or stand in `unused`. */
  lines: z
    .string()
    .regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/)
    .optional(),
  /** Lines that are neither rule nor statement, with the true reason. */
  unused: z.array(z.strictObject({ lines: z.string().regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/), reason: sentence })).default([]),
});
export type SourceDeclaration = z.output<typeof sourceSchema>;

/** Schema of `catalogs/<product>/product.yaml`: data only. References across the file are judged by `catalog check`. */
export const catalogSchema = z.strictObject({
  product: slug,
  name: z.string().min(1).max(60),
  /** Two letters for the tile. */
  letters: z.string().length(2),
  version: z.string().regex(/^\d{4}\.\d{2}\.\d+$/, 'expected year.month.number, e.g. 2026.11.1'),
  description: sentence,
  sources: z.array(sourceSchema).default([]),
  /** Advice that travels with every line of the product. */
  advice: z.array(z.enum(ADVICE)).default([]),
  types: z.array(typeSchema).default([]),
  externals: z.array(externalSchema).default([]),
  rules: z.array(ruleSchema).default([]),
  disputes: z.array(disputeSchema).default([]),
  statements: z.array(statementSchema).default([]),
});
export type Catalog = z.output<typeof catalogSchema>;

/** `zone-server` in product `tanium` is `tanium/zone-server`; a full reference stays. */
export function qualify(product: string, reference: string): string {
  return reference.includes('/') ? reference : `${product}/${reference}`;
}
