import { characterMap } from './glyphs.ts';
import { scaledOutline } from './outline.ts';
import { type FontTables, fontOf, tablesOf, viewOf } from './sfnt.ts';

/** A glyph in the measure of the font that takes it. */
interface Added {
  readonly codePoint: number;
  readonly outline: Uint8Array;
  readonly advance: number;
}

/**
 * The font with the glyphs of other fonts for characters it lacks itself: its own glyphs keep number and shape. TrueType in, TrueType out; the
 * others may be WOFF 1. A character that none of them draws simply stays missing.
 */
export function mergedFont(font: Uint8Array, others: readonly Uint8Array[], characters: readonly number[]): Uint8Array {
  const tables = tablesOf(font);
  const own = characterMap(font);
  const added = new Map<number, Added>();
  for (const other of others) {
    const lacking = characters.filter((codePoint) => !own.has(codePoint) && !added.has(codePoint));
    for (const glyph of glyphsFrom(other, lacking, unitsOf(tables))) added.set(glyph.codePoint, glyph);
  }
  return added.size === 0 ? font : fontOf(withGlyphs(tables, own, [...added.values()]));
}

function table(tables: FontTables, tag: string): Uint8Array {
  const bytes = tables.get(tag);
  if (!bytes) throw new Error(`The font has no ${tag} table`);
  return bytes;
}

function unitsOf(tables: FontTables): number {
  return viewOf(table(tables, 'head')).getUint16(18);
}

/** Where each glyph begins in `glyf`, and where the last ends. */
function placesOf(tables: FontTables): number[] {
  const loca = viewOf(table(tables, 'loca'));
  const long = viewOf(table(tables, 'head')).getInt16(50) === 1;
  return Array.from({ length: loca.byteLength / (long ? 4 : 2) }, (_, at) => (long ? loca.getUint32(at * 4) : loca.getUint16(at * 2) * 2));
}

function glyphsFrom(font: Uint8Array, characters: readonly number[], units: number): Added[] {
  const tables = tablesOf(font);
  const scale = units / unitsOf(tables);
  const [map, places, glyf] = [characterMap(fontOf(new Map([['cmap', table(tables, 'cmap')]]))), placesOf(tables), table(tables, 'glyf')];
  const metrics = viewOf(table(tables, 'hmtx'));
  const full = viewOf(table(tables, 'hhea')).getUint16(34);
  return characters.flatMap((codePoint) => {
    const glyph = map.get(codePoint);
    if (glyph === undefined) return [];
    const outline = scaledOutline(glyf.subarray(places[glyph], places[glyph + 1]), scale);
    const advance = Math.round(metrics.getUint16(Math.min(glyph, full - 1) * 4) * scale);
    return outline ? [{ codePoint, outline, advance }] : [];
  });
}

function withGlyphs(tables: FontTables, own: ReadonlyMap<number, number>, added: readonly Added[]): FontTables {
  const first = viewOf(table(tables, 'maxp')).getUint16(4);
  const count = first + added.length;
  const map = new Map([...own, ...added.map(({ codePoint }, index): [number, number] => [codePoint, first + index])]);
  return new Map([
    ...tables,
    ['cmap', cmapOf(map)],
    ['head', changed(table(tables, 'head'), 50, 1)],
    ['maxp', changed(table(tables, 'maxp'), 4, count)],
    ['hhea', changed(table(tables, 'hhea'), 34, count)],
    ['hmtx', metricsOf(tables, first, added)],
    ...outlinesOf(tables, first, added),
  ]);
}

/** The table with one 16-bit number changed. */
function changed(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  viewOf(copy).setUint16(at, value);
  return copy;
}

function metricsOf(tables: FontTables, first: number, added: readonly Added[]): Uint8Array {
  const old = viewOf(table(tables, 'hmtx'));
  const full = viewOf(table(tables, 'hhea')).getUint16(34);
  const bytes = new Uint8Array((first + added.length) * 4);
  const view = viewOf(bytes);
  for (let glyph = 0; glyph < first; glyph += 1) {
    view.setUint16(glyph * 4, old.getUint16(Math.min(glyph, full - 1) * 4));
    view.setInt16(glyph * 4 + 2, old.getInt16(glyph < full ? glyph * 4 + 2 : full * 4 + (glyph - full) * 2));
  }
  added.forEach(({ advance, outline }, index) => {
    view.setUint16((first + index) * 4, advance);
    view.setInt16((first + index) * 4 + 2, outline.length > 0 ? viewOf(outline).getInt16(2) : 0);
  });
  return bytes;
}

function outlinesOf(tables: FontTables, first: number, added: readonly Added[]): [string, Uint8Array][] {
  const old = table(tables, 'glyf');
  const places = placesOf(tables).slice(0, first + 1);
  let end = (old.length + 3) & ~3;
  places[first] = end;
  for (const { outline } of added) {
    end += outline.length;
    places.push(end);
  }
  const glyf = new Uint8Array(end);
  glyf.set(old);
  added.forEach(({ outline }, index) => {
    glyf.set(outline, places[first + index]);
  });
  const loca = new Uint8Array(places.length * 4);
  const view = viewOf(loca);
  places.forEach((place, index) => {
    view.setUint32(index * 4, place);
  });
  return [
    ['glyf', glyf],
    ['loca', loca],
  ];
}

/** A character map of format 12, neighbours in one group. */
function cmapOf(map: ReadonlyMap<number, number>): Uint8Array {
  const groups: [low: number, high: number, glyph: number][] = [];
  for (const [codePoint, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const last = groups.at(-1);
    if (last && codePoint === last[1] + 1 && glyph - last[2] === codePoint - last[0]) last[1] = codePoint;
    else groups.push([codePoint, codePoint, glyph]);
  }
  const bytes = new Uint8Array(28 + groups.length * 12);
  const view = viewOf(bytes);
  view.setUint16(2, 1);
  view.setUint16(4, 3);
  view.setUint16(6, 10);
  view.setUint32(8, 12);
  view.setUint16(12, 12);
  view.setUint32(16, 16 + groups.length * 12);
  view.setUint32(24, groups.length);
  groups.forEach((group, index) => {
    group.forEach((value, part) => {
      view.setUint32(28 + index * 12 + part * 4, value);
    });
  });
  return bytes;
}
