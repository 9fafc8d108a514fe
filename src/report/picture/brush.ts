import type { Box } from '../../layout/geometry.ts';
import { oneLine } from '../names.ts';
import { element, xmlText } from './element.ts';
import { PALETTES, type Palette, productInk, type Theme } from './palette.ts';
import { fitted, monoWidth, textWidth } from './text-width.ts';

/** Icons as plain SVG elements on a ground of 24 × 24. */
export type Icons = Readonly<Record<string, readonly (readonly [element: string, attributes: Readonly<Record<string, string>>])[]>>;

/** How a picture is drawn. */
export interface PictureOptions {
  readonly theme: Theme;
  readonly icons: Icons;
  /** Font families for text and for ports and addresses. */
  readonly families?: { readonly text: string; readonly mono: string };
  /** Texts of fewer pixels are left out: the picture is drawn too small to read them. */
  readonly smallest?: number;
  /** What a text becomes before it is drawn, where the fonts lack characters. */
  readonly drawable?: (text: string) => string;
}

const FAMILIES = {
  text: "Inter, 'Helvetica Neue', Arial, sans-serif",
  mono: "'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
};

/** Draws the small things that everything in a picture is made of, in one theme and with one set of fonts. */
export class Brush {
  readonly palette: Palette;
  readonly families: { readonly text: string; readonly mono: string };
  readonly #icons: Icons;
  readonly #drawable: (text: string) => string;
  readonly #smallest: number;

  constructor({ theme, icons, families = FAMILIES, smallest = 0, drawable = (text) => text }: PictureOptions) {
    this.palette = PALETTES[theme];
    this.families = families;
    this.#icons = icons;
    this.#smallest = smallest;
    this.#drawable = drawable;
  }

  /** The ground of a card. */
  plate(box: Box): string {
    return element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: box.width - 1,
      height: box.height - 1,
      rx: 7.5,
      fill: this.palette.card,
      stroke: this.palette.line2,
    });
  }

  /** The coloured tile of a product with its letters. */
  tile(product: string, letters: string, x: number, y: number, size: number): string {
    return (
      element('rect', { x, y, width: size, height: size, rx: 4, fill: productInk(this.palette, product) }) +
      this.text(letters, x + size / 2, y + size * 0.71, Math.max(8, size * 0.55), {
        bold: true,
        anchor: 'middle',
        fill: this.palette.onTile,
      })
    );
  }

  /** An icon by its name in the catalogs; a square for a name that is none. */
  icon(name: string, x: number, y: number, size: number, colour: string, weight: number): string {
    const node = Object.hasOwn(this.#icons, name) ? this.#icons[name] : this.#icons.square;
    const parts = (node ?? []).map(([tag, attributes]) => element(tag, attributes)).join('');
    return element(
      'g',
      {
        transform: `translate(${round(x)} ${round(y)}) scale(${Math.round((size / 24) * 1000) / 1000})`,
        fill: 'none',
        stroke: colour,
        'stroke-width': weight,
        'stroke-linecap': 'round',
        'stroke-linejoin': 'round',
      },
      parts,
    );
  }

  /** A line of text, cut where `room` ends. */
  text(
    text: string,
    x: number,
    y: number,
    size: number,
    {
      bold = false,
      anchor,
      fill = this.palette.ink,
      room,
    }: { bold?: boolean; anchor?: 'middle' | 'end'; fill?: string; room?: number } = {},
  ): string {
    if (size < this.#smallest) return '';
    const shown = this.#drawable(oneLine(text));
    const cut = room === undefined ? shown : fitted(shown, room, (part) => textWidth(part, size, bold));
    return cut === ''
      ? ''
      : element('text', { x, y, 'font-size': size, 'font-weight': bold ? 'bold' : undefined, 'text-anchor': anchor, fill }, xmlText(cut));
  }

  /** A line in the fixed-width face. */
  mono(
    text: string,
    x: number,
    y: number,
    size: number,
    { anchor, room, fill = this.palette.ink2 }: { anchor?: 'end'; room: number; fill?: string },
  ): string {
    if (size < this.#smallest) return '';
    const cut = fitted(this.#drawable(oneLine(text)), room, (part) => monoWidth(part, size));
    return cut === ''
      ? ''
      : element('text', { x, y, 'font-size': size, 'font-family': this.families.mono, 'text-anchor': anchor, fill }, xmlText(cut));
  }

  /** Parts that belong together, with the whole name for whoever points at them. */
  group(name: string, parts: readonly string[]): string {
    return element('g', {}, element('title', {}, xmlText(oneLine(name))) + parts.join(''));
  }
}

/** A number as a picture writes it: hundredths of a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
