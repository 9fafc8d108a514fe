import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, sep } from 'node:path';
import { HEADER_POLICY } from './content-policy.mjs';

/** @type {Readonly<Record<string, string>>} */
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

const HEADERS = {
  'Content-Security-Policy': HEADER_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
};

/**
 * A server for the files of one folder and nothing else: GET and HEAD only, no listing, nothing outside the folder, not even by a link
 * inside it. Files whose name carries their hash may be kept by the browser, everything else is asked for again.
 * @param {string} folder
 */
export function createPageServer(folder) {
  return createServer(async (request, response) => {
    const file = await fileFor(folder, request.url ?? '/');
    const readable = request.method === 'GET' || request.method === 'HEAD';
    if (!readable || file === null) {
      response.writeHead(readable ? 404 : 405, { ...HEADERS, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
      response.end(readable ? 'Not found\n' : 'Only GET and HEAD\n');
      return;
    }
    response.writeHead(200, {
      ...HEADERS,
      'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
      'Content-Length': file.size,
      'Cache-Control': file.hashed ? 'public, max-age=31536000, immutable' : 'no-store',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file.path)
        .on('error', () => response.destroy())
        .pipe(response);
  });
}

/**
 * The file an address means, or null where there is none.
 * @param {string} folder
 * @param {string} url
 * @returns {Promise<{ path: string, size: number, hashed: boolean } | null>}
 */
async function fileFor(folder, url) {
  try {
    const name = decodeURIComponent(url.split(/[?#]/, 1)[0] ?? '/');
    if (name.includes('\0') || name.includes('\\') || name.split('/').includes('..')) return null;
    const root = await realpath(folder);
    const path = await realpath(join(root, name.endsWith('/') ? `${name}index.html` : name));
    const found = await stat(path);
    if (!path.startsWith(root + sep) || !found.isFile()) return null;
    return { path, size: found.size, hashed: path.startsWith(join(root, 'assets') + sep) };
  } catch {
    // No such file, or an address that is none: both are "not found" to whoever asks.
    return null;
  }
}

/**
 * Starts serving `folder` to this machine alone, under both of its own addresses where it has both. Rejects where the port is taken.
 * @param {string} folder
 * @param {number} port 0 takes a free one
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function servePage(folder, port) {
  const first = createPageServer(folder);
  const actual = await listen(first, port, '127.0.0.1');
  const second = createPageServer(folder);
  const servers = await listen(second, actual, '::1').then(
    () => [first, second],
    () => [first],
  );
  return {
    url: `http://localhost:${actual}/`,
    close: async () => {
      for (const server of servers) {
        await new Promise((done) => {
          server.close(done);
          server.closeAllConnections();
        });
      }
    },
  };
}

/**
 * @param {import('node:http').Server} server
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number>} the port it listens on
 */
function listen(server, port, host) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
