const format = 'deflate-raw';

/** Whether this browser packs and unpacks. */
export function canDeflate(): boolean {
  try {
    return Boolean(new CompressionStream(format) && new DecompressionStream(format));
  } catch {
    return false;
  }
}

export async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream(format))).arrayBuffer());
}

/** What is unpacked goes over the limit: a bomb. */
export class TooLarge extends Error {}

/** Unpacks at most `most` bytes, and holds never more; rejects with TooLarge, or with what is wrong with the bytes. */
export async function inflate(bytes: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > most) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(part.value);
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
