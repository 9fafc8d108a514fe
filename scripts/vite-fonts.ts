import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILES = {
  regular: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  mono: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
};

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
        const fonts = await Promise.all(
          Object.entries(FILES).map(async ([name, file]) => [name, (await readFile(fileURLToPath(file))).toString('base64')]),
        );
        return `export default ${JSON.stringify(Object.fromEntries(fonts))};`;
      },
    },
  };
}
