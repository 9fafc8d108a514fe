/**
 * Addresses as numbers, written for this test alone: what the exports are judged by shares no code with them.
 * @typedef {{ family: 4 | 6, low: bigint, high: bigint }} Range
 */

const WIDTH = { 4: 32n, 6: 128n };

/**
 * @param {string} text an address, network or range
 * @returns {Range}
 */
export function rangeOf(text) {
  const family = text.includes(':') ? 6 : 4;
  const [base = '', prefix] = text.split('/');
  if (prefix !== undefined) {
    const low = numberOf(base, family);
    return { family, low, high: low + (1n << (WIDTH[family] - BigInt(prefix))) - 1n };
  }
  const [first = '', last = first] = text.split('-');
  return { family, low: numberOf(first, family), high: numberOf(last, family) };
}

/**
 * @param {readonly Range[]} ranges
 * @param {Range} one a single address
 */
export function holds(ranges, one) {
  return ranges.some((range) => range.family === one.family && range.low <= one.low && one.low <= range.high);
}

/**
 * @param {4 | 6} family
 * @param {bigint} number
 */
export function textOf(family, number) {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => (number >> shift) & 255n).join('.');
  return Array.from({ length: 8 }, (_, at) => ((number >> BigInt((7 - at) * 16)) & 65535n).toString(16)).join(':');
}

/**
 * Two addresses that stand for a host: the first and last a machine may have, or the only one.
 * @param {Range} range
 * @returns {string[]}
 */
export function samplesOf({ family, low, high }) {
  if (low === high) return [textOf(family, low)];
  return high - low < 3n ? [textOf(family, low), textOf(family, high)] : [textOf(family, low + 1n), textOf(family, high - 1n)];
}

/**
 * @param {string} text
 * @param {4 | 6} family
 */
function numberOf(text, family) {
  if (family === 4) return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
  const [head = '', tail] = text.split('::');
  const parts = (/** @type {string} */ side) => (side === '' ? [] : side.split(':'));
  const left = parts(head);
  const right = tail === undefined ? [] : parts(tail);
  const all = [...left, ...Array(8 - left.length - right.length).fill('0'), ...right];
  return all.reduce((sum, part) => sum * 65536n + BigInt(`0x${part}`), 0n);
}
