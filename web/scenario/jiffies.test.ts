import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unplugDelay } from './jiffies.ts';

test('a delay is rounded down to whole jiffies, at least one', () => {
  const jiffies = (ms: number, hz: number): number => unplugDelay(ms, hz).jiffies;
  assert.deepEqual([jiffies(3, 100), jiffies(3, 250), jiffies(3, 1000), jiffies(0, 250), jiffies(12, 250)], [1, 1, 3, 1, 3]);
});

test('the timer fires within the last of them', () => {
  const d = unplugDelay(12, 250);
  assert.deepEqual([d.least, d.most, d.jiffyNs], [8, 12, 4e6]);
});
