import { externalRows } from '../../layout/bundle.ts';
import type { Box } from '../../layout/geometry.ts';
import type { DrawnEdge, Scene } from '../../layout/scene.ts';
import { EXTERNALS } from '../../layout/sizes.ts';
import { type Host, nameOf, type Zone } from '../../model/plan.ts';
import type { SheetInput } from '../material.ts';
import { oneLine } from '../names.ts';
import { contentText } from './card.ts';
import { type Attributes, element } from './element.ts';
import { type CardFacts, cardFacts } from './facts.ts';
import { edgeInk, mixed, PALETTES, type Palette, type Theme } from './palette.ts';
import { boundsOf, pictureScene, severalText } from './scene.ts';

/**
 * The topology as a draw.io file: zones are containers, hosts stand in them, lines hold on to what they join, and every shape carries its
 * data. Labels are plain text (no `html=1`) and nothing is a link.
 * Source: mxGraph, the file format of draw.io (mxfile, mxGraphModel, object, mxCell, mxGeometry).
 */
export function topologyDrawio(input: SheetInput, theme: Theme): string {
  const scene = pictureScene(input);
  const bounds = boundsOf(scene);
  const cells = new Cells(input, scene, PALETTES[theme], { x: bounds.x, y: bounds.y }).all();
  const model = element(
    'mxGraphModel',
    { grid: 1, gridSize: 4, page: 0, background: PALETTES[theme].canvas },
    element('root', {}, ['<mxCell id="0"/>', '<mxCell id="1" parent="0"/>', ...cells].join('')),
  );
  const title = oneLine(input.plan.title || 'Topology');
  return `${element('mxfile', { host: 'Portolan' }, element('diagram', { id: 'topology', name: title }, model))}\n`;
}

type Style = Readonly<Record<string, string | number>>;

class Cells {
  readonly #input: SheetInput;
  readonly #scene: Scene;
  readonly #palette: Palette;
  readonly #origin: { readonly x: number; readonly y: number };
  readonly #facts: CardFacts;
  /** Ids of cells by what they stand for: names of a plan never become ids of the file. */
  readonly #ids = new Map<string, string>();

  constructor(input: SheetInput, scene: Scene, palette: Palette, origin: { readonly x: number; readonly y: number }) {
    this.#input = input;
    this.#scene = scene;
    this.#palette = palette;
    this.#origin = origin;
    this.#facts = cardFacts(input);
  }

  all(): string[] {
    const { plan } = this.#input;
    const { placement, edges, gates } = this.#scene;
    const zones = new Map(plan.zones.map((zone) => [zone.id, zone]));
    const hosts = new Map(plan.hosts.map((host) => [host.id, host]));
    return [
      ...[...placement.zones].map(([id, box]) => this.#zone(id, zones.get(id), box)),
      ...[...placement.hosts].flatMap(([id, box]) => {
        const host = hosts.get(id);
        return host ? [this.#host(host, box)] : [];
      }),
      ...(placement.externals ? [this.#externals(placement.externals)] : []),
      ...edges.map((edge) => this.#line(edge)),
      ...gates.map(({ id, box, name, firewall, axis, forward, backward }) => {
        const [back, forth] = axis === 'x' ? ['←', '→'] : ['↑', '↓'];
        const counts = [...(backward > 0 ? [`${back} ${backward}`] : []), ...(forward > 0 ? [`${forth} ${forward}`] : [])].join(' ');
        return this.#shape(`gate ${id}`, [firewall?.name ?? '', counts].filter(Boolean).join('\n'), box, null, {
          data: { kind: 'boundary', planName: name, firewall: firewall?.name ?? '', openings: String(forward + backward) },
          style: {
            rounded: 1,
            fillColor: this.#palette.gate,
            strokeColor: 'none',
            fontColor: this.#palette.onGate,
            fontSize: 11,
            fontStyle: 1,
          },
        });
      }),
    ];
  }

  #zone(id: string, zone: Zone | undefined, box: Box): string {
    const kind = zone?.kind ?? 'internet';
    const colour = this.#palette.zones[kind];
    const open = zone?.filtering === false;
    const name = zone ? nameOf(zone) : (this.#scene.implicit?.name ?? id);
    const parent = zone?.parent && this.#scene.placement.zones.has(zone.parent) ? zone.parent : null;
    const held = this.#scene.fold.held.get(id);
    return this.#shape(`zone ${id}`, held ? `${name} (${contentText(held)})` : name, box, parent, {
      data: { kind: 'zone', planId: id, zoneKind: kind, networks: zone?.cidrs.join(', ') ?? '' },
      style: {
        rounded: 1,
        absoluteArcSize: 1,
        arcSize: 24,
        container: 1,
        collapsible: 0,
        verticalAlign: 'top',
        align: 'left',
        spacingLeft: 12,
        spacingTop: 8,
        fontStyle: 1,
        fontSize: 13,
        fontColor: this.#palette.ink,
        fillColor: open ? 'none' : mixed(colour, this.#palette.tint, this.#palette.canvas),
        strokeColor: colour,
        strokeWidth: kind === 'restricted' ? 3 : 1.5,
        dashed: open || kind === 'internet' || kind === 'cloud' || kind === 'dmz' || kind === 'partner' ? 1 : 0,
      },
    });
  }

  #host(host: Host, box: Box): string {
    const rows = this.#facts.rows(host);
    const count = host.count > 1 ? ` ×${host.count}` : '';
    const label = [`${nameOf(host)}${count}`, ...rows.map(({ name, port }) => `${name}${port === '' ? '' : `  ${port}`}`)].join('\n');
    const zone = this.#scene.placement.zones.has(host.zone) ? host.zone : null;
    return this.#shape(`host ${host.id}`, label, box, zone, {
      data: {
        kind: 'host',
        planId: host.id,
        addresses: host.addresses.join(', '),
        count: String(host.count),
        components: host.components.map(({ type }) => type).join(', '),
      },
      style: this.#cardStyle(),
    });
  }

  #externals(box: Box): string {
    const rows = externalRows(this.#input.analysis)?.rows ?? [];
    const lines = rows.map(
      ({ external, fqdns, ports }) => `${external === null ? fqdns.join(', ') : this.#facts.external(external)}  ${ports.join(', ')}`,
    );
    const zone = this.#scene.externals?.zone;
    return this.#shape(`host ${EXTERNALS}`, ['Vendor services', ...lines].join('\n'), box, zone ?? null, {
      data: { kind: 'externals', names: rows.flatMap(({ fqdns }) => fqdns).join(', ') },
      style: this.#cardStyle(),
    });
  }

  #cardStyle(): Style {
    return {
      rounded: 1,
      absoluteArcSize: 1,
      arcSize: 16,
      whiteSpace: 'wrap',
      overflow: 'hidden',
      align: 'left',
      verticalAlign: 'top',
      spacingLeft: 8,
      spacingTop: 4,
      fontSize: 12,
      fontColor: this.#palette.ink,
      fillColor: this.#palette.card,
      strokeColor: this.#palette.line2,
    };
  }

  #line({ id, from, to, kind, label, corners, flows }: DrawnEdge): string {
    const colour = edgeInk(this.#palette, { kind, label });
    const words =
      label.products > 1 ? severalText(label.products, label.flows) : `${label.service}${label.more > 0 ? ` +${label.more}` : ''}`;
    const points = corners.slice(1, -1).map(({ x, y }) => element('mxPoint', { x: x - this.#origin.x, y: y - this.#origin.y }));
    const geometry = element(
      'mxGeometry',
      { relative: 1, as: 'geometry' },
      points.length === 0 ? '' : element('Array', { as: 'points' }, points.join('')),
    );
    const cell = element(
      'mxCell',
      {
        edge: 1,
        parent: 1,
        source: this.#ids.get(`host ${from}`) ?? this.#ids.get(`zone ${from}`),
        target: this.#ids.get(`host ${to}`) ?? this.#ids.get(`zone ${to}`),
        style: styleText({
          edgeStyle: 'orthogonalEdgeStyle',
          rounded: 1,
          endArrow: 'block',
          startArrow: 'oval',
          startFill: 0,
          startSize: 6,
          endSize: 6,
          strokeColor: colour,
          strokeWidth: 1.5,
          dashed: kind === 'crossing' || kind === 'same-zone' ? 0 : 1,
          fontSize: 11,
          fontColor: this.#palette.ink,
          labelBackgroundColor: this.#palette.card,
        }),
      },
      geometry,
    );
    return this.#object(
      `edge ${id}`,
      words,
      { kind: 'flows', flows: String(flows.length), purposes: [...new Set(flows.map(({ purpose }) => purpose))].join('; ') },
      cell,
    );
  }

  #shape(
    key: string,
    label: string,
    box: Box,
    zone: string | null,
    { data, style }: { data: Record<string, string>; style: Style },
  ): string {
    // A container stands before what is in it; where it is none yet, the shape stands on the sheet itself.
    const parent = zone === null ? undefined : this.#ids.get(`zone ${zone}`);
    const origin = (parent !== undefined && zone !== null && this.#scene.placement.zones.get(zone)) || this.#origin;
    const geometry = element('mxGeometry', {
      x: box.x - origin.x,
      y: box.y - origin.y,
      width: box.width,
      height: box.height,
      as: 'geometry',
    });
    return this.#object(key, label, data, element('mxCell', { vertex: 1, parent: parent ?? 1, style: styleText(style) }, geometry));
  }

  #object(key: string, label: string, data: Readonly<Record<string, string>>, cell: string): string {
    const id = `n${this.#ids.size + 2}`;
    this.#ids.set(key, id);
    const shown = label.split('\n').map(oneLine).join('\n');
    const plain: Attributes = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, oneLine(value)]));
    return element('object', { label: shown, ...plain, id }, cell);
  }
}

function styleText(style: Style): string {
  return Object.entries(style)
    .map(([key, value]) => `${key}=${value};`)
    .join('');
}
