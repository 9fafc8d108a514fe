import ipaddr from 'ipaddr.js';
import { type AddressRange, familyOf, parseAddressRange } from '../../model/address.ts';

export type Family = 4 | 6;

/** Number of addresses in a family, as a bit width. */
const WIDTH: Readonly<Record<Family, number>> = { 4: 32, 6: 128 };

/** The ranges that texts name, in ascending order with overlapping and neighbouring ones joined, of one family. What is no address is left out: the gate has told. */
export function rangesOfFamily(texts: readonly string[], family: Family): AddressRange[] {
  return joined(texts.filter((text) => familyOf(text) === family).flatMap((text) => parseAddressRange(text) ?? []));
}

/** The same addresses as ascending ranges that neither overlap nor touch, each written as address, network or range. All of one family. */
export function joined(ranges: readonly AddressRange[]): AddressRange[] {
  const sorted = [...ranges].sort((a, b) => (a.low < b.low ? -1 : a.low > b.low ? 1 : 0));
  const result: { family: Family; low: bigint; high: bigint }[] = [];
  for (const { family, low, high } of sorted) {
    const last = result.at(-1);
    if (last && low <= last.high + 1n) {
      if (high > last.high) last.high = high;
    } else result.push({ family, low, high });
  }
  return result.map(({ family, low, high }) => rangeOf(family, low, high));
}

/** Everything of a family that is in none of the ranges. */
export function complement(ranges: readonly AddressRange[], family: Family): AddressRange[] {
  const result: AddressRange[] = [];
  let next = 0n;
  for (const { low, high } of joined(ranges.filter((range) => range.family === family))) {
    if (next < low) result.push(rangeOf(family, next, low - 1n));
    next = high + 1n;
  }
  const end = (1n << BigInt(WIDTH[family])) - 1n;
  if (next <= end) result.push(rangeOf(family, next, end));
  return result;
}

/** What is in `ranges` and not in `removed`. All of one family. */
export function without(ranges: readonly AddressRange[], removed: readonly AddressRange[], family: Family): AddressRange[] {
  return complement([...complement(ranges, family), ...removed], family);
}

/** True where the range is the whole family. */
export function isWholeFamily({ family, low, high }: AddressRange): boolean {
  return low === 0n && high === (1n << BigInt(WIDTH[family])) - 1n;
}

/** The fewest networks that hold exactly the range. */
export function networksOf({ family, low, high }: AddressRange): { readonly base: string; readonly prefix: number }[] {
  const networks: { base: string; prefix: number }[] = [];
  let next = low;
  while (next <= high) {
    let bits = 0;
    while (bits < WIDTH[family] && next % (1n << BigInt(bits + 1)) === 0n && next + (1n << BigInt(bits + 1)) - 1n <= high) bits += 1;
    networks.push({ base: addressText(family, next), prefix: WIDTH[family] - bits });
    next += 1n << BigInt(bits);
  }
  return networks;
}

/** First and last address as texts. */
export function endsOf({ family, low, high }: AddressRange): readonly [first: string, last: string] {
  return [addressText(family, low), addressText(family, high)];
}

/** An IPv4 network mask in dots. */
export function maskText(prefix: number): string {
  return addressText(4, ((1n << 32n) - 1n) ^ ((1n << BigInt(32 - prefix)) - 1n));
}

function rangeOf(family: Family, low: bigint, high: bigint): AddressRange {
  if (low === high) return { family, low, high, text: addressText(family, low) };
  const size = high - low + 1n;
  const aligned = (size & (size - 1n)) === 0n && low % size === 0n;
  const text = aligned
    ? `${addressText(family, low)}/${WIDTH[family] - (size.toString(2).length - 1)}`
    : `${addressText(family, low)}-${addressText(family, high)}`;
  return { family, low, high, text };
}

function addressText(family: Family, number: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  const parts = Array.from({ length: 8 }, (_, index) => Number((number >> BigInt((7 - index) * 16)) & 65535n));
  return new ipaddr.IPv6(parts).toRFC5952String();
}
