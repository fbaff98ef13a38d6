import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { out } from './command.js';

const folder = join(out, 'site-npm');

describe('the package of <blk-play>', () => {
  test('npm packs all that its package.json names, and no more', () => {
    const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    const names = packed.files.map((/** @type {{ path: string }} */ file) => file.path).sort();
    assert.equal(packed.name, 'blk-play');
    assert.deepEqual(names, [
      'LICENSE', 'README.md', 'assets/element.js', 'assets/element.zh.js', 'assets/engine.wasm', 'blk-play.css', 'blk-play.d.ts', 'blk-play.js',
      'custom-elements.json', 'licenses.txt', 'package.json',
    ]);
  });

  test('its exports lead to files, and its manifest is named', async () => {
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    for (const entry of Object.values(about.exports)) {
      for (const path of typeof entry === 'string' ? [entry] : Object.values(/** @type {Record<string, string>} */ (entry))) {
        if (!path.includes('*')) await readFile(join(folder, path));
      }
    }
    const manifest = JSON.parse(await readFile(join(folder, about.customElements), 'utf8'));
    assert.equal(manifest.modules[0].declarations[0].tagName, 'blk-play');
    assert.equal(about.license, 'MIT');
  });

  test('its types are found by its name, and tell what a page may do', async () => {
    const user = join(out, 'package-user');
    await rm(user, { recursive: true, force: true });
    await mkdir(join(user, 'node_modules'), { recursive: true });
    await symlink(folder, join(user, 'node_modules', 'blk-play'));
    await writeFile(
      join(user, 'page.ts'),
      `import { BlkPlay } from 'blk-play';
const run = document.querySelector('blk-play')!;
BlkPlay.base = '/static/blk-play/';
run.addEventListener('step', (e) => e.detail.letter.toUpperCase());
run.addEventListener('error', (e) => e.detail.line.toFixed());
await run.seek(9.9);
// @ts-expect-error it is a number of ms
await run.seek('9.9ms');
// @ts-expect-error it can only be looked at
run.duration = 3;
`,
    );
    const tsc = join(dirname(fileURLToPath(import.meta.url)), 'node_modules', '.bin', 'tsc');
    execFileSync(tsc, ['--ignoreConfig', '--noEmit', '--strict', '--target', 'es2022', '--module', 'esnext', '--moduleResolution', 'bundler', '--types', '', '--lib', 'es2022,dom', 'page.ts'], { cwd: user, stdio: 'inherit' });
  });
});
