import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Miniflare } from 'miniflare';
import { openChromium } from './browser/playwright.js';
import { Page } from './browser/page.js';
import { blkplay, out } from './command.js';
import { firstLine, freePort, root, until } from './site.js';

/** @typedef {{ base: string, close: () => Promise<void> | void }} Host */

/** Where the runtime is. @type {string} */
const workerd = createRequire(import.meta.url)('workerd').default;
const built = join(root, 'wasm', 'worker', 'build');
const trace = join('core', 'testdata', 'traces', 'sqlite-ext4-none', 'sqlite-ext4-none.blktrace.0.gz');
const scenarios = ['threshold', 'timer', 'three-tasks'].map((name) => join('web', 'scenarios', `${name}.blkplay`));

/** The edge as a script has it: files served before the Worker is asked. @returns {Promise<Host>} */
async function miniflare() {
  const flare = new Miniflare({
    rootPath: built,
    modulesRoot: '.',
    cf: false,
    modules: [
      { type: 'ESModule', path: 'worker.mjs' },
      { type: 'ESModule', path: 'wasm_exec.js' },
      { type: 'ESModule', path: 'runtime.mjs' },
      { type: 'CompiledWasm', path: 'app.wasm' },
    ],
    compatibilityDate: '2026-04-01',
    assets: { directory: join(built, 'site'), binding: 'ASSETS', routerConfig: { has_user_worker: true } },
  });
  return { base: String(await flare.ready), close: () => flare.dispose() };
}

/** The runtime alone, where the Worker gives out the files too. @returns {Promise<Host>} */
async function bareWorkerd() {
  const port = await freePort();
  const server = spawn(workerd, ['serve', 'wasm/worker/workerd.capnp', `--socket-addr=http=127.0.0.1:${port}`], { cwd: root, stdio: 'inherit' });
  const base = `http://127.0.0.1:${port}/`;
  await until(async () => (await fetch(base)).ok);
  return { base, close: () => void server.kill() };
}

/** The same handler at home. @returns {Promise<Host>} */
async function atHome() {
  const program = join(out, 'worker');
  execFileSync('go', ['build', '-o', program, './wasm/worker'], { cwd: root });
  const server = spawn(program, ['-site', join('e2e', 'out', 'site'), '-addr', '127.0.0.1:0'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return { base: await firstLine(server), close: () => void server.kill() };
}

/** @param {string} base @param {string} text @param {string} [query] */
const run = (base, text, query = '') => fetch(new URL(`api/run${query}`, base), { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } });

before(async () => {
  await rm(built, { recursive: true, force: true });
  execFileSync('sh', ['wasm/worker/build.sh', join('e2e', 'out', 'site')], { cwd: root, stdio: 'inherit' });
});

for (const [name, start] of Object.entries({ miniflare, workerd: bareWorkerd, 'at home': atHome })) {
  describe(name, () => {
    /** @type {Host} */
    let host;
    before(async () => {
      host = await start();
    });
    after(() => host?.close());

    for (const file of scenarios) {
      test(`${file}: the trace of the command line`, async () => {
        const response = await run(host.base, await readFile(join(root, file), 'utf8'));
        assert.equal(response.status, 200);
        assert.equal(response.headers.get('blkplay-trace-hash'), (await blkplay('hash', file)).trim());
        assert.equal(await response.text(), await blkplay('run', file));
      });
    }

    test('a real trace: the hash of the command line', async () => {
      const scenario = join(out, 'sqlite-worker.blkplay');
      await blkplay('convert', '-kernel', '2.6.24', '-elevator', 'deadline', trace, scenario);
      const response = await run(host.base, await readFile(scenario, 'utf8'), '?format=json');
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('blkplay-trace-hash'), (await blkplay('hash', scenario)).trim());
      assert.ok(await response.json());
    });

    test('a mistake is told with its place, a text over the limit as such', async () => {
      const wrong = await run(host.base, 'version 1\nkernel 2.6.25\n');
      assert.equal(wrong.status, 422);
      assert.match(await wrong.text(), /2.*2\.6\.25/s);
      const long = await run(host.base, 'version 1\n' + '#'.repeat(8 << 20));
      assert.equal(long.status, 413);
      assert.notEqual(await long.text(), '');
    });

    test('the page comes from here too, under its own policy', async () => {
      const page = new Page(await openChromium(), host.base);
      try {
        await page.driver.go(host.base);
        await page.until('the engine', () => /** @type {any} */ (document.querySelector('blk-playground'))?.session.engine);
        assert.deepEqual(page.driver.errors(), []);
      } finally {
        await page.driver.close();
      }
    });
  });
}
