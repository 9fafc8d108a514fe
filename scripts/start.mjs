import { installDependencies } from './dependencies.mjs';
import { serve } from './serve.mjs';

installDependencies();
const { buildPage } = await import('./build-page.mjs');
try {
  await buildPage();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
await serve();
