import { strFromU8, unzlibSync } from 'fflate';

/** The bytes as text, one character each. */
export const raw = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

/** Every piece of text that is drawn in one go, page by page: glyph numbers back to characters by the fonts' own tables. */
export function drawnPieces(bytes: Uint8Array): string[] {
  const objects = new Map<string, string>();
  const streams = new Map<string, string>();
  for (const [, id, body] of raw(bytes).matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    objects.set(id as string, body as string);
    const stream = /stream\n([\s\S]*)\nendstream/.exec(body as string)?.[1];
    if (stream === undefined) continue;
    const packed = (body as string).includes('/FlateDecode');
    streams.set(id as string, packed ? strFromU8(unzlibSync(Buffer.from(stream, 'latin1')), true) : stream);
  }
  const maps = new Map<string, Map<string, string>>();
  for (const [id, body] of objects) {
    const unicode = /\/ToUnicode (\d+) 0 R/.exec(body)?.[1];
    if (unicode === undefined) continue;
    const map = new Map<string, string>();
    const table = streams.get(unicode) ?? '';
    for (const [, from, , list] of table.matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g))
      [...(list as string).matchAll(/<([0-9a-f ]+)>/g)].forEach(([, hex], index) => {
        const code = (Number.parseInt(from as string, 16) + index).toString(16).padStart(4, '0');
        map.set(
          code,
          String.fromCharCode(...((hex as string).replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16))),
        );
      });
    maps.set(id, map);
  }
  const names = new Map<string, Map<string, string>>();
  for (const body of objects.values())
    for (const [, name, id] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const map = maps.get(id as string);
      if (map) names.set(name as string, map);
    }
  const pieces: string[] = [];
  for (const body of streams.values()) {
    let font = new Map<string, string>();
    for (const [, name, array] of body.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
      if (name !== undefined) font = names.get(name) ?? new Map();
      else {
        const glyphs = [...(array ?? '').matchAll(/<([0-9a-f]+)>/g)].flatMap(([, hex]) => (hex as string).match(/.{4}/g) ?? []);
        pieces.push(glyphs.map((code) => font.get(code) ?? '').join(''));
      }
    }
    pieces.push('\n');
  }
  return pieces;
}

/** Everything that is drawn as text. */
export function drawnText(bytes: Uint8Array): string {
  return drawnPieces(bytes).join('');
}
