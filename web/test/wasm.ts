import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fromRoot } from './root.ts';

/**
 * A program of wasm/: compiled now by Go; or, where SMALL_WASM names the folder
 * in which the build leaves its own, the one that TinyGo made for the site.
 */
export function compiled(program: 'engine' | 'tools'): Uint8Array<ArrayBuffer> {
  const small = process.env.SMALL_WASM;
  if (small) return new Uint8Array(readFileSync(join(small, `${program}.small.wasm`)));
  const dir = mkdtempSync(join(tmpdir(), 'blkplay-'));
  try {
    const out = join(dir, 'program.wasm');
    execFileSync('go', ['build', '-o', out, `./wasm/${program}`], {
      cwd: fromRoot('.'), env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' }, stdio: 'inherit',
    });
    return new Uint8Array(readFileSync(out));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
