import { chromium, firefox } from 'playwright-core';
import { finder } from './finder.js';

/** @typedef {import('./page.js').Driver} Driver */

/** A site that answers with certificates, quic and updates has no part in these tests. */
const CHROMIUM_ARGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];

/** @returns {Promise<Driver>} */
export async function openChromium() {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: CHROMIUM_ARGS });
  return driver(browser);
}

/** @returns {Promise<Driver>} */
export async function openFirefox() {
  const browser = await firefox.launch({ channel: 'moz-firefox', executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr' });
  return driver(browser);
}

/** @param {import('playwright-core').Browser} browser @returns {Promise<Driver>} */
async function driver(browser) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  /** @type {string[]} */
  const errors = [];
  page.on('pageerror', (error) => errors.push(`uncaught: ${error.stack ?? error}`));
  page.on('crash', () => errors.push('the page crashed'));
  return {
    go: async (url) => {
      await page.goto(url);
    },
    run: (source, args) => page.evaluate(`(${source})(...${JSON.stringify(args)})`),
    click: async (query) => {
      const handle = await page.evaluateHandle(`(${finder})(${JSON.stringify(query)})[0]`);
      await /** @type {import('playwright-core').ElementHandle} */ (handle.asElement()).click();
    },
    press: (key) => page.keyboard.press(key === ' ' ? 'Space' : key),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    errors: () => errors,
    close: () => browser.close(),
    trace: async (action) => {
      await browser.startTracing(page, { categories: ['toplevel', 'disabled-by-default-devtools.timeline', 'devtools.timeline'] });
      await action();
      return JSON.parse((await browser.stopTracing()).toString()).traceEvents;
    },
  };
}
