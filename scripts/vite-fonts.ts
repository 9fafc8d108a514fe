import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const FILES = { regular: 'DejaVuSansCondensed', bold: 'DejaVuSansCondensed-Bold', mono: 'DejaVuSansMono' };

/**
 * Gives page, command line and tests the fonts of documents as a module of Base64 texts: all of them then write the same bytes, and nothing
 * has to be fetched. Only who makes a document loads it. See `src/catalogs/virtual.d.ts`.
 */
export function documentFonts(): Plugin {
  return {
    name: 'portolan-document-fonts',
    resolveId: { filter: { id: /^virtual:document-fonts$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:document-fonts$/ },
      handler: async () => {
        const require = createRequire(import.meta.url);
        const fonts = await Promise.all(
          Object.entries(FILES).map(async ([name, file]) => [
            name,
            (await readFile(require.resolve(`dejavu-fonts-ttf/ttf/${file}.ttf`))).toString('base64'),
          ]),
        );
        return `export default ${JSON.stringify(Object.fromEntries(fonts))};`;
      },
    },
  };
}
