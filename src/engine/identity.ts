import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Canonical JSON of nested arrays: the only texts ids are made from, so that no joined name can imitate another. */
export type Canonical = string | number | null | readonly Canonical[];

/** 80 bits of SHA-256 over canonical JSON, as 20 hexadecimal digits. */
export function identify(content: Canonical): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(content))).subarray(0, 10));
}
