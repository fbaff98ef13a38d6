import './small_exec.ts';
import type { ProgramExports } from './program.ts';

/** Told while a program is fetched; total is 0 if the server does not say. */
export type OnProgress = (loadedBytes: number, totalBytes: number) => void;

/** Where a program is: at an address, or here, compiled or not. */
export type Source = string | URL | BufferSource | WebAssembly.Module;

/** What wasm_exec.js defines. */
interface GoRuntime {
  importObject: WebAssembly.Imports;
  exited: boolean;
  run(instance: WebAssembly.Instance): Promise<void>;
}

declare const globalThis: { Go?: new () => GoRuntime };

/**
 * Fetches and starts a program, made by either compiler. What it calls of the
 * page's is in imports, by module and name.
 */
export async function instantiate<E extends ProgramExports>(source: Source, onProgress?: OnProgress, imports: WebAssembly.Imports = {}): Promise<E> {
  // Go's runtime is there if a program of this page needs it.
  const go = globalThis.Go && new globalThis.Go();
  const instance = await compile(source, { ...go?.importObject, ...imports }, onProgress);
  const raw = instance.exports as unknown as Record<string, unknown>;
  if (typeof raw._initialize === 'function') {
    // TinyGo's: a library without a runtime of its own beside it. It ends only by a trap.
    raw._initialize();
    return guarded<E>(raw, () => '');
  }
  if (!go) throw new Error("Go's runtime is missing.");
  let died = '';
  go.run(instance).then(
    () => (died = 'The engine ended.'),
    (e) => (died = `The engine broke: ${e}`),
  );
  if (go.exited) throw new Error(died || 'The engine ended as it began.');
  return guarded<E>(raw, () => (go.exited ? died || 'The engine ended.' : ''));
}

/**
 * The exports, each of which throws once the program behind them is gone: calls
 * would return garbage. An export that throws (TinyGo cannot recover, memory can
 * run out) ends the program.
 */
export function guarded<E extends ProgramExports>(raw: Record<string, unknown>, died: () => string): E {
  const exports: Record<string, unknown> = { mem: raw.mem ?? raw.memory };
  let broke = '';
  const check = () => {
    const why = broke || died();
    if (why) throw new Error(why);
  };
  for (const [name, f] of Object.entries(raw)) {
    if (typeof f !== 'function') continue;
    exports[name] = (...args: number[]) => {
      check();
      try {
        const result: unknown = f(...args);
        check();
        return result;
      } catch (e) {
        broke ||= died() || `The engine broke: ${e instanceof Error ? e.message : e}`;
        throw new Error(broke);
      }
    };
  }
  return exports as unknown as E;
}

async function compile(source: Source, imports: WebAssembly.Imports, onProgress?: OnProgress): Promise<WebAssembly.Instance> {
  if (source instanceof WebAssembly.Module) return WebAssembly.instantiate(source, imports);
  if (typeof source !== 'string' && !(source instanceof URL)) return (await WebAssembly.instantiate(source, imports)).instance;
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source} answers ${response.status}`);
  const counted = onProgress ? count(response, onProgress) : response;
  if (typeof WebAssembly.instantiateStreaming === 'function' && isWasm(counted)) return (await WebAssembly.instantiateStreaming(counted, imports)).instance;
  return (await WebAssembly.instantiate(await counted.arrayBuffer(), imports)).instance;
}

/** Browsers refuse to compile a stream of any other type; plain file servers send others. */
function isWasm(r: Response): boolean {
  return r.headers.get('Content-Type') === 'application/wasm';
}

function count(response: Response, onProgress: OnProgress): Response {
  if (!response.body) return response;
  // The length is that of the packed body, and says nothing about what arrives here.
  const total = response.headers.get('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length') ?? 0);
  let loaded = 0;
  const counter = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
    transform(part, out) {
      loaded += part.length;
      onProgress(loaded, total);
      out.enqueue(part);
    },
  });
  return new Response(response.body.pipeThrough(counter), { headers: response.headers, status: response.status });
}
