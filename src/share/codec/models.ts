import type { BitCoder } from './bits.ts';
import { STRETCH, squash } from './logistic.ts';

const SLOTS = 1 << 18;
/** Bits after which a model changes no slower any more. */
const PATIENCE = 18;
/** How much a model counts in a mixture that has seen this many bits, of 256; the last holds for all that saw more. */
const TRUST = [0, 160, 190, 200, 210, 225, 235, 245, 256];
/** How fast mixtures learn whom to listen to. */
const RATE = 30;

/** What is known about bits so far: a chance for every place (`slot`) where one may stand. Slots are hashes; two that fall together only cost length. */
export class Models {
  readonly #chance = new Uint16Array(SLOTS).fill(32768);
  readonly #seen = new Uint8Array(SLOTS);
  readonly #weights = new Map<number, Int32Array>();
  coder: BitCoder;

  constructor(coder: BitCoder) {
    this.coder = coder;
  }

  /** From here on every model trusts what it knows no more than after `most` bits. */
  doubt(most: number): void {
    for (let at = 0; at < SLOTS; at++) if ((this.#seen[at] ?? 0) > most) this.#seen[at] = most;
  }

  /** One bit at one place. */
  bit(slot: number, bit: number): number {
    const at = slot & (SLOTS - 1);
    const coded = this.coder.code(bounded(this.#chance[at] ?? 0), bit);
    this.#learn(at, coded);
    return coded;
  }

  /** One bit on which several places have a word. How much each counts is learnt for each group of mixtures. */
  mixed(slots: readonly number[], group: number, bit: number): number {
    const weights = this.#weightsOf(group, slots.length);
    const inputs: number[] = [];
    let sum = 0;
    for (let index = 0; index < slots.length; index++) {
      const at = (slots[index] ?? 0) & (SLOTS - 1);
      const input = ((STRETCH[(this.#chance[at] ?? 0) >> 4] ?? 0) * (TRUST[Math.min(this.#seen[at] ?? 0, TRUST.length - 1)] ?? 256)) >> 8;
      inputs.push(input);
      sum += input * (weights[index] ?? 0);
    }
    const chance = squash(Math.floor(sum / 65536));
    const coded = this.coder.code(bounded(chance * 16 + 8), bit);
    const error = (coded * 4095 - chance) * RATE;
    for (let index = 0; index < slots.length; index++) {
      weights[index] = (weights[index] ?? 0) + Math.floor(((inputs[index] ?? 0) * error + 32768) / 65536);
      this.#learn((slots[index] ?? 0) & (SLOTS - 1), coded);
    }
    return coded;
  }

  #weightsOf(group: number, count: number): Int32Array {
    const found = this.#weights.get(group);
    if (found) return found;
    const made = new Int32Array(count).fill(count > 2 ? 16000 : 32000);
    this.#weights.set(group, made);
    return made;
  }

  #learn(at: number, bit: number): void {
    const seen = this.#seen[at] ?? 0;
    const chance = this.#chance[at] ?? 0;
    const target = bit === 1 ? 65535 : 0;
    this.#chance[at] = chance + Math.trunc(((target - chance) * 10) / (10 * seen + 11));
    if (seen < PATIENCE) this.#seen[at] = seen + 1;
  }
}

/** No bit is ever impossible. */
function bounded(chance: number): number {
  return Math.min(Math.max(chance, 48), 65488);
}
