import { deflateSync, strFromU8, strToU8 } from 'fflate';
import { type ReadPlan, readPlan } from '../model/gate.ts';
import type { GateCode, GateError } from '../model/gate-error.ts';
import { LINK_CAPS } from '../model/gate-limits.ts';
import type { Plan } from '../model/plan.ts';
import { packPlan } from '../model/write-plan.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { columnsToJson, isColumns, jsonToColumns } from './columns.ts';
import { inflateWithin } from './inflate.ts';
import { PRESET } from './preset.ts';

/** Longest encoded part of a link, in characters. */
export const MAX_LINK = 64 * 1024;

/** The codec that links are written with. 0 is provisional: such links are not promised to open for ever. */
const CODEC = 0;

const DICTIONARY = strToU8(PRESET);

const FRAGMENT = /#p=(\d{1,4})\.(.*)$/s;

export type EncodedLink = { readonly ok: true; readonly link: string } | { readonly ok: false; readonly error: GateError };

/** True where the text is meant as a share link: it has the fragment of one, whatever stands before. */
export function isLink(text: string): boolean {
  return FRAGMENT.test(text);
}

/**
 * The plan as a share link: `base` (an address without fragment, may be empty) and the fragment `#p=0.…`, which no browser sends.
 * The same plan gives the same link. Refused where the plan is larger than a link may be.
 */
export function encodeLink(plan: Plan, base = ''): EncodedLink {
  const packed = packPlan(plan);
  const json = strToU8(packed);
  const encoded =
    json.length > LINK_CAPS.bytes ? null : toBase64url(deflateSync(strToU8(jsonToColumns(packed)), { level: 9, dictionary: DICTIONARY }));
  if (encoded === null || encoded.length > MAX_LINK) {
    return {
      ok: false,
      error: error('too-large', 'The plan is too large for a link', 'document', `at most ${MAX_LINK} characters: save it as a file`),
    };
  }
  // What a reader would refuse must not be handed out.
  const read = readPlan(json, LINK_CAPS);
  return read.ok ? { ok: true, link: `${base.replace(/#.*$/s, '')}#p=${CODEC}.${encoded}` } : { ok: false, error: read.error };
}

/** The plan in a share link: a whole address or its fragment alone. Never fetches, never throws. */
export function decodeLink(text: string): ReadPlan {
  const found = FRAGMENT.exec(text.trim());
  if (!found) return refuse('not-a-link', 'This is no share link', 'a link with #p=');
  const [, codec = '', encoded = ''] = found;
  if (Number(codec) > CODEC)
    return refuse('newer-link', `The link was written by a newer version (link codec ${codec})`, `link codec ${CODEC}`);
  if (encoded.length > MAX_LINK) return refuse('too-large', 'The link is too long', `at most ${MAX_LINK} characters`);
  const compressed = fromBase64url(encoded);
  if (!compressed || compressed.length === 0) return refuse('damaged-link', 'The link is damaged or cut off', 'the whole link');
  const inflated = inflateWithin(compressed, LINK_CAPS.bytes, DICTIONARY);
  if ('bytes' in inflated) return readInflated(inflated.bytes);
  return inflated.problem === 'too-large'
    ? refuse('too-large', 'The plan in the link is too large', `at most ${LINK_CAPS.bytes} bytes`)
    : refuse('damaged-link', 'The link is damaged or cut off', 'the whole link');
}

/** Columns, or the plain JSON that earlier links carry. */
function readInflated(bytes: Uint8Array): ReadPlan {
  const text = strFromU8(bytes);
  if (!isColumns(text)) return readPlan(bytes, LINK_CAPS);
  const json = columnsToJson(text, LINK_CAPS.bytes);
  return json === null ? refuse('damaged-link', 'The link is damaged or cut off', 'the whole link') : readPlan(strToU8(json), LINK_CAPS);
}

function error(code: GateCode, what: string, where: string, expected: string): GateError {
  return { code, what, where, expected };
}

function refuse(code: GateCode, what: string, expected: string): ReadPlan {
  return { ok: false, error: error(code, what, 'link', expected) };
}
