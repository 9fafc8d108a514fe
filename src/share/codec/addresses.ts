import { slotOf } from './bits.ts';
import type { Models } from './models.ts';
import { symbol } from './symbols.ts';

/** An IPv4 address as a number, with the length of its prefix where it is a network; null for none. */
export interface Address {
  readonly value: number;
  readonly prefix: number | null;
}

/** Addresses that go on from each other: the last one, how far it was from the one before, and how it was coded. */
interface Chain {
  value: number;
  step: number;
  form: number;
  how: number;
}

const startAt = (value: number): Chain => ({ value, step: 0, form: HOST, how: 0 });

/** The chains of a plan: one of the zones' networks, and one of the hosts of each zone, which starts at the zone's first network. */
export class Chains {
  readonly ofZones = startAt(0);
  readonly #inZone = new Map<unknown, Chain>();

  in(zone: unknown): Chain {
    const found = this.#inZone.get(zone);
    if (found) return found;
    const made = startAt(0);
    this.#inZone.set(zone, made);
    return made;
  }

  start(zone: unknown, value: number): void {
    if (!this.#inZone.has(zone)) this.#inZone.set(zone, startAt(value));
  }
}

/** Stands for an address that is no network; smaller numbers are the lengths of prefixes. */
const HOST = 33;
const FORM = /^(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})\.(0|[1-9]\d{0,2})(?:\/(0|[1-9]\d?))?$/;

/** The text as an IPv4 address or network, where writing that again gives the same text; else null. */
export function readAddress(text: string): Address | null {
  const found = FORM.exec(text);
  if (!found) return null;
  const bytes = found.slice(1, 5).map(Number);
  const prefix = found[5] === undefined ? null : Number(found[5]);
  if (bytes.some((byte) => byte > 255) || (prefix ?? 0) > 32) return null;
  return { value: bytes.reduce((sum, byte) => sum * 256 + byte, 0), prefix };
}

/** The usual text of an address or network. */
export function addressText({ value, prefix }: Address): string {
  const bytes = [24, 16, 8, 0].map((shift) => Math.floor(value / 2 ** shift) % 256);
  return bytes.join('.') + (prefix === null ? '' : `/${prefix}`);
}

const [STEP, NEXT, LAST_BYTE, TWO_BYTES, THREE_BYTES, ALL] = [0, 1, 2, 3, 4, 5];
const SPACE = 2 ** 32;

/** An address that likely lies near the others of its chain, which it then joins. Writes `given`, or reads. */
export function address(models: Models, context: number, chain: Chain, given?: Address): Address {
  const form = symbol(
    models,
    slotOf(context, 20),
    slotOf(context, 21, chain.form),
    6,
    given === undefined ? undefined : (given.prefix ?? HOST),
  );
  const prefix = form >= HOST ? null : form;
  const next = (chain.value + 2 ** (32 - (prefix ?? 32))) % SPACE;
  const going = (chain.value + chain.step + SPACE) % SPACE;
  const how = symbol(models, slotOf(context, 22), slotOf(context, 23, chain.how), 3, given && wayTo(given.value, chain, going, next));
  let value = how === STEP ? going : how === NEXT ? next : 0;
  if (how >= LAST_BYTE) {
    const bytes = Math.min(how - LAST_BYTE + 1, 4);
    value = Math.floor(chain.value / 256 ** bytes);
    for (let at = bytes - 1; at >= 0; at--) {
      const above = Math.floor(chain.value / 256 ** at) % 256;
      const byte = given === undefined ? undefined : Math.floor(given.value / 256 ** at) % 256;
      value = value * 256 + symbol(models, slotOf(context, 24, at), slotOf(context, 25, at, above), 8, byte);
    }
  }
  chain.step = value - chain.value;
  chain.value = value;
  chain.form = form;
  chain.how = how;
  return { value, prefix };
}

function wayTo(value: number, chain: Chain, going: number, next: number): number {
  if (value === going) return STEP;
  if (value === next) return NEXT;
  for (const [how, bytes] of [
    [LAST_BYTE, 1],
    [TWO_BYTES, 2],
    [THREE_BYTES, 3],
  ] as const) {
    if (Math.floor(value / 256 ** bytes) === Math.floor(chain.value / 256 ** bytes)) return how;
  }
  return ALL;
}
