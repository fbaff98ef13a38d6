import assert from 'node:assert/strict';
import { test } from 'node:test';
import { compiled } from '../test/wasm.ts';
import { readCells, readNumbers, readRetargeted, writeAxis, writeChanges } from './machines.ts';
import { Reader, Writer } from './protocol.ts';
import { ToolsProgram, type ToolCall } from './tools.program.ts';

const program = ToolsProgram.start(compiled('tools'));
const twoWrites = 'version 1\nkernel 2.6.24\nelevator noop\nhz 1000\ntask 1\n  write 0 +8\n  write 100 +8\n  unplug\n';

async function call(name: ToolCall, w: Writer): Promise<Reader> {
  return new Reader((await program).call(name, w.finish()));
}

test('numbers of a run and of its ghost', async () => {
  const { run, ghost } = readNumbers(await call('numbers', new Writer().text(twoWrites.replace('write 100', 'write 8'))));
  assert.equal(run.figures.dispatched, 1);
  assert.equal(ghost.figures.dispatched, 2);
  assert.equal(run.histogram.reduce((n, b) => n + b.count, 0), 2);
  assert.deepEqual(run.busy.map((b) => b.slot), [0]);
  assert.equal(ghost.busy.length, 2);
  for (const b of [...run.histogram, ...ghost.histogram]) assert.ok(b.from < b.to);
});

test('another machine, and what does not go along', async () => {
  const changes = [{ name: 'kernel', value: '4.4' }];
  const { text, losses } = readRetargeted(await call('retarget', writeChanges(new Writer().text(twoWrites), changes)));
  assert.match(text, /^version 1\nkernel 4\.4\nelevator noop\n/);
  assert.deepEqual(losses, [{ kind: 'op', name: 'unplug', value: '', count: 1, line: 8, stays: false }]);
});

test('cells of a sweep, each as it ended', async () => {
  const w = writeAxis(new Writer().text(twoWrites.replace('  unplug\n', '')), { name: 'unplug_thresh', values: ['2', '9'] });
  writeAxis(w, { name: 'no_unplug_timer', values: ['0', '1', '7'] }).u32(0).u32(6);
  const cells = readCells(await call('sweepCells', w), 6);
  assert.deepEqual(cells.map((c) => c.end), ['complete', 'complete', 'complete', 'stuck', 'refused', 'refused']);
  assert.equal(cells[0].values.requests, 2);
  assert.equal(cells[0].values.max_q2c, 216_000);
  assert.equal(cells[1].values.max_q2c, 3_216_000);
  assert.match(cells[4].why, /neither 0 nor 1/);
});

test('a cell says what did not go along to its machine', async () => {
  const w = writeAxis(new Writer().text(twoWrites), { name: 'kernel', values: ['2.6.24', '4.4'] });
  const cells = readCells(await call('sweepCells', writeAxis(w, { name: '', values: [] }).u32(0).u32(2)), 2);
  assert.deepEqual(cells.map((c) => c.losses.map((l) => l.name)), [[], ['unplug']]);
});
