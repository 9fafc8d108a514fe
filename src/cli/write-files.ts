import { quoted } from '../model/printable.ts';
import type { Terminal, WrittenFile } from './context.ts';
import { reasonOf } from './plan-argument.ts';
import { Refusal } from './refusal.ts';

/** What a command gives that makes files. */
export interface FileSet {
  readonly files: readonly WrittenFile[];
  /** Extensions of such files: a path that ends with one is meant as a file. */
  readonly extensions: readonly string[];
}

/**
 * Writes files to where the user said: one file to a path that ends as such a file does, else all of them into a folder, made where there
 * is none. Without a path one file is printed. Everything is looked at before anything is written.
 */
export async function writeFiles(
  { files, extensions }: FileSet,
  path: string | undefined,
  force: boolean,
  terminal: Terminal,
): Promise<void> {
  const [only] = files;
  if (only === undefined) return terminal.complain('portolan: There is nothing to write');
  const asFile = path === undefined || extensions.some((extension) => path.endsWith(`.${extension}`));
  if (asFile && files.length > 1)
    throw new Refusal(`There are ${files.length} files`, path === undefined ? 'standard output' : quoted(path, 200), 'a folder: -o FOLDER');
  if (path === undefined) return terminal.print(only.content);
  const targets = files.map((file) => ({ path: asFile ? path : `${path.replace(/\/+$/, '')}/${file.name}`, content: file.content }));
  if (!force) for (const target of targets) if (await isThere(target.path, terminal)) throw exists(target.path);
  try {
    if (!asFile) await terminal.makeFolder(path);
    for (const target of targets) await terminal.writeFile(target.path, target.content, force);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') throw exists(path);
    throw new Refusal(`The files cannot be written (${reasonOf(error)})`, quoted(path, 200), 'a path that can be written');
  }
}

async function isThere(path: string, terminal: Terminal): Promise<boolean> {
  try {
    await terminal.readFile(path, 0);
    return true;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    return code !== 'ENOENT' && code !== 'ENOTDIR';
  }
}

function exists(path: string): Refusal {
  return new Refusal('The file exists already', quoted(path, 200), 'a new name, or --force to overwrite');
}
