import { expect, it } from 'vitest';
import { z } from 'zod';
import { planSchema } from './plan.ts';
import { type Field, type Fields, PLAN_FIELDS } from './plan-fields.ts';

const RESERVED = ['translations', 'virtualAddresses', 'externals', 'types', 'request', 'policy'];

/** The shapes a schema declares at this place; none where it is no object. */
function shapes(schema: unknown): Record<string, unknown>[] {
  if (schema instanceof z.ZodObject) return [schema.shape];
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => shapes(option));
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return shapes(schema.unwrap());
  if (schema instanceof z.ZodArray) return shapes(schema.element);
  return [];
}

function compare(schema: unknown, fields: Fields, where: string): string[] {
  const declared = shapes(schema);
  const names = new Set(declared.flatMap((shape) => Object.keys(shape)));
  const known = Object.keys(fields).filter((name) => !RESERVED.includes(name));
  const differences = [...[...names].filter((name) => !Object.hasOwn(fields, name)), ...known.filter((name) => !names.has(name))].map(
    (name) => `${where}.${name}`,
  );
  for (const shape of declared) {
    for (const [name, inner] of Object.entries(shape)) {
      const field = fields[name] as Field | undefined;
      if (field && (field.holds === 'object' || field.holds === 'list')) differences.push(...compare(inner, field.of, `${where}.${name}`));
    }
  }
  return differences;
}

it('names the same fields as the schema', () => {
  expect(compare(planSchema, PLAN_FIELDS, 'plan')).toEqual([]);
});

it('would notice a field that only the schema has', () => {
  expect(compare(planSchema.extend({ added: z.string() }), PLAN_FIELDS, 'plan')).toEqual(['plan.added']);
});

it('leaves out only what the schema puts back', () => {
  const smallest = planSchema.parse({
    format: 'portolan.plan',
    version: 1,
    zones: [{ id: 'z' }],
    hosts: [{ id: 'h', zone: 'z', components: [{ id: 'c', type: 't' }] }],
  });
  const fallbacks = (fields: Fields, object: Record<string, unknown>) =>
    Object.entries(fields).filter(
      ([name, field]) =>
        field.holds === 'plain' && field.fallback !== undefined && JSON.stringify(object[name]) !== JSON.stringify(field.fallback),
    );
  expect(fallbacks(PLAN_FIELDS, smallest)).toEqual([]);
  const inner = (name: string) => (PLAN_FIELDS[name] as Extract<Field, { holds: 'list' }>).of;
  expect(fallbacks(inner('zones'), smallest.zones[0] ?? {})).toEqual([]);
  expect(fallbacks(inner('hosts'), smallest.hosts[0] ?? {})).toEqual([]);
});
