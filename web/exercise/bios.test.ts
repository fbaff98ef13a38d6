import assert from 'node:assert/strict';
import { test } from 'node:test';
import { biosIn, lanesOf, stretches } from './bios.ts';

const text = 'version 1\nkernel 2.6.24\ntask 1\n  write 16 +8\n  write 0 +8 # first\n  write 500 +8 x2\ntask 2\n  read 8 +8 sync\n  wait\n';

test('the bios of a text, in its order, each with its number among reads or writes', () => {
  const bios = biosIn(text, 10)!;
  assert.deepEqual(bios.map((b) => [b.number, b.write, b.of, b.task, b.sector, b.sectors]), [
    [1, true, 1, 1, 16, 8], [2, true, 2, 1, 0, 8], [3, true, 3, 1, 500, 8], [4, true, 4, 1, 508, 8], [5, false, 1, 2, 8, 8],
  ]);
  assert.equal(bios[4].sync, true);
  assert.deepEqual(biosIn('task 1\n  write 100 +8 x3 step -20\n', 10)!.map((b) => b.sector), [100, 80, 60]);
  assert.equal(biosIn(text, 4), null);
  assert.equal(biosIn('task 1\n  stream read random seed=7 count=64 +8\n', 10), null);
});

test('stretches of sectors have no hole, and name where bios begin and end', () => {
  assert.deepEqual(stretches(biosIn(text, 10)!), [
    { from: 0, to: 24, edges: [0, 8, 16, 24] },
    { from: 500, to: 516, edges: [500, 508, 516] },
  ]);
});

test('bios that overlap lie in two lanes, others in one', () => {
  const bios = biosIn('task 1\n  write 0 +16\n  write 8 +16\n  write 24 +8\n', 10)!;
  const [only] = stretches(bios);
  assert.deepEqual(lanesOf(bios, only).map((l) => [l.bio.number, l.lane]), [[1, 0], [2, 1], [3, 0]]);
});
