import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

const card = { role: 'dialog', name: 'Tour' };

/** @param {Page} page */
const firstVisit = async (page) => {
  await Playground.open(page);
  await page.run(() => localStorage.removeItem('blkplay-visited'));
  await page.open('index.html');
};

export const tour = {
  /** @param {Page} page */
  'a first visit begins with the tour, a second does not': async (page) => {
    await firstVisit(page);
    await page.find(card);
    await page.open('index.html');
    await new Playground(page).settled();
    assert.equal(await page.count(card), 0);
  },

  /** @param {Page} page */
  'seven steps by keyboard, each at its event; then your turn': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: '/^Examples/' });
    await page.click({ role: 'button', name: '/^Tour/' });
    await playground.settled();
    const seen = [];
    for (let step = 1; step <= 7; step++) {
      assert.match(await page.text({ css: '.card h2 + .note' }), new RegExp(`${step} of 7`));
      seen.push((await playground.instant()).replace(/ of .*/, ''));
      if (step < 7) await page.press('Enter'); // "Next" has the focus
    }
    assert.deepEqual(seen, ['1.000 ms, event 1', '1.000 ms, event 4', '1.000 ms, event 8', '4.000 ms, event 10', '4.000 ms, event 12', '5.500 ms, event 20', '6.000 ms, event 22']);
    await expectAccessible(page);
    await page.click({ css: '.tries button', name: 'HZ 100' });
    await playground.settled();
    assert.match(await playground.instant(), /^5\.500 ms, event 13 /);
    assert.match(await page.text({ css: '.card .text' }), /too late/);
    await page.press('Escape');
    assert.equal(await page.count(card), 0);
    await page.find({ css: '.top .name', name: 'three tasks, one disk' });
  },

  /** @param {Page} page */
  'the tour ends where a reader opens a run of their own, and takes nothing of it away': async (page) => {
    await firstVisit(page);
    await page.find(card);
    await page.click({ role: 'button', name: '/^Examples/' });
    await page.click({ role: 'button', name: '/^three tasks, one disk/' });
    await page.find({ css: '.top .name', name: 'three tasks, one disk' });
    await page.until('no tour', () => !(/** @type {any} */ (document.querySelector('blk-playground')).shadowRoot.querySelector('blk-tour').isOpen));
    assert.equal(await page.count(card), 0);
    await page.press('Escape');
    await new Playground(page).settled();
    await page.find({ css: '.top .name', name: 'three tasks, one disk' });
  },

  /** @param {Page} page */
  'the tour on a phone covers neither its place nor the tabs': async (page) => {
    await page.driver.resize(390, 844);
    try {
      await page.open('index.html?tour=1');
      await new Playground(page).settled();
      for (let step = 1; step < 7; step++) {
        await page.find({ css: '.ring:first-of-type' });
        const covered = await page.run(() => {
          const root = /** @type {any} */ (document.querySelector('blk-playground')).shadowRoot;
          const tour = root.querySelector('blk-tour').shadowRoot;
          const card = tour.querySelector('.card').getBoundingClientRect();
          const ring = tour.querySelector('.ring').getBoundingClientRect();
          return ring.top > card.top - 24 || card.bottom > root.querySelector('.phone-tabs').getBoundingClientRect().top;
        });
        assert.equal(covered, false, `step ${step}`);
        await page.click({ role: 'button', name: 'Next' });
      }
      await page.click({ role: 'button', name: 'Done' });
    } finally {
      await page.driver.resize(1440, 900);
    }
  },
};
