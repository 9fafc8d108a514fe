import type { CustomTableLayout } from 'pdfmake/interfaces.js';
import { PALETTES } from '../picture/palette.ts';

/** The printed sheet is the light theme of the page, with the tones of words that pictures have no use for. */
export const PAPER_INK = PALETTES.light;

/** Tones of single words and lines. */
export const INK = {
  ink: PAPER_INK.ink,
  faint: PAPER_INK.ink2,
  line: PAPER_INK.line2,
  head: PAPER_INK.ink,
  error: PAPER_INK.error,
  accent: '#0b7168',
  ok: '#0f7b45',
  warn: '#7a5200',
  info: '#1f5fbf',
} as const;

/** Sizes in points. */
export const SIZE = { title: 22, section: 14, body: 8.5, table: 7.5, mono: 6.8, caption: 6.8 } as const;

/** Rows between thin lines, a strong one below the header, no vertical lines: the sheet of the design. */
export const RULED: CustomTableLayout = {
  hLineWidth: (index, node) => (index < (node.table.headerRows ?? 0) ? 0 : index === node.table.headerRows ? 0.9 : 0.4),
  hLineColor: (index, node) => (index === (node.table.headerRows ?? 0) ? INK.head : INK.line),
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 7,
  paddingTop: () => 3,
  paddingBottom: () => 3,
};
