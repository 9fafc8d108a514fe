import { MAX_TEXT } from '../../model/plan.ts';
import { address, addressText, Chains, readAddress } from './addresses.ts';
import { Endings, expectedIds, following } from './guesses.ts';
import type { Models } from './models.ts';
import { type Place, TABLES, type Table } from './place.ts';
import { letters, symbol } from './symbols.ts';
import { WORDS } from './words.ts';

const WORD_AT = new Map(WORDS.map((word, at) => [word, at]));
const WORD_BITS = 9;

/** How a text is coded; from `EXPECTED` on as one of the expected ids. */
const [LETTERS, SAME, FOLLOWING, WORD, KNOWN, RECENT, EXPECTED] = [0, 1, 2, 3, 4, 5, 8];

/** What a letter costs of the characters that are allowed: reading letters takes longest. Real texts come to the longest link before they come to this. */
const LETTER = 16;

/** What stands around a value. */
export interface Around {
  /** The object that holds it, as far as it is known. */
  readonly holder: Readonly<Record<string, unknown>>;
  /** The place of that object in its list. */
  readonly at: number;
  /** The id of the nearest thing around. */
  readonly near: string;
}

export const NOWHERE: Around = { holder: {}, at: 0, near: '' };

/** What a text may be instead of its letters. */
interface Guesses {
  readonly table: IdTable | undefined;
  readonly next: string | undefined;
  readonly expected: readonly string[];
}

/** The ids of one list of the plan, in its order. */
export class IdTable {
  readonly ids: string[] = [];
  readonly #at = new Map<string, number>();

  add(id: string): void {
    if (this.#at.has(id)) return;
    this.#at.set(id, this.ids.length);
    this.ids.push(id);
  }

  at(id: string): number | undefined {
    return this.#at.get(id);
  }
}

/** Codes texts: as the one before, as an id that was drawn, as a word of the trade, as an address near others, or letter by letter. */
export class TextCoder {
  readonly tables = Object.fromEntries(TABLES.map((table) => [table, new IdTable()])) as Record<Table, IdTable>;
  readonly endings = new Endings();
  readonly #chains = new Chains();
  readonly #models: Models;
  readonly #spend: (characters: number) => void;

  /** `spend` hears of every text and throws where no more characters are allowed. */
  constructor(models: Models, spend: (characters: number) => void) {
    this.#models = models;
    this.#spend = spend;
  }

  /** A text at its place. Writes what it is given, or reads; throws on damage. */
  text(place: Place, around: Around, given?: string): string {
    const text = (place.addresses && this.#address(place, around, given)) || this.#plain(place, around, given);
    this.#spend(text.length);
    return text;
  }

  /** A text letter by letter, which may go along with another. */
  letters(place: Place, like: string, given?: string): string {
    const text = letters(this.#models, place.slot(25), place.text, like, MAX_TEXT, given);
    this.#spend(text.length * LETTER);
    return text;
  }

  #plain(place: Place, around: Around, given?: string): string {
    const { holder, at, near } = around;
    const table = place.refers && this.tables[place.refers];
    const next = table ? table.ids[(table.at(place.text) ?? -1) + 1] : following(place.text);
    const guesses = { table, next, expected: place.key === 'id' ? expectedIds(holder, at, near, this.endings) : [] };
    const way = given === undefined ? undefined : wayOf(given, place, guesses);
    place.choice = symbol(this.#models, place.slot(15), place.slot(16, place.choice), 4, way);
    const text = this.#chosen(place, guesses, around, given);
    if (text === undefined) throw new Error('damaged');
    place.take(text);
    return text;
  }

  #chosen(place: Place, { table, next, expected }: Guesses, around: Around, given?: string): string | undefined {
    const models = this.#models;
    switch (place.choice) {
      case LETTERS:
        return this.letters(place, resembled(place, around), given);
      case SAME:
        return place.text;
      case FOLLOWING:
        return next;
      case WORD: {
        const last = WORD_AT.get(place.text) ?? WORDS.length;
        return WORDS[symbol(models, place.slot(19), place.slot(20, last), WORD_BITS, given === undefined ? undefined : WORD_AT.get(given))];
      }
      case KNOWN: {
        if (!table) return undefined;
        const bits = table.ids.length.toString(2).length;
        const last = table.at(place.text) ?? table.ids.length;
        return table.ids[
          symbol(models, place.slot(21, bits), place.slot(22, bits, last), bits, given === undefined ? undefined : table.at(given))
        ];
      }
      case RECENT:
        return place.recent[
          symbol(models, place.slot(17), place.slot(18), 3, given === undefined ? undefined : place.recent.indexOf(given))
        ];
      default:
        return expected[place.choice - EXPECTED];
    }
  }

  /** An IPv4 address or network beside its neighbours; null where the text is none. */
  #address(place: Place, { holder }: Around, given?: string): string | null {
    const known = given === undefined ? undefined : readAddress(given);
    if (this.#models.bit(place.slot(23), known === null ? 1 : 0) === 1) return null;
    const ofZone = place.addresses === 'zone';
    const chain = ofZone ? this.#chains.ofZones : this.#chains.in(holder.zone);
    const coded = address(this.#models, place.slot(24), chain, known ?? undefined);
    if (ofZone) this.#chains.start(holder.id, coded.value);
    return addressText(coded);
  }
}

function wayOf(text: string, place: Place, { table, next, expected }: Guesses): number {
  const guess = expected.indexOf(text);
  if (guess >= 0) return EXPECTED + guess;
  if (text === place.text) return SAME;
  if (text === next) return FOLLOWING;
  if (table?.at(text) !== undefined) return KNOWN;
  if (WORD_AT.has(text)) return WORD;
  return place.recent.includes(text) ? RECENT : LETTERS;
}

/** A text that a new one may go along with. */
function resembled(place: Place, { holder, near }: Around): string {
  if (place.key === 'id') return typeof holder.name === 'string' ? holder.name.toLowerCase() : near;
  return place.key === 'name' && typeof holder.kind === 'string' ? holder.kind : near;
}
