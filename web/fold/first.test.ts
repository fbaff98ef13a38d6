import assert from 'node:assert/strict';
import { test } from 'node:test';
import { First } from './first.ts';

interface Item {
  key: number;
  k: number;
}

const order = (a: Item, b: Item): number => a.key - b.key;

function first(items: readonly Item[], all: number, few: number): First<Item> {
  const first = new First(all, few, order);
  for (const item of items) first.add(item);
  return first;
}

test('the first of many are those that sorting would put first, ties in order', () => {
  const items = Array.from({ length: 5000 }, (_, k) => ({ key: (k * 7919) % 331, k }));
  const sorted = [...items].sort(order);
  for (const few of [0, 1, 24, 331, 4999]) {
    const { list, count } = first(items, few, few);
    assert.deepEqual(list, sorted.slice(0, few), String(few));
    assert.equal(count, items.length);
  }
  for (const [all, few] of [[40, 8], [331, 24]]) assert.deepEqual(first(items, all, few).list, sorted.slice(0, few));
  const falling = [...sorted].reverse();
  assert.deepEqual(first(falling, 40, 8).list.map((x) => x.key), sorted.slice(0, 8).map((x) => x.key));
});

test('as many as all are shown whole, one more cuts them to few', () => {
  const items = Array.from({ length: 41 }, (_, k) => ({ key: (k * 17) % 41, k }));
  assert.deepEqual(first(items.slice(0, 40), 40, 8).list, items.slice(0, 40).sort(order));
  assert.deepEqual(first(items, 40, 8).list, [...items].sort(order).slice(0, 8));
  assert.deepEqual(first([], 40, 8).list, []);
});
