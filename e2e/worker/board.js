import assert from 'node:assert/strict';
import { join } from 'node:path';
import { blkplay } from '../command.js';
import { ask } from './kept.js';

/**
 * A teacher makes a board on its page, a result is posted, and both see what is so.
 * @param {import('../browser/page.js').Page} page
 * @param {string} base
 */
export async function boardPage(page, base) {
  await page.driver.go(new URL('board.html', base).href);
  await page.until('the exercises', () => {
    const { exercises } = /** @type {any} */ (document.querySelector('blk-board'));
    return exercises.length === 13 && exercises[0].title !== '';
  });
  await page.run(() => {
    const form = /** @type {any} */ (document.querySelector('blk-board')).renderRoot.querySelector('form');
    form.title.value = 'Monday <b>group</b>';
    form.requestSubmit();
  });
  await page.until('the links', () => /** @type {any} */ (document.querySelector('blk-board')).stage.at === 'made');
  const own = new URL(await page.run(() => /** @type {any} */ (document.querySelector('blk-board')).renderRoot.querySelector('#own').value));
  const given = new URLSearchParams(own.hash.slice(1));

  const code = (await blkplay('answer', join('web', 'lessons', 'e01.lesson'), 'leaves=4ms')).trim();
  const posted = await ask(base, 'POST', `api/boards/${given.get('board')}/results`, { name: 'Ada', code });
  assert.equal(posted.status, 201, posted.text);

  await page.driver.go(own.href.replace('board.html', 'board.html?own'));
  await page.until('the result', () => /** @type {any} */ (document.querySelector('blk-board')).stage.results?.results.length === 1);
  const shown = await page.run(() => /** @type {any} */ (document.querySelector('blk-board')).renderRoot.querySelector('main').innerText);
  assert.match(shown, /Monday <b>group<\/b>/);
  assert.match(shown, /Ada\s+1 of 3/);

  await page.driver.go(new URL(`board.html?again#board=${given.get('board')}&key=guess`, base).href);
  await page.until('the refusal', () => /** @type {any} */ (document.querySelector('blk-board')).failure?.status === 403);
}
