import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

const idle = '/^an idle disk/';

export const plugging = {
  /** @param {Page} page */
  'four writes that do not touch: the fourth unplugs by the threshold': async (page) => {
    const playground = await Playground.open(page);
    await playground.example(idle);
    await page.click({ role: 'button', name: 'strided' });
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    await playground.toUnplug();
    assert.match(await playground.why(), /Unplugged because 4 requests wait and unplug_thresh is 4/);
    assert.match(await playground.instant(), /^0\.000 ms/);
    await page.press('End');
    assert.match(await playground.verdict(), /The run is over/);
  },

  /** A threshold of 8 leaves the same four writes to the timer. @param {Page} page */
  'unplug_thresh turned up: the same four writes wait for the timer': async (page) => {
    const playground = await Playground.open(page);
    await playground.example(idle);
    await page.click({ role: 'button', name: 'strided' });
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await page.fill({ role: 'slider', name: 'unplug_thresh' }, 8);
    await playground.settled();
    await playground.toUnplug();
    assert.match(await playground.why(), /timer/);
    assert.match(await playground.instant(), /^4\.000 ms/);
  },

  /** unplug_delay is rounded down to jiffies, at least one: at HZ 250, 3 ms are one and 10 ms are two. @param {Page} page */
  'one write: the timer unplugs on its jiffy': async (page) => {
    const playground = await Playground.open(page);
    await playground.example(idle);
    await page.fill({ role: 'spinbutton', name: 'bios' }, 1);
    await page.click({ role: 'button', name: '/^Fire 1 write/' });
    await playground.settled();
    assert.match(await playground.verdict(), /1 request made of 1 bio.*plugged: 1 of 4.*unplug_timer in 4\.000 ms/);
    await playground.toUnplug();
    assert.match(await playground.instant(), /^4\.000 ms/);
    assert.match(await playground.why(), /timer/);

    await page.fill({ role: 'slider', name: 'unplug_delay' }, 10);
    await playground.settled();
    await playground.toUnplug();
    assert.match(await playground.instant(), /^8\.000 ms/);
  },
};
