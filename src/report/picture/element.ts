/** Attributes of an element; what is undefined is left out. Numbers are rounded to hundredths. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An XML element. `content` is markup that is made already; texts come through `xmlText`. */
export function element(name: string, attributes: Attributes, content?: string): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? Math.round(value * 100) / 100 : xmlText(value ?? '')}"`)
    .join('');
  return content === undefined ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** Free text as XML text or attribute: letters, digits and harmless punctuation stay, everything else becomes a numeric reference. */
export function xmlText(text: string): string {
  return text.replace(/[^\p{L}\p{N}\p{M} ,.;:/()?!*_#%+×…→←-]/gu, (character) => `&#${character.codePointAt(0)};`);
}
