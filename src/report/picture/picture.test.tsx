import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import catalogs from 'virtual:catalogs';
import icons from 'virtual:icons';
import { describe, expect, it } from 'vitest';
import { analyze } from '../../engine/analyze.ts';
import { overlaps } from '../../layout/geometry.ts';
import { withCollapsed } from '../../model/edits/collapse.ts';
import { readPlan } from '../../model/gate.ts';
import type { SheetInput } from '../material.ts';
import { topologyDrawio } from './drawio.ts';
import { PALETTES } from './palette.ts';
import { pictureScene } from './scene.ts';
import { topologySheets } from './sheets.ts';
import { topologySvg } from './svg.ts';
import { fitted, monoWidth } from './text-width.ts';

const templates = readdirSync('templates').filter((name) => name.endsWith('.plan.json'));

function inputOf(name: string, rename: (name: string) => string = (same) => same, placed = true): SheetInput {
  const draft = JSON.parse(readFileSync(join('templates', name), 'utf8'));
  for (const thing of [...draft.hosts, ...draft.zones, ...(draft.firewalls ?? [])]) thing.name = rename(thing.name ?? thing.id);
  if (!placed) draft.layout = undefined;
  const read = readPlan(JSON.parse(JSON.stringify(draft)));
  if (!read.ok) throw new Error(`${read.error.what} at ${read.error.where}`);
  return { plan: read.plan, analysis: analyze(read.plan, catalogs), catalogs, date: null };
}

const parsed = (xml: string) => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  expect(document.querySelector('parsererror')).toBeNull();
  return document;
};
const titles = (document: Document) => [...document.querySelectorAll('g > title')].map((title) => title.textContent);
/** Elements with their attributes' names, without texts: what a name must not change. */
const shape = (document: Document) =>
  [...document.querySelectorAll('*')]
    // A longer name moves lines: their bends are no structure.
    .filter(({ tagName }) => tagName !== 'mxPoint' && tagName !== 'Array')
    .map((each) => `${each.tagName} ${each.getAttributeNames().join(' ')}`);

describe.each(templates)('the picture of %s', (name) => {
  const input = inputOf(name);
  const scene = pictureScene(input);

  it('shows every host, zone and line, and differs from the dark one in colours alone', () => {
    const light = topologySvg(input, { theme: 'light', icons });
    const document = parsed(light.svg);
    for (const { id, name: given } of [...input.plan.zones, ...input.plan.hosts]) expect(titles(document)).toContain(given ?? id);
    expect(document.querySelectorAll('circle[r="3.25"]')).toHaveLength(scene.edges.filter(({ corners }) => corners.length > 1).length);
    const colours = (svg: string) => svg.replace(/#[0-9a-f]{6}/g, '#');
    expect(colours(topologySvg(input, { theme: 'dark', icons }).svg)).toBe(colours(light.svg));
    expect(light.svg).not.toMatch(/<(script|style|a|image|foreignObject)\b|href|on\w+=/);
  });

  it('is an editable drawing: every thing a shape with its data, every line at its ends', () => {
    const document = parsed(topologyDrawio(input, 'light'));
    const data = (kind: string) => [...document.querySelectorAll(`object[kind="${kind}"]`)];
    expect(data('zone')).toHaveLength(scene.placement.zones.size);
    expect(data('host').map((host) => host.getAttribute('planId'))).toEqual([...scene.placement.hosts.keys()]);
    expect(data('flows')).toHaveLength(scene.edges.length);
    const ids = new Set(['0', '1', ...[...document.querySelectorAll('object')].map((each) => each.getAttribute('id'))]);
    for (const line of document.querySelectorAll('mxCell[edge]')) {
      expect(ids.has(line.getAttribute('source'))).toBe(true);
      expect(ids.has(line.getAttribute('target'))).toBe(true);
    }
    for (const cell of document.querySelectorAll('mxCell[parent]')) expect(ids.has(cell.getAttribute('parent'))).toBe(true);
    expect(topologyDrawio(input, 'light')).not.toMatch(/html=1|link=/);
  });

  it('is the picture it always was', async () => {
    await expect(topologySvg(input, { theme: 'light', icons }).svg.replaceAll('><', '>\n<')).toMatchFileSnapshot(
      `../goldens/${name.replace('.plan.json', '')}.topology.svg.txt`,
    );
  });

  it('has no card upon another where the plan places nothing', () => {
    const { hosts } = pictureScene(inputOf(name, (same) => same, false)).placement;
    const boxes = [...hosts.values()];
    for (const [index, box] of boxes.entries()) expect(boxes.slice(index + 1).filter((other) => overlaps(box, other))).toEqual([]);
  });
});

describe('a collapsed zone', () => {
  const open = inputOf('tanium-windows-dmz.plan.json');
  const collapsed: SheetInput = { ...open, plan: withCollapsed(open.plan, ['core'], true) };
  const inside = open.plan.hosts.filter(({ zone }) => zone === 'core' || zone === 'db').map(({ id, name }) => name ?? id);

  it('is drawn as on the canvas: what it holds as a count, its hosts not at all', () => {
    const document = parsed(topologySvg(collapsed, { theme: 'light', icons }).svg);
    expect(inside.length).toBeGreaterThan(1);
    for (const name of inside) expect(titles(document)).not.toContain(name);
    expect([...document.querySelectorAll('text')].map((text) => text.textContent)).toContain(`${inside.length} hosts, 1 zone`);
    const expanded: SheetInput = { ...collapsed, plan: withCollapsed(collapsed.plan, ['core'], false) };
    expect(topologySvg(expanded, { theme: 'light', icons })).toEqual(topologySvg(open, { theme: 'light', icons }));
  });

  it('is one shape of the editable drawing, where its lines end', () => {
    const document = parsed(topologyDrawio(collapsed, 'light'));
    const zone = document.querySelector('object[kind="zone"][planId="core"]');
    expect(zone?.getAttribute('label')).toBe(`Core data centre (${inside.length} hosts, 1 zone)`);
    const ends = [...document.querySelectorAll('mxCell[edge]')].flatMap((line) => [
      line.getAttribute('source'),
      line.getAttribute('target'),
    ]);
    expect(ends).toContain(zone?.getAttribute('id'));
    for (const end of ends) expect(document.querySelector(`object[id="${end}"]`)).not.toBeNull();
  });
});

describe('a hostile name', () => {
  const name = 'tanium-windows-dmz.plan.json';
  const harmless = inputOf(name, (text) => `xxxxxxxxxxxx${text}`);

  it.each(['</text><script>', '"/><a href=x>', '&lt;b&gt;%3C', ']]>', 'html=1;link=x', '\u202e\u0000x', '<!--', "' onload='x"])(
    'adds no element and no attribute: %j',
    (hostile) => {
      const input = inputOf(name, (text) => `${hostile}${text}`);
      for (const draw of [
        (each: SheetInput) => topologySvg(each, { theme: 'light', icons }).svg,
        (each: SheetInput) => topologyDrawio(each, 'light'),
      ])
        expect(shape(parsed(draw(input)))).toEqual(shape(parsed(draw(harmless))));
    },
  );
});

describe('sheets', () => {
  it('are one where the picture can be read, else the whole and its parts, with everything in some part', () => {
    const input = inputOf('sms-two-data-centres.plan.json');
    expect(topologySheets(input, { theme: 'light', icons }, { width: 4000, height: 4000, least: 0.5 })).toHaveLength(1);
    const [, ...parts] = topologySheets(input, { theme: 'light', icons }, { width: 700, height: 400, least: 0.8 });
    expect(parts.length).toBeGreaterThan(3);
    const seen = new Set(parts.flatMap(({ svg }) => titles(parsed(svg))));
    for (const { id, name } of input.plan.hosts) expect(seen).toContain(name ?? id);
  });
});

it('has the colours of the page', () => {
  const css = readFileSync('src/ui/styles/tokens.css', 'utf8');
  const [light = '', dark = ''] = css.split('[data-theme="dark"] {');
  const of = (text: string, token: string) => new RegExp(`--${token}: (#[0-9a-f]{6});`).exec(text)?.[1];
  for (const [palette, text] of [
    [PALETTES.light, light],
    [PALETTES.dark, dark],
  ] as const) {
    for (const [kind, colour] of Object.entries(palette.zones)) expect(colour).toBe(of(text, `zone-${kind}`));
    for (const [product, colour] of Object.entries(palette.products)) expect(colour).toBe(of(text, `product-${product}`));
    const tokens = {
      canvas: 'canvas',
      card: 'card',
      line: 'line',
      line2: 'line2',
      ink: 'ink',
      ink2: 'ink2',
      ink3: 'ink3',
      gate: 'gate',
      onGate: 'on-gate',
      error: 'error',
    };
    for (const [key, token] of Object.entries(tokens)) expect(palette[key as keyof typeof tokens]).toBe(of(text, token));
  }
});

it('cuts a text only where it does not fit', () => {
  const width = (text: string) => monoWidth(text, 10);
  expect(fitted('short', 100, width)).toBe('short');
  expect(fitted('much too long for that', 60, width)).toBe('much too…');
});
