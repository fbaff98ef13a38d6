import { spawn } from 'node:child_process';
import { freePort, until } from '../site.js';
import { finder } from './finder.js';

/** @typedef {import('./page.js').Driver} Driver */

/** What W3C WebDriver calls an element in JSON. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Keys that WebDriver names by code points, beside those that are their own character. */
const KEYS = /** @type {Record<string, string>} */ ({
  ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014', ArrowDown: '\uE015',
  Enter: '\uE007', Escape: '\uE00C', Home: '\uE011', End: '\uE010', Tab: '\uE004',
  Shift: '\uE008', Control: '\uE009', Delete: '\uE017', Backspace: '\uE003', PageUp: '\uE00E', PageDown: '\uE00F',
});

/** A WebDriver session: each command is one HTTP request. */
class Session {
  /** @param {string} base @param {import('node:child_process').ChildProcess} server */
  constructor(base, server) {
    this.base = base;
    this.server = server;
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async send(method, path, body) {
    const response = await fetch(this.base + path, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    const { value } = /** @type {{ value: any }} */ (await response.json());
    if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error}: ${value.message}`);
    return value;
  }
}

/**
 * WebKit has no Playwright build on Debian; its own driver has, and needs a display.
 * @returns {Promise<Driver>}
 */
export async function openWebKit() {
  const port = await freePort();
  // A sandbox can't be made by root, who runs tests in containers.
  // Without a graphics card its GPU threads paint through a driver that crashes now and then.
  const env = { ...process.env, WEBKIT_SKIA_ENABLE_CPU_RENDERING: '1', ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }) };
  const server = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', 'WebKitWebDriver', `--port=${port}`], { env, stdio: 'inherit', detached: true });
  const session = new Session(`http://127.0.0.1:${port}`, server);
  await until(async () => (await session.send('GET', '/status')).ready); // it takes sessions
  const { sessionId } = await session.send('POST', '/session', { capabilities: { alwaysMatch: {} } });
  session.base += `/session/${sessionId}`;
  await session.send('POST', '/timeouts', { script: 60_000, pageLoad: 60_000 });
  await session.send('POST', '/window/rect', { width: 1440, height: 900 });
  return driver(session);
}

/** How often a click that missed its element is tried again, as a person would. */
const TRIES = 3;

/**
 * Clicks the one element that fits, once it lies still; WebDriver itself clicks where the element was.
 * @param {Session} session @param {import('./finder.js').Query} query
 */
async function click(session, query) {
  for (let tried = 1; ; tried++) {
    const element = await session.send('POST', '/execute/async', { script: lyingStill, args: [query] });
    if (!element) throw new Error(`nothing fits ${JSON.stringify(query)} any more`);
    await session.send('POST', `/element/${element[ELEMENT]}/click`, {});
    // Where it led to another page, that may be in between, and cannot be asked.
    const missed = await session.send('POST', '/execute/sync', { script: 'return window.clickMissed === true', args: [] }).catch(() => false);
    if (!missed) return;
    if (tried === TRIES) throw new Error(`clicks never reach ${JSON.stringify(query)}`);
  }
}

/** Gives the element when two frames have shown it at one place, and listens whether the next click comes to it. */
const lyingStill = `const [query, done] = arguments;
  const place = (e) => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height].join(); };
  let last = null, was = '';
  const look = () => {
    const [element] = (${finder})(query);
    if (!element) return done(null);
    if (element !== last) element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
    if (element !== last || place(element) !== was) {
      [last, was] = [element, place(element)];
      return requestAnimationFrame(() => requestAnimationFrame(look));
    }
    window.clickMissed = true;
    addEventListener('click', (e) => { window.clickMissed = !e.composedPath().includes(element); }, { capture: true, once: true });
    done(element);
  };
  look();`;

/** @param {Session} session @returns {Driver} */
function driver(session) {
  /** @param {string} source @param {unknown[]} args */
  const run = (source, args) =>
    session.send('POST', '/execute/async', {
      script: `const done = arguments[arguments.length - 1];
        (async () => (${source})(...arguments[0]))().then((value) => done({ value }), (error) => done({ error: error + '\\n' + error?.stack }));`,
      args: [args],
    });
  return {
    go: (url) => session.send('POST', '/url', { url }),
    run: async (source, args) => {
      const { value, error } = await run(source, args);
      if (error) throw new Error(error);
      return value;
    },
    click: (query) => click(session, query),
    press: async (key) => {
      const held = key.length > 1 && key.includes('+') ? key.split('+').slice(0, -1) : [];
      const last = held.length > 0 ? key.slice(key.lastIndexOf('+') + 1) : key;
      const values = [...held, last].map((k) => KEYS[k] ?? k);
      await session.send('POST', '/actions', {
        actions: [{
          type: 'key',
          id: 'keyboard',
          actions: [...values.map((value) => ({ type: 'keyDown', value })), ...values.reverse().map((value) => ({ type: 'keyUp', value }))],
        }],
      });
    },
    resize: (width, height) => session.send('POST', '/window/rect', { width, height }),
    screenshot: async () => Buffer.from(await session.send('GET', '/screenshot'), 'base64'),
    errors: () => [],
    close: async () => {
      await session.send('DELETE', '');
      // xvfb-run, its display and the driver are one group.
      process.kill(-(/** @type {number} */ (session.server.pid)));
    },
  };
}
