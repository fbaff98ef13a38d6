// The little of Node that tests use.
declare module 'node:test' {
  export function test(name: string, body: () => void | Promise<void>): void;
}
declare module 'node:assert/strict' {
  const assert: {
    equal(a: unknown, b: unknown, message?: string): void;
    deepEqual(a: unknown, b: unknown, message?: string): void;
    ok(a: unknown, message?: string): void;
    throws(body: () => unknown, expected?: RegExp): void;
    match(text: string, what: RegExp, message?: string): void;
    rejects(promise: Promise<unknown>, expected?: RegExp | object): Promise<void>;
  };
  export default assert;
}
declare module 'node:fs' {
  export function readFileSync(name: string): Uint8Array;
  export function existsSync(name: string): boolean;
  export function mkdtempSync(prefix: string): string;
  export function rmSync(name: string, options: { recursive: boolean; force: boolean }): void;
}
declare module 'node:path' {
  export function join(...parts: string[]): string;
  export function dirname(name: string): string;
}
declare module 'node:url' {
  export function fileURLToPath(url: string): string;
}
declare module 'node:os' {
  export function tmpdir(): string;
}
declare module 'node:zlib' {
  export function gunzipSync(bytes: Uint8Array): Uint8Array;
}
declare module 'node:child_process' {
  interface Options {
    cwd?: string;
    env?: Record<string, string | undefined>;
    input?: string;
    stdio?: 'inherit';
    encoding?: 'utf8';
  }
  export function execFileSync(command: string, args: string[], options: Options): string;
}
declare const process: { env: Record<string, string | undefined> };
interface ImportMeta {
  readonly url: string;
}
