import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

export const steps = {
  /** @param {Page} page */
  'steps forward and back show the same machine': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: 'To the start' });
    const seen = [];
    for (let i = 0; i < 12; i++) {
      seen.push([await playground.instant(), await playground.verdict(), await page.text({ css: 'blk-why' })]);
      await page.press('ArrowRight');
    }
    assert.equal(new Set(seen.map(([instant]) => instant)).size, seen.length, 'each step is an event of its own');
    while (seen.length > 0) {
      await page.press('ArrowLeft');
      assert.deepEqual([await playground.instant(), await playground.verdict(), await page.text({ css: 'blk-why' })], seen.pop());
    }
  },

  /** @param {Page} page */
  'a fire in the past changes what follows, and undo brings it back': async (page) => {
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.press('3');
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const after = await playground.run();
    assert.notEqual(after.hash, before.hash);
    await page.click({ role: 'button', name: 'Undo' });
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'play goes to the end of the run': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: 'To the start' });
    await page.click({ role: 'button', name: 'max' });
    await page.click({ role: 'button', name: 'Play' });
    await page.until('the end', () => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return session.step === session.index.steps.length - 1;
    });
    assert.match(await playground.verdict(), /The run is over/);
  },
};
