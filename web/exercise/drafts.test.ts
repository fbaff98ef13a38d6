import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnswerType, Question } from '../engine/lessons.ts';
import { answerOf, attemptOf, draftOf, fieldsOf, nowOf, readable, turnsOf } from './drafts.ts';

const question = (answer: AnswerType, more: Partial<Question> = {}): Question => ({
  name: 'q', kind: 'predict', run: 'main', ask: '', answer, slots: [], offer: [], choices: [], knobs: [], turn: 0, checks: [], least: '', hints: [], ...more,
});

test('what stands in a field is an answer only if the core can read it', () => {
  const reads = (answer: AnswerType, ...parts: string[]): boolean[] => parts.map((p) => readable(question(answer), p));
  assert.deepEqual(reads('number', '4', '#4', 'W300', 'four', '4 5', '4.5', '', '-1'), [true, true, true, false, false, false, false, false]);
  assert.deepEqual(reads('time', '4', '2.5', '2.5ms', '400us', '2.5 ms', '.5.', 'soon', '1 2'), [true, true, true, true, true, false, false, false]);
  assert.deepEqual(reads('numbers', '16, 8, 24', '3/3/3', 'R300 W2', '16, x'), [true, true, true, false]);
  assert.deepEqual(reads('words', 'U 16, UT 1', ''), [true, false]);
});

test('the fields of a list make one answer, and the answer the fields', () => {
  const q = question('numbers', { slots: ['G', 'joins'] });
  assert.equal(answerOf(q, ['3', '']), '');
  assert.equal(answerOf(q, [' 3', '1']), '3, 1');
  assert.equal(answerOf(q, ['3 1', '1']), '');
  assert.deepEqual(draftOf(q, '3, 1'), ['3', '1']);
  assert.deepEqual(draftOf(question('words'), 'U 16, UT 1'), ['U 16, UT 1']);
  const explain = question('words', { kind: 'explain', slots: ['a', 'b'], choices: [{ word: 'yes', text: 'Yes.' }] });
  assert.deepEqual(fieldsOf(explain).map((f) => [f.label, f.choices[0].value]), [['a', 'yes'], ['b', 'yes']]);
});

test('an attempt names only what is turned', () => {
  const knob = (name: string, now: string) => ({ name, numeric: true, low: 1, high: 32, step: 1, words: [], now });
  const q = question('none', { kind: 'goal', knobs: [knob('unplug_thresh', '4'), knob('sector', '16 0 500')] });
  assert.equal(attemptOf(q, [{ knob: 'unplug_thresh', value: '4' }]), '');
  assert.equal(attemptOf(q, [{ knob: 'unplug_thresh', value: '5' }, { knob: 'sector.3', value: '1000' }, { knob: 'sector.2', value: '0' }]), 'unplug_thresh=5 sector.3=1000');
  assert.deepEqual(turnsOf('unplug_thresh=5 sector.3=1000'), [{ knob: 'unplug_thresh', value: '5' }, { knob: 'sector.3', value: '1000' }]);
  assert.deepEqual([nowOf(q, 'sector.3'), nowOf(q, 'unplug_thresh'), nowOf(q, 'hz')], ['500', '4', '']);
});
