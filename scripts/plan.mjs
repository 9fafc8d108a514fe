import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildCli, CLI } from './build-cli.mjs';
import { installDependencies } from './dependencies.mjs';
import { ROOT } from './root.mjs';

// `npm run` starts in the project's folder; paths on the command line are meant from where the user stands.
if (process.env.INIT_CWD !== undefined) process.chdir(process.env.INIT_CWD);

installDependencies();
try {
  await buildCli();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(70);
}
await import(pathToFileURL(join(ROOT, CLI)).href);
