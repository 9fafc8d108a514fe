import { externalRows } from '../../layout/bundle.ts';
import type { Gate } from '../../layout/gates.ts';
import { type Box, grown, overlaps } from '../../layout/geometry.ts';
import { labelText } from '../../layout/label.ts';
import { endAngle, pathOf } from '../../layout/route/path.ts';
import { crosses, type DrawnEdge, type Scene } from '../../layout/scene.ts';
import { type Host, nameOf, ZONE_KINDS, type ZoneKind } from '../../model/plan.ts';
import { tileLetters } from '../../model/type-words.ts';
import type { SheetInput } from '../material.ts';
import { oneLine } from '../names.ts';
import { Brush, type PictureOptions, round } from './brush.ts';
import { contentText, externalsCard, findingPill, hostCard } from './card.ts';
import { element, xmlText } from './element.ts';
import { type CardFacts, cardFacts } from './facts.ts';
import { edgeInk, mixed } from './palette.ts';
import { boundsOf, pictureScene, severalText } from './scene.ts';
import { monoWidth, textWidth } from './text-width.ts';

/** A picture with its size in pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

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

/** Draws the things of one scene as markup. */
export class Painter {
  readonly #input: SheetInput;
  readonly #scene: Scene;
  readonly #brush: Brush;
  readonly #facts: CardFacts;

  constructor(input: SheetInput, scene: Scene, options: PictureOptions) {
    this.#input = input;
    this.#scene = scene;
    this.#brush = new Brush(options);
    this.#facts = cardFacts(input);
  }

  /** What stands in a rectangle of the scene, as a picture of its own. */
  picture(view: Box): Picture {
    const [width, height] = [Math.ceil(view.width), Math.ceil(view.height)];
    const viewBox = `${Math.round(view.x)} ${Math.round(view.y)} ${width} ${height}`;
    const svg = element(
      'svg',
      { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox, 'font-family': this.#brush.families.text },
      this.#content(view),
    );
    return { svg: `${svg}\n`, width, height };
  }

  #content(view: Box): string {
    const { plan } = this.#input;
    const { placement, edges, gates } = this.#scene;
    const hosts = new Map(plan.hosts.map((host) => [host.id, host]));
    const cidrs = new Map(plan.zones.map((zone) => [zone.id, zone.cidrs]));
    const cidrsOf = (host: Host) => cidrs.get(host.zone) ?? [];
    const rows = externalRows(this.#input.analysis)?.rows ?? [];
    const near = grown(view, NEAR);
    const seen = ([, box]: readonly [string, Box]) => overlaps(box, near);
    const lines = edges.filter((edge) => crosses(edge.corners, near));
    const many = lines.length > MOST_LABELS;
    return [
      element('title', {}, xmlText(oneLine(plan.title || 'Topology'))),
      element('rect', { x: view.x, y: view.y, width: view.width, height: view.height, fill: this.#brush.palette.canvas }),
      ...[...placement.zones].filter(seen).map(([id, box]) => this.#zone(id, box)),
      ...lines.map((edge) => this.#line(edge, many)),
      ...[...placement.hosts].filter(seen).flatMap(([id, box]) => {
        const host = hosts.get(id);
        return host ? [hostCard(host, box, cidrsOf(host), this.#facts, this.#brush)] : [];
      }),
      ...(placement.externals && overlaps(placement.externals, near)
        ? [externalsCard(rows, placement.externals, this.#facts, this.#brush)]
        : []),
      ...(many ? [] : lines.map((edge) => this.#pill(edge))),
      ...gates.filter(({ box }) => overlaps(box, near)).map((gate) => this.#gate(gate)),
    ].join('');
  }

  #zone(id: string, box: Box): string {
    const zone = this.#input.plan.zones.find((each) => each.id === id);
    const kind: ZoneKind = zone?.kind ?? 'internet';
    const name = zone ? nameOf(zone) : (this.#scene.implicit?.name ?? id);
    const colour = this.#brush.palette.zones[ZONE_KINDS.includes(kind) ? kind : 'internal'];
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
    const held = this.#scene.fold.held.get(id);
    const content = held ? contentText(held) : '';
    const right = held ? textWidth(content, 11) + 10 : network === '' ? 0 : monoWidth(network, 11) + 10;
    const found = held
      ? this.#facts.findings(...this.#input.plan.hosts.filter((host) => held.within.has(host.zone)))
      : { count: 0, error: false };
    return this.#brush.group(name, [
      element('rect', {
        x: box.x,
        y: box.y,
        width: box.width,
        height: box.height,
        rx: 12,
        fill: open ? 'none' : mixed(colour, this.#brush.palette.tint, this.#brush.palette.canvas),
      }),
      frame(0.75, 11.25),
      ...(kind === 'restricted' && !open ? [frame(4.75, 7.5)] : []),
      element('rect', { x: box.x + 12, y: box.y + 10, width: 20, height: 20, rx: 5, fill: colour }),
      this.#brush.icon(ZONE_ICONS[kind] ?? 'square', box.x + 16, box.y + 14, 12, this.#brush.palette.onTile, 2),
      this.#brush.text(name, box.x + 40, box.y + 24, 12.5, { bold: true, room: box.width - 56 - right }),
      held
        ? this.#brush.text(content, box.x + box.width - 12, box.y + 24, 11, {
            anchor: 'end',
            fill: this.#brush.palette.ink2,
            room: box.width / 2,
          })
        : this.#brush.mono(network, box.x + box.width - 12, box.y + 24, 11, { anchor: 'end', room: box.width / 2 }),
      ...(found.count > 0 ? [findingPill(found.count, found.error, box, this.#brush)] : []),
    ]);
  }

  #line(edge: DrawnEdge, plain: boolean): string {
    const start = edge.corners[0];
    const end = edge.corners.at(-1);
    if (!start || !end) return '';
    const colour = edgeInk(this.#brush.palette, edge);
    const path = pathOf(edge.corners, ARROW);
    const thin = edge.kind === 'same-zone';
    const dashes = { unrouted: '10 5 2 5', waived: '2 4', local: '1 5' } as const;
    const arrow = element('path', {
      d: 'M0 0L-9 -4.5V4.5Z',
      fill: colour,
      transform: `translate(${round(end.x)} ${round(end.y)}) rotate(${endAngle(edge.corners)})`,
    });
    return [
      plain
        ? ''
        : element('path', { d: path, fill: 'none', stroke: this.#brush.palette.canvas, 'stroke-width': 4.5, 'stroke-opacity': 0.85 }),
      element('path', {
        d: path,
        fill: 'none',
        stroke: colour,
        'stroke-width': thin ? 1.25 : 1.75,
        'stroke-linejoin': 'round',
        'stroke-dasharray': edge.kind in dashes ? dashes[edge.kind as keyof typeof dashes] : edge.label.temporary ? '6 4' : undefined,
      }),
      arrow,
      element('circle', { cx: start.x, cy: start.y, r: 3.25, fill: this.#brush.palette.canvas, stroke: colour, 'stroke-width': 1.5 }),
    ].join('');
  }

  #pill({ pill, label, kind }: DrawnEdge): string {
    if (!pill) return '';
    const colour = edgeInk(this.#brush.palette, { kind, label });
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
      ? this.#brush.text(words, pill.at.x, pill.at.y + 4, 11, { anchor: 'middle', room: pill.width - 4 })
      : this.#brush.tile(label.product ?? '', letters, words === '' ? pill.at.x - 7 : left + 5, top + 3, 14) +
        this.#brush.mono(words, left + 24, pill.at.y + 3.7, 10.5, { room: pill.width - 26, fill: this.#brush.palette.ink });
    return (
      element('rect', {
        x: left + 0.5,
        y: top + 0.5,
        width: pill.width - 1,
        height: 19,
        rx: 6,
        fill: this.#brush.palette.card,
        stroke: colour,
      }) + inside
    );
  }

  #gate({ box, axis, forward, backward, firewall, name }: Gate): string {
    const ink = this.#brush.palette.onGate;
    const [back, forth] = axis === 'x' ? ['←', '→'] : ['↑', '↓'];
    const counts = [...(backward > 0 ? [`${back} ${backward}`] : []), ...(forward > 0 ? [`${forth} ${forward}`] : [])].join('  ');
    const label = firewall
      ? axis === 'x'
        ? this.#brush.text(firewall.name, box.x + box.width / 2, box.y + box.height + 14, 11, {
            bold: true,
            anchor: 'middle',
            fill: this.#brush.palette.ink2,
            room: 180,
          })
        : this.#brush.text(firewall.name, box.x + box.width + 8, box.y + box.height / 2 + 4, 11, {
            bold: true,
            fill: this.#brush.palette.ink2,
            room: 180,
          })
      : '';
    const shield = counts === '' ? box.x + box.width / 2 - 7.5 : box.x + 9;
    return this.#brush.group(name, [
      element('rect', { x: box.x, y: box.y, width: box.width, height: box.height, rx: 8, fill: this.#brush.palette.gate }),
      this.#brush.icon('shield', shield, box.y + box.height / 2 - 7.5, 15, ink, 1.75),
      this.#brush.text(counts, (box.x + 27 + box.x + box.width - 6) / 2, box.y + box.height / 2 + 4.5, 12.5, {
        bold: true,
        anchor: 'middle',
        fill: ink,
      }),
      label,
    ]);
  }

  #letters(product: string): string {
    return tileLetters(product, this.#input.catalogs.find((catalog) => catalog.product === product)?.letters);
  }
}
