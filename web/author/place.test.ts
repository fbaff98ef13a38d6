import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitsBefore } from './place.ts';

test('a column in bytes is a place in a line of any language', () => {
  const line = 'aü队🙂b';
  assert.deepEqual([0, 1, 2, 4, 7, 11, 12, 99].map((column) => unitsBefore(line, column)), [0, 0, 1, 2, 3, 5, 6, 6]);
  assert.equal(unitsBefore('', 1), 0);
});
