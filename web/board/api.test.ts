import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BoardServer, type BoardError } from './api.ts';

const server = new BoardServer(new URL('https://example.org/api/boards'));

/** What the page makes of an answer. */
async function refused(status: number, body: string): Promise<BoardError> {
  const real = globalThis.fetch;
  globalThis.fetch = async () => new Response(body, { status });
  try {
    return await server.post('abc', '', 'E01').then(
      () => {
        throw new Error('it was taken');
      },
      (e: BoardError) => e,
    );
  } finally {
    globalThis.fetch = real;
  }
}

test('a server that refuses is not taken for one that keeps no boards', async () => {
  const json = (message: string): string => JSON.stringify({ errors: [{ message }] });
  for (const [status, body, want, message] of [
    [404, json('there is nothing'), 404, 'there is nothing'],
    [429, json('too many requests'), 429, 'too many requests'],
    [429, 'too many requests\n', 429, '429'],
    [503, '<html>busy</html>', 503, '503'],
    [404, '<html>no such file</html>', 0, '404'],
    [405, '', 0, '405'],
    [200, '<html>our page for everything</html>', 0, '200'],
  ] as const) {
    const e = await refused(status, body);
    assert.deepEqual([e.status, e.message], [want, message]);
  }
});
