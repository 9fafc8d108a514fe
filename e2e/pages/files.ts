import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';

const run = promisify(execFile);

/** A file that a page handed out. */
export interface SavedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Buffer;
}

/** The file that comes of what is done. */
export async function saved(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [file] = await Promise.all([page.waitForEvent('download'), act()]);
  const path = await file.path();
  return { name: file.suggestedFilename(), path, bytes: await readFile(path) };
}

/** What `export` of the command line writes about a plan file into a folder, by file name. */
export async function exported(planFile: string, ...options: string[]): Promise<Record<string, Buffer>> {
  return inFolder(async (folder) => {
    await run(process.execPath, ['scripts/plan.mjs', 'export', planFile, '-o', folder, '--force', ...options]);
    const names = await readdir(folder);
    return Object.fromEntries(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
  });
}

/** The one document that the command line writes about a plan file. */
export async function exportedDocument(planFile: string, format: string, ...options: string[]): Promise<Buffer> {
  return inFolder(async (folder) => {
    const path = join(folder, `written.${format === 'mermaid' ? 'mmd' : format}`);
    await run(process.execPath, ['scripts/plan.mjs', 'export', planFile, '--to', format, ...options, '-o', path]);
    return readFile(path);
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'portolan-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
