import fonts from 'virtual:document-fonts';
import program from 'virtual:rasteriser';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

let ready: Promise<void> | null = null;

/** A picture as PNG, `scale` pixels for each of its own. The page has a browser for this; here it is resvg, with the fonts of documents. */
export async function rasterise(svg: string, scale: number): Promise<Uint8Array<ArrayBuffer>> {
  ready ??= initWasm(bytesOf(program));
  await ready;
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: {
      fontBuffers: [fonts.regular, fonts.bold, fonts.mono].map(bytesOf),
      loadSystemFonts: false,
      defaultFontFamily: 'DejaVu Sans Condensed',
      sansSerifFamily: 'DejaVu Sans Condensed',
      monospaceFamily: 'DejaVu Sans Mono',
    },
  });
  const image = resvg.render();
  const png = new Uint8Array(image.asPng());
  image.free();
  resvg.free();
  return png;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}
