import { oneLine } from './names.ts';

/**
 * Free text for Markdown, by allowlist: letters, digits and harmless punctuation stay, everything else becomes a numeric reference.
 * A reference never has structural meaning, so no label becomes a link, an image, HTML, a table cell or emphasis. Bare addresses
 * do not turn into links either.
 */
export function markdownText(text: string): string {
  return oneLine(text)
    .replace(/(?!: |:$)[^\p{L}\p{N}\p{M} ,.;/'"=%()?!-]/gu, reference)
    .replace(/www\./gi, (start) => `${start.slice(0, 3)}&#46;`);
}

function reference(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A table; header and cells must be Markdown already. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
