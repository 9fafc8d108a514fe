import { dictionary } from './dictionary.ts';
import { byCodeUnit } from './order.ts';
import type { Plan } from './plan.ts';
import { type Field, type Fields, isRecord, PLAN_FIELDS } from './plan-fields.ts';
import { printableJson } from './printable.ts';

/**
 * The plan as the text of a plan file: two spaces, known fields in the order of the format and left out where they have their default,
 * map keys and unknown fields after them by code unit. The same plan gives the same text, however it was put together;
 * reading it gives the same plan.
 */
export function writePlan(plan: Plan): string {
  return `${printableJson(JSON.stringify(ordered(plan, PLAN_FIELDS, 'file'), null, 2))}\n`;
}

/** The shortest JSON that reads back as the same plan: no white space, nothing that has its default. */
export function packPlan(plan: Plan): string {
  return JSON.stringify(ordered(plan, PLAN_FIELDS, 'link'));
}

type Target = 'file' | 'link';

function ordered(object: Record<string, unknown>, fields: Fields, target: Target): Record<string, unknown> {
  const result = dictionary<unknown>();
  for (const [name, field] of Object.entries(fields)) {
    if (!Object.hasOwn(object, name) || object[name] === undefined) continue;
    const value = content(object[name], field, target);
    if (!isLeftOut(value, field, target)) result[name] = value;
  }
  for (const name of Object.keys(object).sort(byCodeUnit)) {
    if (!Object.hasOwn(fields, name)) result[name] = object[name];
  }
  return result;
}

function content(value: unknown, field: Field, target: Target): unknown {
  switch (field.holds) {
    case 'plain':
      return value;
    case 'object':
      return isRecord(value) ? ordered(value, field.of, target) : value;
    case 'list':
      return Array.isArray(value) ? value.map((entry) => (isRecord(entry) ? ordered(entry, field.of, target) : entry)) : value;
    case 'map': {
      if (!isRecord(value)) return value;
      const result = dictionary<unknown>();
      for (const key of Object.keys(value).sort(byCodeUnit)) {
        const entry = value[key];
        result[key] = field.of && isRecord(entry) ? ordered(entry, field.of, target) : entry;
      }
      return result;
    }
  }
}

function isLeftOut(value: unknown, field: Field, target: Target): boolean {
  switch (field.holds) {
    case 'plain':
      return (
        field.fallback !== undefined && (target === 'link' || !field.always) && JSON.stringify(value) === JSON.stringify(field.fallback)
      );
    case 'object':
      return false;
    case 'list':
      return !field.always && Array.isArray(value) && value.length === 0;
    case 'map':
      return isRecord(value) && Object.keys(value).length === 0;
  }
}
