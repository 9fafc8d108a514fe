import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { lastChange } from './freshness.mjs';
import { readCases, readCatalogs, readTemplates } from './read-catalogs.ts';

const MODULES: Record<string, { folder: string; read: (root: string) => Promise<unknown[]> }> = {
  'virtual:catalogs': { folder: 'catalogs', read: readCatalogs },
  'virtual:catalog-cases': { folder: 'catalogs', read: readCases },
  'virtual:templates': { folder: 'templates', read: readTemplates },
};

/** What was read last, by module and root: page and worker of one build, and the tests of one run, ask for the same. */
const known = new Map<string, { readonly change: number; readonly text: Promise<string> }>();

function moduleText(root: string, id: string): Promise<string> | null {
  const module = MODULES[id];
  if (module === undefined) return null;
  const key = `${id} of ${root}`;
  const change = lastChange(root, [module.folder]);
  const former = known.get(key);
  if (former?.change === change) return former.text;
  // A string for JSON.parse is read by the browser several times faster than the same data as an object literal.
  const text = module.read(root).then((data) => `export default JSON.parse(${JSON.stringify(JSON.stringify(data))});`);
  known.set(key, { change, text });
  return text;
}

/**
 * Gives the page, the command line and the tests what stands in `catalogs/` and `templates/` as modules of plain data, read and checked at
 * build time, so that neither YAML nor the reading of files is part of what is shipped. See `src/catalogs/virtual.d.ts`.
 */
export function catalogModules(): Plugin {
  let root = process.cwd();
  return {
    name: 'portolan-catalogs',
    configResolved(config) {
      root = config.root;
    },
    resolveId: {
      filter: { id: /^virtual:(catalogs|catalog-cases|templates)$/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:(catalogs|catalog-cases|templates)$/ },
      handler: (id) => moduleText(root, id.slice(1)),
    },
    configureServer(server) {
      const folders = [...new Set(Object.values(MODULES).map((module) => module.folder))];
      server.watcher.add(folders.map((folder) => join(root, folder)));
      server.watcher.on('all', (_event, file) => {
        const stale = Object.entries(MODULES).filter(([, module]) => file.startsWith(join(root, module.folder) + sep));
        for (const [id] of stale) {
          const module = server.moduleGraph.getModuleById(`\0${id}`);
          if (module) server.moduleGraph.invalidateModule(module);
        }
        if (stale.length > 0) server.ws.send({ type: 'full-reload' });
      });
    },
  };
}
