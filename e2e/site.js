import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createServer as listener } from 'node:net';
import { dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** The site must work from any folder of any host: the tests have it in this one. */
const FOLDER = '/some/folder/';

/** The same site where it may be kept by the browser: only there is the service worker to be had, so that no other story meets a page of an earlier one. */
export const KEPT = '/kept/folder/';

/** What a story does to the host: takes KEPT off the network, puts a newer version on it; loses what has this in its path, if anything. */
export const host = { down: false, newer: false, lost: '' };

/** Pages of other generators, which embed runs: under this name in the site's folder. */
const DOCS = 'docs/';

/** What such a page allows: the directives that the element's README asks for, and the page's own styles. */
const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; img-src 'self' data:; style-src 'self'";

/**
 * Serves the built site with the build's own server, and before it stands a
 * proxy that moves it into FOLDER and puts the error watcher into its pages.
 * @returns {Promise<{ base: string, close: () => void }>}
 */
export async function serveSite() {
  const server = spawn(join(root, '.cache', 'build', 'blkplay-build'), ['-static', '-out', join('e2e', 'out', 'site'), '-addr', '127.0.0.1:0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const origin = await firstLine(server);
  const proxy = createServer((request, response) => {
    forward(request, response, origin).catch((error) => response.writeHead(502).end(String(error)));
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (proxy.address());
  return {
    base: `http://127.0.0.1:${port}${FOLDER}`,
    close: () => {
      proxy.close();
      proxy.closeAllConnections();
      server.kill();
    },
  };
}

/** What a server tells first: its address. @param {import('node:child_process').ChildProcess} server @returns {Promise<string>} */
export function firstLine(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.stdout?.on('data', (data) => {
      text += data;
      if (text.includes('\n')) resolve(text.split('\n')[0]);
    });
    server.on('error', reject);
    server.on('exit', (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/** @returns {Promise<number>} */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = listener().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}

/** Tries until something is so; what it throws for half a minute, it throws. @param {() => Promise<boolean>} so */
export async function until(so) {
  for (let tries = 0; ; tries++) {
    try {
      if (await so()) return;
    } catch (error) {
      if (tries > 600) throw error;
    }
    await sleep(50);
  }
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 * @param {string} origin
 */
async function forward(request, response, origin) {
  const path = request.url ?? '/';
  if (path === '/favicon.ico') {
    response.writeHead(204).end(); // what browsers ask a host for is not the site's
    return;
  }
  const keeps = path.startsWith(KEPT);
  if (keeps && host.down) {
    response.destroy();
    return;
  }
  if (host.lost && path.includes(host.lost)) {
    response.writeHead(503).end();
    return;
  }
  const folder = keeps ? KEPT : FOLDER;
  if (!path.startsWith(folder) || (!keeps && path === `${FOLDER}sw.js`)) {
    response.writeHead(404).end(`${path} is outside the site's folder`);
    return;
  }
  if (path.startsWith(FOLDER + DOCS)) {
    await answerDocs(path.slice(FOLDER.length + DOCS.length), response);
    return;
  }
  const answer = await fetch(new URL(path.slice(folder.length), origin));
  let body = Buffer.from(await answer.arrayBuffer());
  const type = answer.headers.get('content-type') ?? '';
  if (path.endsWith('/sw.js') && host.newer) body = Buffer.from(body.toString().replace(/"([0-9a-f]{16}),/, '"fedcba9876543210,'));
  if (type.startsWith('text/html')) {
    body = Buffer.from(body.toString().replace('<head>', `<head><script>(${watcher})()</script>`));
  }
  response.writeHead(answer.status, { 'content-type': type, 'content-length': body.length }).end(body);
}

const types = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.svg': 'image/svg+xml',
  '.json': 'application/json', '.wasm': 'application/wasm', '.png': 'image/png', '.woff2': 'font/woff2',
});

/** @param {string} path @param {import('node:http').ServerResponse} response */
async function answerDocs(path, response) {
  const name = decodeURIComponent(path.split('?')[0]).replace(/(^|\/)$/, '$1index.html');
  const file = join(root, 'e2e', 'out', 'docs', name);
  let body = await readFile(file).catch(() => null);
  if (!body || !file.startsWith(join(root, 'e2e', 'out', 'docs'))) {
    response.writeHead(404).end(`${name} is not there`);
    return;
  }
  /** @type {Record<string, string>} */
  const headers = { 'content-type': types[extname(name)] ?? 'text/plain; charset=utf-8' };
  if (name.endsWith('.html')) {
    // Only the watcher is let in beside what the page may have.
    const script = `(${watcher})()`;
    const hash = createHash('sha256').update(script).digest('base64');
    if (!path.includes('?lax')) headers['content-security-policy'] = STRICT.replace("script-src 'self'", `script-src 'self' 'sha256-${hash}'`);
    body = Buffer.from(body.toString().replace(/<head[^>]*>/, (head) => `${head}<script>${script}</script>`));
  }
  response.writeHead(200, { ...headers, 'content-length': body.length }).end(body);
}

/** Runs in every page before anything else, and keeps what goes wrong in window.pageErrors. */
function watcher() {
  /** @type {string[]} */
  const errors = [];
  Object.assign(window, { pageErrors: errors });
  // Browsers differ in whether a stack begins with the message.
  /** @param {any} error */
  const words = (error) => (error?.stack ? `${error}\n${error.stack}` : String(error));
  const told = console.error;
  console.error = (...said) => {
    errors.push(`console.error: ${said.map(words).join(' ')}`);
    told.apply(console, said);
  };
  addEventListener('unhandledrejection', (event) => errors.push(`unhandled rejection: ${words(event.reason)}`));
  addEventListener('securitypolicyviolation', (event) => errors.push(`policy: ${event.violatedDirective} ${event.blockedURI}`));
  // In the capturing phase, where also the failed loads of elements pass.
  addEventListener(
    'error',
    (event) => {
      if (event instanceof CustomEvent) return; // an element's own, which its page may listen to
      const target = /** @type {any} */ (event.target);
      errors.push(target && target !== window ? `not loaded: ${target.src ?? target.href}` : `uncaught: ${words(event.error ?? event.message)}`);
    },
    true,
  );
}
