import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addAt, addTask, dropTunables, formatTime, parseTime, readSetup, setAt, setPair, setWord } from './text.ts';

const text = `version 1
# two tasks
kernel 2.6.24
elevator deadline read_expire=20 # short
queue unplug_thresh=4 nr_requests=16
device linear depth=2 base_us=600 per_sector_ns=8000 seek_ns_per_1024=140000
task 1 name=tar
  write 0 +8
  elevator noop
task 2 name=grep parent=1 ioprio=be/4
  read 8 +8
at 5ms task 1 write 16 +8
`;

test('reads the machine and the tasks', () => {
  const s = readSetup(text);
  assert.deepEqual([s.kernel, s.elevator, s.hz, s.title], ['2.6.24', 'deadline', undefined, 'two tasks']);
  assert.deepEqual(s.queue, { unplug_thresh: 4, nr_requests: 16 });
  assert.deepEqual(s.tunables, { read_expire: 20 });
  assert.deepEqual(s.device, { depth: 2, base: 600000, per_sector: 8000, seek_per_1024: 140000 });
  assert.deepEqual(s.tasks, [
    { id: 1, name: 'tar', parent: 0, ioprio: 0 },
    { id: 2, name: 'grep', parent: 1, ioprio: (2 << 13) | 4 },
  ]);
});

test('changes one value and nothing else', () => {
  assert.equal(setPair(text, 'queue', 'unplug_thresh', 7), text.replace('thresh=4', 'thresh=7'));
  assert.equal(setPair(text, 'queue', 'unplug_delay_ms', 9), text.replace('nr_requests=16', 'nr_requests=16 unplug_delay_ms=9'));
  assert.equal(setPair(text, 'elevator', 'fifo_batch', 1), text.replace('read_expire=20 #', 'read_expire=20 fifo_batch=1 #'));
  assert.equal(setWord(text, 'elevator', 'noop'), text.replace('elevator deadline', 'elevator noop'));
  assert.equal(dropTunables(text), text.replace(' read_expire=20', ''));
});

test('adds the line a value belongs to at its place', () => {
  assert.equal(setWord(text, 'hz', '1000'), text.replace('queue', 'hz 1000\nqueue'));
  assert.equal(setPair('version 1\nkernel 2.6.24\ntask 1\n', 'queue', 'unplug_thresh', 2), 'version 1\nkernel 2.6.24\nqueue unplug_thresh=2\ntask 1\n');
});

test('takes a key away, and the line with the last one', () => {
  assert.equal(setPair(text, 'queue', 'unplug_thresh', null), text.replace(' unplug_thresh=4', ''));
  const one = 'version 1\nkernel 2.6.24\nqueue unplug_thresh=2\ntask 1\n';
  assert.equal(setPair(one, 'queue', 'unplug_thresh', null), 'version 1\nkernel 2.6.24\ntask 1\n');
});

test('a fire goes behind earlier ones and before later ones', () => {
  const later = addAt(text, 6e6, ['task 2 wait']);
  assert.equal(later, text + 'at 6ms task 2 wait\n');
  assert.equal(addAt(later, 5.5e6, ['unplug']), text + 'at 5.5ms unplug\nat 6ms task 2 wait\n');
});

test('turning a knob twice at one instant is one line', () => {
  const once = setAt(text, 6e6, 'unplug_thresh', 3);
  assert.equal(once, text + 'at 6ms set unplug_thresh 3\n');
  assert.equal(setAt(once, 6e6, 'unplug_thresh', 9), text + 'at 6ms set unplug_thresh 9\n');
  assert.equal(setAt(once, 7e6, 'unplug_thresh', 9), once + 'at 7ms set unplug_thresh 9\n');
});

test('a new task stands behind the last one', () => {
  assert.equal(addTask(text, 3, 'mail'), text.replace('at 5ms', 'task 3 name=mail\nat 5ms'));
});

test('times', () => {
  assert.equal(formatTime(9900000), '9.9ms');
  assert.equal(formatTime(1), '0.000001ms');
  for (const ns of [0, 1, 999999, 1e6, 10400000, 3600e9]) assert.equal(parseTime(formatTime(ns)), ns);
  assert.ok(Number.isNaN(parseTime('soon')));
});
