import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import { readCases, readCatalogs, readTemplates } from './read-catalogs.ts';

const MODULES: Record<string, { folder: string; read: (root: string) => Promise<unknown[]> }> = {
  'virtual:catalogs': { folder: 'catalogs', read: readCatalogs },
  'virtual:catalog-cases': { folder: 'catalogs', read: readCases },
  'virtual:templates': { folder: 'templates', read: readTemplates },
};

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
    resolveId(id) {
      return id in MODULES ? `\0${id}` : null;
    },
    async load(id) {
      const module = MODULES[id.slice(1)];
      if (!id.startsWith('\0') || module === undefined) return null;
      // A string for JSON.parse is read by the browser several times faster than the same data as an object literal.
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(await module.read(root)))});`;
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
