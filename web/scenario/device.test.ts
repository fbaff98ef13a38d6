import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deviceModels, setDeviceTime, setModel, setTunable, setWhatIf, whatIfOf } from './device.ts';

const text = `version 1
kernel 2.6.24
device linear depth=2 base_us=400 seek_max_ms=2
task 1
  write 0 +8
`;

const time = (name: string) => deviceModels[0].times.find((x) => x.name === name)!;

test('another model keeps the depth and nothing else', () => {
  assert.ok(setModel(text, 'ssd', 2).includes('\ndevice ssd depth=2\ntask 1'));
});

test('a time takes the place of itself in another unit', () => {
  assert.ok(setDeviceTime(text, time('seek_max'), 500).includes('device linear depth=2 base_us=400 seek_max_us=500\n'));
  assert.ok(setDeviceTime(text, time('base'), 90).includes('device linear depth=2 base_us=90 seek_max_ms=2\n'));
});

test('a device line made anew names its model', () => {
  assert.ok(setDeviceTime('version 1\nkernel 4.4\n', time('base'), 90).includes('device linear base_us=90'));
});

test('a tunable names the elevator where the text does not', () => {
  assert.ok(setTunable(text, 'cfq', 'quantum', 8).includes('\nelevator cfq quantum=8\n'));
  const named = text.replace('device', 'elevator deadline fifo_batch=1\ndevice');
  assert.ok(setTunable(named, 'cfq', 'fifo_batch', 8).includes('\nelevator deadline fifo_batch=8\n'));
});

test('what no kernel does is a line of its own, before the tasks', () => {
  const one = setWhatIf(text, 'no_plugging', true);
  assert.ok(one.includes('\nwhat_if no_plugging\ntask 1'));
  const two = setWhatIf(one, 'no_unplug_timer', true);
  assert.deepEqual(whatIfOf(two), ['no_plugging', 'no_unplug_timer']);
  assert.equal(setWhatIf(setWhatIf(two, 'no_plugging', false), 'no_unplug_timer', false), text);
});
