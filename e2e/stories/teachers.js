import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';

/** @typedef {import('../browser/page.js').Page} Page */

export const teachers = {
  /** @param {Page} page */
  'the page for teachers says what a result proves, in both languages, and its links lead somewhere': async (page) => {
    await page.open('teachers.html#proof');
    await page.until('its place', () => {
      const { top } = /** @type {Element} */ (document.querySelector('#proof')).getBoundingClientRect();
      return top >= 0 && top < innerHeight / 2;
    });
    assert.match(await page.text({ css: '#proof' }), /a grade shown there is not proof against cheating.*Forged or altered answers\..*Copied answers\./);
    assert.match(await page.text({ css: '#data' }), /1 to 180 days/);
    await page.fill({ role: 'spinbutton', name: 'Students' }, 3);
    const links = (await page.value({ css: 'blk-copy textarea, textarea' })).split('\n');
    assert.deepEqual(links.map((line) => line.replace(/http.*\//, '')), [1, 2, 3].map((n) => `${n},exercise.html#lesson=e02&seed=${1000 + n}`));
    await expectAccessible(page);
    const broken = await page.run(async () => {
      const list = [...document.querySelectorAll('main a')].map((a) => /** @type {HTMLAnchorElement} */ (a).href);
      const answers = await Promise.all([...new Set(list)].map(async (href) => ((await fetch(href)).ok && (!href.includes('#') || document.getElementById(new URL(href).hash.slice(1))) ? '' : href)));
      return answers.filter((href) => href !== '');
    });
    assert.deepEqual(broken, []);
    await page.click({ role: 'button', name: '中文' });
    await page.until('Chinese', () => document.querySelector('#proof')?.textContent?.includes('抄来的答案'));
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'English' });
  },

  /** @param {Page} page */
  'the page of class boards, and what it holds, has no flaw to axe': async (page) => {
    await page.open('board.html');
    await page.until('the exercises', () => /** @type {any} */ (document.querySelector('blk-board')).exercises.length === 13);
    await expectAccessible(page);
    await page.run(() => {
      const verdict = { status: 'altered', right: 1, of: 2, seed: 3, exercise: 'e01', answers: [{ right: true }, { right: false }] };
      const results = [{ number: 1, name: '<b>Ada</b>', code: 'E01-3P30-DDAK', posted: '2026-01-02T10:00:00Z', verdict }];
      /** @type {any} */ (document.querySelector('blk-board')).stage = { at: 'results', results: { title: '', expires: '2026-02-01T00:00:00Z', results } };
    });
    assert.match(await page.text({ css: 'main' }), /<b>Ada<\/b> ?1 of 2.*altered/);
    await expectAccessible(page);
  },
};
