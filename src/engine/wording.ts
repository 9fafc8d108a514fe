/** A text with `{slot}` places, or one that depends on the number in the slot `count`. */
export type Template = string | { readonly one: string; readonly other: string };

/** What stands between the parts of a list. */
export type Joiner = 'or' | 'and' | 'semicolon' | 'space';

/** What fills a place: a name or number as it is, a phrase in the language of the reader, or a list of these. */
export type Slot = string | number | Phrase | List;

/** Part of a sentence that differs from language to language, with what fills it. */
export interface Phrase {
  readonly phrase: string;
  readonly slots: Slots;
}

export interface List {
  readonly joiner: Joiner;
  readonly list: readonly Slot[];
}

export type Slots = Readonly<Record<string, Slot>>;

/** The words of a finding: what is so, why it matters, what to do next. One sentence each. */
export interface FindingWords<Text = string> {
  readonly what: Text;
  readonly why: Text;
  readonly next: Text;
}

/** How a finding is worded in no language yet: the key of its sentences, and what fills them. */
export interface Wording {
  readonly key: string;
  readonly slots: Slots;
}

/** Everything a language needs to word findings. */
export interface Vocabulary {
  readonly sentences: Readonly<Record<string, FindingWords<Template>>>;
  readonly phrases: Readonly<Record<string, Template>>;
  readonly joiners: Readonly<Record<Joiner, string>>;
}

/** The names of the places in a template. */
export type SlotName<T> = T extends string
  ? T extends `${string}{${infer Name}}${infer Rest}`
    ? Name | SlotName<Rest>
    : never
  : T extends { readonly one: infer One; readonly other: infer Other }
    ? SlotName<One> | SlotName<Other> | 'count'
    : never;

/** The sentences of a wording in a language; null where the language has none of that key. */
export function worded({ key, slots }: Wording, vocabulary: Vocabulary): FindingWords | null {
  const sentences = Object.hasOwn(vocabulary.sentences, key) ? vocabulary.sentences[key] : undefined;
  return sentences ? wordsOf(sentences, slots, vocabulary) : null;
}

/** Sentences with their places filled in a language. */
export function wordsOf({ what, why, next }: FindingWords<Template>, slots: Slots, vocabulary: Vocabulary): FindingWords {
  return { what: filled(what, slots, vocabulary), why: filled(why, slots, vocabulary), next: filled(next, slots, vocabulary) };
}

/** Fills each place once: braces in a name are text. A place without a value stays visible. */
function filled(template: Template, slots: Slots, vocabulary: Vocabulary): string {
  const text = typeof template === 'string' ? template : slots.count === 1 ? template.one : template.other;
  if (!text.includes('{')) return text;
  return text.replace(/\{(\w+)\}/g, (place, name: string) => {
    const slot = slots[name];
    return slot === undefined ? place : textOf(slot, vocabulary);
  });
}

function textOf(slot: Slot, vocabulary: Vocabulary): string {
  if (typeof slot === 'string') return slot;
  if (typeof slot === 'number') return String(slot);
  if ('list' in slot) return slot.list.map((part) => textOf(part, vocabulary)).join(vocabulary.joiners[slot.joiner]);
  return filled(vocabulary.phrases[slot.phrase] ?? '', slot.slots, vocabulary);
}
