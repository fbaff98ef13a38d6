import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openSeries, Series } from './series.ts';

test('least and most of any stretch are those of its values', () => {
  const n = 200_000;
  const values = Int32Array.from({ length: n }, (_, k) => (k * 7919) % 1013);
  values[123_456] = 5000;
  values[77_777] = -9;
  const series = new Series(Float64Array.from({ length: n }, (_, k) => k * 3), values);
  assert.equal(series.most, 5000);
  const slow = (from: number, to: number): [number, number] => {
    const part = values.subarray(from, to);
    return [part.reduce((a, b) => Math.min(a, b)), part.reduce((a, b) => Math.max(a, b))];
  };
  for (const [from, to] of [[0, n], [0, 1], [5, 700], [255, 257], [256, 512], [1000, 70_000], [77_776, 77_778], [65_536, 131_072], [3, n - 3], [123_457, n]]) {
    assert.deepEqual(series.range(from, to), slow(from, to), `${from}..${to}`);
  }
  assert.deepEqual(series.range(9, 9), [0, 0]);
  assert.deepEqual([series.before(-1), series.before(0), series.before(2), series.before(3), series.before(1e9)], [0, 1, 1, 2, n]);
});

test('spans that begin and end', () => {
  const series = openSeries([0, 0, 5, 9], [5, 7, 8, 12]);
  assert.deepEqual([...(series.times as Float64Array)], [0, 5, 7, 8, 9, 12]);
  assert.deepEqual([...(series.values as Int32Array)], [2, 2, 1, 0, 1, 0]);
  assert.equal(series.after(0), 0);
});
