import type { Opening } from '../../engine/result.ts';

/**
 * Free text for a comment, by allowlist: letters, digits, blanks and `_ . , : ( ) / -` of ASCII stay, accents are taken off, everything
 * else becomes a blank. None of these ends a comment, a quotation or a line in any format written here. At most `most` bytes.
 */
export function commentText(text: string, most: number): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replace(/[^A-Za-z0-9_.,:()/-]+/g, ' ')
    .trim()
    .slice(0, most)
    .trimEnd();
}

/** What a rule is for: id of the opening, whether it is temporary, and the reason. The front survives where the end is cut. */
export function openingComment(opening: Pick<Opening, 'id' | 'phase' | 'justification'>, most: number): string {
  const phase = opening.phase === 'operation' ? '' : ` TEMPORARY (${opening.phase})`;
  return commentText(`${opening.id}${phase} ${opening.justification}`, most);
}
