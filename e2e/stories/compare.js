import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** A link as one writes it by hand. @param {string} text @param {Record<string, string>} [more] */
const link = (text, more = {}) => `compare.html#text=${encodeURIComponent(text)}${Object.entries(more).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`).join('')}`;

/** Waits until every machine's run is that of its text, and counted. @param {Page} page @param {number} machines */
const settled = (page, machines) =>
  page.until(
    `${machines} machines with their runs`,
    (machines) => {
      const { bench } = /** @type {any} */ (document.querySelector('blk-compare')) ?? {};
      return bench?.machines.length === machines && bench.machines.every((/** @type {any} */ m) => m.session.goodText !== '' && m.session.goodText === m.session.text && !m.counting.busy(m.session.goodText));
    },
    machines,
  );

/** Waits for what another page shows; while that loads there is none to ask. @param {Page} page @param {string} what @param {() => unknown} shown */
async function arrived(page, what, shown) {
  for (let tries = 0; ; tries++) {
    try {
      return await page.until(what, shown);
    } catch (error) {
      if (tries === 5 || !/context|navigat|stale|document/i.test(String(error))) throw error;
    }
  }
}

/** What the sweep says last, once that fits. @param {Page} page @param {string} pattern */
const told = (page, pattern) =>
  page.until(
    `the sweep says ${pattern}`,
    (pattern) => {
      const sweep = /** @type {any} */ (document.querySelector('blk-compare'))?.renderRoot.querySelector('blk-sweep');
      const text = sweep?.renderRoot.querySelector('[role=status]')?.textContent ?? '';
      return new RegExp(pattern).test(text) && text;
    },
    pattern,
  );

/** @param {Page} page */
const now = (page) => page.run(() => /** @type {number} */ (/** @type {any} */ (document.querySelector('blk-compare')).bench.now / 1e6));

const withUnplug = 'version 1\nkernel 2.6.24\nelevator as\nhz 250\ntask 1\n  write 0 +8\n  unplug\n  wait\n';

export const compare = {
  /** @param {Page} page */
  'the numbers of a run stand beside those without plugging, and follow each edit': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'tab', name: 'Numbers' });
    await page.until('the numbers', () => {
      const text = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-numbers')?.shadowRoot?.textContent ?? '';
      return /requests dispatched\s*14\s*19\s*−26 %/.test(text);
    });
    await page.find({ css: 'blk-histogram' });
    assert.match(await page.text({ css: 'blk-numbers' }), /Q2C.*0\.949.*2\.732.*4\.816/);
    const ghosts = () => page.run(() => /** @type {any} */ (document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-timeline')).ghost?.length ?? 0);
    assert.equal(await ghosts(), 19, 'the timeline has its device');
    await page.press('g');
    assert.equal(await ghosts(), 0);
    assert.doesNotMatch(await page.text({ css: 'blk-numbers' }), /19|difference/);
    await page.press('g');
    assert.match(await page.text({ css: 'blk-numbers' }), /difference/);
    await page.fill({ role: 'slider', name: 'unplug_thresh' }, 1);
    await playground.settled();
    await page.until('other numbers', () => {
      const text = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-numbers')?.shadowRoot?.textContent ?? '';
      return !/requests dispatched\s*14\s/.test(text) && /requests dispatched\s*\d+\s*19/.test(text);
    });
  },

  /** @param {Page} page */
  'machines stand on one clock: three kernels, where they first differ, the events of A and of B': async (page) => {
    await Playground.open(page);
    await page.click({ role: 'button', name: 'Compare' });
    await arrived(page, 'the other page', () => location.pathname.endsWith('compare.html') && document.querySelector('blk-compare') !== null);
    await settled(page, 2);
    assert.equal((await now(page)).toFixed(3), '9.900', 'the instant comes along');
    await page.click({ role: 'button', name: 'Three kernels' });
    await settled(page, 3);
    assert.equal(await page.count({ css: 'blk-timeline' }), 3);
    const headings = await page.run(() => [...document.querySelector('blk-compare')?.shadowRoot?.querySelectorAll('blk-compared') ?? []].map((m) => m.shadowRoot?.querySelector('h2')?.textContent));
    assert.deepEqual(headings, ['Linux 2.6.24', 'Linux 4.4', 'Linux 6.18']);
    await page.click({ role: 'button', name: 'First difference' });
    assert.equal((await now(page)).toFixed(3), '0.600');
    assert.match(await page.text({ css: '.differences' }), /First difference of B at 0\.600 ms\. Bio 4096 \+ 8 of tar: in A it waits until 4\.000 ms, in B it is at the device\./);
    /** @type {number[]} */
    const seen = [];
    for (const key of ['Home', '.', '.', ',', 'n', 'End']) {
      await page.press(key);
      seen.push(await now(page));
    }
    assert.ok(seen.slice(0, 4).every((time, i) => i === 0 || time > seen[i - 1]), `${seen}: each key goes on`);
    assert.match(await page.text({ css: 'blk-compare-table' }), /requests dispatched1419\+36 %22\+57 %/);
    const undone = await page.run(() => location.hash);
    assert.match(undone, /^#[bu]1\./, 'the address says what is shown');
  },

  /** @param {Page} page */
  'a machine is added, set, taken away; what does not go along is said': async (page) => {
    await page.open(link(withUnplug, { compare: '' }));
    await settled(page, 1);
    await page.click({ role: 'button', name: 'Add a machine' });
    await settled(page, 2);
    await page.run(() => {
      const select = /** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelectorAll('blk-compared')[1].renderRoot.querySelector('select');
      select.value = '6.18';
      select.dispatchEvent(new Event('change'));
    });
    await page.until('what is lost', () => /unplug, an op that kernel 6\.18 lacks.*elevator as; mq-deadline in its place/.test(document.querySelector('blk-compare')?.shadowRoot?.querySelectorAll('blk-compared')[1]?.shadowRoot?.textContent?.replace(/\s+/g, ' ') ?? ''));
    await settled(page, 2);
    await page.click({ role: 'button', name: 'All elevators of 2.6.24' });
    await settled(page, 4);
    for (const letter of ['D', 'C', 'B']) await page.click({ role: 'button', name: `Remove machine ${letter}` });
    await settled(page, 1);
    assert.equal(await page.count({ role: 'button', name: '/^Remove machine/' }), 0, 'one machine stays');
    await page.open('compare.html#b1.AAAA');
    await page.until('a word about the link', () => /does not open/.test(document.querySelector('blk-compare')?.shadowRoot?.textContent ?? ''));
    await settled(page, 2);
  },

  /** @param {Page} page */
  'a sweep is run, read by keys, and a cell opens in the playground': async (page) => {
    await page.open('compare.html');
    await settled(page, 2);
    await told(page, '^144 runs in');
    const cells = await page.run(() => [...(/** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelector('blk-sweep').renderRoot.querySelector('blk-heatmap').renderRoot.querySelectorAll('[role=gridcell]'))].map((/** @type {any} */ c) => c.firstElementChild.textContent));
    assert.equal(cells.length, 144);
    assert.ok(cells.every((text) => /^\d+\.\d+$/.test(text)), String(cells));
    assert.ok(new Set(cells).size > 4, 'settings make a difference');
    await page.run(() => /** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelector('blk-sweep').renderRoot.querySelector('blk-heatmap').renderRoot.querySelector('[tabindex="0"]').focus());
    await page.press('Home');
    await page.press('ArrowDown');
    assert.match(await page.text({ css: '.read' }), /^unplug_thresh 1, unplug_delay_ms 4 .*mean latency, ms2\.6282\.732/);
    await page.click({ role: 'radio', name: 'requests dispatched' });
    assert.match(await page.text({ css: '.at' }), /unplug_thresh 1, unplug_delay_ms 4: requests dispatched 19$/);
    await page.run(() => /** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelector('blk-sweep').renderRoot.querySelector('blk-heatmap').renderRoot.querySelector('.at').focus());
    await page.press('Enter');
    await arrived(page, 'the playground', () => location.pathname.endsWith('index.html') && /** @type {any} */ (document.querySelector('blk-playground'))?.session?.goodText.includes('unplug_thresh=1 unplug_delay_ms=4'));
  },

  /** @param {Page} page */
  'a long sweep tells how far it is, and is cancelled': async (page) => {
    const long = 'version 1\nkernel 2.6.24\nelevator deadline\nhz 1000\ntask 1\n  stream write random seed=3 count=20000 +8 every 100us\n';
    await page.open(link(long, { compare: '', x: 'unplug_thresh=1..20', y: 'unplug_delay_ms=1..20' }));
    await settled(page, 1);
    assert.equal(await page.count({ role: 'button', name: 'Run the sweep' }), 1, 'so long a sweep is not begun unasked');
    await page.click({ role: 'button', name: 'Run the sweep' });
    await page.until('progress', () => /** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelector('blk-sweep').renderRoot.querySelector('progress')?.value > 0);
    await page.click({ role: 'button', name: 'Cancel' });
    const text = await told(page, '^Cancelled after');
    const [done, total] = String(text).match(/\d+/g)?.map(Number) ?? [];
    assert.ok(done > 0 && done < total && total === 400, String(text));
    await page.run(() => {
      const form = /** @type {any} */ (document.querySelector('blk-compare')).renderRoot.querySelector('blk-sweep').renderRoot.querySelector('form');
      for (const [name, value] of [['x-values', '4,8'], ['y-values', '3']]) {
        form.elements[name].value = value;
        form.elements[name].dispatchEvent(new Event('change'));
      }
    });
    await told(page, '^2 runs in');
  },

  /** @param {Page} page */
  'axe finds nothing where machines are compared, light, dark and on a phone': async (page) => {
    await page.open('compare.html');
    await settled(page, 2);
    await told(page, '^144 runs in');
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await page.run((theme) => {
        document.documentElement.dataset.theme = theme;
        dispatchEvent(new Event('blk-theme'));
      }, theme);
      await expectAccessible(page);
    }
    await page.driver.resize(390, 844);
    try {
      await expectAccessible(page);
      const wide = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },
};
