import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { root } from './site.js';

/** Where tests may leave files. */
export const out = join(root, 'e2e', 'out');

let built = '';

/** The output of the project's command line. @param {string[]} args */
export async function blkplay(...args) {
  if (!built) {
    built = join(out, 'blkplay');
    mkdirSync(out, { recursive: true });
    execFileSync('go', ['build', '-o', built, './core/cmd/blkplay'], { cwd: root });
  }
  const { stdout } = await promisify(execFile)(built, args, { cwd: root, maxBuffer: 256 << 20 });
  return stdout;
}
