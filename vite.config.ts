import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { PAGE_POLICY } from './scripts/content-policy.mjs';
import { catalogModules } from './scripts/vite-catalogs.ts';
import { documentFonts } from './scripts/vite-fonts.ts';
import { pictureIcons } from './scripts/vite-icons.ts';

/** Writes the content policy into the built page. The development server injects scripts of its own and stays without. */
function contentPolicy(): Plugin {
  return {
    name: 'portolan-content-policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY }, injectTo: 'head-prepend' },
    ],
  };
}

// Reading the catalogs is most of a build: nothing to warn of.
const checks = { pluginTimings: false };

export default defineConfig({
  // Relative addresses: the built folder works under any path it is put.
  base: './',
  plugins: [react({ jsxImportSource: '#page' }), tailwindcss(), catalogModules(), documentFonts(), pictureIcons(), contentPolicy()],
  resolve: { alias: { 'react-style-singleton': fileURLToPath(new URL('src/style-singleton.ts', import.meta.url)) } },
  worker: { format: 'es', plugins: () => [catalogModules(), documentFonts(), pictureIcons()], rolldownOptions: { checks } },
  build: {
    target: 'es2022',
    // Fonts and pictures stay files: the content policy admits no data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { checks },
  },
});
