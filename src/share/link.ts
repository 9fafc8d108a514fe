import { type ReadPlan, readPlan } from '../model/gate.ts';
import type { GateCode, GateError } from '../model/gate-error.ts';
import { LINK_CAPS } from '../model/gate-limits.ts';
import type { Plan } from '../model/plan.ts';
import { packPlan } from '../model/write-plan.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { pack, unpack } from './codec/packed.ts';
import { canSeal, SEAL_OVERHEAD, seal, unseal } from './seal.ts';

/** Longest encoded part of a link, in characters. */
export const MAX_LINK = 64 * 1024;

/** The codec that links are written with. Links of codec 1 open for ever: a better one gets the next number and this one stays (docs/decisions/0011-link-codec-1.md). */
const CODEC = 1;
/** Stands behind the codec of a link that only a passphrase opens. */
const SEALED = 's';

const FRAGMENT = /#p=(\d{1,4})([a-z]?)\.(.*)$/s;

export type EncodedLink = { readonly ok: true; readonly link: string } | { readonly ok: false; readonly error: GateError };

/** True where the text is meant as a share link: it has the fragment of one, whatever stands before. */
export function isLink(text: string): boolean {
  return FRAGMENT.test(text);
}

/** True where the text is a share link that only a passphrase opens. */
export function isSealedLink(text: string): boolean {
  return FRAGMENT.exec(text)?.[2] === SEALED;
}

/**
 * The plan as a share link: `base` (an address without fragment, may be empty) and the fragment `#p=1.…`, which no browser sends.
 * The same plan gives the same link. Refused where the plan is larger than a link may be.
 */
export function encodeLink(plan: Plan, base = ''): EncodedLink {
  const packed = packed1(plan);
  return 'error' in packed ? { ok: false, error: packed.error } : { ok: true, link: fragment(base, '', packed.bytes) };
}

/**
 * The plan as a share link that only the passphrase opens (`#p=1s.…`): AES-256-GCM with a key made of it. Every call gives another link.
 * Refused where the plan is too large, the passphrase empty, or the page not a secure one.
 */
export async function encodeSealedLink(plan: Plan, passphrase: string, base = ''): Promise<EncodedLink> {
  const refused = passphraseError(passphrase);
  if (refused) return { ok: false, error: refused };
  const packed = packed1(plan, SEAL_OVERHEAD);
  if ('error' in packed) return { ok: false, error: packed.error };
  return { ok: true, link: fragment(base, SEALED, await seal(packed.bytes, passphrase, header(SEALED))) };
}

/** The plan in a share link: a whole address or its fragment alone. Never fetches, never throws. A sealed link is refused with `sealed-link`. */
export function decodeLink(text: string): ReadPlan {
  const found = bytesOf(text);
  if ('error' in found) return { ok: false, error: found.error };
  if (found.sealed) return refuse('sealed-link', 'The link is sealed with a passphrase', 'the passphrase');
  return opened(found.bytes);
}

/** The plan in a share link, sealed or not. The passphrase opens a sealed one; another one is refused with `wrong-passphrase`. Never fetches, never throws. */
export async function decodeSealedLink(text: string, passphrase: string): Promise<ReadPlan> {
  const found = bytesOf(text);
  if ('error' in found) return { ok: false, error: found.error };
  if (!found.sealed) return opened(found.bytes);
  const refused = passphraseError(passphrase);
  if (refused) return { ok: false, error: refused };
  const bytes = await unseal(found.bytes, passphrase, header(SEALED));
  return bytes
    ? opened(bytes)
    : refuse('wrong-passphrase', 'The passphrase does not open the link, or the link is damaged', 'the passphrase');
}

type Packed = { readonly bytes: Uint8Array } | { readonly error: GateError };

function packed1(plan: Plan, overhead = 0): Packed {
  const json = packPlan(plan);
  // What a reader would refuse must not be handed out.
  const read = readPlan(json, LINK_CAPS);
  if (!read.ok) return { error: read.error };
  const bytes = pack(JSON.parse(json), LINK_CAPS.bytes);
  if (bytes && (bytes.length + overhead) * (4 / 3) <= MAX_LINK) return { bytes };
  return {
    error: error('too-large', 'The plan is too large for a link', 'document', `at most ${MAX_LINK} characters: save it as a file`),
  };
}

function bytesOf(text: string): { readonly bytes: Uint8Array; readonly sealed: boolean } | { readonly error: GateError } {
  const found = FRAGMENT.exec(text.trim());
  if (!found) return { error: error('not-a-link', 'This is no share link', 'link', 'a link with #p=') };
  const [, codec = '', mark = '', encoded = ''] = found;
  if (Number(codec) > CODEC || (Number(codec) === CODEC && mark !== '' && mark !== SEALED)) {
    return {
      error: error('newer-link', `The link was written by a newer version (link codec ${codec}${mark})`, 'link', `link codec ${CODEC}`),
    };
  }
  if (encoded.length > MAX_LINK) return { error: error('too-large', 'The link is too long', 'link', `at most ${MAX_LINK} characters`) };
  const bytes = Number(codec) === CODEC ? fromBase64url(encoded) : null;
  return bytes ? { bytes, sealed: mark === SEALED } : { error: damaged };
}

function opened(bytes: Uint8Array): ReadPlan {
  const unpacked = unpack(bytes, LINK_CAPS.bytes);
  if ('json' in unpacked) return readPlan(unpacked.json, LINK_CAPS);
  return unpacked.problem === 'too-large'
    ? refuse('too-large', 'The plan in the link is too large', `at most ${LINK_CAPS.bytes} bytes`)
    : { ok: false, error: damaged };
}

function header(mark: string): string {
  return `#p=${CODEC}${mark}.`;
}

function fragment(base: string, mark: string, bytes: Uint8Array): string {
  return base.replace(/#.*$/s, '') + header(mark) + toBase64url(bytes);
}

function passphraseError(passphrase: string): GateError | null {
  if (passphrase === '') return error('wrong-passphrase', 'The passphrase is empty', 'passphrase', 'at least one character');
  return canSeal()
    ? null
    : error('no-cryptography', 'This page is not a secure one, so that it cannot seal or open links', 'page', 'an address with https://');
}

function error(code: GateCode, what: string, where: string, expected: string): GateError {
  return { code, what, where, expected };
}

const damaged = error('damaged-link', 'The link is damaged or cut off', 'link', 'the whole link');

function refuse(code: GateCode, what: string, expected: string): ReadPlan {
  return { ok: false, error: error(code, what, 'link', expected) };
}
