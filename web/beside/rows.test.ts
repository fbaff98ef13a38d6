import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DifferenceRow } from '../engine/tools.ts';
import { differenceOf, dispatchText, figure, groupsOf, lackText, rowName } from './rows.ts';

const row = (name: string, unit: DifferenceRow['unit'], real: number, simulated: number, group = 'requests'): DifferenceRow => ({ group, name, unit, real, simulated });

test('no digit of a time is lost', () => {
  assert.deepEqual(
    [figure(1313, 'ns'), figure(188842804, 'ns'), figure(2073, 'thousandths'), figure(27079962, 'bytes/s'), figure(34497828, 'sectors'), figure(569, '')],
    ['1.313', '188842.804', '2.073', '25.825', '34497828', '569'],
  );
});

test('a difference is the simulated figure less the real one, without a word on which is good', () => {
  assert.equal(differenceOf(row('inserted', '', 82, 0)), '−82');
  assert.equal(differenceOf(row('busy', 'ns', 1000, 2500)), '+1.500');
  assert.equal(differenceOf(row('splits', '', 1, 1)), 'same');
});

test('rows stand in their groups; those that do not differ can be left out', () => {
  const rows = [row('queued', '', 3, 3, 'bios'), row('splits', '', 0, 1, 'bios'), row('longest', 'sectors', 8, 8), row('q2c_p50', 'ns', 1, 2, 'latency')];
  assert.deepEqual(groupsOf(rows, false).map((g) => [g.name, g.rows.length]), [['bios', 2], ['requests', 1], ['latency', 1]]);
  assert.deepEqual(groupsOf(rows, true).map((g) => [g.name, g.rows.length]), [['bios', 1], ['latency', 1]]);
  assert.deepEqual(rows.map(rowName), ['bios', 'splits (X)', 'longest, sectors', 'Q2C, half are below']);
  assert.equal(rowName(row('of_tomorrow', '', 0, 0)), 'of_tomorrow');
});

test('a dispatch is told on the clock of the run, a lack with its values', () => {
  assert.equal(dispatchText({ time: 1_500_000, sector: 4096, sectors: 8, write: true }, 500_000), 'W 4096 + 8 at 1.000 ms');
  assert.match(lackText({ key: 'cpus', values: ['2'], text: '' }), /events of 2 CPUs/);
  assert.equal(lackText({ key: 'new', values: [], text: 'As it is.' }), 'As it is.');
});
