// Bundles every *.test.ts (Node 20 reads no TypeScript) and runs them under node --test.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const web = join(dirname(fileURLToPath(import.meta.url)), '..');
const tests = readdirSync(web, { recursive: true })
  .filter((f) => f.endsWith('.test.ts') && !f.includes('node_modules'))
  .map((f) => join(web, f));
const glue = join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'lib/wasm/wasm_exec.js');
const out = mkdtempSync(join(web, 'test', '.out-'));
try {
  await build({
    entryPoints: tests,
    outdir: out,
    outbase: web,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: 'inline',
    loader: { '.blkplay': 'text' },
    // As in the site: the script of the Go that is here.
    alias: { 'wasm_exec.js': glue, 'small_exec.js': glue },
    absWorkingDir: web,
  });
  const built = tests.map((f) => join(out, relative(web, f).replace(/\.ts$/, '.mjs')));
  const run = spawnSync(process.execPath, ['--enable-source-maps', '--test', ...built], { stdio: 'inherit' });
  process.exitCode = run.status ?? 1;
} finally {
  rmSync(out, { recursive: true, force: true });
}
