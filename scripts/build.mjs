import { installDependencies } from './dependencies.mjs';

installDependencies();
const [{ buildPage }, { buildCli, CLI }] = await Promise.all([import('./build-page.mjs'), import('./build-cli.mjs')]);
try {
  await buildPage({ force: true });
  await buildCli({ force: true });
  console.log(`Built dist/ and ${CLI}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
