// Frozen with link codec 1: work factor, lengths and order of the parts decide what sealed links mean (docs/decisions/0011-link-codec-1.md).

/** Rounds of PBKDF2 with SHA-256 between passphrase and key. */
const ROUNDS = 600_000;
const SALT = 16;
const NONCE = 12;
const TAG = 16;

/** Bytes that a seal adds. */
export const SEAL_OVERHEAD = SALT + NONCE + TAG;

/** Whether this page or program can seal and open: browsers only let secure pages. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}

/** Salt, nonce and the bytes under AES-256-GCM with a key made of the passphrase. `header` is not written, but the seal opens only beside the same one. */
export async function seal(bytes: Uint8Array, passphrase: string, header: string): Promise<Uint8Array> {
  const random = crypto.getRandomValues(new Uint8Array(SALT + NONCE));
  const sealed = await crypto.subtle.encrypt(way(random, header), await keyOf(passphrase, random, 'encrypt'), Uint8Array.from(bytes));
  return Uint8Array.from([...random, ...new Uint8Array(sealed)]);
}

/** What was sealed; null where passphrase or header are other ones or the bytes are damaged. */
export async function unseal(sealed: Uint8Array, passphrase: string, header: string): Promise<Uint8Array | null> {
  if (sealed.length < SEAL_OVERHEAD) return null;
  const random = Uint8Array.from(sealed.subarray(0, SALT + NONCE));
  try {
    const key = await keyOf(passphrase, random, 'decrypt');
    return new Uint8Array(await crypto.subtle.decrypt(way(random, header), key, Uint8Array.from(sealed.subarray(SALT + NONCE))));
  } catch {
    // The one thing that authenticated decryption says.
    return null;
  }
}

function way(random: Uint8Array<ArrayBuffer>, header: string): AesGcmParams {
  return { name: 'AES-GCM', iv: random.subarray(SALT), additionalData: new TextEncoder().encode(header), tagLength: TAG * 8 };
}

async function keyOf(passphrase: string, random: Uint8Array<ArrayBuffer>, use: 'encrypt' | 'decrypt'): Promise<CryptoKey> {
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const key = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  const salt = random.subarray(0, SALT);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    key,
    { name: 'AES-GCM', length: 256 },
    false,
    [use],
  );
}
