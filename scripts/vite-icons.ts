import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';
import { readCatalogs } from './read-catalogs.ts';

/** What a picture draws beside the icons that catalogs name. */
const OWN = ['globe', 'shield-half', 'building-2', 'lock-keyhole', 'wrench', 'monitor', 'handshake', 'cloud', 'shield', 'server', 'square'];

/**
 * Gives pictures the icons of the page as plain data, read from `lucide-react` at build time: a picture is made where there is no React.
 * See `src/catalogs/virtual.d.ts`.
 */
export function pictureIcons(): Plugin {
  let root = process.cwd();
  return {
    name: 'portolan-picture-icons',
    configResolved(config) {
      root = config.root;
    },
    resolveId: { filter: { id: /^virtual:icons$/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:icons$/ },
      handler: async () => {
        const catalogs = await readCatalogs(root);
        const names = new Set([...OWN, ...catalogs.flatMap(({ types }) => types.map(({ icon }) => icon))]);
        const folder = join(dirname(fileURLToPath(import.meta.resolve('lucide-react'))), '../esm');
        const index = readFileSync(join(folder, 'lucide-react.mjs'), 'utf8');
        const icons = [...names].sort().map((name) => [name, iconNode(folder, index, name)] as const);
        return `export default ${JSON.stringify(Object.fromEntries(icons))};`;
      },
    },
  };
}

/** The elements of an icon without their React keys. Throws where the package is not built as it is known to be. */
function iconNode(folder: string, index: string, name: string): [element: string, attributes: Record<string, string>][] {
  // Icons get new names and keep their old ones: the index knows in which file each is.
  const exported = name.replace(/(^|-)([a-z0-9])/g, (_, __, letter: string) => letter.toUpperCase());
  const file = new RegExp(`\\bdefault as ${exported}\\b[^;]*from '\\./(icons/[\\w-]+\\.mjs)'`).exec(index)?.[1];
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8');
  const list = bracketed(text, text.indexOf('node: ['));
  if (list === null) throw new Error(`lucide-react: the icon ${name} is not where it was`);
  const json = list.replace(/([{,]\s*)([a-zA-Z][\w-]*):/g, '$1"$2":').replace(/,(\s*[\]}])/g, '$1');
  return (JSON.parse(json) as [string, Record<string, string>][]).map(([element, { key: _, ...attributes }]) => [element, attributes]);
}

/** The first list behind a place in a text, its brackets included; null where there is none. */
function bracketed(text: string, from: number): string | null {
  const start = from < 0 ? -1 : text.indexOf('[', from);
  let depth = 0;
  for (let at = start; at >= 0 && at < text.length; at += 1) {
    if (text[at] === '"') at = text.indexOf('"', at + 1);
    else if (text[at] === '[') depth += 1;
    else if (text[at] === ']' && --depth === 0) return text.slice(start, at + 1);
  }
  return null;
}
