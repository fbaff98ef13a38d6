import assert from 'node:assert/strict';
import { test } from 'node:test';
import { firstOf } from './first.ts';

test('the first of a list are those that sorting would put first, ties in order', () => {
  const list = Array.from({ length: 5000 }, (_, k) => ({ key: (k * 7919) % 331, k }));
  const order = (a: { key: number }, b: { key: number }): number => a.key - b.key;
  for (const most of [1, 24, 331, 4999, 5000, 6000]) assert.deepEqual(firstOf(list, most, order), [...list].sort(order).slice(0, most), String(most));
  assert.deepEqual(firstOf([], 3, order), []);
});
