import catalogs from 'virtual:catalogs';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { randomPlans } from '../../src/engine/laws/random-plan.ts';
import endpoint from '../../src/model/fixtures/endpoint-tooling.plan.json' with { type: 'json' };
import { readPlan } from '../../src/model/gate.ts';
import type { Plan } from '../../src/model/plan.ts';
import { packPlan } from '../../src/model/write-plan.ts';
import { fromBase64url, toBase64url } from '../../src/share/base64url.ts';
import { pack } from '../../src/share/codec/packed.ts';
import { decodeLink, encodeLink } from '../../src/share/link.ts';

const HEAD = '#p=1.';
const CHECK = 3;

/** Numbers that follow from the seed alone. */
export function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** Letters changed, put in, left out, cut off: as mail programs and people do it. */
export function mistyped(link: string, pick: (below: number) => number): string {
  let text = link;
  for (let edits = 1 + pick(4); edits > 0; edits--) {
    const at = pick(text.length);
    const letter = pick(9) === 0 ? String.fromCharCode(pick(0x300)) : (LETTERS[pick(64)] ?? '');
    const kind = pick(4);
    if (kind === 0) text = text.slice(0, at) + letter + text.slice(at);
    else if (kind === 1) text = text.slice(0, at) + letter + text.slice(at + 1);
    else if (kind === 2) text = text.slice(0, at) + text.slice(at + 1 + pick(5));
    else if (pick(4) === 0) text = text.slice(0, at);
  }
  return text;
}

/** Bytes changed behind the hash, and the hash made to fit: what only an attacker does. Reaches the reader of models itself. */
export function forged(link: string, pick: (below: number) => number): string {
  const bytes = (fromBase64url(link.slice(HEAD.length)) ?? new Uint8Array(CHECK)).slice(CHECK);
  for (let edits = 1 + pick(4); edits > 0; edits--) bytes[pick(bytes.length)] = pick(256);
  const cut = pick(6) === 0 ? bytes.subarray(0, pick(bytes.length)) : bytes;
  return HEAD + toBase64url(Uint8Array.from([...sha256(cut).subarray(0, CHECK), ...cut]));
}

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.5,
  1e300,
  9e15,
  '',
  'x',
  '~x',
  '__proto__',
  '\u202e',
  'a'.repeat(4000),
  [],
  {},
  [[]],
  { id: 'x' },
];

/** A whole link whose plan has values of other kinds in it. */
export function misshapen(plan: Plan, pick: (below: number) => number): string {
  const document: unknown = JSON.parse(packPlan(plan));
  for (let edits = 1 + pick(3); edits > 0; edits--) disturb(document, pick);
  return HEAD + toBase64url(pack(document, Number.POSITIVE_INFINITY) ?? new Uint8Array());
}

function disturb(value: unknown, pick: (below: number) => number): void {
  if (typeof value !== 'object' || value === null) return;
  const keys = Object.keys(value);
  const key = keys[pick(keys.length)];
  if (key === undefined) return;
  const holder = value as Record<string, unknown>;
  if (pick(3) > 0 && typeof holder[key] === 'object' && holder[key] !== null) disturb(holder[key], pick);
  else holder[key] = structuredClone(ODD_VALUES[pick(ODD_VALUES.length)]);
}

/** Plans whose links are changed. */
export function originals(): Plan[] {
  const read = readPlan(endpoint);
  if (!read.ok) throw new Error(read.error.what);
  return [read.plan, ...fc.sample(randomPlans(catalogs), { seed: 5, numRuns: 20 })];
}

/** Answers that a link may get. */
export const ANSWERS: ReadonlySet<string> = new Set([
  'ok',
  'not-a-link',
  'newer-link',
  'damaged-link',
  'sealed-link',
  'too-large',
  'not-json',
  'not-a-plan',
  'newer-version',
  'unknown-feature',
  'schema',
  'too-deep',
  'too-many-objects',
  'text-too-long',
  'unknown-too-large',
]);

export interface Tally {
  readonly answers: Map<string, number>;
  slowest: number;
}

/** Opens `count` changed links of one kind. Throws at the first that is not answered as it may be. Slowest in milliseconds. */
export function tryLinks(kind: 'mistyped' | 'forged' | 'misshapen', count: number, seed: number): Tally {
  const pick = chance(seed);
  const plans = originals().flatMap((plan) => {
    const encoded = encodeLink(plan);
    return encoded.ok ? [{ plan, link: encoded.link }] : [];
  });
  const tally: Tally = { answers: new Map(), slowest: 0 };
  for (let number = 0; number < count; number++) {
    const original = plans[number % plans.length];
    if (!original) continue;
    const link = kind === 'misshapen' ? misshapen(original.plan, pick) : (kind === 'forged' ? forged : mistyped)(original.link, pick);
    const started = performance.now();
    const read = decodeLink(link);
    tally.slowest = Math.max(tally.slowest, performance.now() - started);
    const answer = read.ok ? 'ok' : read.error.code;
    if (!ANSWERS.has(answer)) throw new Error(`${answer} for ${link}`);
    if (read.ok && kind === 'mistyped' && packPlan(read.plan) !== packPlan(original.plan)) throw new Error(`another plan: ${link}`);
    if (read.ok && !readPlan(read.plan).ok) throw new Error(`a plan that the gate refuses: ${link}`);
    tally.answers.set(answer, (tally.answers.get(answer) ?? 0) + 1);
  }
  return tally;
}

const bomb = (document: unknown) => HEAD + toBase64url(pack(document, Number.POSITIVE_INFINITY) ?? new Uint8Array());
const START = { format: 'portolan.plan', version: 1, zones: [], hosts: [] };
const texts = (count: number) => Array.from({ length: count }, () => 'ab'.repeat(2048));

/** Links that come to far more than they are: what is asked of a reader is to stop early. Making the large ones takes a while. */
export const BOMBS: readonly (readonly [name: string, link: () => string])[] = [
  ['5,001 hosts', () => bomb({ ...START, hosts: Array.from({ length: 5001 }, (_, at) => ({ id: `h${at}`, zone: 'z' })) })],
  ['nested 39 deep', () => bomb(Array.from({ length: 37 }).reduce<unknown>((inner) => [inner], START))],
  ['4 MiB of one text', () => bomb({ ...START, more: texts(1024) })],
  ['64 KiB of letters', () => `${HEAD}${'A'.repeat(64 * 1024)}`],
  ['10 MiB of letters', () => `${HEAD}${'A'.repeat(10 * 1024 * 1024)}`],
  ['1,000,000 zeros', () => bomb({ ...START, more: Array.from({ length: 1_000_000 }, () => 0) })],
  ['10 MiB of texts that differ', () => bomb({ ...START, more: texts(2560).map((text, at) => `${(at * 7919) % 2560}x${text.slice(8)}`) })],
];
