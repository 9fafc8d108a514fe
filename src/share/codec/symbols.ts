import { slotOf } from './bits.ts';
import type { Models } from './models.ts';

// Every function here both writes and reads: a writer passes the value, a reader undefined, and both get it back.

/** A number of `bits` bits in a wide and a narrow context; what is likely there becomes cheap. */
export function symbol(models: Models, wide: number, narrow: number, bits: number, given?: number): number {
  let node = 1;
  for (let at = bits - 1; at >= 0; at--) {
    const slots = [slotOf(wide, node), slotOf(narrow, node, 1)];
    node = node * 2 + models.mixed(slots, bits, given === undefined ? 0 : (given >> at) & 1);
  }
  return node - (1 << bits);
}

/** Whole numbers up to this size have a code of their own. */
export const MAX_WHOLE = 2 ** 40;

/** A whole number of either sign: how many digits, then the digits, the first of which are learnt. */
export function whole(models: Models, wide: number, narrow: number, given?: number): number {
  const folded = given === undefined ? undefined : given < 0 ? -2 * given - 1 : 2 * given;
  const size = symbol(models, slotOf(wide, 1), slotOf(narrow, 1), 6, folded === undefined ? undefined : digits(folded));
  let value = size === 0 ? 0 : 1;
  for (let at = size - 2; at >= 0; at--) {
    const node = size - 2 - at < 7 ? value : 0;
    const bit = folded === undefined ? 0 : Math.floor(folded / 2 ** at) % 2;
    const slots = [slotOf(wide, 2, size * 64 + at, node), slotOf(narrow, 3, size * 64 + at, node)];
    value = value * 2 + models.mixed(slots, WHOLE_GROUP, bit);
  }
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}

function digits(value: number): number {
  let count = 0;
  for (let rest = value; rest >= 1; rest = Math.floor(rest / 2)) count++;
  return count;
}

/** A text that the coded one may go along with, letter by letter. */
class Guide {
  readonly #text: string;
  #at = 0;
  #run = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** The byte that comes next if the texts go on alike, and how long they have. */
  get context(): number {
    return (this.#at < this.#text.length ? this.#text.charCodeAt(this.#at) & 0xff : 0) * 8 + Math.min(this.#run, 4);
  }

  take(byte: number): void {
    if (this.#text.charCodeAt(this.#at) === byte) {
      this.#at++;
      this.#run++;
      return;
    }
    this.#run = 0;
    const found = this.#text.indexOf(String.fromCharCode(byte), this.#at);
    this.#at = found >= 0 && found - this.#at < 12 ? found + 1 : this.#at + 1;
  }
}

/** Groups of mixtures; those of symbols are named by their number of bits. */
const [WHOLE_GROUP, LETTER_GROUP] = [64, 65];

/** A text letter by letter, beside the text that stood here before and one that it may resemble. Throws past `most` UTF-16 units. */
export function letters(models: Models, context: number, before: string, like: string, most: number, given?: string): string {
  const guides = [new Guide(before), new Guide(like)] as const;
  const bytes = given === undefined ? undefined : [...toBytes(given), 0];
  let [c1, c2, c3, word] = [0, 0, 0, 0];
  const read: number[] = [];
  for (let at = 0; ; at++) {
    if (at > most * 3) throw new Error('text too long');
    let node = 1;
    for (let place = 7; place >= 0; place--) {
      const slots = [
        slotOf(context, 10, node),
        slotOf(11, c1, node),
        slotOf(12, c1, c2, node),
        slotOf(17, word, node),
        slotOf(context, 18, at, node),
        slotOf(13, c1 * 256 + c2, c3, node),
        slotOf(context, word, node, 14),
        slotOf(15, guides[0].context, c1, node),
        slotOf(16, guides[1].context, context, node),
      ];
      const bit = bytes === undefined ? 0 : ((bytes[at] ?? 0) >> place) & 1;
      node = node * 2 + models.mixed(slots, LETTER_GROUP, bit);
    }
    const byte = node - 256;
    if (byte === 0) break;
    read.push(byte);
    for (const guide of guides) guide.take(byte);
    [c1, c2, c3] = [byte, c1, c2];
    word = isLetter(byte) ? slotOf(word, byte) : 0;
  }
  return given ?? fromBytes(read);
}

function isLetter(byte: number): boolean {
  return (byte >= 97 && byte <= 122) || (byte >= 65 && byte <= 90) || byte > 127;
}

/** UTF-16 units one by one in one to three bytes, none of them 0: every text a plan may hold, half characters included. */
function toBytes(text: string): number[] {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit > 0 && unit < 0x80) bytes.push(unit);
    else if (unit < 0x800) bytes.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else bytes.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return bytes;
}

function fromBytes(bytes: readonly number[]): string {
  let text = '';
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0;
    const next = () => (bytes[++at] ?? 0) & 0x3f;
    if (byte < 0x80) text += String.fromCharCode(byte);
    else if (byte < 0xe0) text += String.fromCharCode(((byte & 0x1f) << 6) | next());
    else text += String.fromCharCode(((byte & 0x0f) << 12) | (next() << 6) | next());
  }
  return text;
}
