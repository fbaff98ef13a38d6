import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../site.js';
import { ask } from './kept.js';

/**
 * A student does an exercise by a board's link and posts the result, with a name and without.
 * @param {import('../browser/page.js').Page} page
 * @param {string} base
 */
export async function studentPage(page, base) {
  const lesson = await readFile(join(root, 'web', 'lessons', 'e02.lesson'), 'utf8');
  const { board, key } = (await ask(base, 'POST', 'api/boards', { title: 'Monday <b>group</b>', lesson, days: 1 })).json;
  await page.driver.go(new URL(`exercise.html?lang=en#board=${board}&seed=0`, base).href);
  for (const [question, value] of [['which', '6'], ['requests', '7']]) {
    await page.click({ css: `article[data-name="${question}"] label:has(input[value="${value}"])` });
    await page.click({ css: `article[data-name="${question}"] button[type=submit]` });
  }
  await page.click({ role: 'button', name: 'Hand in to: Monday <b>group</b>' });
  await page.until('the server’s verdict', () => {
    const result = document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-result')?.shadowRoot;
    return /Posted as number 1\. Run again there: 1 of 3 right\./.test(result?.textContent ?? '');
  });
  await page.fill({ role: 'textbox', name: '/^Name/' }, 'Ada');
  await page.until('the name in the code', () => /Ada/.test(/** @type {any} */ (document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-result')?.shadowRoot?.querySelector('blk-copy'))?.text ?? ''));
  await page.click({ role: 'button', name: '/^Hand in to/' });
  await page.until('the second post', () => /Posted as number 2/.test(document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-result')?.shadowRoot?.textContent ?? ''));
  const { json } = await ask(base, 'GET', `api/boards/${board}/results`, undefined, { authorization: `Bearer ${key}` });
  assert.deepEqual(json.results.map((/** @type {any} */ r) => [r.name ?? '', r.verdict.status, r.verdict.right, r.verdict.of]), [['', 'verified', 1, 3], ['Ada', 'verified', 1, 3]]);

  await page.driver.go(new URL('exercise.html?again&lang=en#board=nosuchboard', base).href);
  assert.match(await page.text({ css: '.message' }), /no such board/);
}
