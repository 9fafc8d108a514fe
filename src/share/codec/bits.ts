// Binary arithmetic coding in whole numbers only: the same bits on every machine.

/** Codes one bit whose chance of being 1 is `chance` of 65,536. A writer is given the bit; a reader ignores what it is given and returns the bit that was written. */
export interface BitCoder {
  code(chance: number, bit: number): number;
}

const TOP = 0xff000000;

/** Writes bits into as few bytes as their chances allow. */
export class BitWriter implements BitCoder {
  readonly #bytes: number[] = [];
  #low = 0;
  #high = 0xffffffff;

  code(chance: number, bit: number): number {
    const middle = this.#low + Math.floor(((this.#high - this.#low) * chance) / 65536);
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (((this.#low ^ this.#high) & TOP) === 0) {
      this.#bytes.push(this.#high >>> 24);
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
    }
    return bit;
  }

  /** All bytes. A reader takes every byte past the end as zero, so that trailing zeros are left out. */
  end(): Uint8Array {
    const bytes = [...this.#bytes];
    for (let count = 0; count <= 4; count++) {
      const shortest = count === 0 ? 0 : (this.#high & (TOP >> (8 * (count - 1)))) >>> 0;
      if (shortest < this.#low || shortest > this.#high) continue;
      for (let at = 0; at < count; at++) bytes.push((shortest >>> (24 - 8 * at)) & 0xff);
      break;
    }
    while (bytes.at(-1) === 0) bytes.pop();
    return Uint8Array.from(bytes);
  }
}

/** Reads what a `BitWriter` wrote, with the same chances. Damaged bytes give other bits; only a reader far past the end throws. */
export class BitReader implements BitCoder {
  readonly #bytes: Uint8Array;
  #at = 0;
  #low = 0;
  #high = 0xffffffff;
  #code = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    for (let count = 0; count < 4; count++) this.#shift();
  }

  code(chance: number): number {
    const middle = this.#low + Math.floor(((this.#high - this.#low) * chance) / 65536);
    const bit = this.#code <= middle ? 1 : 0;
    if (bit === 1) this.#high = middle;
    else this.#low = middle + 1;
    while (((this.#low ^ this.#high) & TOP) === 0) {
      this.#low = (this.#low << 8) >>> 0;
      this.#high = ((this.#high << 8) | 0xff) >>> 0;
      this.#shift();
    }
    return bit;
  }

  #shift(): void {
    if (this.#at > this.#bytes.length + 8) throw new Error('past the end');
    this.#code = ((this.#code << 8) | (this.#bytes[this.#at++] ?? 0)) >>> 0;
  }
}

/** Takes bits and keeps nothing: models learn from them. */
export const LISTENER: BitCoder = { code: (_chance, bit) => bit };

/** A place for bits: numbers hashed into one. */
export function slotOf(a: number, b: number, c = 0, d = 0): number {
  let hash = Math.imul(a ^ 0x9e3779b1, 0x85ebca6b) ^ b;
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35) ^ c;
  hash = Math.imul(hash ^ (hash >>> 13), 0x27d4eb2f) ^ d;
  hash = Math.imul(hash ^ (hash >>> 16), 0x165667b1);
  return (hash ^ (hash >>> 15)) >>> 0;
}
