import { readPlan } from '../model/gate.ts';
import { FILE_CAPS } from '../model/gate-limits.ts';
import type { Plan } from '../model/plan.ts';
import { quoted } from '../model/printable.ts';
import { decodeLink, decodeSealedLink, isLink, isSealedLink } from '../share/link.ts';
import type { Terminal } from './context.ts';
import { Refusal } from './refusal.ts';

/** The plan that a PLAN word names: a file, `-` for standard input, or a share link, which is decoded here and never fetched. */
export async function planOf(word: string, terminal: Terminal): Promise<Plan> {
  if (isLink(word)) return planOfLink(word, terminal);
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(word))
    throw new Refusal('An address without a plan is never fetched', quoted(word), 'a file, - or a share link with #p=');
  const bytes = word === '-' ? await readInput(terminal) : await readFile(word, terminal);
  const read = readPlan(bytes, FILE_CAPS);
  if (!read.ok) throw Refusal.of(read.error, word === '-' ? 'standard input' : word);
  return read.plan;
}

/** The plan of a share link. A sealed one opens with the passphrase of the environment. */
export async function planOfLink(link: string, { passphrase }: Terminal): Promise<Plan> {
  if (isSealedLink(link) && passphrase === undefined)
    throw new Refusal('The link is sealed with a passphrase', 'environment', 'the passphrase in PORTOLAN_PASSPHRASE');
  const read = isSealedLink(link) ? await decodeSealedLink(link, passphrase ?? '') : decodeLink(link);
  if (!read.ok) throw Refusal.of(read.error, 'link');
  return read.plan;
}

/** The bytes of a file within the caps, or a refusal that says why not. */
export async function readFile(path: string, terminal: Terminal): Promise<Uint8Array> {
  try {
    return await terminal.readFile(path, FILE_CAPS.bytes);
  } catch (error) {
    throw new Refusal(`The file cannot be read (${reasonOf(error)})`, quoted(path, 200), 'a readable file');
  }
}

async function readInput(terminal: Terminal): Promise<Uint8Array> {
  try {
    return await terminal.readInput(FILE_CAPS.bytes);
  } catch (error) {
    throw new Refusal(`Standard input cannot be read (${reasonOf(error)})`, 'standard input', 'the text of a plan');
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is none',
  EACCES: 'not permitted',
  EPERM: 'not permitted',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'no space left',
  EROFS: 'the file system is read-only',
};

/** Why the file system refused, in words. */
export function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return (Object.hasOwn(REASONS, code) ? REASONS[code] : undefined) ?? (code || 'unknown reason');
}
