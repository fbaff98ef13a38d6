import assert from 'node:assert/strict';
import { spawn, execFileSync } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Miniflare } from 'miniflare';
import { openChromium } from './browser/playwright.js';
import { Page } from './browser/page.js';
import { blkplay, out } from './command.js';
import { firstLine, freePort, root, until } from './site.js';
import { boardPage } from './worker/board.js';
import { studentPage } from './worker/student.js';
import { kept } from './worker/kept.js';
import { hostile } from './worker/hostile.js';

/** @typedef {{ base: string, close: () => Promise<void> | void }} Host */

const require = createRequire(import.meta.url);
/** Where the runtime is. @type {string} */
const workerd = require('workerd').default;
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
    kvNamespaces: ['LINKS'],
    d1Databases: ['BOARDS'],
    assets: { directory: join(built, 'site'), binding: 'ASSETS', routerConfig: { has_user_worker: true } },
  });
  const base = String(await flare.ready);
  const tables = await readFile(join(root, 'wasm', 'worker', 'store', 'migrations', '0001_tables.sql'), 'utf8');
  const boards = await flare.getD1Database('BOARDS');
  for (const statement of tables.split(';\n').filter((s) => s.trim())) await boards.prepare(statement).run();
  return { base, close: () => flare.dispose() };
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
  const data = join(out, 'worker.db');
  await rm(data, { force: true });
  const server = spawn(program, ['-site', join('e2e', 'out', 'site'), '-addr', '127.0.0.1:0', '-data', data, '-rate', '100000'], { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  return { base: await firstLine(server), close: () => void server.kill() };
}

/** @param {string} base @param {string} text @param {string} [query] */
const run = (base, text, query = '') => fetch(new URL(`api/run${query}`, base), { method: 'POST', body: text, headers: { 'content-type': 'text/plain' } });

before(async () => {
  await rm(built, { recursive: true, force: true });
  execFileSync('sh', ['wasm/worker/build.sh', join('e2e', 'out', 'site')], { cwd: root, stdio: 'inherit' });
});

/** edge: it has an edge's limits; keeps: it has somewhere to keep links and boards. */
const hosts = {
  miniflare: { start: miniflare, edge: true, keeps: true },
  workerd: { start: bareWorkerd, edge: true, keeps: false },
  'at home': { start: atHome, edge: false, keeps: true },
};

for (const [name, { start, edge, keeps }] of Object.entries(hosts)) {
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

    test('a real trace: the hash of the command line, or a word that the browser runs it', async () => {
      const scenario = join(out, 'sqlite-worker.blkplay');
      await blkplay('convert', '-kernel', '2.6.24', '-elevator', 'deadline', trace, scenario);
      const response = await run(host.base, await readFile(scenario, 'utf8'), '?format=json');
      if (edge) {
        assert.equal(response.status, 413);
        assert.match(await response.text(), /runs it in your browser/);
        return;
      }
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

    test('what can be asked of it, and that it is well', async () => {
      const health = await (await fetch(new URL('healthz', host.base))).json();
      assert.equal(health.ok, true);
      assert.equal(health.store, keeps ? 'ok' : 'none');
      assert.ok(health.offers.includes('POST /api/run'));
    });

    for (const [name, story] of Object.entries(keeps ? kept : {})) test(name, () => story(host.base));

    test('hostile requests get an answer, and leave the server well', () => hostile(host.base));

    if (keeps) {
      test('a teacher makes a board on its page and sees what is posted', async () => {
        const page = new Page(await openChromium(), host.base);
        try {
          await boardPage(page, host.base);
          assert.deepEqual(page.driver.errors().filter((e) => !/403/.test(e)), []);
        } finally {
          await page.driver.close();
        }
      });

      test('a student does an exercise by a board’s link and posts it', async () => {
        const page = new Page(await openChromium(), host.base);
        try {
          await studentPage(page, host.base);
          assert.deepEqual(page.driver.errors().filter((e) => !/404/.test(e)), []);
        } finally {
          await page.driver.close();
        }
      });
    }

    test('the page comes from here too, under its own policy', async () => {
      const page = new Page(await openChromium(), host.base);
      try {
        await page.driver.go(host.base);
        await page.until('the engine', () => /** @type {any} */ (document.querySelector('blk-playground'))?.session?.engine);
        assert.deepEqual(page.driver.errors(), []);
      } finally {
        await page.driver.close();
      }
    });
  });
}

test('the edge takes it: wrangler deploys, but for sending', async () => {
  const folder = join(out, 'wrangler');
  const { bin } = require('wrangler/package.json');
  const said = execFileSync(process.execPath, [join(dirname(require.resolve('wrangler/package.json')), bin.wrangler),
    'deploy', '--dry-run', '--outdir', folder], {
    cwd: join(root, 'wasm', 'worker'), encoding: 'utf8', env: { ...process.env, SITE: join('e2e', 'out', 'site'), CI: 'true', WRANGLER_SEND_METRICS: 'false' },
  });
  for (const binding of ['LINKS', 'BOARDS', 'RATE', 'ASSETS']) assert.match(said, new RegExp(`env\\.${binding}\\b`));
  const packed = gzipSync(await readFile(join(built, 'app.wasm'))).length;
  assert.ok(packed < 3 << 20, `${packed} bytes: a free Worker has at most 3 MiB packed`);
});
