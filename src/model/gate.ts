import type { z } from 'zod';
import { type GateCode, type GateError, pathText } from './gate-error.ts';
import { type Caps, FILE_CAPS, MAX_UNKNOWN_BYTES, measure, scanJson, tooLarge } from './gate-limits.ts';
import { restoreProtoFields, unknownFields } from './gate-unknown.ts';
import { migrated } from './migrations.ts';
import { PLAN_VERSION, type Plan, planSchema } from './plan.ts';
import { isRecord } from './plan-fields.ts';
import { quoted } from './printable.ts';
import { decodeUtf8, utf8Length } from './utf8.ts';

/** Features that a plan may name in `requires` and this reader has. */
const KNOWN_FEATURES: ReadonlySet<string> = new Set<string>();

/** A plan that passed the gate, or why it did not. `unknown` lists the places of fields this format does not know; they are kept. */
export type ReadPlan =
  | { readonly ok: true; readonly plan: Plan; readonly unknown: readonly string[] }
  | { readonly ok: false; readonly error: GateError };

/**
 * The one door for plans, wherever they come from: file, link, clipboard, store, another tab, standard input.
 * Takes text, UTF-8 bytes or parsed data; never throws. What passes fits the schema and the caps; whether it makes sense is for findings.
 */
export function readPlan(input: unknown, caps: Caps = FILE_CAPS): ReadPlan {
  const parsed = parseDocument(input, caps);
  if ('error' in parsed) return { ok: false, error: parsed.error };
  const document = migrated(parsed.document);
  const error = notThisFormat(document) ?? measure(document, caps) ?? missingFeature(document);
  if (error) return { ok: false, error };
  const unknown = unknownFields(document);
  if (unknown.bytes > MAX_UNKNOWN_BYTES) {
    return refuse(
      'unknown-too-large',
      'Fields that this version does not know are too large',
      unknown.paths[0] ?? 'document',
      `at most ${MAX_UNKNOWN_BYTES} bytes in total`,
    );
  }
  const read = planSchema.safeParse(document);
  if (!read.success) return { ok: false, error: fromIssue(read.error.issues[0]) };
  restoreProtoFields(document, read.data);
  return { ok: true, plan: read.data, unknown: unknown.paths };
}

/** Text or bytes to JSON data, within the caps. Also the first half of the gate for documents that are no plans, such as catalogs in JSON. */
export function parseDocument(input: unknown, caps: Caps): { readonly document: unknown } | { readonly error: GateError } {
  if (typeof input !== 'string' && !(input instanceof Uint8Array)) return { document: input };
  const bytes = typeof input === 'string' ? (input.length * 3 > caps.bytes ? utf8Length(input) : 0) : input.byteLength;
  if (bytes > caps.bytes) return { error: tooLarge(caps.bytes) };
  const text = typeof input === 'string' ? input : decodeUtf8(input);
  if (text === null) return { error: error('not-json', 'The document is no UTF-8 text', 'document', 'JSON text in UTF-8') };
  const json = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (json.trim() === '') return { error: error('not-json', 'The document is empty', 'document', 'the JSON text of a plan') };
  const bomb = scanJson(json, caps);
  if (bomb) return { error: bomb };
  try {
    return { document: JSON.parse(json) as unknown };
  } catch (problem) {
    return { error: error('not-json', `The document is no JSON${place(json, problem)}`, 'document', 'the JSON text of a plan') };
  }
}

/** ` (line 3, column 5)` where the parser says it, else nothing. */
function place(json: string, problem: unknown): string {
  const position = /position (\d+)/.exec(problem instanceof Error ? problem.message : '')?.[1];
  if (position === undefined) return '';
  const before = json.slice(0, Number(position)).split('\n');
  return ` (line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1})`;
}

function notThisFormat(document: unknown): GateError | null {
  if (!isRecord(document)) return error('not-a-plan', 'The document is no plan', 'document', 'an object with the format portolan.plan');
  if (document.format !== 'portolan.plan') return error('not-a-plan', 'The document is no plan', 'format', '"portolan.plan"');
  const version = document.version;
  if (typeof version === 'number' && version > PLAN_VERSION) {
    return error(
      'newer-version',
      `The plan was written by a newer version (plan format ${version})`,
      'version',
      `plan format ${PLAN_VERSION} or older`,
    );
  }
  return version === PLAN_VERSION ? null : error('schema', 'The plan has no valid format version', 'version', String(PLAN_VERSION));
}

function missingFeature(document: unknown): GateError | null {
  const requires = isRecord(document) ? document.requires : undefined;
  if (requires === undefined) return null;
  if (!Array.isArray(requires)) return error('schema', 'The list of required features is no list', 'requires', 'a list of texts');
  const index = requires.findIndex((feature) => typeof feature !== 'string' || !KNOWN_FEATURES.has(feature));
  if (index < 0) return null;
  return error(
    'unknown-feature',
    `The plan needs a feature that this version lacks: ${quoted(String(requires[index]))}`,
    `requires[${index}]`,
    'a version that has it',
  );
}

type Issue = z.core.$ZodIssue;

function fromIssue(issue: Issue | undefined): GateError {
  const found = issue && telling(issue);
  if (!found) return error('schema', 'The plan does not fit its format', 'document', 'plan format 1');
  return error('schema', 'A field does not fit the plan format', pathText(found.path), expectation(found));
}

/** Of a choice between shapes, the branch that came furthest says most. */
function telling(issue: Issue, prefix: readonly PropertyKey[] = []): { readonly path: readonly PropertyKey[]; readonly issue: Issue } {
  const path = [...prefix, ...issue.path];
  if (issue.code === 'invalid_union') {
    const branch = issue.errors.find(
      (issues) => issues.length > 0 && issues.every((inner) => inner.path.length > 0 && inner.code !== 'invalid_type'),
    );
    if (branch?.[0]) return telling(branch[0], path);
  }
  return { path, issue };
}

const KIND_NAMES: Readonly<Record<string, string>> = { array: 'a list', string: 'a text', object: 'an object', int: 'a whole number' };

function expectation({ path, issue }: { readonly path: readonly PropertyKey[]; readonly issue: Issue }): string {
  switch (issue.code) {
    case 'invalid_type':
      return KIND_NAMES[issue.expected] ?? `a ${issue.expected}`;
    case 'invalid_value':
      return `one of ${issue.values.map(String).join(', ')}`;
    case 'too_big':
      return `at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'too_small':
      return `at least ${issue.minimum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' entries' : ''}`;
    case 'invalid_union':
      return path.some((step) => step === 'from' || step === 'to')
        ? 'an end: {host}, {component}, {zone}, {cidr, zone}, and as a destination also {external} or {fqdn}'
        : path.at(-1) === 'protocol'
          ? 'tcp, udp, icmp, esp, ah, gre or a number 0 to 255'
          : 'a value of the plan format';
    default:
      // A map gives the messages of its values only.
      if (issue.message.startsWith('Invalid input'))
        return path.includes('settings') ? 'a text, number, true, false or null' : 'a value of the plan format';
      return issue.message.replace(/^expected /, '');
  }
}

function error(code: GateCode, what: string, where: string, expected: string): GateError {
  return { code, what, where, expected };
}

function refuse(code: GateCode, what: string, where: string, expected: string): { readonly ok: false; readonly error: GateError } {
  return { ok: false, error: error(code, what, where, expected) };
}
