import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page @param {'light' | 'dark'} theme */
const wear = (page, theme) =>
  page.run((theme) => {
    document.documentElement.dataset.theme = theme;
    dispatchEvent(new Event('blk-theme'));
  }, theme);

export const access = {
  /** @param {Page} page */
  'axe finds nothing in the playground, light and dark': async (page) => {
    await Playground.open(page);
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await wear(page, theme);
      await expectAccessible(page);
    }
  },

  /** @param {Page} page */
  'axe finds nothing on a phone, and nothing is wider than it': async (page) => {
    await page.driver.resize(390, 844);
    try {
      await Playground.open(page);
      // WebKit's window is never narrower than its own tool bar.
      const width = await page.run(() => innerWidth);
      assert.ok(width >= 390 && width <= 450, `${width} px`);
      await expectAccessible(page);
      const wide = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
      await page.click({ role: 'button', name: 'Fire' });
      await expectAccessible(page);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },

  /** @param {Page} page */
  'what is read aloud is the listener’s choice: by hand, every event, nothing': async (page) => {
    /** @param {string} what @param {string} pattern */
    const heard = (what, pattern) =>
      page.until(what, (p) => new RegExp(p).test(document.querySelector('blk-playground')?.shadowRoot?.querySelector('[aria-live=polite]')?.textContent ?? 'not there'), pattern);
    await Playground.open(page);
    try {
      await page.press('Home');
      await page.press('ArrowRight');
      await heard('the step', '^Event 1, 0\\.600 milliseconds\\.');
      await page.press('v');
      await heard('the choice', 'Read aloud: every event');
      await page.press(' ');
      await heard('more than one event at a time', 'Event \\d+, .*Event \\d+, ');
      await page.press(' ');
      await page.press('?');
      await page.fill({ css: '#speech' }, 'none');
      await page.click({ css: '#keys .btn' });
      await page.press('Home');
      await heard('nothing', '^$');
    } finally {
      await page.run(() => localStorage.removeItem('blkplay-speech'));
    }
  },

  /** @param {Page} page */
  'keys alone: to the page by Tab, along the run by arrows': async (page) => {
    const playground = await Playground.open(page);
    await page.press('Home');
    const at = await playground.instant();
    for (let i = 0; i < 5; i++) await page.press('Tab');
    await page.press('ArrowRight');
    assert.notEqual(await playground.instant(), at);
  },
};
