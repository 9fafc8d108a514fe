import { slotOf } from './bits.ts';

/** Lists of the plan whose ids other fields name. */
export const TABLES = ['zones', 'firewalls', 'boundaries', 'hosts', 'components'] as const;
export type Table = (typeof TABLES)[number];

/** Which list a field names an id of. */
const REFERS: ReadonlyMap<string, Table> = new Map<string, Table>([
  ['zone', 'zones'],
  ['parent', 'zones'],
  ['between', 'zones'],
  ['firewall', 'firewalls'],
  ['via', 'boundaries'],
  ['host', 'hosts'],
  ['component', 'components'],
  ['from', 'components'],
  ['to', 'components'],
]);

const MOST_RECENT = 8;

/** A place in the document, such as the names of all zones, with what stood there last. Like values stand at one place, which makes them cheap. */
export class Place {
  readonly key: string;
  /** The list that entries here are added to, if others refer to it. */
  readonly defines: Table | undefined;
  readonly refers: Table | undefined;
  /** Whose addresses stand here. */
  readonly addresses: 'zone' | 'host' | undefined;
  /** Whose positions stand here, by id. */
  readonly spots: 'zones' | 'hosts' | undefined;
  readonly onGrid: boolean;
  readonly shapes: (readonly string[])[] = [];
  readonly #hash: number;
  readonly #inner = new Map<string, Place>();
  recent: string[] = [];
  text = '';
  number = 0;
  delta = 0;
  first = false;
  kind = 0;
  choice = 0;
  shape = 0;
  length = 0;

  constructor(key: string, parent: Place | null) {
    this.key = key;
    this.#hash = slotOf(parent ? parent.#hash : 1, hashOf(key));
    const inList = parent !== null && /^\d?$/.test(key);
    this.defines = inList ? TABLES.find((table) => table === parent.key) : undefined;
    this.refers = inList ? parent.refers : REFERS.get(key);
    this.addresses = !inList ? undefined : parent.key === 'cidrs' ? 'zone' : parent.key === 'addresses' ? 'host' : undefined;
    this.spots = parent?.key === 'layout' && (key === 'zones' || key === 'hosts') ? key : undefined;
    this.onGrid = parent !== null && (parent.spots !== undefined || parent.onGrid);
  }

  /** Where a kind of bits of this place stands, `narrow` saying what came before. */
  slot(kind: number, narrow = 0, more = 0): number {
    return slotOf(this.#hash, kind, narrow, more);
  }

  /** The place of a field. */
  inner(key: string): Place {
    const found = this.#inner.get(key);
    if (found) return found;
    const made = new Place(key, this);
    this.#inner.set(key, made);
    return made;
  }

  /** The place of an entry: one for all, but the two ends of a pair have one each. */
  entry(at: number, length: number): Place {
    return this.inner(this.key === 'between' && length === 2 ? String(at) : '');
  }

  /** Remembers a text that stood here. */
  take(text: string): void {
    this.text = text;
    if (!this.recent.includes(text)) this.recent = [text, ...this.recent].slice(0, MOST_RECENT);
  }

  /** Forgets what stood here and further in, but not the shapes of objects. */
  forget(): void {
    Object.assign(this, { recent: [], text: '', number: 0, delta: 0, first: false, kind: 0, choice: 0, shape: 0, length: 0 });
    for (const place of this.#inner.values()) place.forget();
  }
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
