import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { byCodeUnit } from '../../model/order.ts';

/** A thing that a configuration calls by a name of its own. */
export interface NamedThing {
  /** What tells it from every other thing, whatever it is called. */
  readonly key: string;
  /** What the user calls it. */
  readonly label: string;
}

/** What a style admits as the name of an object. */
export interface NameRules {
  /** Longest name. */
  readonly most: number;
  /** Characters beside ASCII letters and digits. A name never starts with one of them. */
  readonly also: '_.-' | '_-';
  /** Names start with this: a style in which words such as `tcp` mean something has one. */
  readonly prefix: string;
  /** Names that mean something already, in lower case. */
  readonly reserved?: readonly string[];
}

/** Hexadecimal digits of a key that tell apart what is called alike, fewest first. */
const MARKS = [6, 12, 24, 64] as const;

/**
 * A legal name for every thing: its label as far as the style can write it, else a name made from its key. Things that would be called
 * alike (letters count without case) all get digits of their key's digest, so that no name depends on the order of drawing.
 */
export function objectNames(things: readonly NamedThing[], rules: NameRules): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  let open = [...new Map(things.map((thing) => [thing.key, thing])).values()].sort((a, b) => byCodeUnit(a.key, b.key));
  const taken = new Set<string>(rules.reserved);
  for (const digits of [0, ...MARKS]) {
    const groups = new Map<string, NamedThing[]>();
    for (const thing of open) {
      const name = objectName(thing, digits, rules).toLowerCase();
      groups.set(name, [...(groups.get(name) ?? []), thing]);
    }
    const clashing: NamedThing[] = [];
    for (const [name, group] of groups) {
      const [only] = group;
      if (group.length > 1 || taken.has(name) || only === undefined) clashing.push(...group);
      else {
        taken.add(name);
        names.set(only.key, objectName(only, digits, rules));
      }
    }
    open = clashing.sort((a, b) => byCodeUnit(a.key, b.key));
  }
  if (open.length > 0) throw new Error('two digests are alike');
  return names;
}

/** Digits that stand for a key: the same for the same key, on every machine. */
export function digest(key: string, digits: number): string {
  return bytesToHex(sha256(utf8ToBytes(key))).slice(0, digits);
}

function objectName({ key, label }: NamedThing, digits: number, { most, also, prefix }: NameRules): string {
  const words = plainWords(label, also);
  const wanted = words === '' ? Math.max(digits, MARKS[0]) : digits;
  const mark = wanted === 0 ? '' : digest(key, wanted);
  const room = most - prefix.length - (mark === '' ? 0 : mark.length + 1);
  const kept = room > 0 ? words.slice(0, room).replace(/[_.-]+$/, '') : '';
  return `${prefix}${[kept, mark].filter((part) => part !== '').join('-')}`.slice(0, most);
}

/** The label with everything a style cannot write as `-`. */
function plainWords(label: string, also: NameRules['also']): string {
  const refused = also === '_.-' ? /[^A-Za-z0-9_.-]+/g : /[^A-Za-z0-9_-]+/g;
  return label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(refused, '-')
    .replace(/-{2,}/g, '-')
    .replace(/^[_.-]+|[_.-]+$/g, '');
}
