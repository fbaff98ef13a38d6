import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Miniflare } from 'miniflare';
import { openChromium, openFirefox } from './browser/playwright.js';
import { openWebKit } from './browser/webdriver.js';
import { out } from './command.js';
import { root } from './site.js';

// What a golden case leaves, each record of it, is the same natively, from either
// compiler, and wherever WebAssembly runs.

const dir = join(out, 'digests');
const builds = ['tinygo', 'go'];
const { build } = createRequire(join(root, 'web', 'package.json'))('esbuild');

/** @type {unknown[]} */
let golden;

before(async () => {
  await mkdir(dir, { recursive: true });
  const native = execFileSync('go', ['run', './e2e/digests'], { cwd: root, maxBuffer: 1 << 28 });
  golden = JSON.parse(String(native));
  await writeFile(join(dir, 'golden.json'), native);
  execFileSync('go', ['build', '-o', join(dir, 'go.wasm'), './wasm/engine'], { cwd: root, env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' } });
  execFileSync('go', ['run', './build/tinygo/compile', './wasm/engine', join(dir, 'tinygo.wasm')], { cwd: root });
  const goroot = String(execFileSync('go', ['env', 'GOROOT'])).trim();
  await build({
    entryPoints: [join(root, 'web', 'engine', 'digest.ts')],
    outfile: join(dir, 'digest.mjs'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    alias: { 'small_exec.js': join(goroot, 'lib', 'wasm', 'wasm_exec.js') },
  });
  await writeFile(join(dir, 'index.html'), '<!doctype html><title>digests</title>');
  await writeFile(join(dir, 'worker.mjs'), worker);
});

/** What the edge runs: the golden cases come with the request. */
const worker = `
import { differing } from './digest.mjs';
${builds.map((b) => `import ${b} from './${b}.wasm';`).join('\n')}
const builds = { ${builds.join(', ')} };
export default {
  async fetch(request) {
    return Response.json(await differing(builds[new URL(request.url).pathname.slice(1)], await request.json()));
  },
};`;

test('there are golden cases', () => assert.ok(golden.length > 2500, `${golden.length} cases`));

describe('Node', () => {
  for (const name of builds) {
    test(`${name}: every golden case leaves what it leaves natively`, async () => {
      const { differing } = await import(join(dir, 'digest.mjs'));
      assert.deepEqual(await differing(await readFile(join(dir, `${name}.wasm`)), golden), []);
    });
  }
});

describe('workerd', () => {
  /** @type {Miniflare} */
  let flare;
  before(() => {
    flare = new Miniflare({
      rootPath: dir,
      modulesRoot: '.',
      cf: false,
      modules: [
        { type: 'ESModule', path: 'worker.mjs' },
        { type: 'ESModule', path: 'digest.mjs' },
        ...builds.map((b) => ({ type: /** @type {const} */ ('CompiledWasm'), path: `${b}.wasm` })),
      ],
      compatibilityDate: '2026-04-01',
    });
  });
  after(() => flare.dispose());
  for (const name of builds) {
    test(`${name}: every golden case leaves what it leaves natively`, async () => {
      const response = await flare.dispatchFetch(`http://edge/${name}`, { method: 'POST', body: JSON.stringify(golden) });
      assert.deepEqual(await response.json(), []);
    });
  }
});

for (const [browser, open] of Object.entries({ Chromium: openChromium, Firefox: openFirefox, WebKit: openWebKit })) {
  describe(browser, () => {
    /** @type {import('./browser/page.js').Driver} */
    let driver;
    /** @type {import('node:http').Server} */
    let server;
    before(async () => {
      server = createServer(serve);
      await new Promise((listening) => server.listen(0, '127.0.0.1', () => listening(undefined)));
      driver = await open();
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      await driver.go(`http://127.0.0.1:${port}/index.html`);
    });
    after(async () => {
      await driver?.close();
      server.close();
      server.closeAllConnections();
    });
    for (const name of builds) {
      test(`${name}: every golden case leaves what it leaves natively`, { timeout: 120_000 }, async () => {
        assert.deepEqual(await driver.run(String(inPage), [name]), []);
      });
    }
  });
}

/** Runs in the page. @param {string} name */
async function inPage(name) {
  /** @param {string} file */
  const get = (file) => fetch(new URL(file, location.href));
  const { differing } = await import(new URL('digest.mjs', location.href).href);
  return differing(await (await get(`${name}.wasm`)).arrayBuffer(), await (await get('golden.json')).json());
}

const types = { '.html': 'text/html', '.mjs': 'text/javascript', '.wasm': 'application/wasm', '.json': 'application/json' };

/** @param {import('node:http').IncomingMessage} request @param {import('node:http').ServerResponse} response */
async function serve(request, response) {
  const name = (request.url ?? '/').slice(1);
  const type = /** @type {Record<string, string>} */ (types)[extname(name)];
  const body = type && !name.includes('/') ? await readFile(join(dir, name)).catch(() => undefined) : undefined;
  if (body) response.writeHead(200, { 'content-type': type }).end(body);
  else response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
}
