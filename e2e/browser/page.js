import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { finder } from './finder.js';

/** @typedef {import('./finder.js').Query} Query */

/** @typedef {{ name: string, ph: string, pid: number, tid: number, ts: number, dur?: number, tdur?: number, args: any }} TraceEvent times are us */

/**
 * What a browser must be able to do; Playwright and WebDriver each have one.
 *
 * @typedef {object} Driver
 * @property {(url: string) => Promise<void>} go
 * @property {(source: string, args: unknown[]) => Promise<any>} run runs a function's source in the page; what it returns comes back as JSON
 * @property {(query: Query) => Promise<void>} click a real click on the one element that fits
 * @property {(key: string) => Promise<void>} press a real key, by its name in KeyboardEvent.key, after those held: Shift+Enter
 * @property {(width: number, height: number) => Promise<void>} resize
 * @property {() => Promise<Buffer>} screenshot as PNG
 * @property {() => string[]} errors what the browser itself told of, beside the page's own errors
 * @property {() => Promise<void>} close
 * @property {(action: () => Promise<void>) => Promise<TraceEvent[]>} [trace] what the browser records of itself meanwhile; Chromium only
 */

/** How long a page may take to show what a story waits for. Only a failure takes so long. */
const PATIENCE_MS = 30_000;

/** A browser with one page, and the words in which stories are told. */
export class Page {
  #opened = false;
  patienceMs = PATIENCE_MS;

  /** @param {Driver} driver @param {string} base address of the site's folder */
  constructor(driver, base) {
    this.driver = driver;
    this.base = base;
  }

  /** Opens a page and waits until its script has come. @param {string} path relative to the site's folder */
  async open(path) {
    await this.go(path);
    await this.until('the page’s script', () => !document.querySelector('link[rel=modulepreload]') || !document.querySelector('body > :not(:defined), body > div:empty'));
  }

  /** Opens a page, which shows its own words first. @param {string} path */
  async go(path) {
    if (this.#opened) await this.expectNoErrors();
    else this.driver.errors().length = 0; // late ones of the story before, whose loads were cut off
    this.#opened = true;
    await this.driver.go(new URL(path, this.base).href);
  }

  /**
   * Runs a function in the page. It can use nothing from outside itself.
   * @template T
   * @template {unknown[]} A
   * @param {(...args: A) => T} fn
   * @param {A} args
   * @returns {Promise<Awaited<T>>}
   */
  async run(fn, ...args) {
    return this.driver.run(String(fn), args);
  }

  /**
   * Waits until fn, run in the page, returns something true, and returns that.
   * @template T
   * @template {unknown[]} A
   * @param {string} what for the message when it never does
   * @param {(...args: A) => T} fn
   * @param {A} args
   */
  async until(what, fn, ...args) {
    return this.#eventually(() => this.run(fn, ...args), () => `never came: ${what}`);
  }

  /** Waits until exactly one visible element fits. @param {Query} query */
  async find(query) {
    let count = 0;
    await this.#eventually(
      async () => (count = await this.count(query)) === 1,
      () => `${count} elements fit ${JSON.stringify(query)}`,
    );
  }

  /**
   * Looks again and again until what it sees is true, and returns that.
   * @template T
   * @param {() => Promise<T>} look may fail: what it looks into is not there yet, or the page is just being left for the next
   * @param {() => string} complaint when it never is
   */
  async #eventually(look, complaint) {
    const end = Date.now() + this.patienceMs;
    for (;;) {
      let failure = '';
      const seen = await look().catch((error) => void (failure = `\n  last: ${error}`));
      if (seen) return seen;
      if (Date.now() > end) throw new Error(complaint() + failure + (await this.#state()));
      await sleep(50);
    }
  }

  /** How many visible elements fit now. @param {Query} query */
  async count(query) {
    return /** @type {Promise<number>} */ (this.#withFinder(query, 'found.length'));
  }

  /** @param {Query} query @returns {Promise<string>} */
  async text(query) {
    await this.find(query);
    return this.#withFinder(query, "(found[0].shadowRoot ?? found[0]).textContent.replace(/\\s+/g, ' ').trim()");
  }

  /** @param {Query} query @param {string} attribute @returns {Promise<string | null>} */
  async attribute(query, attribute) {
    await this.find(query);
    return this.#withFinder(query, `found[0].getAttribute(${JSON.stringify(attribute)})`);
  }

  /** @param {Query} query @returns {Promise<string>} */
  async value(query) {
    await this.find(query);
    return this.#withFinder(query, 'String(found[0].value)');
  }

  /** @param {Query} query */
  async click(query) {
    await this.find(query);
    await this.driver.click(query);
  }

  /** Sets a field, slider or list as its user would leave it. @param {Query} query @param {string | number} value */
  async fill(query, value) {
    await this.find(query);
    await this.#withFinder(
      query,
      `(found[0].focus(), found[0].value = ${JSON.stringify(String(value))},
        found[0].dispatchEvent(new Event('input', { bubbles: true, composed: true })),
        found[0].dispatchEvent(new Event('change', { bubbles: true, composed: true })), null)`,
    );
  }

  /** @param {string} key */
  async press(key) {
    await this.driver.press(key);
  }

  /** Drops files on an element, as a drag from the desktop does. @param {Query} query @param {string[]} paths */
  async drop(query, paths) {
    await this.find(query);
    const files = [];
    for (const path of paths) {
      files.push({ name: basename(path), base64: (await readFile(path)).toString('base64') });
    }
    await this.#withFinder(
      query,
      `(() => {
        const data = new DataTransfer();
        for (const file of ${JSON.stringify(files)}) {
          const bytes = Uint8Array.from(atob(file.base64), (c) => c.charCodeAt(0));
          data.items.add(new File([bytes], file.name));
        }
        for (const type of ['dragenter', 'dragover', 'drop']) {
          found[0].dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: data }));
        }
        return null;
      })()`,
    );
  }

  /** Fails if the page has had an error since it was opened. */
  async expectNoErrors() {
    if (!this.#opened) return;
    const own = /** @type {string[] | null} */ (await this.driver.run('() => window.pageErrors ?? null', []));
    if (!own) throw new Error('the error watcher is not in the page');
    const all = [...own, ...this.driver.errors()];
    if (all.length > 0) throw new Error(`page errors:\n${all.join('\n')}`);
  }

  /** Takes the errors so far as expected ones. */
  async forget() {
    await this.run(() => void (/** @type {any} */ (window).pageErrors.length = 0));
    this.driver.errors().length = 0;
  }

  /** Leaves the page, so that nothing of one story is left in the next. */
  async leave() {
    this.#opened = false;
    this.patienceMs = PATIENCE_MS;
    // What the page keeps for the tab, or is about to keep; a page without an address has none.
    await this.driver.run('() => { dispatchEvent(new Event("pagehide")); try { sessionStorage.clear(); } catch {} }', []);
    await this.driver.go('about:blank');
  }

  /** @param {Query} query @param {string} expression over `found` */
  async #withFinder(query, expression) {
    return this.driver.run(`(query) => { const found = (${finder})(query); return ${expression}; }`, [query]);
  }

  /** What to know of a page in which something never came. */
  async #state() {
    const state = await this.driver.run(
      `() => {
        const words = [];
        const walk = (node) => {
          if (node.nodeType === Node.TEXT_NODE && node.data.trim()) words.push(node.data.trim());
          if (node.localName === 'style' || node.localName === 'script') return;
          for (const child of [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes]) walk(child);
        };
        walk(document.body);
        return { errors: window.pageErrors, text: words.join(' ').slice(0, 1500) };
      }`,
      [],
    );
    return `\n  errors: ${JSON.stringify(state.errors)}\n  page says: ${state.text}`;
  }
}
