import { zipSync } from 'fflate';
import type { FirewallFile } from '../report/firewall/style.ts';
import { fileName } from './file.ts';

/** A firewall file with its name, safe on every file system. */
export interface NamedFile extends FirewallFile {
  readonly name: string;
}

/** The files with their names, each name once: page and terminal write the same. */
export function nameFiles(files: readonly FirewallFile[]): NamedFile[] {
  const subjects = new Map<string, Set<string>>();
  for (const { of, extension } of files) {
    const name = `${fileName(of.name, of.id)}.${extension}`;
    subjects.set(name, (subjects.get(name) ?? new Set()).add(of.id));
  }
  return files.map((file) => {
    const { of, extension } = file;
    const name = `${fileName(of.name, of.id)}.${extension}`;
    // Ids that start alike: the digest of the whole id tells them apart.
    const apart = (subjects.get(name)?.size ?? 0) > 1 ? `${fileName(of.name, `~${of.id}`)}.${extension}` : name;
    return { ...file, name: apart };
  });
}

/** The earliest time a ZIP entry can hold: the archive of the same files has the same bytes on every day. */
const NO_TIME = new Date(1980, 0, 1);

/** A ZIP archive of files, in their order. Throws where two share a name, which would lose one. */
export function zipFiles(files: readonly { readonly name: string; readonly content: string | Uint8Array }[]): Uint8Array<ArrayBuffer> {
  const entries = new Map(
    files.map(({ name, content }) => [name, typeof content === 'string' ? new TextEncoder().encode(content) : content] as const),
  );
  if (entries.size < files.length) throw new Error('Two files share a name');
  return new Uint8Array(zipSync(Object.fromEntries(entries), { mtime: NO_TIME }));
}
