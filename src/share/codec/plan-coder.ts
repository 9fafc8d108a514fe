import { dictionary } from '../../model/dictionary.ts';
import { byCodeUnit } from '../../model/order.ts';
import { isRecord } from '../../model/plan-fields.ts';
import type { Models } from './models.ts';
import { Place } from './place.ts';
import { GRIDS, gridOf, Spots } from './spots.ts';
import { MAX_WHOLE, symbol, whole } from './symbols.ts';
import { type Around, NOWHERE, TextCoder } from './text-coder.ts';

/** Deeper than the gate allows: whatever lies deeper need not be read. */
const MAX_DEPTH = 40;

const [TEXT, WHOLE, OBJECT, LIST, TRUE, FALSE, NULL, NUMBER] = [0, 1, 2, 3, 4, 5, 6, 7];
/** Stands for a shape of objects that the place does not remember; smaller numbers are those it does. */
const NEW_SHAPE = 15;
/** What a value costs of the characters that are allowed, besides its name and letters. */
const VALUE = 10;
/** Fields that tell about others and are coded before them. */
const FIRST = ['type', 'kind', 'between', 'name', 'id', 'zone'];

type Data = Readonly<Record<string, unknown>>;

/** The data came to more characters than are allowed. */
export class TooLarge extends Error {}

/**
 * Codes JSON data with the models of plans in mind: any data goes through, plans go through short. Every method writes what it is given, or reads
 * where it is given nothing. Both throw where the data comes to more characters of JSON than are allowed, reading also where it is damaged.
 */
export class PlanCoder {
  readonly #models: Models;
  readonly #root = new Place('', null);
  #texts: TextCoder;
  #spots = new Spots();
  #grid = 1;
  #left = Number.POSITIVE_INFINITY;

  constructor(models: Models) {
    this.#models = models;
    this.#texts = new TextCoder(models, (characters) => this.#spend(characters));
  }

  /** The whole document. */
  document(given?: unknown): unknown {
    return this.#value(this.#root, NOWHERE, 0, given);
  }

  /** Makes ready for another document of at most about `most` characters of JSON. What the models learnt and the shapes of objects stay. */
  forget(most: number): void {
    this.#root.forget();
    this.#texts = new TextCoder(this.#models, (characters) => this.#spend(characters));
    this.#spots = new Spots();
    this.#left = most;
  }

  #value(place: Place, around: Around, depth: number, given?: unknown): unknown {
    if (depth > MAX_DEPTH) throw new Error('too deep');
    this.#spend(VALUE);
    place.kind = symbol(this.#models, place.slot(1), place.slot(2, place.kind), 3, given === undefined ? undefined : kindOf(given));
    switch (place.kind) {
      case TEXT:
        return this.#texts.text(place, around, given as string | undefined);
      case WHOLE:
        return this.#whole(place, given as number | undefined);
      case OBJECT:
        return place.spots && this.#bySpot(place, given)
          ? this.#spotsOf(place, place.spots, depth, given as Data | undefined)
          : this.#object(place, around, depth, given as Data | undefined);
      case LIST:
        return this.#list(place, around, depth, given as unknown[] | undefined);
      case NUMBER:
        return JSON.parse(this.#texts.letters(place, '', given === undefined ? undefined : JSON.stringify(given)));
      default:
        return place.kind === NULL ? null : place.kind === TRUE;
    }
  }

  /** A whole number, told from the one before. */
  #whole(place: Place, given?: number): number {
    const grid = place.onGrid ? this.#grid : 1;
    const before = Math.round(place.number / grid) * grid;
    const narrow = place.slot(14, place.delta, place.first ? 1 : 0);
    place.delta = whole(this.#models, place.slot(13), narrow, given === undefined ? undefined : (given - before) / grid);
    place.number = before + place.delta * grid;
    return place.number;
  }

  #list(place: Place, around: Around, depth: number, given?: readonly unknown[]): unknown[] {
    place.length = whole(this.#models, place.slot(3), place.slot(4, place.length), given?.length);
    const { length } = place;
    const entries: unknown[] = [];
    for (let at = 0; at < length; at++) {
      entries.push(this.#value(place.entry(at, length), { ...around, at }, depth + 1, given?.[at]));
    }
    return entries;
  }

  #object(place: Place, { at, near }: Around, depth: number, given?: Data): Data {
    const keys = this.#shape(place, given && Object.keys(given));
    const values = dictionary<unknown>();
    let nearest = near;
    for (const key of [...keys].sort((a, b) => rank(a) - rank(b))) {
      this.#spend(key.length);
      values[key] = this.#value(place.inner(key), { holder: values, at, near: nearest }, depth + 1, given?.[key]);
      if (key === 'id' && typeof values.id === 'string') nearest = values.id;
    }
    this.#note(place, values, at, near);
    const object = dictionary<unknown>();
    for (const key of keys) object[key] = values[key];
    return object;
  }

  /** The names of an object's fields, in order: mostly those of an earlier object that stood here. */
  #shape(place: Place, given?: readonly string[]): readonly string[] {
    const text = given && JSON.stringify(given);
    const known = given && place.shapes.findIndex((shape) => JSON.stringify(shape) === text);
    place.shape = symbol(this.#models, place.slot(5), place.slot(6, place.shape), 4, known === -1 ? NEW_SHAPE : known);
    if (place.shape !== NEW_SHAPE) {
      const found = place.shapes[place.shape];
      if (!found) throw new Error('damaged');
      return found;
    }
    const names = this.#root.inner('');
    const count = whole(this.#models, place.slot(7), place.slot(8), given?.length);
    const keys: string[] = [];
    for (let index = 0; index < count; index++) {
      this.#spend(4);
      keys.push(this.#texts.text(names, NOWHERE, given?.[index]));
    }
    if (place.shapes.length < NEW_SHAPE) place.shapes.push(keys);
    return keys;
  }

  /** What later values refer to: ids, how they are made, and the zone of a host. */
  #note({ defines }: Place, { id, type, zone }: Data, at: number, near: string): void {
    if (!defines || typeof id !== 'string') return;
    this.#texts.tables[defines].add(id);
    if (typeof type === 'string') this.#texts.endings.note(id, type, at, near);
    if (defines === 'hosts' && typeof zone === 'string') this.#spots.belongs(id, zone);
  }

  /** Whether positions by id can be coded without the ids: all are drawn, and stand in the order that they are put back in. */
  #bySpot(place: Place, given: unknown): boolean {
    const table = place.spots && this.#texts.tables[place.spots];
    const able =
      !isRecord(given) || Object.keys(given).every((id, at, ids) => table?.at(id) !== undefined && (at === 0 || (ids[at - 1] ?? '') < id));
    return this.#models.bit(place.slot(9), able ? 1 : 0) === 1;
  }

  /** Positions by id, in the order in which their things stand in the plan. */
  #spotsOf(place: Place, table: 'zones' | 'hosts', depth: number, given?: Data): Data {
    this.#grid = GRIDS[symbol(this.#models, place.slot(10), place.slot(11), 3, given && gridOf(given))] ?? 1;
    const spots = new Map<string, unknown>();
    let here = 1;
    for (const id of this.#texts.tables[table].ids) {
      here = this.#models.bit(place.slot(12, here), given && Object.hasOwn(given, id) ? 1 : 0);
      if (here === 1) spots.set(id, this.#spot(place.inner('*'), table, id, depth + 1, given?.[id]));
    }
    this.#grid = 1;
    const result = dictionary<unknown>();
    for (const id of [...spots.keys()].sort(byCodeUnit)) result[id] = spots.get(id);
    return result;
  }

  #spot(place: Place, table: 'zones' | 'hosts', id: string, depth: number, given?: unknown): unknown {
    this.#spend(id.length);
    const { spot: before, first } = this.#spots.before(table, id);
    for (const axis of ['x', 'y'] as const) {
      const number = place.inner(axis);
      number.first = first;
      if (before) number.number = before[axis];
    }
    const spot = this.#value(place, NOWHERE, depth, given);
    this.#spots.put(table, id, spot);
    return spot;
  }

  #spend(characters: number): void {
    this.#left -= characters;
    if (this.#left < 0) throw new TooLarge();
  }
}

function kindOf(value: unknown): number {
  if (typeof value === 'string') return TEXT;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < MAX_WHOLE ? WHOLE : NUMBER;
  if (value === null) return NULL;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return Array.isArray(value) ? LIST : OBJECT;
}

function rank(key: string): number {
  const at = FIRST.indexOf(key);
  return at < 0 ? FIRST.length : at;
}
