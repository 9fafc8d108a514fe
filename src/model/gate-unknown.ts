import { pathText } from './gate-error.ts';
import { type Field, type Fields, isRecord, PLAN_FIELDS } from './plan-fields.ts';
import { utf8Length } from './utf8.ts';

/** The fields of a document that this format does not know. */
export interface UnknownFields {
  /** Where they stand, in document order. */
  readonly paths: readonly string[];
  /** Their names and values as UTF-8 bytes of JSON. */
  readonly bytes: number;
}

/** Collects what the format does not know. Works on documents of any shape. */
export function unknownFields(document: unknown): UnknownFields {
  const paths: string[] = [];
  let bytes = 0;
  eachUnknown(document, PLAN_FIELDS, [], (holder, name, path) => {
    paths.push(pathText([...path, name]));
    bytes += utf8Length(name) + utf8Length(JSON.stringify(holder[name]) ?? '');
  });
  return { paths, bytes };
}

/** A copy of the document without what the format does not know. */
export function withoutUnknownFields(document: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(document));
  const found: [Record<string, unknown>, string][] = [];
  eachUnknown(copy, PLAN_FIELDS, [], (holder, name) => found.push([holder, name]));
  for (const [holder, name] of found) delete holder[name];
  return copy;
}

/**
 * Puts an unknown field named `__proto__` back where the schema library left it out, as plain data.
 * `read` is what the schema made of `document`: known fields of both stand in the same places.
 */
export function restoreProtoFields(document: unknown, read: unknown): void {
  eachUnknown(document, PLAN_FIELDS, [], (holder, name, path) => {
    if (name !== '__proto__') return;
    let target: unknown = read;
    for (const step of path)
      target = isRecord(target) || Array.isArray(target) ? (target as Record<PropertyKey, unknown>)[step] : undefined;
    if (!isRecord(target)) return;
    Object.defineProperty(target, name, { value: holder[name], enumerable: true, configurable: true, writable: true });
  });
}

type Visit = (holder: Record<string, unknown>, name: string, path: readonly PropertyKey[]) => void;

function eachUnknown(value: unknown, fields: Fields, path: PropertyKey[], visit: Visit): void {
  if (!isRecord(value)) return;
  for (const name of Object.keys(value)) {
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (field === undefined) visit(value, name, path);
    else {
      path.push(name);
      inside(value[name], field, path, visit);
      path.pop();
    }
  }
}

function inside(value: unknown, field: Field, path: PropertyKey[], visit: Visit): void {
  if (field.holds === 'object') eachUnknown(value, field.of, path, visit);
  if (field.holds === 'list' && Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      path.push(index);
      eachUnknown(entry, field.of, path, visit);
      path.pop();
    }
  }
  if (field.holds === 'map' && field.of && isRecord(value)) {
    for (const key of Object.keys(value)) {
      path.push(key);
      eachUnknown(value[key], field.of, path, visit);
      path.pop();
    }
  }
}
