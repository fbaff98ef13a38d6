/** Bytes as the 64 characters that stand in a fragment as they are, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  let binary = '';
  const slice = 8192; // arguments that a call can have anywhere
  for (let at = 0; at < bytes.length; at += slice) binary += String.fromCharCode(...bytes.subarray(at, at + slice));
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The bytes, null if no bytes read so. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | null {
  try {
    return Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Four characters that another text has by chance once in 16 million: 24 bits of FNV-1a. */
export function check(bytes: Uint8Array): string {
  let h = 0x811c9dc5;
  for (const b of bytes) h = Math.imul(h ^ b, 0x01000193);
  const folded = (h ^ (h >>> 24)) & 0xffffff;
  return toBase64url(Uint8Array.of(folded >> 16, folded >> 8, folded));
}
