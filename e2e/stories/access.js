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
  'keys alone: to the page by Tab, along the run by arrows': async (page) => {
    const playground = await Playground.open(page);
    await page.press('Home');
    const at = await playground.instant();
    for (let i = 0; i < 5; i++) await page.press('Tab');
    await page.press('ArrowRight');
    assert.notEqual(await playground.instant(), at);
  },
};
