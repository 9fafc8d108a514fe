import './jitless.ts';
import { z } from 'zod';
import { ZONE_KINDS } from './plan.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const end = z.enum(['from', 'to']);
const type = z.string().regex(/^[a-z0-9-]+(\/[a-z0-9-]+)?$/);
const setting = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
/** Whose setting: an end of the flow, or any component of a type in the deployment (true if one of them fits). */
const holder = z.union([end, z.strictObject({ type })]);

/** The closed union of predicates. Each gives yes, no or unknown. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { setting: string; of: Holder; is: (string | number | boolean)[] }
  | { version: string; of: Holder; atLeast?: string | undefined; before?: string | undefined }
  | { zoneKind: (typeof ZONE_KINDS)[number][]; of: 'from' | 'to' }
  | { same: string }
  | { differs: string }
  | { type: string[]; of: 'from' | 'to' }
  | { self: boolean }
  | { sameHost: boolean }
  | { hostHas: string; of: 'from' | 'to' }
  | { present: string };
export type Holder = 'from' | 'to' | { type: string };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    /** The setting has one of these values. */
    z.strictObject({ setting, of: holder, is: z.array(scalar).min(1) }),
    /** The version is at least, or before, a given one. */
    z
      .strictObject({ version: setting, of: holder, atLeast: z.string().optional(), before: z.string().optional() })
      .refine((c) => c.atLeast !== undefined || c.before !== undefined, 'give atLeast, before or both'),
    /** The effective zone of that end is of one of these kinds. */
    z.strictObject({ zoneKind: z.array(z.enum(ZONE_KINDS)).min(1), of: end }),
    /** Both ends have the same, or different, values of a setting. */
    z.strictObject({ same: setting }),
    z.strictObject({ differs: setting }),
    /** The component of that end is of exactly this type, not only acting as it. */
    z.strictObject({ type: z.array(type).min(1), of: end }),
    /** Both ends are one and the same component (a type that acts as another). */
    z.strictObject({ self: z.boolean() }),
    /** Both ends stand on one single machine. */
    z.strictObject({ sameHost: z.boolean() }),
    /** The host of that end also runs a component of this type. */
    z.strictObject({ hostHas: type, of: end }),
    /** A component of this type is on the canvas, in the deployment. */
    z.strictObject({ present: type }),
  ]),
);
