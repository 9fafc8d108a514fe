/** A closed range of port numbers. */
export interface PortRange {
  readonly low: number;
  readonly high: number;
}

/** Highest port number of TCP and UDP. */
export const MAX_PORT = 65535;

const PORT_LIST = /^\d{1,5}(-\d{1,5})?(,\d{1,5}(-\d{1,5})?)*$/;

/**
 * Reads `"443"`, `"80,443"` or `"49152-65535"`.
 * Gives ascending ranges with overlapping and neighbouring ones joined, or null where the text is no list of ports 1 to 65535.
 */
export function parsePorts(text: string): readonly PortRange[] | null {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= REMEMBERED_TEXTS) remembered.clear();
  const ranges = readPorts(text);
  remembered.set(text, ranges);
  return ranges;
}

/** A plan has few different port texts and asks for them thousands of times. */
const remembered = new Map<string, readonly PortRange[] | null>();
const REMEMBERED_TEXTS = 5000;

function readPorts(text: string): readonly PortRange[] | null {
  const compact = text.replaceAll(' ', '');
  if (!PORT_LIST.test(compact)) return null;
  const ranges: PortRange[] = [];
  for (const part of compact.split(',')) {
    const [first, last = first] = part.split('-') as [string, string?];
    const low = Number(first);
    const high = Number(last);
    if (low < 1 || high > MAX_PORT || low > high) return null;
    ranges.push({ low, high });
  }
  return joinRanges(ranges);
}

/** The same set of numbers as ascending, disjoint, non-adjacent ranges. */
export function joinRanges(ranges: readonly PortRange[]): PortRange[] {
  const sorted = [...ranges].sort((a, b) => a.low - b.low || a.high - b.high);
  const result: { low: number; high: number }[] = [];
  for (const range of sorted) {
    const last = result.at(-1);
    if (last && range.low <= last.high + 1) last.high = Math.max(last.high, range.high);
    else result.push({ ...range });
  }
  return result;
}

/** What is in `ranges` and not in `removed`. Both as `joinRanges` gives them; so is the result. */
export function subtractRanges(ranges: readonly PortRange[], removed: readonly PortRange[]): PortRange[] {
  let rest: PortRange[] = [...ranges];
  for (const cut of removed) {
    rest = rest.flatMap((range) => {
      if (cut.high < range.low || cut.low > range.high) return [range];
      const pieces: PortRange[] = [];
      if (range.low < cut.low) pieces.push({ low: range.low, high: cut.low - 1 });
      if (range.high > cut.high) pieces.push({ low: cut.high + 1, high: range.high });
      return pieces;
    });
  }
  return rest;
}

/** `"80,443"`, `"49152-65535"`: the canonical text of ranges, ascending with neighbours joined; `""` for none. */
export function formatPorts(ranges: readonly PortRange[]): string {
  return joinRanges(ranges)
    .map((range) => (range.low === range.high ? `${range.low}` : `${range.low}-${range.high}`))
    .join(',');
}
