import { type GateCode, type GateError, pathText } from './gate-error.ts';
import { MAX_TEXT } from './plan.ts';
import { isRecord } from './plan-fields.ts';

/** How much may come through one door. */
export interface Caps {
  /** Bytes of the document as UTF-8. */
  readonly bytes: number;
  /** Objects that stand in a list: zones, hosts, components, links and so on. */
  readonly objects: number;
}

/** Plan files, dropped files, standard input. */
export const FILE_CAPS: Caps = { bytes: 32 * 1024 * 1024, objects: 50_000 };
/** What a share link may carry, inflated. */
export const LINK_CAPS: Caps = { bytes: 2 * 1024 * 1024, objects: 5_000 };

/** Objects and lists within each other, the document itself counted. */
export const MAX_DEPTH = 32;
/** All fields together that this format does not know, as UTF-8 bytes of JSON. */
export const MAX_UNKNOWN_BYTES = 16 * 1024;
/** Single values of every kind for each object that is allowed: generous for a plan, small for a bomb. */
const VALUES_PER_OBJECT = 40;

/**
 * Judges JSON text before it is parsed: depth and the number of values, so that no bomb of brackets reaches the parser.
 * Null where it may be parsed; whether it is JSON is not judged here.
 */
export function scanJson(text: string, caps: Caps): GateError | null {
  const most = caps.objects * VALUES_PER_OBJECT;
  let depth = 0;
  let values = 1;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x22: // a string: skip to its end
        at = endOfString(text, at);
        break;
      case 0x5b: // [
      case 0x7b: // {
        values++;
        if (++depth > MAX_DEPTH) return tooDeep([]);
        break;
      case 0x5d: // ]
      case 0x7d: // }
        depth--;
        break;
      case 0x2c: // ,
        values++;
        break;
    }
    if (values > most) return tooManyValues(most);
  }
  return null;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 0x22) return at;
    if (unit === 0x5c) at++;
  }
  return text.length;
}

/** Judges a parsed document: depth, length of texts and keys, number of objects, and that it is JSON data throughout. Null where it may pass. */
export function measure(document: unknown, caps: Caps): GateError | null {
  const most = caps.objects * VALUES_PER_OBJECT;
  const path: PropertyKey[] = [];
  let objects = 0;
  let values = 0;

  function visit(value: unknown, depth: number): GateError | null {
    if (++values > most) return tooManyValues(most);
    switch (typeof value) {
      case 'string':
        return value.length > MAX_TEXT ? tooLong(path) : null;
      case 'number':
        return Number.isFinite(value) ? null : notData(path);
      case 'boolean':
        return null;
      case 'object':
        if (value === null) return null;
        break;
      default:
        return notData(path);
    }
    if (depth > MAX_DEPTH) return tooDeep(path);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const entry: unknown = value[index];
        if (isRecord(entry) && ++objects > caps.objects) return tooManyObjects(caps.objects);
        path.push(index);
        const error = visit(entry, depth + 1);
        if (error) return error;
        path.pop();
      }
      return null;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) return notData(path);
    for (const key of Object.keys(value)) {
      if (key.length > MAX_TEXT) return tooLong(path);
      const entry: unknown = (value as Record<string, unknown>)[key];
      // In memory, a missing optional field may also be there as undefined. JSON never holds one.
      if (entry === undefined) continue;
      path.push(key);
      const error = visit(entry, depth + 1);
      if (error) return error;
      path.pop();
    }
    return null;
  }

  return visit(document, 1);
}

/** A refusal because the document has more bytes than the door lets through. */
export function tooLarge(bytes: number): GateError {
  return refusal('too-large', 'The document is too large', [], `at most ${bytes} bytes`);
}

function tooDeep(path: readonly PropertyKey[]): GateError {
  return refusal('too-deep', 'Objects and lists are nested too deeply', path.slice(0, 6), `at most ${MAX_DEPTH} levels`);
}

function tooManyObjects(most: number): GateError {
  return refusal('too-many-objects', 'The document holds too many objects', [], `at most ${most} objects`);
}

function tooManyValues(most: number): GateError {
  return refusal('too-many-objects', 'The document holds too many values', [], `at most ${most} values`);
}

function tooLong(path: readonly PropertyKey[]): GateError {
  return refusal('text-too-long', 'A text is too long', path, `at most ${MAX_TEXT} characters`);
}

function notData(path: readonly PropertyKey[]): GateError {
  return refusal('schema', 'This is no JSON value', path, 'a text, finite number, true, false, null, list or object');
}

function refusal(code: GateCode, what: string, path: readonly PropertyKey[], expected: string): GateError {
  return { code, what, where: pathText(path), expected };
}
