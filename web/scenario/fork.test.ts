import assert from 'node:assert/strict';
import { test } from 'node:test';
import { forkAt } from './fork.ts';
import { hasOp } from './ops.ts';

test('a fork by hand lists the child with its parent', () => {
  const text = 'version 1\nkernel 4.4\ntask 1 name=tar\n  write 0 +8\nat 1ms task 1 wait\n';
  assert.equal(
    forkAt(text, 2e6, 1, 2, true),
    'version 1\nkernel 4.4\ntask 1 name=tar\n  write 0 +8\ntask 2 name=task2 parent=1\nat 1ms task 1 wait\nat 2ms task 1 fork 2 clone_io\n',
  );
});

test('each kernel has its own ops', () => {
  assert.deepEqual(['2.6.24', '4.4', '6.18'].map((k) => ['unplug', 'start_plug', 'set', 'reclaim', 'fork'].filter((op) => hasOp(k, op))), [
    ['unplug', 'set', 'fork'],
    ['start_plug', 'set', 'reclaim', 'fork'],
    ['start_plug', 'fork'],
  ]);
});
