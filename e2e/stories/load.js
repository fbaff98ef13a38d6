import assert from 'node:assert/strict';

/** @typedef {import('../browser/page.js').Page} Page */

export const load = {
  /** @param {Page} page */
  'the page loads without an error': async (page) => {
    await page.open('index.html');
    await page.until('the engine', () => /** @type {any} */ (document.querySelector('blk-playground'))?.session?.engine);
  },

  /** The other stories lean on this: an error nobody looks for must fail them. @param {Page} page */
  'an error in the page fails its story': async (page) => {
    await page.open('index.html');
    await page.until('the engine', () => /** @type {any} */ (document.querySelector('blk-playground'))?.session?.engine);
    await page.run(() => void setTimeout(() => { throw new Error('on purpose'); }));
    await page.until('the error', () => /** @type {any} */ (window).pageErrors.length > 0);
    await assert.rejects(page.expectNoErrors(), /on purpose/);
    await page.forget();
  },
};
