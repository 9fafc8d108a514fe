import cases from 'virtual:catalog-cases';
import catalogs from 'virtual:catalogs';
import { analyze } from '../engine/analyze.ts';
import { checkCatalogs } from '../engine/catalog-check.ts';
import { catalogRows } from '../engine/catalog-rows.ts';
import { nodeTerminal } from './node-terminal.ts';
import { run } from './run.ts';

// A reader that stops early, such as `head`, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2), {
  terminal: nodeTerminal,
  engine: { analyze, checkCatalogs, catalogRows },
  catalogs,
  cases,
});
