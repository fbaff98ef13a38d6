import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blkplay } from '../command.js';
import { root } from '../site.js';

/**
 * Asks with JSON, and gives the status, the head and what came as JSON.
 * @param {string} base @param {string} method @param {string} path @param {unknown} [body] @param {Record<string, string>} [head]
 */
export async function ask(base, method, path, body, head = {}) {
  const response = await fetch(new URL(path, base), {
    method,
    redirect: 'manual',
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...head },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, head: response.headers, text, json: /^[[{]/.test(text) ? JSON.parse(text) : undefined };
}

/** What is kept between requests: the same stories wherever the server runs. */
export const kept = {
  /** @param {string} base */
  'a link gets a short name, which leads to it and to its picture': async (base) => {
    const golden = (await readFile(join(root, 'web', 'share', 'links.golden.jsonl'), 'utf8')).trim().split('\n').map((line) => JSON.parse(line));
    let kept = 0;
    for (const { link, is, fault } of golden) {
      const made = await ask(base, 'POST', 'api/links', { fragment: link });
      if (fault) {
        assert.equal(made.status, 422, made.text);
        continue;
      }
      if (made.status === 422) continue; // a text that does not run is shared by its long link only
      assert.equal(made.status, 201, made.text);
      kept++;
      assert.equal((await ask(base, 'POST', 'api/links', { fragment: link })).json.name, made.json.name);
      const followed = await ask(base, 'GET', made.json.path);
      assert.equal(followed.status, 302);
      assert.equal(followed.head.get('location'), `/${link}`);
      const poster = await ask(base, 'GET', `poster/${made.json.name}`);
      assert.equal(poster.status, 200);
      assert.equal(poster.head.get('content-type'), 'image/svg+xml');
      assert.ok(poster.text.startsWith('<svg') && is.text.split('\n').length > 1);
    }
    assert.ok(kept >= 2, `only ${kept} links`);
    assert.equal((await ask(base, 'GET', 's/nothing')).status, 404);
  },

  /** @param {string} base */
  'a class board: made, posted to, read and deleted by its key, each result run again': async (base) => {
    const lesson = await readFile(join(root, 'web', 'lessons', 'e01.lesson'), 'utf8');
    const made = await ask(base, 'POST', 'api/boards', { title: 'Montag', lesson, days: 1 });
    assert.equal(made.status, 201, made.text);
    const { board, key } = made.json;
    const own = { authorization: `Bearer ${key}` };
    const shown = await ask(base, 'GET', `api/boards/${board}`);
    assert.equal(shown.json.lesson, lesson);
    assert.ok(!shown.text.includes(key));

    const code = (await blkplay('answer', '-seed', '0', join('web', 'lessons', 'e01.lesson'), 'leaves=4ms')).trim();
    const posted = await ask(base, 'POST', `api/boards/${board}/results`, { name: '<img src=x>', code });
    assert.equal(posted.status, 201, posted.text);
    assert.equal(posted.json.number, 1);
    assert.equal(posted.json.verdict.right, 1);
    assert.equal(posted.json.verdict.of, 3);
    assert.ok(!posted.text.includes('want'));
    const forged = await ask(base, 'POST', `api/boards/${board}/results`, { code: code.replace(/.$/, (c) => (c === '0' ? '1' : '0')) });
    assert.equal(forged.status, 422, forged.text);

    assert.equal((await ask(base, 'GET', `api/boards/${board}/results`)).status, 401);
    assert.equal((await ask(base, 'GET', `api/boards/${board}/results`, undefined, { authorization: 'Bearer guess' })).status, 403);
    const results = await ask(base, 'GET', `api/boards/${board}/results`, undefined, own);
    assert.equal(results.json.results.length, 1);
    assert.equal(results.json.results[0].name, '<img src=x>');
    assert.equal((await ask(base, 'DELETE', `api/boards/${board}/results/1`, undefined, own)).status, 204);
    assert.equal((await ask(base, 'GET', `api/boards/${board}/results`, undefined, own)).json.results.length, 0);
    assert.equal((await ask(base, 'DELETE', `api/boards/${board}`, undefined, own)).status, 204);
    assert.equal((await ask(base, 'GET', `api/boards/${board}`)).status, 404);
  },
};
