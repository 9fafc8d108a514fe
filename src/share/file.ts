import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** Longest name of a written file, without extension. */
const MAX_NAME = 60;
const MARK = 6;

/**
 * Name of a file about one thing: letters, digits and hyphens from the thing's name and six characters of its id, `fw-core-2f1c9a`.
 * At most 60 characters, never a path, a device name or a hidden file. Ids that hold other characters are told apart by their digest.
 */
export function fileName(name: string, id: string): string {
  const plain = /^[a-z0-9]{6,}$/.test(id) ? id.slice(0, MARK) : bytesToHex(sha256(utf8ToBytes(id))).slice(0, MARK);
  const words = slug(name)
    .slice(0, MAX_NAME - MARK - 1)
    .replace(/-+$/, '');
  return words === '' ? plain : `${words}-${plain}`;
}

/** Name of a plan file from the plan's title. */
export function planFileName(title: string): string {
  const words = slug(title).slice(0, MAX_NAME).replace(/-+$/, '');
  return `${words === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(words) ? 'plan' : words}.plan.json`;
}

function slug(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
