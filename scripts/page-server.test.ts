import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { servePage } from './page-server.mjs';

let folder = '';
let server: { url: string; close: () => Promise<void> };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'portolan-server-'));
  mkdirSync(join(folder, 'dist/assets'), { recursive: true });
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'dist/index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'dist/assets/index-1a2b3c4d.js'), 'export {};');
  symlinkSync(join(folder, 'secret.txt'), join(folder, 'dist/linked.txt'));
  server = await servePage(join(folder, 'dist'), 0);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Asks for the path exactly as written: `fetch` would tidy it first. */
function ask(path: string, method = 'GET'): Promise<{ status: number; headers: Record<string, unknown>; body: string }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text) => {
        body += text;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    })
      .on('error', reject)
      .end();
  });
}

it('serves the page under its policy and never lets it be kept', async () => {
  const { status, headers, body } = await ask('/?anything');
  expect([status, body]).toEqual([200, '<!doctype html>']);
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/);
});

it('lets files with a hash in their name be kept, under the same policy', async () => {
  const { headers } = await ask('/assets/index-1a2b3c4d.js');
  expect(headers['cache-control']).toContain('immutable');
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['content-security-policy']).toContain("require-trusted-types-for 'script'");
});

it.each([
  '/../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/../../secret.txt',
  '/%5c..%5csecret.txt',
  '/linked.txt',
  '/secret.txt',
])('gives nothing from outside its folder: %s', async (path) => {
  const { status, body } = await ask(path);
  expect([status, body]).toEqual([404, 'Not found\n']);
});

it.each(['/assets', '/assets/', '/%', '/%00', '/missing.js'])('answers 404 to %s', async (path) => {
  expect((await ask(path)).status).toBe(404);
});

it('answers HEAD without a body and refuses to be written to', async () => {
  expect(await ask('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  expect((await ask('/', 'POST')).status).toBe(405);
});

it('says so when the port is taken', async () => {
  await expect(servePage(folder, Number(new URL(server.url).port))).rejects.toThrow('EADDRINUSE');
});
