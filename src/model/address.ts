import './jitless.ts';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** A set of neighbouring IP addresses: one address, a network or a range. `low` and `high` are the numbers of the first and last address. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly low: bigint;
  readonly high: bigint;
  /** Canonical text: `10.0.0.1`, `10.0.0.0/24`, `10.0.0.5-10.0.0.9`, `2001:db8::/32`. */
  readonly text: string;
}

/** What any Internet address means, in both families. */
export const ANY_ADDRESS: readonly string[] = ['0.0.0.0/0', '::/0'];

/** The gate of zod, without the ceremony of a schema: thousands of addresses pass here. */
const { ipv4: IPV4, ipv6: IPV6 } = z.regexes;
const PREFIX = /^(0|[1-9]\d{0,2})$/;

interface Address {
  readonly family: 4 | 6;
  readonly number: bigint;
  readonly text: string;
}

function parseAddress(text: string): Address | null {
  if (IPV4.test(text)) {
    const number = text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
    return { family: 4, number, text };
  }
  if (!text.includes(':') || !IPV6.test(text) || !ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  const number = address.parts.reduce((sum, part) => sum * 65536n + BigInt(part), 0n);
  return { family: 6, number, text: address.toRFC5952String() };
}

/**
 * Reads an IPv4 or IPv6 address, a network in CIDR notation or a range `a-b`.
 * Gives null for anything else: octal or short forms, host bits in a network, mixed families, a range that runs backwards.
 */
export function parseAddressRange(input: string): AddressRange | null {
  const text = input.trim();
  const slash = text.indexOf('/');
  if (slash >= 0) {
    const base = parseAddress(text.slice(0, slash));
    const prefixText = text.slice(slash + 1);
    if (!base || !PREFIX.test(prefixText)) return null;
    const width = base.family === 4 ? 32 : 128;
    const prefix = Number(prefixText);
    if (prefix > width) return null;
    const size = 1n << BigInt(width - prefix);
    if (base.number % size !== 0n) return null;
    return { family: base.family, low: base.number, high: base.number + size - 1n, text: `${base.text}/${prefix}` };
  }
  const dash = text.indexOf('-');
  if (dash >= 0) {
    const first = parseAddress(text.slice(0, dash).trim());
    const last = parseAddress(text.slice(dash + 1).trim());
    if (!first || !last || first.family !== last.family || first.number > last.number) return null;
    return { family: first.family, low: first.number, high: last.number, text: `${first.text}-${last.text}` };
  }
  const address = parseAddress(text);
  return address && { family: address.family, low: address.number, high: address.number, text: address.text };
}

/** True where the two sets share an address. */
export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.low <= b.high && b.low <= a.high;
}

/** True where every address of `inner` is in `outer`. */
export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.low <= inner.low && inner.high <= outer.high;
}

/** The family of an address text that passed the gate: 6 where it has a colon. */
export function familyOf(text: string): 4 | 6 {
  return text.includes(':') ? 6 : 4;
}
