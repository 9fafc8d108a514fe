import { defineConfig } from 'vitest/config';
import { catalogModules } from './scripts/vite-catalogs.ts';
import { documentFonts } from './scripts/vite-fonts.ts';
import { pictureIcons } from './scripts/vite-icons.ts';

const shared = {
  // Generous: a busy machine is no failure.
  testTimeout: 30_000,
  exclude: ['**/node_modules/**', 'dist/**', 'e2e/**'],
  // Results do not depend on the clock's zone or the machine's language.
  env: { TZ: 'UTC', LC_ALL: 'C' },
};

/** `x.test.ts` and `x.test-prop.ts` run in Node alone; `x.test.tsx` draws and gets a document. */
export default defineConfig({
  plugins: [catalogModules(), documentFonts(), pictureIcons()],
  test: {
    projects: [
      {
        extends: true,
        test: { ...shared, name: 'plain', environment: 'node', include: ['{src,scripts,catalogs}/**/*.{test,test-prop}.ts'] },
      },
      {
        extends: true,
        test: {
          ...shared,
          name: 'drawn',
          environment: 'jsdom',
          setupFiles: ['scripts/drawn-setup.ts'],
          include: ['src/**/*.{test,test-prop}.tsx'],
        },
      },
    ],
  },
});
