import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Canonical JSON of nested arrays: the only texts ids are made from, so that no joined name can imitate another. */
export type Canonical = string | number | null | readonly Canonical[];

/** 80 bits of SHA-256 over canonical JSON, as 20 hexadecimal digits. */
export function identify(content: Canonical): string {
  const text = JSON.stringify(content);
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_IDS) remembered.clear();
  const id = bytesToHex(digestOf(text).subarray(0, 10));
  remembered.set(text, id);
  return id;
}

/** An edit leaves nearly all flows as they were: their ids are not worked out again. */
const remembered = new Map<string, string>();
const REMEMBERED_IDS = 100_000;

// One hasher for all ids: most texts are short, and making a hasher costs more than hashing them.
const fresh = sha256.create();
const hasher = sha256.create();
const digest = new Uint8Array(32);

/** SHA-256 of a text in UTF-8. The bytes hold until the next call. */
function digestOf(text: string): Uint8Array {
  fresh._cloneInto(hasher);
  hasher.update(utf8ToBytes(text)).digestInto(digest);
  return digest;
}
