import type { OnWork } from '../engine/tools.ts';
import { fill, strings } from '../strings.ts';

/** A file as the tools take it. */
export interface LoadedFile {
  name: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Bytes of all files that are opened at once: they lie in memory twice. */
export const openBytesMax = 512 << 20;
/** Bytes of a packed scenario or picture, unpacked. */
const textBytesMax = 64 << 20;

/** Reads dropped or chosen files. Throws a sentence, or the signal's reason. */
export async function readFiles(files: readonly File[], onWork: OnWork, signal: AbortSignal): Promise<LoadedFile[]> {
  const total = files.reduce((sum, f) => sum + f.size, 0);
  if (total > openBytesMax) {
    throw new Error(fill(strings.share.open.tooBig, { name: nameOf(files), size: total >> 20, most: openBytesMax >> 20 }));
  }
  const list: LoadedFile[] = [];
  let done = 0;
  for (const file of files) {
    const bytes = new Uint8Array(file.size);
    let at = 0;
    const reader = file.stream().getReader();
    const stop = (): void => void reader.cancel(); // ends a read that waits, too
    signal.addEventListener('abort', stop);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes.set(part.value, at);
      at += part.value.length;
      onWork((done += part.value.length), total);
    }
    signal.removeEventListener('abort', stop);
    if (signal.aborted) throw signal.reason;
    list.push({ name: file.name, bytes });
  }
  return list;
}

/** What several files are called together. */
export function nameOf(files: readonly { name: string }[]): string {
  return files.length === 1 ? files[0].name : `${files[0].name}, …`;
}

/**
 * The scenario in a file: its text, or what a picture saved here carries, packed
 * or not. Null if it is something else: a trace. Throws a sentence.
 */
export async function scenarioIn(file: LoadedFile): Promise<string | null> {
  const bytes = isGzip(file.bytes) ? await gunzipStart(file) : file.bytes;
  if (bytes.subarray(0, 4096).includes(0)) return null;
  const text = new TextDecoder().decode(bytes);
  if (/^\s*(<\?xml[^>]*>\s*)?<svg\b/.test(text)) return inPicture(file.name, text);
  return /\.blkplay(\.gz)?$/i.test(file.name) || /^\s*(#[^\n]*\n\s*)*version\s/.test(text) ? text : null;
}

function inPicture(name: string, svg: string): string {
  // A document of its own: no script of the picture runs, nothing in it is fetched.
  const text = new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('svg.blk-picture > metadata')?.textContent;
  if (!text) throw new Error(fill(strings.share.open.svg, { name }));
  return text;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What is packed; only the beginning of something that is no text or too long to be a scenario. */
async function gunzipStart(file: LoadedFile): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  const reader = new Blob([file.bytes]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value as Uint8Array<ArrayBuffer>);
      length += part.value.length;
      if (length > textBytesMax || part.value.includes(0)) {
        void reader.cancel();
        break;
      }
    }
  } catch {
    throw new Error(fill(strings.share.open.gzip, { name: file.name }));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** Hands bytes to the browser as a file. */
export function saveFile(name: string, body: BlobPart, type = 'application/octet-stream'): void {
  const url = URL.createObjectURL(new Blob([body], { type }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A title as the stem of a file's name. */
export function stemOf(title: string): string {
  return title.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|-+$/g, '').slice(0, 60) || 'scenario';
}
