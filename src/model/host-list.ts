import { parseAddressRange } from './address.ts';
import { MAX_TEXT } from './plan.ts';

/** Characters of a list that is still read as one. */
export const MOST_LIST = 256 * 1024;

/** A host as a list names it. */
export interface ListedHost {
  readonly name: string;
  readonly addresses: readonly string[];
}

/** A line of a list that cannot be used, counted from 1: nothing names the host, its name is longer than a plan holds, or a text is no address. */
export interface WrongLine {
  readonly line: number;
  readonly why: 'nameless' | 'long' | 'address';
  readonly text: string;
}

/** What a list of hosts says. */
export interface HostList {
  readonly hosts: readonly ListedHost[];
  readonly wrong: readonly WrongLine[];
}

/**
 * Reads one host a line: a name, then addresses, parted by tabs, semicolons or commas, else by spaces. The same name again adds its
 * addresses to the first. A first line without any address above lines that have one is the heading of a table.
 */
export function parseHostList(text: string): HostList {
  const found = new Map<string, string[]>();
  const wrong: WrongLine[] = [];
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/[\u00a0\ufeff]/g, ' ').trim());
  const read = lines.map((line) => fieldsOf(line));
  const heading = read.findIndex((fields) => fields.length > 0);
  const isHeading = (at: number) =>
    at === heading && (read[at]?.length ?? 0) > 1 && read[at]?.every((field) => parseAddressRange(field) === null) && read.some(hasAddress);
  for (const [at, fields] of read.entries()) {
    const [name, ...addresses] = fields;
    if (name === undefined || isHeading(at)) continue;
    const bad = addresses.find((address) => address !== '' && parseAddressRange(address) === null);
    const why =
      name === '' || parseAddressRange(name) ? 'nameless' : name.length > MAX_TEXT ? 'long' : bad !== undefined ? 'address' : null;
    if (why) {
      wrong.push({ line: at + 1, why, text: why === 'address' ? (bad ?? '') : '' });
      continue;
    }
    const known = found.get(name) ?? [];
    for (const address of addresses) if (address !== '' && !known.includes(address)) known.push(address);
    found.set(name, known);
  }
  return { hosts: [...found].map(([name, addresses]) => ({ name, addresses })), wrong };
}

function hasAddress(fields: readonly string[]): boolean {
  return fields.slice(1).some((field) => parseAddressRange(field) !== null);
}

function fieldsOf(line: string): string[] {
  if (line === '') return [];
  const [first = '', ...rest] = line.split(/[\t;,]/).map((field) => field.trim().replace(/^"(.*)"$/, '$1'));
  // Without any other sign, spaces part a name from its addresses; with one, a name may hold them.
  if (rest.length === 0) return line.split(/\s+/);
  return [first, ...rest.flatMap((field) => field.split(/\s+/))];
}
