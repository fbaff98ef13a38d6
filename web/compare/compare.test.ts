import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { RunIndex } from '../fold/index.ts';
import { compiled } from '../test/wasm.ts';
import { changed, onKernel, readChanges, readValues, threeKernels, withChange, writeChanges } from './changes.ts';
import { differences, nextDifference, phaseAt } from './differences.ts';

const engine = await Engine.start(compiled('engine'));

function run(text: string): RunIndex {
  const r = engine.open(text);
  while (r.advance(100));
  const index = new RunIndex(r.records);
  index.extend();
  return index;
}

const machine = (kernel: string, more = '') => `version 1\nkernel ${kernel}\nelevator noop\nhz 1000\n${more}task 1\n  write 0 +8\n  sleep until 20ms\n  read 100 +8\n  wait\n`;

test('two runs differ from where one bio waits and the other does not', () => {
  const old = run(machine('2.6.24')); // waits for the timer at 3 ms
  const { spans, first } = differences(old, run(machine('4.4')));
  assert.equal(first?.time, 0);
  assert.equal(first?.task, 1);
  assert.deepEqual([phaseAt(first!.a, 0), phaseAt(first!.b, 0)], ['waits', 'device']);
  assert.equal(spans.length, 1);
  assert.deepEqual([spans[0].from, spans[0].to], [0, 3_108_000]);
});

test('a run does not differ from itself', () => {
  assert.deepEqual(differences(run(machine('4.4')), run(machine('4.4'))), { spans: [], first: null });
});

test('a bio that waits for ever differs to the end', () => {
  const { spans } = differences(run(machine('2.6.24')), run(machine('2.6.24', 'what_if no_unplug_timer\n')));
  assert.equal(spans[0].from, 3_000_000);
});

test('differences are gone through either way', () => {
  const lists = [[{ from: 1, to: 2 }, { from: 5, to: 6 }], [{ from: 3, to: 9 }]];
  assert.deepEqual([0, 1, 3, 5].map((now) => nextDifference(lists, now, 1)), [1, 3, 5, -1]);
  assert.deepEqual([0, 1, 4, 9].map((now) => nextDifference(lists, now, -1)), [-1, -1, 3, 5]);
});

test('changes are words, and another kernel keeps those it knows', () => {
  const changes = readChanges('kernel=2.6.24 elevator=as unplug_thresh=8 hz=100');
  assert.equal(writeChanges(changes), 'kernel=2.6.24 elevator=as unplug_thresh=8 hz=100');
  assert.equal(writeChanges(onKernel(changes, engine.describe('4.4')!)), 'kernel=4.4 hz=100');
  assert.equal(writeChanges(withChange(withChange(changes, 'hz', null), 'unplug_thresh', '9')), 'kernel=2.6.24 elevator=as unplug_thresh=9');
  assert.equal(changed(changes, 'elevator'), 'as');
  assert.equal(threeKernels(engine.description.kernels).length, 3);
});

test('values are lists and ranges', () => {
  assert.deepEqual(readValues('1, 2 4..6,10..30:10'), ['1', '2', '4', '5', '6', '10', '20', '30']);
  assert.deepEqual(readValues('noop,mq-deadline'), ['noop', 'mq-deadline']);
  for (const wrong of ['', '4..1', '1..9999', 'a=b']) assert.equal(readValues(wrong), null, wrong);
});
