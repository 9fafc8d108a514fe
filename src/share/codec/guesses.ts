/** The text with its last number one higher, as wide as it was; the text itself where it has no number of up to nine digits. */
export function following(text: string): string {
  return text.replace(/(?<!\d)(\d{1,9})(?=\D*$)/, (digits) => String(Number(digits) + 1).padStart(digits.length, '0'));
}

/** How ids of things on a host went on after the host's own id: what was seen last, for each type, for each place in the list and altogether. */
export class Endings {
  readonly #ofType = new Map<string, string>();
  readonly #at = new Map<number, string>();
  #last = '';

  note(id: string, type: string, at: number, near: string): void {
    if (near === '' || !id.startsWith(near)) return;
    this.#last = id.slice(near.length);
    this.#ofType.set(type, this.#last);
    this.#at.set(at, this.#last);
  }

  guesses(type: string, at: number, near: string): string[] {
    return [this.#ofType.get(type), this.#at.get(at), following(this.#last)].map((ending) => near + (ending ?? this.#last));
  }
}

/** Most ids that are expected for one thing. */
const MOST_EXPECTED = 8;

/** Ids that a thing likely has: made from its type and the host it stands on, from the zones it joins, or from its name. */
export function expectedIds(thing: Readonly<Record<string, unknown>>, at: number, near: string, endings: Endings): string[] {
  const { type, name, between } = thing;
  const expected: string[] = [];
  if (typeof type === 'string') {
    const local = type.slice(type.indexOf('/') + 1);
    expected.push(
      `${near}-${local}`,
      `${near}-${type.replace('/', '-')}`,
      ...endings.guesses(type, at, near),
      `${near}-${local.split('-').at(-1)}`,
    );
  }
  if (Array.isArray(between) && between.every((end) => typeof end === 'string')) expected.push(slug(between.join('-')), between.join('-'));
  if (typeof name === 'string') expected.push(slug(name), name.toLowerCase().replace(/[^a-z]*?0*([1-9]\d*)$/, '$1'));
  return expected.slice(0, MOST_EXPECTED);
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
