import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';
import { Reader, readErrors, readParameter, recordBytes } from './protocol.ts';
import { Records } from './records.ts';

// Written by wasm/engine/protocol_test.go.
const golden = new Uint8Array(readFileSync(fromRoot('wasm/engine/testdata/protocol.bin')));

test('what the engine writes reads as it was meant', () => {
  const r = new Reader(golden);
  assert.equal(r.text(), 'blkplay ▸ 1');
  assert.deepEqual(readErrors(r), [
    { line: 4, column: 3, message: 'what is wrong' },
    { line: 0, column: 0, message: 'nowhere' },
  ]);
  assert.deepEqual(readParameter(r), {
    name: 'fifo_batch', unit: 'requests', text: 'so many', default: 0, min: -(2 ** 31), max: 2 ** 40, clamps: false, live: true,
  });
});

test('records read as they lie in memory', () => {
  const records = new Records();
  records.append(golden.subarray(golden.length - 2 * recordBytes));
  assert.equal(records.length, 2);
  assert.deepEqual(row(records, 0), [2 ** 53 - 1, 2 ** 40, -2, 3, 4, -1, 6, 65535, 1, 1 | 4, 300, 65534]);
  assert.deepEqual(row(records, 1).slice(0, 9), [1000, -1, 0, -5, -1, 2 ** 30, -1, 0, records.kind(1)]);
});

test('records stay in order over chunks', () => {
  const records = new Records();
  const one = golden.slice(golden.length - 2 * recordBytes, golden.length - recordBytes);
  const n = 3 * 4096 + 5;
  const many = new Uint8Array(n * recordBytes);
  for (let i = 0; i < n; i++) {
    new DataView(one.buffer).setBigInt64(0, BigInt(i), true);
    one[42] = i % 3 === 0 ? 1 : 40; // a record of blktrace, or one of our own
    many.set(one, i * recordBytes);
  }
  for (let from = 0; from < n; from += 1000) records.append(many.subarray(from * recordBytes, Math.min(n, from + 1000) * recordBytes));
  assert.equal(records.length, n);
  for (const i of [0, 4095, 4096, 8191, 12288, n - 1]) assert.equal(records.time(i), i);
  for (const i of [0, 1, 4096, 5000, n]) assert.equal(records.tracedBefore(i), Math.ceil(i / 3));
  assert.equal(records.slice(4000, n).length, 96 * recordBytes);
  assert.equal(records.slice(n, n).length, 0);
});

function row(r: Records, i: number): number[] {
  return [r.time(i), r.sector(i), r.arg(i), r.sectors(i), r.bio(i), r.req(i), r.by(i), r.task(i), r.kind(i), r.rwbs(i), r.cause(i), r.aux(i)];
}
