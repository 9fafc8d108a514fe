import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const FILES = {
  regular: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
  mono: import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSansMono.ttf'),
};

/** Slices of Noto Sans with Han and kana, each with the characters it has, and one with Hangul. */
const EAST_ASIAN = import.meta.resolve('@fontsource/noto-sans-sc/unicode.json');
const HANGUL = import.meta.resolve('@fontsource/noto-sans-kr/files/noto-sans-kr-korean-400-normal.woff');
const HANGUL_RANGES = 'U+1100-11FF,U+3130-318F,U+A960-A97F,U+AC00-D7FB';

const RASTERISER = import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm');

/**
 * Gives page, command line and tests the fonts of documents as a module of Base64 texts: all of them then write the same bytes, and nothing
 * has to be fetched. Only who makes a document loads it.
 * The command line also gets the program that turns pictures into pixels, which the page has built in. See `src/catalogs/virtual.d.ts`.
 *
 * The fonts for East Asian scripts are modules too, one a slice, as WOFF: only a text that needs a slice loads it. `eastAsian` off leaves them
 * out.
 */
export function documentFonts({ eastAsian = true } = {}): Plugin {
  return {
    name: 'portolan-document-fonts',
    resolveId: {
      filter: { id: /^virtual:(document-fonts|rasteriser|east-asian-fonts|east-asian-font\/[\w-]+)$/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:(document-fonts|rasteriser|east-asian-fonts|east-asian-font\/[\w-]+)$/ },
      handler: async (id) => {
        if (id === '\0virtual:rasteriser') return `export default ${JSON.stringify(await base64Of(RASTERISER))};`;
        if (id === '\0virtual:east-asian-fonts') return eastAsian ? await eastAsianList() : 'export default [];';
        if (id.startsWith(SLICE)) return `export default ${JSON.stringify(await base64Of(sliceFile(id.slice(SLICE.length))))};`;
        const fonts = await Promise.all(Object.entries(FILES).map(async ([name, file]) => [name, await base64Of(file)]));
        return `export default ${JSON.stringify(Object.fromEntries(fonts))};`;
      },
    },
  };
}

const SLICE = '\0virtual:east-asian-font/';

function sliceFile(name: string): string {
  if (name === 'hangul') return HANGUL;
  return new URL(`files/noto-sans-sc-${name.replace('han-', '')}-400-normal.woff`, EAST_ASIAN).href;
}

/** The slices with their ranges of characters and how each is loaded. */
async function eastAsianList(): Promise<string> {
  const named: Record<string, string> = JSON.parse(await readFile(fileURLToPath(EAST_ASIAN), 'utf8'));
  const slices = Object.entries(named).flatMap(([key, ranges]): [string, string][] => {
    const number = /^\[(\d+)\]$/.exec(key)?.[1];
    return number === undefined ? [] : [[`han-${number}`, ranges]];
  });
  const entries = [['hangul', HANGUL_RANGES] as const, ...slices].map(([name, ranges]) => {
    const pairs = ranges.split(',').map((range) => {
      const [low = '', high = low] = range.replace('U+', '').split('-');
      return [Number.parseInt(low, 16), Number.parseInt(high, 16)];
    });
    return `{ ranges: ${JSON.stringify(pairs)}, load: () => import('virtual:east-asian-font/${name}') }`;
  });
  return `export default [${entries.join(',\n')}];`;
}

async function base64Of(url: string): Promise<string> {
  return (await readFile(fileURLToPath(url))).toString('base64');
}
