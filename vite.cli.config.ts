import { defineConfig } from 'vite';
import { catalogModules } from './scripts/vite-catalogs.ts';
import { documentFonts } from './scripts/vite-fonts.ts';
import { pictureIcons } from './scripts/vite-icons.ts';

/** The command line as files that need nothing beside them: `scripts/build-cli.mjs` names the folder and sets them in place. */
export default defineConfig({
  plugins: [catalogModules(), documentFonts(), pictureIcons()],
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: 'src/cli/main.ts',
    target: 'node20',
    minify: false,
    rolldownOptions: {
      output: {
        banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : ''),
        entryFileNames: 'portolan.mjs',
        chunkFileNames: 'chunks/[name]-[hash].mjs',
      },
    },
  },
});
