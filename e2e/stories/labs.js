import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page @param {string} address */
const open = async (page, address) => {
  await page.open(address);
  await page.until('the links', () => [...document.querySelectorAll('th a, .runs a')].some((a) => /** @type {HTMLAnchorElement} */ (a).hash.startsWith('#b1.')));
};

const answer = /sched_submit_work/;

export const labs = {
  /** @param {Page} page */
  'a lab sheet asks, its key answers, both without a flaw to axe': async (page) => {
    for (const lab of ['a', 'b']) {
      await open(page, `lab-${lab}.html`);
      await expectAccessible(page);
    }
    assert.doesNotMatch(await page.text({ css: 'main' }), answer);
    assert.ok((await page.run(() => document.querySelectorAll('.line').length)) >= 8);
    await page.click({ role: 'link', name: 'Teacher’s key' });
    await page.until('the key', () => location.search === '?key' && document.querySelector('main em'));
    assert.match(await page.text({ css: 'main' }), answer);
    await expectAccessible(page);
    await page.click({ role: 'button', name: '中文' });
    await page.until('the other language', () => /实验 B/.test(document.querySelector('h1')?.textContent ?? ''));
    await page.click({ role: 'button', name: 'English' });
    await page.until('the first language', () => /Lab B/.test(document.querySelector('h1')?.textContent ?? ''));
  },

  /** @param {Page} page */
  'a run of a lab sheet opens in the playground, at its event': async (page) => {
    await open(page, 'lab-a.html');
    await page.click({ role: 'link', name: '/Whoever waits unplugs/' });
    const playground = new Playground(page);
    await playground.settled();
    assert.match(await playground.instant(), /^1\.200 ms, event 13 /);
  },
};
