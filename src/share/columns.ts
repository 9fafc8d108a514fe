import { isRecord } from '../model/plan-fields.ts';

// One column for every place of the document: like stands beside like, which is what deflate makes short.
// Columns stand in the order in which a walk meets them. Tokens never hold a control character, as JSON escapes those.
const COLUMN = '\t';
const TOKEN = '\n';
/** First characters of the text, which no JSON has. */
const MARK = 'c';
/** Deeper than the gate allows: whatever lies deeper need not be read. */
const MAX_DEPTH = 40;

/** A place in the document: all zones' names, all hosts' positions. */
class Place {
  readonly inner = new Map<string, Place>();
  readonly shapes: string[] = [];
  readonly shapeAt = new Map<string, number>();
  text = '';
  number = 0;
  readonly tokens: string[];

  constructor(tokens: string[]) {
    this.tokens = tokens;
  }
}

/** JSON text, as `JSON.stringify` writes it, as text of columns; `columnsToJson` gives the same JSON back, letter by letter. */
export function jsonToColumns(json: string): string {
  const columns: string[][] = [];
  const root = open(columns);
  write(JSON.parse(json), root, '', () => open(columns));
  return MARK + columns.map((tokens) => tokens.join(TOKEN)).join(COLUMN);
}

/** True where the text was made by `jsonToColumns`. */
export function isColumns(text: string): boolean {
  return text.startsWith(MARK);
}

/** The JSON text in columns; null where they are damaged or the text would be longer than `most` characters. Never throws. */
export function columnsToJson(text: string, most: number): string | null {
  const columns = text.slice(MARK.length).split(COLUMN);
  let next = 0;
  const reader = new Reader(() => new Place((columns[next++] ?? '').split(TOKEN).reverse()), most);
  try {
    reader.value(reader.open(), '', 0);
  } catch {
    // Damage shows as a missing or unreadable token; which one is of no use to a reader.
    return null;
  }
  return reader.json.join('');
}

function open(columns: string[][]): Place {
  const place = new Place([]);
  columns.push(place.tokens);
  return place;
}

function inside(place: Place, key: string, make: () => Place): Place {
  const found = place.inner.get(key);
  if (found) return found;
  const made = make();
  place.inner.set(key, made);
  return made;
}

function write(value: unknown, place: Place, near: string, make: () => Place): void {
  const { tokens } = place;
  if (typeof value === 'string') {
    tokens.push(textToken(value, place, near));
    place.text = value;
  } else if (Number.isSafeInteger(value) && Number.isSafeInteger(Number(value) - place.number)) {
    tokens.push(String(Number(value) - place.number));
    place.number = Number(value);
  } else if (Array.isArray(value)) {
    tokens.push(`[${value.length}`);
    for (const entry of value) write(entry, inside(place, '', make), near, make);
  } else if (isRecord(value)) {
    const keys = Object.keys(value);
    if (isMap(value)) {
      tokens.push(`*${keys.length}`);
      for (const key of keys) {
        write(key, inside(place, '', make), near, make);
        write(value[key], inside(place, '*', make), key, make);
      }
      return;
    }
    const shape = JSON.stringify(keys);
    const known = place.shapeAt.get(shape);
    tokens.push(known === undefined ? `{${shape}` : `{${known}`);
    if (known === undefined) place.shapeAt.set(shape, place.shapeAt.size);
    let own = near;
    for (const key of keys) {
      const entry = value[key];
      write(entry, inside(place, key, make), own, make);
      if (key === 'id' && typeof entry === 'string') own = entry;
    }
  } else tokens.push(`!${JSON.stringify(value)}`);
}

/** Three entries or more, all of them objects: a map keyed by ids, such as the positions, whose entries share one place. */
function isMap(value: Record<string, unknown>): boolean {
  const entries = Object.values(value);
  return entries.length >= 3 && entries.every(isRecord);
}

function textToken(value: string, place: Place, near: string): string {
  if (value === place.text) return '=';
  if (value === following(place.text)) return '>';
  if (near && value === near.toUpperCase()) return '^';
  const quoted = (text: string) => JSON.stringify(text).slice(1, -1);
  return near && value.startsWith(near) ? `.${quoted(value.slice(near.length))}` : `"${quoted(value)}`;
}

/** The text with its last number, of up to nine digits, one higher. */
function following(text: string): string {
  return text.replace(/(?<!\d)(0|[1-9]\d{0,8})(?=\D*$)/, (digits) => String(Number(digits) + 1));
}

class Reader {
  readonly json: string[] = [];
  readonly open: () => Place;
  #left: number;

  constructor(make: () => Place, most: number) {
    this.open = make;
    this.#left = most;
  }

  /** Reads the next value of a place and returns it where it is a text. */
  value(place: Place, near: string, depth: number): string | undefined {
    const token = place.tokens.pop();
    if (!token || depth > MAX_DEPTH) throw new Error('damaged');
    const rest = token.slice(1);
    switch (token[0]) {
      case '[':
        this.#list(Number(rest), place, near, depth);
        return;
      case '*':
        this.#map(Number(rest), place, near, depth);
        return;
      case '{':
        this.#object(rest, place, near, depth);
        return;
      case '!':
        this.#put(JSON.stringify(JSON.parse(rest)));
        return;
      case '=':
      case '>':
      case '^':
      case '.':
      case '"':
        place.text = textOf(token, place.text, near);
        this.#put(JSON.stringify(place.text));
        return place.text;
      default:
        place.number += Number(token);
        if (!Number.isSafeInteger(place.number)) throw new Error('damaged');
        this.#put(String(place.number));
        return;
    }
  }

  #list(length: number, place: Place, near: string, depth: number): void {
    if (!Number.isSafeInteger(length)) throw new Error('damaged');
    this.#put('[');
    for (let at = 0; at < length; at++) {
      if (at > 0) this.#put(',');
      this.value(inside(place, '', this.open), near, depth + 1);
    }
    this.#put(']');
  }

  #map(length: number, place: Place, near: string, depth: number): void {
    if (!Number.isSafeInteger(length)) throw new Error('damaged');
    this.#put('{');
    for (let at = 0; at < length; at++) {
      if (at > 0) this.#put(',');
      const key = this.value(inside(place, '', this.open), near, depth + 1);
      if (key === undefined) throw new Error('damaged');
      this.#put(':');
      this.value(inside(place, '*', this.open), key, depth + 1);
    }
    this.#put('}');
  }

  #object(shape: string, place: Place, near: string, depth: number): void {
    const known = shape.startsWith('[') ? shape : place.shapes[Number(shape)];
    const keys: unknown = JSON.parse(known ?? '');
    if (known === shape) place.shapes.push(shape);
    if (!Array.isArray(keys)) throw new Error('damaged');
    let own = near;
    this.#put('{');
    for (const [at, key] of keys.entries()) {
      if (typeof key !== 'string') throw new Error('damaged');
      this.#put(`${at > 0 ? ',' : ''}${JSON.stringify(key)}:`);
      const text = this.value(inside(place, key, this.open), own, depth + 1);
      if (key === 'id' && text !== undefined) own = text;
    }
    this.#put('}');
  }

  #put(text: string): void {
    this.#left -= text.length;
    if (this.#left < 0) throw new Error('too large');
    this.json.push(text);
  }
}

function textOf(token: string, before: string, near: string): string {
  switch (token[0]) {
    case '=':
      return before;
    case '>':
      return following(before);
    case '^':
      return near.toUpperCase();
    default: {
      const text: unknown = JSON.parse(`"${token.slice(1)}"`);
      return (token[0] === '.' ? near : '') + String(text);
    }
  }
}
