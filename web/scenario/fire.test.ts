import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextAim, shotOps, type Shot } from './fire.ts';

const shot: Shot = { task: 1, write: true, sync: false, pattern: 'sequential', sector: 4176, sectors: 8, count: 4 };

test('a shot is a line a person would write', () => {
  const ops = (change: Partial<Shot>): string => shotOps({ ...shot, ...change }, 16384, () => 0.5).join('; ');
  assert.equal(ops({}), 'task 1 write 4176 +8 x4');
  assert.equal(ops({ task: 0, write: false, count: 1 }), 'read 4176 +8');
  assert.equal(ops({ pattern: 'strided', sync: true }), 'task 1 write 4176 +8 x4 step 64 sync');
  assert.equal(ops({ pattern: 'reverse' }), 'task 1 write 4176 +8 x4 step -8');
  assert.equal(ops({ pattern: 'random', count: 2 }), 'task 1 write 8192 +8; task 1 write 8192 +8');
});

test('a reverse shot stays on the disk', () => {
  assert.deepEqual(shotOps({ ...shot, pattern: 'reverse', sector: 8 }, 16384, Math.random), ['task 1 write 24 +8 x4 step -8']);
});

test('the next shot goes on behind a sequential one', () => {
  assert.equal(nextAim(shot), 4208);
  assert.equal(nextAim({ ...shot, pattern: 'random' }), 4176);
});
