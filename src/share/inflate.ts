import { Inflate } from 'fflate';

/** Compressed bytes that are inflated at a time: one such piece grows to about a mebibyte at most. */
const PIECE = 1024;

export type Inflated = { readonly bytes: Uint8Array } | { readonly problem: 'damaged' | 'too-large' };

/** Inflates raw deflate data, made with the same `dictionary`, and stops as soon as more than `most` bytes came out, so that no bomb fills the memory. Never throws. */
export function inflateWithin(compressed: Uint8Array, most: number, dictionary?: Uint8Array): Inflated {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Inflate(dictionary ? { dictionary } : {}, (piece, final) => {
    length += piece.length;
    if (length <= most) pieces.push(piece);
    ended = final;
  });
  try {
    for (let at = 0; at < compressed.length && length <= most; at += PIECE) {
      stream.push(compressed.subarray(at, at + PIECE), at + PIECE >= compressed.length);
    }
  } catch {
    // The library throws on any damage; which one is of no use to a reader.
    return { problem: length > most ? 'too-large' : 'damaged' };
  }
  if (length > most) return { problem: 'too-large' };
  if (!ended) return { problem: 'damaged' };
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes };
}
