import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** The instant in ms. @param {Playground} playground */
const now = async (playground) => Number(/^[\d.]+/.exec(await playground.instant())?.[0]);

export const find = {
  /** @param {Page} page */
  'an expression goes to the next and the previous moment at which it begins to hold': async (page) => {
    const playground = await Playground.open(page);
    await page.press('Home');
    await page.press('/');
    await page.fill({ role: 'textbox', name: 'Find' }, 'waiting >= 4');
    await page.press('Enter');
    assert.match(await playground.verdict(), /4 of 4/);
    const first = await playground.instant();
    await page.fill({ role: 'textbox', name: 'Find' }, 'action == D and task == 0');
    await page.press('Enter');
    assert.match(await playground.why(), /The driver takes request/);
    await page.fill({ role: 'textbox', name: 'Find' }, 'waiting >= 4');
    await page.click({ role: 'button', name: 'Previous moment' });
    assert.equal(await playground.instant(), first);
    await page.fill({ role: 'textbox', name: 'Find' }, 'waiting >= many');
    assert.match(await page.text({ css: '#says' }), /Character 12: a number is expected here, not “many”/);
    await page.fill({ role: 'textbox', name: 'Find' }, 'depth > 900');
    await page.press('Enter');
    assert.match(await page.text({ css: '#says' }), /does not hold again/);
    await page.press('Escape');
    await page.until('the row to be closed', () => /** @type {any} */ (document.querySelector('blk-playground')).renderRoot.querySelector('blk-find').hidden);
    await page.press('Home');
    assert.match(await playground.instant(), /^0\.000 ms/);
  },

  /** @param {Page} page */
  'S goes from sleep to sleep and back': async (page) => {
    const playground = await Playground.open(page);
    await page.press('Home');
    const places = [await now(playground)];
    for (let k = 0; k < 4; k++) {
      await page.press('s');
      places.push(await now(playground));
    }
    assert.ok(places.every((t, k) => k === 0 || t >= places[k - 1]) && places[4] > places[1], places.join());
    for (let k = 3; k > 0; k--) {
      await page.press('Shift+S');
      assert.equal(await now(playground), places[k]);
    }
  },

  /** @param {Page} page */
  'markers are set, named, gone to and taken away': async (page) => {
    const playground = await Playground.open(page);
    await page.press('2');
    const first = await now(playground);
    await page.press('k');
    await page.press('6');
    const second = await now(playground);
    await page.press('k');
    await page.press('End');
    await page.press('Shift+J');
    assert.equal(await now(playground), second);
    await page.press('Shift+J');
    assert.equal(await now(playground), first);
    await page.press('j');
    assert.equal(await now(playground), second);
    await page.press('/');
    await page.fill({ role: 'textbox', name: `Name of the marker at ${second.toFixed(3)} ms` }, 'here it waits');
    await page.until('the name on the timeline', () => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      return [...shell.renderRoot.querySelector('blk-timeline').renderRoot.querySelectorAll('.marker')].some((m) => m.textContent.includes('here it waits'));
    });
    await page.click({ role: 'button', name: 'Remove marker here it waits' });
    assert.equal(await page.count({ css: '.markers input' }), 1);
  },

  /** @param {Page} page */
  'what is done in the past can be undone and done again, also by keys': async (page) => {
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.press('3');
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const after = await playground.run();
    await page.press('Control+z');
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
    await page.click({ role: 'button', name: 'Redo' });
    await playground.settled();
    assert.deepEqual(await playground.run(), after);
    assert.equal(await page.count({ role: 'button', name: 'Redo' }), 0);
  },
};
