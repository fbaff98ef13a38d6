import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page */
const openGallery = async (page) => {
  const playground = await Playground.open(page);
  await page.click({ role: 'button', name: '/^Examples/' });
  await page.click({ role: 'button', name: '/^Gallery/' });
  return playground;
};

export const gallery = {
  /** @param {Page} page */
  'a lesson opens at its event and says where to look; axe finds nothing': async (page) => {
    const playground = await openGallery(page);
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'computing does not' });
    await playground.settled();
    assert.match(await playground.instant(), /^2\.000 ms, event 8 /);
    assert.match(await page.text({ css: '.messages blk-notice:last-of-type' }), /What ends a task plug.*Look: .*Lesson: /);
    await expectAccessible(page);
  },

  /** @param {Page} page */
  'one burst on three kernels opens in compare, on one clock': async (page) => {
    await openGallery(page);
    await page.click({ css: 'li:nth-child(27) a' });
    await page.until('the four machines', () => {
      const inside = document.querySelector('blk-compare')?.shadowRoot;
      const list = [...(inside?.querySelectorAll('blk-compared') ?? [])].map((m) => m.shadowRoot?.querySelector('select')?.value);
      return list.join(' ') === '2.6.24 4.4 6.18 6.18';
    });
  },
};
