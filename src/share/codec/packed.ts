import { sha256 } from '@noble/hashes/sha2.js';
import { type BitCoder, BitReader, BitWriter, LISTENER } from './bits.ts';
import { Models } from './models.ts';
import { PlanCoder, TooLarge } from './plan-coder.ts';
import samples from './samples.json' with { type: 'json' };

// Frozen with link codec 1: every number and word in this folder decides what the bytes of links mean (docs/decisions/0011-link-codec-1.md).

/** Bytes of the hash that stands before the data and tells a damaged link. */
const CHECK = 3;
/** As many bits a model that learnt from the samples is trusted for. */
const DOUBT = 2;

export type Unpacked = { readonly json: string } | { readonly problem: 'damaged' | 'too-large' };

/** JSON data of a plan, as `JSON.parse` gives it, in as few bytes as the coder finds. Null where `unpack` with the same `most` would find it too large. */
export function pack(document: unknown, most: number): Uint8Array | null {
  const writer = new BitWriter();
  try {
    taught(writer, most).document(document);
  } catch (problem) {
    if (problem instanceof TooLarge) return null;
    throw problem;
  }
  const bytes = writer.end();
  return Uint8Array.from([...check(bytes), ...bytes]);
}

/** The JSON text of what `pack` was given, of at most `most` characters; values, and letters that nothing foretells, count more than they are. Never throws. */
export function unpack(packed: Uint8Array, most: number): Unpacked {
  const bytes = packed.subarray(CHECK);
  if (packed.length < CHECK || check(bytes).some((byte, at) => byte !== packed[at])) return { problem: 'damaged' };
  try {
    return { json: JSON.stringify(taught(new BitReader(bytes), most).document()) };
  } catch (problem) {
    // Everything else that is thrown while reading tells of damage, which is of no use to a reader.
    return { problem: problem instanceof TooLarge ? 'too-large' : 'damaged' };
  }
}

function check(bytes: Uint8Array): Uint8Array {
  return sha256(bytes).subarray(0, CHECK);
}

/** A coder that has gone through the samples: texts, words and shapes of usual plans are known to it from the start. */
function taught(bits: BitCoder, most: number): PlanCoder {
  const models = new Models(LISTENER);
  const coder = new PlanCoder(models);
  for (const sample of samples) {
    coder.document(sample);
    coder.forget(most);
  }
  models.doubt(DOUBT);
  models.coder = bits;
  return coder;
}
