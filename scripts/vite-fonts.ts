import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILES = {
  regular: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  mono: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
};

const RASTERISER = import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm');

/**
 * Gives page, command line and tests the fonts of documents as a module of Base64 texts: all of them then write the same bytes, and nothing
 * has to be fetched. Only who makes a document loads it.
 * The command line also gets the program that turns pictures into pixels, which the page has built in. See `src/catalogs/virtual.d.ts`.
 */
export function documentFonts(): Plugin {
  return {
    name: 'portolan-document-fonts',
    resolveId: { filter: { id: /^virtual:(document-fonts|rasteriser)$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:(document-fonts|rasteriser)$/ },
      handler: async (id) => {
        if (id === '\0virtual:rasteriser') return `export default ${JSON.stringify(await base64Of(RASTERISER))};`;
        const fonts = await Promise.all(Object.entries(FILES).map(async ([name, file]) => [name, await base64Of(file)]));
        return `export default ${JSON.stringify(Object.fromEntries(fonts))};`;
      },
    },
  };
}

async function base64Of(url: string): Promise<string> {
  return (await readFile(fileURLToPath(url))).toString('base64');
}
