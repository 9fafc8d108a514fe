/** A pattern for names that start with a text, whatever follows. */
export function startsWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`);
}

/** A text as a pattern that matches it and nothing else. */
export function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
