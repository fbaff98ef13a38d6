/** A file as the engine takes it. */
export interface LoadedFile {
  name: string;
  bytes: Uint8Array;
}

const mostBytes = 64 << 20;

/** Reads dropped or chosen files; gzip is undone here. Throws a sentence. */
export async function readFiles(files: Iterable<File>): Promise<LoadedFile[]> {
  const list: LoadedFile[] = [];
  for (const file of files) {
    if (file.size > mostBytes) throw new Error(`${file.name} has ${file.size} bytes; at most ${mostBytes} are read`);
    list.push(await gunzip({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }));
  }
  return list;
}

async function gunzip(file: LoadedFile): Promise<LoadedFile> {
  if (file.bytes[0] !== 0x1f || file.bytes[1] !== 0x8b) return file;
  const name = file.name.replace(/\.gz$/, '');
  const body = new Response(file.bytes as BlobPart).body!;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await new Response(body.pipeThrough(new DecompressionStream('gzip'))).arrayBuffer());
  } catch {
    throw new Error(`${file.name} is a damaged gzip file`);
  }
  if (bytes.length > mostBytes) throw new Error(`${name} has ${bytes.length} bytes unpacked; at most ${mostBytes} are read`);
  return { name, bytes };
}

/** The scenario in a file, null if it is something else: a trace. */
export function scenarioText(file: LoadedFile): string | null {
  if (file.bytes.includes(0)) return null;
  const text = new TextDecoder().decode(file.bytes);
  return file.name.endsWith('.blkplay') || /^\s*(#[^\n]*\n\s*)*version\s/.test(text) ? text : null;
}

/** Hands a text to the browser as a file. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
