import assert from 'node:assert/strict';
import { test } from 'node:test';
import { differenceText, mainRows, plugRows, stageOf, stagesOf, valueText } from './numbers.ts';

const row = (value: number | null, decimals = 0) => ({ name: '', value, decimals });

test('a difference is told, never judged', () => {
  assert.equal(differenceText(row(14), row(19)), '−26 %');
  assert.equal(differenceText(row(2.73, 3), row(2.63, 3)), '+3.8 %');
  assert.equal(differenceText(row(5), row(5)), 'same');
  assert.equal(differenceText(row(1.0001, 3), row(1.0004, 3)), 'same');
  assert.equal(differenceText(row(7), row(0)), '+7');
  assert.equal(differenceText(row(null), row(3)), '–');
});

test('a run without events has no means', () => {
  const none = { dispatched: 0, merge_ratio_thousandths: 0, merged: 0, q2c_n: 0, q2q_n: 0, unplugs: 0, unplug_timers: 0 };
  assert.equal(valueText(mainRows(none)[1]), '–');
  assert.equal(valueText(plugRows(none, true)[2]), '–');
  assert.deepEqual(stagesOf(none), []);
});

test('stages are btt’s, in ms', () => {
  const f = { q2c_n: 3, q2c_min_ns: 108_000, q2c_avg_ns: 2_000_400, q2c_max_ns: 5_000_000, q2m_n: 0 };
  assert.deepEqual(stagesOf(f), ['Q2C']);
  assert.deepEqual(stageOf(f, 'Q2C'), ['0.108', '2.000', '5.000', '3']);
  assert.equal(stageOf(f, 'Q2M'), null);
});
