import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

export const why = {
  /** @param {Page} page */
  'the chain behind an event leads back to the bio, and what would have changed it can be tried': async (page) => {
    const playground = await Playground.open(page);
    await playground.example('/^the fourth waiting request/');
    await playground.toUnplug();
    const unplugged = await playground.instant();
    assert.match(await playground.why(), /Unplugged because (\d+) requests wait and unplug_thresh is \1/);
    assert.match(await playground.why(), /because.*enters the elevator.*bio \d+ of/);
    await page.click({ role: 'button', name: '/^bio \\d+ of/' });
    assert.match(await playground.why(), /submits a bio/);
    assert.notEqual(await playground.instant(), unplugged);
    await playground.toUnplug();
    const before = await playground.run();
    await page.click({ role: 'button', name: '/^Try unplug_thresh/' });
    await playground.settled();
    const after = await playground.run();
    assert.match(after.text, /unplug_thresh=\d+/);
    assert.notEqual(after.hash, before.hash);
    await page.click({ role: 'button', name: 'Undo' });
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
  },
};
