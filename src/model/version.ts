const VERSION = /^\d+(?:\.\d+)*[a-z]?(?:[-+][A-Za-z0-9.]+)?$/i;

/** True for texts such as `5.8`, `5.6.5`, `7.4.3.1204`, `19c`, `6.0-rc1`; not for `5.x`, which is no version but a wish. */
export function isVersion(text: string): boolean {
  return text.length <= 64 && VERSION.test(text);
}

/**
 * Order of two versions: number by number, a missing part counts as 0, so `5.8` equals `5.8.0`. Letters come before the bare number:
 * `6.0-rc1` is older than `6.0`. Negative, zero or positive.
 */
export function compareVersions(a: string, b: string): number {
  const left = tokens(a);
  const right = tokens(b);
  for (let i = 0; i < Math.max(left.length, right.length); i += 1) {
    const x = left[i] ?? 0;
    const y = right[i] ?? 0;
    if (x === y) continue;
    if (typeof x === 'number' && typeof y === 'number') return x - y;
    if (typeof x === 'string' && typeof y === 'string') return x < y ? -1 : 1;
    return typeof x === 'string' ? -1 : 1;
  }
  return 0;
}

function tokens(version: string): (number | string)[] {
  return (version.match(/\d+|[A-Za-z]+/g) ?? []).map((part) => (/^\d/.test(part) ? Number(part) : part.toLowerCase()));
}
