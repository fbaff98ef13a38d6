import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** States of the status line in which nothing more comes. */
const running = ['loading', 'running'];

export const verify = {
  /** Every golden case of a modelled kernel, in this browser. @param {Page} page */
  'the verify page is green': async (page) => {
    page.patienceMs = 270_000; // seconds of work natively, several times that in the slowest browser
    await page.open('verify.html?lang=en');
    await page.until(
      'the end of the verification',
      (running) => !running.includes(document.querySelector('#status')?.getAttribute('data-state') ?? 'loading'),
      running,
    );
    const { state, text, rows } = await page.run(() => ({
      state: document.querySelector('#status')?.getAttribute('data-state'),
      text: document.querySelector('#status')?.textContent,
      rows: [...document.querySelectorAll('#files > tr[data-state]')].map((row) => `${row.querySelector('th')?.textContent}: ${row.getAttribute('data-state')}`),
    }));
    assert.equal(state, 'identical', `${text}\n${rows.join('\n')}`);
    for (const file of ['2.6.24-noop', '2.6.24-deadline']) assert.ok(rows.includes(`${file}: identical`), rows.join('\n'));
    await expectAccessible(page);
    try {
      await page.click({ role: 'button', name: '中文' });
      await page.until('the result in Chinese', () => /^\d+ 个用例中 \d+ 个一致，用时 [\d.]+ s。$/.test(document.querySelector('#status')?.textContent ?? ''));
      assert.match(await page.text({ css: '#files tr:first-child' }), /2\.6\.24-as ?一致 ?302 \/ 302 一致/);
      assert.equal(await page.run(() => document.title), '验证 · blkplay');
      await expectAccessible(page);
    } finally {
      await page.click({ role: 'button', name: 'English' });
    }
    await page.until('the result in English', (was) => document.querySelector('#status')?.textContent === was, text);
  },
};
