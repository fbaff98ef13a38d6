import type { TraceFile } from './protocol.ts';

/** Bytes that a packed file may have once unpacked: more is no trace that fits the engine. */
const unpackedMax = 512 << 20;

/** The file itself, or what is gzipped in it, named without .gz. */
export async function unpack(file: TraceFile): Promise<TraceFile> {
  if (file.bytes[0] !== 0x1f || file.bytes[1] !== 0x8b) return file;
  const name = file.name.replace(/\.gz$/i, '');
  try {
    return { name, bytes: await gunzip(file.bytes) };
  } catch (e) {
    if (e instanceof TooLarge) throw new Error(`${file.name} is more than ${unpackedMax >> 20} MiB when unpacked`);
    throw new Error(`${file.name} is not a whole gzip file`);
  }
}

class TooLarge extends Error {}

async function gunzip(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value);
    length += part.value.length;
    if (length > unpackedMax) {
      await reader.cancel();
      throw new TooLarge();
    }
  }
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
