import { addressSuffix } from '../../layout/address-suffix.ts';
import { externalRows } from '../../layout/bundle.ts';
import type { Gate } from '../../layout/gates.ts';
import { type Box, grown, overlaps } from '../../layout/geometry.ts';
import { labelText } from '../../layout/label.ts';
import { endAngle, pathOf } from '../../layout/route/path.ts';
import { crosses, type DrawnEdge, type Scene } from '../../layout/scene.ts';
import { CARD_HEADER, CARD_ROW, isGroup } from '../../layout/sizes.ts';
import { type Host, nameOf, ZONE_KINDS, type ZoneKind } from '../../model/plan.ts';
import type { SheetInput } from '../material.ts';
import { oneLine } from '../names.ts';
import { element, xmlText } from './element.ts';
import { type CardFacts, cardFacts } from './facts.ts';
import { mixed, PALETTES, type Palette, productInk, type Theme } from './palette.ts';
import { boundsOf, pictureScene, severalText } from './scene.ts';
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

/** A picture with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const FAMILIES = {
  text: "Inter, 'Helvetica Neue', Arial, sans-serif",
  mono: "'JetBrains Mono', 'DejaVu Sans Mono', Menlo, Consolas, monospace",
};

const ZONE_ICONS: Readonly<Record<ZoneKind, string>> = {
  internet: 'globe',
  dmz: 'shield-half',
  internal: 'building-2',
  restricted: 'lock-keyhole',
  management: 'wrench',
  client: 'monitor',
  partner: 'handshake',
  cloud: 'cloud',
};
const DASHES: Partial<Record<ZoneKind, string>> = { internet: '7 4', cloud: '7 4', dmz: '9 3 2 3', partner: '2 3.5' };
const ARROW = 7;
/** How far beside a thing its name, pill or sheets may stand. */
const NEAR = 120;
/** More labels than this cannot be read at once: the lines stand alone then, without labels and halos, as on the canvas. */
const MOST_LABELS = 500;

/** The topology as an SVG of its own: shapes and texts with plain attributes, no style, script, link or foreign object. */
export function topologySvg(input: SheetInput, options: PictureOptions): Picture {
  const scene = pictureScene(input);
  return new Painter(input, scene, options).picture(boundsOf(scene));
}

/** The room for a picture on a page, and how small it may be drawn before it is split. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  /** Smallest share of its size at which a picture can be read. */
  readonly least: number;
}

/** Points below which a printed text is a smear. */
const SMALLEST = 2.5;

/** No more parts than this: a larger picture is drawn smaller. */
const MOST_PARTS = 24;

/** The topology on sheets: whole, and where it would be too small to read also in parts, row by row. */
export function topologySheets(input: SheetInput, options: PictureOptions, sheet: Sheet): Picture[] {
  const scene = pictureScene(input);
  const painter = new Painter(input, scene, options);
  const bounds = boundsOf(scene);
  const fit = Math.min(1, sheet.width / bounds.width, sheet.height / bounds.height);
  const whole = new Painter(input, scene, { ...options, smallest: SMALLEST / fit }).picture(bounds);
  let scale = sheet.least;
  if (fit >= scale) return [whole];
  const count = () => [Math.ceil((bounds.width * scale) / sheet.width), Math.ceil((bounds.height * scale) / sheet.height)] as const;
  while (count()[0] * count()[1] > MOST_PARTS) scale *= 0.9;
  const [columns, rows] = count();
  const [width, height] = [bounds.width / columns, bounds.height / rows];
  const parts = Array.from({ length: rows * columns }, (_, index) => ({
    x: bounds.x + (index % columns) * width,
    y: bounds.y + Math.floor(index / columns) * height,
    width,
    height,
  }));
  return [whole, ...parts.map((part) => painter.picture(part))];
}

/** Draws the things of one scene as markup. */
class Painter {
  readonly families: { readonly text: string; readonly mono: string };
  readonly #input: SheetInput;
  readonly #scene: Scene;
  readonly #palette: Palette;
  readonly #icons: Icons;
  readonly #facts: CardFacts;

  readonly #drawable: (text: string) => string;
  readonly #smallest: number;

  constructor(
    input: SheetInput,
    scene: Scene,
    { theme, icons, families = FAMILIES, smallest = 0, drawable = (text) => text }: PictureOptions,
  ) {
    this.#smallest = smallest;
    this.#drawable = drawable;
    this.#input = input;
    this.#scene = scene;
    this.#palette = PALETTES[theme];
    this.#icons = icons;
    this.#facts = cardFacts(input);
    this.families = families;
  }

  /** What stands in a rectangle of the scene, as a picture of its own. */
  picture(view: Box): Picture {
    const [width, height] = [Math.ceil(view.width), Math.ceil(view.height)];
    const viewBox = `${Math.round(view.x)} ${Math.round(view.y)} ${width} ${height}`;
    const svg = element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, 'font-family': this.families.text },
      this.#content(view),
    );
    return { svg: `${svg}\n`, width, height };
  }

  #content(view: Box): string {
    const { plan } = this.#input;
    const { placement, edges, gates } = this.#scene;
    const hosts = new Map(plan.hosts.map((host) => [host.id, host]));
    const near = grown(view, NEAR);
    const seen = ([, box]: readonly [string, Box]) => overlaps(box, near);
    const lines = edges.filter((edge) => crosses(edge.corners, near));
    const many = lines.length > MOST_LABELS;
    return [
      element('title', {}, xmlText(oneLine(plan.title || 'Topology'))),
      element('rect', { x: view.x, y: view.y, width: view.width, height: view.height, fill: this.#palette.canvas }),
      ...[...placement.zones].filter(seen).map(([id, box]) => this.#zone(id, box)),
      ...lines.map((edge) => this.#line(edge, many)),
      ...[...placement.hosts].filter(seen).flatMap(([id, box]) => {
        const host = hosts.get(id);
        return host ? [this.#card(host, box)] : [];
      }),
      ...(placement.externals && overlaps(placement.externals, near) ? [this.#externals(placement.externals)] : []),
      ...(many ? [] : lines.map((edge) => this.#pill(edge))),
      ...gates.filter(({ box }) => overlaps(box, near)).map((gate) => this.#gate(gate)),
    ].join('');
  }

  #zone(id: string, box: Box): string {
    const zone = this.#input.plan.zones.find((each) => each.id === id);
    const kind: ZoneKind = zone?.kind ?? 'internet';
    const name = zone ? nameOf(zone) : (this.#scene.implicit?.name ?? id);
    const colour = this.#palette.zones[ZONE_KINDS.includes(kind) ? kind : 'internal'];
    const open = zone?.filtering === false;
    const frame = (by: number, radius: number) =>
      element('rect', {
        x: box.x + by,
        y: box.y + by,
        width: box.width - 2 * by,
        height: box.height - 2 * by,
        rx: radius,
        fill: 'none',
        stroke: colour,
        'stroke-width': 1.5,
        'stroke-dasharray': open ? '1 4' : DASHES[kind],
      });
    const cidrs = zone?.cidrs ?? [];
    const network = open
      ? 'frame'
      : cidrs.length === 0
        ? kind === 'internet'
          ? 'any'
          : ''
        : `${cidrs[0]}${cidrs.length > 1 ? ` +${cidrs.length - 1}` : ''}`;
    const networkWidth = network === '' ? 0 : monoWidth(network, 11) + 10;
    return this.#group(name, [
      element('rect', {
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        rx: 12,
        fill: open ? 'none' : mixed(colour, this.#palette.tint, this.#palette.canvas),
      }),
      frame(0.75, 11.25),
      ...(kind === 'restricted' && !open ? [frame(4.75, 7.5)] : []),
      element('rect', { x: box.x + 12, y: box.y + 10, width: 20, height: 20, rx: 5, fill: colour }),
      this.#icon(ZONE_ICONS[kind] ?? 'square', box.x + 16, box.y + 14, 12, this.#palette.onTile, 2),
      this.#text(name, box.x + 40, box.y + 24, 12.5, { bold: true, room: box.width - 56 - networkWidth }),
      this.#mono(network, box.x + box.width - 12, box.y + 24, 11, { anchor: 'end', room: box.width / 2 }),
    ]);
  }

  #card(host: Host, box: Box): string {
    const { palette } = { palette: this.#palette };
    const name = nameOf(host);
    const sheet = (by: number) => this.#plate({ ...box, x: box.x + by, y: box.y + by });
    const [address, ...others] = host.addresses;
    const count = host.count > 1 ? `×${host.count}` : '';
    const cidrs = this.#input.plan.zones.find(({ id }) => id === host.zone)?.cidrs ?? [];
    const suffix = address === undefined ? '' : addressSuffix(address, cidrs);
    const right = count || `${suffix}${others.length > 0 ? ` +${others.length}` : ''}`;
    const rightWidth = Math.min(right === '' ? 0 : monoWidth(right, 11) + 8, box.width * 0.58);
    const { count: found, error } = this.#facts.findings(host);
    const rows = this.#facts.rows(host);
    return this.#group(name, [
      ...(isGroup(host) ? [sheet(8), sheet(4)] : []),
      this.#plate(box),
      element('path', { d: `M${box.x} ${box.y + CARD_HEADER}H${box.x + box.width}`, stroke: palette.line, fill: 'none' }),
      this.#icon(this.#facts.icon(host), box.x + 10, box.y + 8, 15, palette.ink2, 1.75),
      this.#text(name, box.x + 33, box.y + 20.5, 12.5, { bold: true, room: box.width - 43 - rightWidth }),
      this.#mono(right, box.x + box.width - 10, box.y + 20.5, 11, { anchor: 'end', room: box.width * 0.55 }),
      ...rows.map((row, index) => {
        const y = box.y + CARD_HEADER + 2 + index * CARD_ROW;
        const portWidth = row.port === '' ? 0 : monoWidth(row.port, 11) + 8;
        return [
          this.#tile(row.product, row.letters, box.x + 10, y + 3.5, 17),
          this.#text(row.name, box.x + 35, y + 16, 12, { room: box.width - 45 - portWidth }),
          this.#mono(row.port, box.x + box.width - 10, y + 16, 11, { anchor: 'end', room: box.width / 2 }),
        ].join('');
      }),
      ...(rows.length === 0
        ? [this.#text('No component', box.x + box.width / 2, box.y + CARD_HEADER + 18, 11.5, { anchor: 'middle', fill: palette.ink2 })]
        : []),
      ...(found > 0 ? [this.#finding(found, error, box)] : []),
    ]);
  }

  #finding(count: number, error: boolean, box: Box): string {
    const width = 18 + 7 * String(count).length;
    const fill = error ? this.#palette.error : this.#palette.warnFill;
    const ink = error ? this.#palette.card : this.#palette.onWarnFill;
    const x = box.x + box.width + 6 - width;
    return (
      element('rect', { x, y: box.y - 9, width, height: 18, rx: 9, fill }) +
      this.#text(`! ${count}`, x + width / 2, box.y + 4, 11, { bold: true, anchor: 'middle', fill: ink })
    );
  }

  #externals(box: Box): string {
    const rows = externalRows(this.#input.analysis)?.rows ?? [];
    return this.#group('Vendor services', [
      this.#plate(box),
      element('path', { d: `M${box.x} ${box.y + CARD_HEADER}H${box.x + box.width}`, stroke: this.#palette.line, fill: 'none' }),
      this.#icon('cloud', box.x + 10, box.y + 8, 15, this.#palette.ink2, 1.75),
      this.#text('Vendor services', box.x + 33, box.y + 20.5, 12.5, { bold: true, room: box.width - 43 }),
      ...rows.map(({ external, fqdns, ports }, index) => {
        const y = box.y + CARD_HEADER + 2 + index * CARD_ROW;
        const port = `${ports[0] ?? ''}${ports.length > 1 ? ` +${ports.length - 1}` : ''}`;
        const name = external === null ? fqdns.join(', ') : this.#facts.external(external);
        return [
          this.#icon('globe', box.x + 10, y + 5, 14, this.#palette.ink2, 1.75),
          this.#text(name, box.x + 33, y + 16, 12, { room: box.width - 51 - monoWidth(port, 11) }),
          this.#mono(port, box.x + box.width - 10, y + 16, 11, { anchor: 'end', room: box.width / 2 }),
        ].join('');
      }),
    ]);
  }

  #line(edge: DrawnEdge, plain: boolean): string {
    const start = edge.corners[0];
    const end = edge.corners.at(-1);
    if (!start || !end) return '';
    const colour = this.#edgeInk(edge);
    const path = pathOf(edge.corners, ARROW);
    const thin = edge.kind === 'same-zone';
    const dashes = { unrouted: '10 5 2 5', waived: '2 4', local: '1 5' } as const;
    const arrow = element('path', {
      d: 'M0 0L-9 -4.5V4.5Z',
      fill: colour,
      transform: `translate(${round(end.x)} ${round(end.y)}) rotate(${endAngle(edge.corners)})`,
    });
    return [
      plain ? '' : element('path', { d: path, fill: 'none', stroke: this.#palette.canvas, 'stroke-width': 4.5, 'stroke-opacity': 0.85 }),
      element('path', {
        d: path,
        fill: 'none',
        stroke: colour,
        'stroke-width': thin ? 1.25 : 1.75,
        'stroke-linejoin': 'round',
        'stroke-dasharray': edge.kind in dashes ? dashes[edge.kind as keyof typeof dashes] : edge.label.temporary ? '6 4' : undefined,
      }),
      arrow,
      element('circle', { cx: start.x, cy: start.y, r: 3.25, fill: this.#palette.canvas, stroke: colour, 'stroke-width': 1.5 }),
    ].join('');
  }

  #pill({ pill, label, kind }: DrawnEdge): string {
    if (!pill) return '';
    const colour = this.#edgeInk({ kind, label });
    const [left, top] = [pill.at.x - pill.width / 2, pill.at.y - 10];
    const several = label.products > 1;
    const { service, more } = labelText(label, pill.form);
    const words = several
      ? pill.form === 'full'
        ? severalText(label.products, label.flows)
        : String(label.flows)
      : pill.form === 'tile'
        ? ''
        : `${service}${more > 0 ? ` +${more}` : ''}${label.deviates ? ' ≠' : ''}`;
    const letters = label.product === null ? '··' : this.#letters(label.product);
    const inside = several
      ? this.#text(words, pill.at.x, pill.at.y + 4, 11, { anchor: 'middle', room: pill.width - 4 })
      : this.#tile(label.product ?? '', letters, words === '' ? pill.at.x - 7 : left + 5, top + 3, 14) +
        this.#mono(words, left + 24, pill.at.y + 3.7, 10.5, { room: pill.width - 26, fill: this.#palette.ink });
    return (
      element('rect', { x: left + 0.5, y: top + 0.5, width: pill.width - 1, height: 19, rx: 6, fill: this.#palette.card, stroke: colour }) +
      inside
    );
  }

  #gate({ box, axis, forward, backward, firewall, name }: Gate): string {
    const ink = this.#palette.onGate;
    const [back, forth] = axis === 'x' ? ['←', '→'] : ['↑', '↓'];
    const counts = [...(backward > 0 ? [`${back} ${backward}`] : []), ...(forward > 0 ? [`${forth} ${forward}`] : [])].join('  ');
    const label = firewall
      ? axis === 'x'
        ? this.#text(firewall.name, box.x + box.width / 2, box.y + box.height + 14, 11, {
            bold: true,
            anchor: 'middle',
            fill: this.#palette.ink2,
            room: 180,
          })
        : this.#text(firewall.name, box.x + box.width + 8, box.y + box.height / 2 + 4, 11, {
            bold: true,
            fill: this.#palette.ink2,
            room: 180,
          })
      : '';
    const shield = counts === '' ? box.x + box.width / 2 - 7.5 : box.x + 9;
    return this.#group(name, [
      element('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 8, fill: this.#palette.gate }),
      this.#icon('shield', shield, box.y + box.height / 2 - 7.5, 15, ink, 1.75),
      this.#text(counts, (box.x + 27 + box.x + box.width - 6) / 2, box.y + box.height / 2 + 4.5, 12.5, {
        bold: true,
        anchor: 'middle',
        fill: ink,
      }),
      label,
    ]);
  }

  #edgeInk({ kind, label }: Pick<DrawnEdge, 'kind' | 'label'>): string {
    if (kind === 'unrouted') return this.#palette.error;
    if (kind === 'waived') return this.#palette.ink3;
    return label.products > 1 ? this.#palette.ink2 : productInk(this.#palette, label.product);
  }

  #letters(product: string): string {
    const letters = this.#input.catalogs.find((catalog) => catalog.product === product)?.letters ?? product.slice(0, 2);
    return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
  }

  #plate(box: Box): string {
    return element('rect', {
      x: box.x + 0.5,
      y: box.y + 0.5,
      width: box.width - 1,
      height: box.height - 1,
      rx: 7.5,
      fill: this.#palette.card,
      stroke: this.#palette.line2,
    });
  }

  #tile(product: string, letters: string, x: number, y: number, size: number): string {
    return (
      element('rect', { x, y, width: size, height: size, rx: 4, fill: productInk(this.#palette, product) }) +
      this.#text(letters, x + size / 2, y + size * 0.71, Math.max(8, size * 0.55), {
        bold: true,
        anchor: 'middle',
        fill: this.#palette.onTile,
      })
    );
  }

  #icon(name: string, x: number, y: number, size: number, colour: string, weight: number): string {
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

  #text(
    text: string,
    x: number,
    y: number,
    size: number,
    {
      bold = false,
      anchor,
      fill = this.#palette.ink,
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

  #mono(
    text: string,
    x: number,
    y: number,
    size: number,
    { anchor, room, fill = this.#palette.ink2 }: { anchor?: 'end'; room: number; fill?: string },
  ): string {
    if (size < this.#smallest) return '';
    const cut = fitted(this.#drawable(oneLine(text)), room, (part) => monoWidth(part, size));
    return cut === ''
      ? ''
      : element('text', { x, y, 'font-size': size, 'font-family': this.families.mono, 'text-anchor': anchor, fill }, xmlText(cut));
  }

  /** Parts that belong together, with the whole name for whoever points at them. */
  #group(name: string, parts: readonly string[]): string {
    return element('g', {}, element('title', {}, xmlText(oneLine(name))) + parts.join(''));
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
