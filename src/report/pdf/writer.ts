import type { ContentText, TableCell } from 'pdfmake/interfaces.js';
import { oneLine } from '../names.ts';
import { drawable, type HasGlyph } from './glyphs.ts';
import { INK, SIZE } from './look.ts';

/** A stretch without a place to break a line that a narrow column may not hold: it alone is broken where the column ends. */
const LONG_STRETCH = /([^\s/-]{19,})/;

/** How a text looks, beside what it says. */
export type Look = Omit<ContentText, 'text'>;

/** A piece of text with a look of its own inside a line. */
export interface Run extends Look {
  readonly text: string;
}

/** Turns free text of plans and catalogs into text of the document: one line, every character drawn or shown as its code point. */
export interface Writer {
  /** Text as it is drawn. */
  readonly plain: (text: string) => string;
  /** A block of text. */
  readonly block: (text: string, look?: Look) => ContentText;
  /** A block of several pieces, one after the other. */
  readonly runs: (runs: readonly Run[], look?: Look) => ContentText;
  /** Addresses, ports and ids in the fixed-width face. */
  readonly mono: (text: string, look?: Look) => ContentText;
  /** The cells of a table's header. */
  readonly header: (names: readonly string[]) => TableCell[];
}

/** A writer for fonts that draw the given characters. */
export function makeWriter(fonts: { readonly text: HasGlyph; readonly mono: HasGlyph }): Writer {
  const plain = (text: string) => drawable(oneLine(text), fonts.text);
  const block = (text: string, look: Look = {}): ContentText => ({ text: breakable(plain(text)), ...look });
  return {
    plain,
    block,
    runs: (runs, look = {}) => ({ text: runs.map(({ text, ...own }) => ({ ...block(text), ...own })), ...look }),
    mono: (text, look = {}) => ({ text: breakable(drawable(oneLine(text), fonts.mono)), font: 'Mono', fontSize: SIZE.mono, ...look }),
    header: (names) => names.map((name) => ({ text: name, bold: true, color: INK.faint, fontSize: SIZE.caption })),
  };
}

/** The text as it is, or in pieces of which the overlong ones may be broken anywhere. */
function breakable(text: string): ContentText['text'] {
  if (!LONG_STRETCH.test(text)) return text;
  return text
    .split(LONG_STRETCH)
    .filter((piece) => piece !== '')
    .map((piece) => (LONG_STRETCH.test(piece) ? { text: piece, wordBreak: 'break-all' as const } : { text: piece }));
}
