const CHUNK = 8192;

/**
 * Text of UTF-8 bytes, or null where they are no valid UTF-8 (truncated, overlong, a surrogate, beyond U+10FFFF).
 * Strict on purpose: replacing damaged characters would be a silent repair of a plan.
 */
export function decodeUtf8(bytes: Uint8Array): string | null {
  const parts: string[] = [];
  let units: number[] = [];
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    let code = first;
    let following = 0;
    if (first >= 0x80) {
      if (first >= 0xc2 && first <= 0xdf) following = 1;
      else if (first >= 0xe0 && first <= 0xef) following = 2;
      else if (first >= 0xf0 && first <= 0xf4) following = 3;
      else return null;
      code = first & (0x3f >> following);
      for (let step = 1; step <= following; step++) {
        const next = bytes[at + step];
        if (next === undefined || (next & 0xc0) !== 0x80) return null;
        code = (code << 6) | (next & 0x3f);
      }
      if (following === 2 && (code < 0x800 || (code >= 0xd800 && code <= 0xdfff))) return null;
      if (following === 3 && (code < 0x10000 || code > 0x10ffff)) return null;
    }
    at += following + 1;
    if (code < 0x10000) units.push(code);
    else units.push(0xd800 + ((code - 0x10000) >> 10), 0xdc00 + ((code - 0x10000) & 0x3ff));
    if (units.length >= CHUNK) {
      parts.push(String.fromCharCode(...units));
      units = [];
    }
  }
  parts.push(String.fromCharCode(...units));
  return parts.join('');
}

/** How many bytes a text takes as UTF-8. A lone surrogate counts as the three bytes of its replacement. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x80) bytes += 1;
    else if (unit < 0x800) bytes += 2;
    else if (unit >= 0xd800 && unit <= 0xdbff && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}
