import { join } from 'node:path';
import { servePage } from './page-server.mjs';
import { ROOT } from './root.mjs';

/** Serves the built page, PORT or 4173. */
export async function serve() {
  const port = Number(process.env.PORT ?? 4173);
  try {
    const { url } = await servePage(join(ROOT, 'dist'), port);
    console.log(`Portolan is at ${url}`);
  } catch (error) {
    const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
    console.error(taken ? `Port ${port} is taken. Choose another: PORT=4174 npm start` : error);
    process.exit(1);
  }
}

if (process.argv[1] === join(ROOT, 'scripts', 'serve.mjs')) await serve();
