import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page */
const lines = (page) => page.text({ css: '[role=listbox]' });

export const trace = {
  /** @param {Page} page */
  'the trace shows only what the filters let through, and says how much that is': async (page) => {
    await Playground.open(page);
    const all = Number(/^(\d+) events/.exec(await page.text({ css: '.count' }))?.[1]);
    assert.ok(all > 100);
    await page.click({ role: 'button', name: '/^Q queued/' });
    const [, queued] = /^(\d+) of/.exec(await page.text({ css: '.count' })) ?? [];
    assert.ok(Number(queued) > 0 && Number(queued) < all);
    assert.ok(!/ [GDCI] /.test(await lines(page)), await lines(page));
    await page.fill({ role: 'textbox', name: 'Sectors' }, '4096..4111');
    await page.until('two lines', () => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      return shell.renderRoot.querySelector('blk-trace').renderRoot.querySelectorAll('.line').length === 2;
    });
    await page.fill({ role: 'textbox', name: 'Sectors' }, 'nine');
    assert.equal(await page.attribute({ role: 'textbox', name: 'Sectors' }, 'aria-invalid'), 'true');
    await page.click({ role: 'button', name: 'Clear' });
    assert.equal(await page.text({ css: '.count' }), `${all} events`);
  },

  /** @param {Page} page */
  'a clipboard that refuses leaves the lines where they can be taken': async (page) => {
    await Playground.open(page);
    await page.run(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } });
    });
    await page.click({ role: 'button', name: 'Copy' });
    await page.find({ css: 'textarea[readonly]' });
    assert.match(await page.value({ css: 'textarea[readonly]' }), /^ +8,0 +0 +1 .* Q +W 4096 \+ 8/);
  },

  /** @param {Page} page */
  'a line under the keys lights what it speaks of in every view': async (page) => {
    await Playground.open(page);
    await page.run(() => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      shell.renderRoot.querySelector('blk-trace').renderRoot.querySelector('[role=listbox]').focus();
    });
    await page.press('ArrowUp');
    const lit = await page.until('light', () => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return session.lit && [...session.lit];
    });
    assert.equal(lit.length, 1);
    await page.until('a lit block in the machine', () => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      /** @type {(root: any) => boolean} */
      const walk = (root) => [...root.querySelectorAll('*')].some((x) => x.classList.contains('lit') || (x.shadowRoot && walk(x.shadowRoot)));
      return walk(shell.renderRoot.querySelector('blk-machine').renderRoot);
    });
  },

  /** @param {Page} page */
  'the timeline zooms, pans and shows the whole run by keys and buttons': async (page) => {
    await Playground.open(page);
    const canvas = () => page.run(() => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      const canvas = shell.renderRoot.querySelector('blk-timeline').renderRoot.querySelector('canvas');
      return /** @type {string} */ (canvas.toDataURL());
    });
    const whole = await canvas();
    await page.run(() => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      shell.renderRoot.querySelector('blk-timeline').renderRoot.querySelector('canvas').focus();
    });
    await page.press('+');
    const zoomed = await canvas();
    assert.notEqual(zoomed, whole);
    await page.press('PageDown');
    assert.notEqual(await canvas(), zoomed);
    await page.click({ role: 'button', name: 'Whole run' });
    assert.equal(await canvas(), whole);
  },
};
