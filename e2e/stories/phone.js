import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Tells a story on a phone. @param {Page} page @param {(playground: Playground) => Promise<void>} story */
async function onPhone(page, story) {
  await page.driver.resize(390, 844);
  try {
    await story(await Playground.open(page));
  } finally {
    await page.driver.resize(1440, 900);
  }
}

export const phone = {
  /** @param {Page} page */
  'a phone: every jump and speed is at hand': (page) =>
    onPhone(page, async (playground) => {
      await page.press('Home');
      await page.fill({ css: 'select.pick' }, 'merge');
      assert.match(await playground.instant(), /^0\.600 ms/);
      const merge = await playground.instant();
      await page.fill({ css: 'select.pick' }, 'merge');
      assert.notEqual(await playground.instant(), merge, 'the same can be asked for again');
      await page.fill({ css: 'select.pick' }, '-merge');
      assert.equal(await playground.instant(), merge);
      await page.fill({ css: 'select.pick' }, 'sleep');
      assert.notEqual(await playground.instant(), merge);
      await page.fill({ css: 'select.speed-pick' }, '8');
      await page.until('the speed', () => /** @type {any} */ (document.querySelector('blk-playground')).shadowRoot.querySelector('blk-transport').speed === 8);
      await page.fill({ css: 'select.pick' }, 'expression');
      await page.find({ role: 'textbox', name: 'Find' });
    }),

  /** @param {Page} page */
  'a phone: what happened stays in sight, above the transport': (page) =>
    onPhone(page, async () => {
      for (const tab of ['Machine', 'Trace', 'Numbers', 'Scenario']) {
        await page.click({ role: 'button', name: tab });
        await page.until(`the sentence in ${tab}`, () => {
          const root = document.querySelector('blk-playground')?.shadowRoot;
          const told = root?.querySelector('blk-why')?.shadowRoot?.querySelector('.told')?.getBoundingClientRect();
          const transport = root?.querySelector('blk-transport')?.getBoundingClientRect();
          return told && transport && told.height > 30 && told.top > 0 && told.bottom <= transport.top + 1 && transport.bottom <= innerHeight;
        });
      }
    }),

  /** @param {Page} page */
  'a phone: a task’s card holds what it has open, and a finger finds each request': (page) =>
    onPhone(page, async () => {
      const found = await page.until('three cards and four requests', () => {
        /** @param {Element | ShadowRoot} root @param {string} what @returns {Element[]} */
        const all = (root, what) => [...root.querySelectorAll('*')].flatMap((e) => [...(e.matches(what) ? [e] : []), ...(e.shadowRoot ? all(e.shadowRoot, what) : [])]);
        const machine = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-machine');
        if (!machine?.shadowRoot) return null;
        const cards = all(machine.shadowRoot, 'blk-task').map((card) => {
          const box = card.getBoundingClientRect();
          return all(/** @type {ShadowRoot} */ (card.shadowRoot), '.holder').map((b) => b.getBoundingClientRect().right <= box.right);
        });
        const requests = all(machine.shadowRoot, '.request').filter((e) => e.getClientRects().length > 0);
        if (cards.length < 3 || requests.length < 4) return null;
        const reach = requests.map((request) => {
          request.scrollIntoView({ block: 'center' });
          const box = request.getBoundingClientRect();
          const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
          return [-20, 0, 20].every((by) => /** @type {ShadowRoot} */ (request.getRootNode()).elementFromPoint(x, y + by)?.closest('.request') === request);
        });
        return { cards, reach };
      });
      assert.deepEqual(found.cards, [[true, true, true], [true], [true, true, true]]);
      assert.deepEqual(found.reach, [true, true, true, true]);
    }),

  /** @param {Page} page */
  'a phone: machines on one clock have every jump and speed too': async (page) => {
    await page.driver.resize(390, 844);
    try {
      await page.open('compare.html');
      const now = () => page.run(() => Number(/** @type {any} */ (document.querySelector('blk-compare')).shadowRoot.querySelector('blk-compare-bar')?.now ?? -1));
      await page.until('two machines', () => /** @type {any} */ (document.querySelector('blk-compare')).bench?.machines.length >= 2);
      await page.find({ css: 'select.pick' });
      await page.press('Home');
      const before = await now();
      await page.fill({ css: 'select.pick' }, 'merge');
      await page.until('the merge', (was) => /** @type {any} */ (document.querySelector('blk-compare')).shadowRoot.querySelector('blk-compare-bar').now > was, before);
      await page.fill({ css: 'select.speed-pick' }, '8');
      await page.until('the speed', () => /** @type {any} */ (document.querySelector('blk-compare')).shadowRoot.querySelector('blk-compare-bar').speed === 8);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },
};
