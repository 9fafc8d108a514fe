import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { catalogModules } from './scripts/vite-catalogs.ts';
import { documentFonts } from './scripts/vite-fonts.ts';
import { pictureIcons } from './scripts/vite-icons.ts';

const path = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The whole page as one HTML file: `scripts/build-single.mjs` adds what is not a module, and the content policy. */
export default defineConfig({
  mode: 'single',
  plugins: [
    react({ jsxImportSource: '#page' }),
    tailwindcss(),
    catalogModules(),
    documentFonts({ eastAsian: false }),
    pictureIcons(),
    viteSingleFile(),
  ],
  publicDir: false,
  logLevel: 'warn',
  resolve: {
    alias: [
      { find: 'react-style-singleton', replacement: path('src/style-singleton.ts') },
      { find: /^\.\/start-engine\.ts$/, replacement: path('src/store/start-engine.single.ts') },
    ],
  },
  // A module worker made from a blob stays silent in a page opened from disk: a classic one works.
  worker: {
    format: 'iife',
    plugins: () => [catalogModules(), documentFonts({ eastAsian: false }), pictureIcons()],
    rolldownOptions: { output: { codeSplitting: false } },
  },
  build: { target: 'es2022', modulePreload: false, outDir: 'dist-single' },
});
