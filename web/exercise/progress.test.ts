import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Lesson, Question } from '../engine/tools.ts';
import { newSeed, readAddress, seedOf, writeAddress } from './address.ts';
import { goalsOpen, judged, packProgress, predictionsLeft, progressIn, sealOf, unpackProgress, type Progress } from './progress.ts';

const question = (name: string, kind: Question['kind'], run: string): Question => ({
  name, kind, run, ask: name, answer: 'number', slots: [], offer: [], choices: [], knobs: [], turn: 0, checks: [], least: '', hints: [],
});
const lesson: Lesson = {
  name: 'x', digest: '', language: '', languages: [], title: '', story: '', showCauses: false, hints: [], parameters: [],
  runs: ['main', 'streams', 'spare'].map((name) => ({ name, label: '', text: '' })),
  questions: [question('a', 'predict', 'main'), question('b', 'predict', 'main'), question('c', 'explain', 'main'), question('g', 'goal', 'streams')],
};
const after = (...names: string[]): Progress => new Map(names.map((n) => [n, { question: n, answer: '1', tries: 1 }]));

test('a run is sealed until every prediction about it is given, and tells no cause until all is explained', () => {
  const seals = (run: string, ...names: string[]) => sealOf(lesson, run, after(...names));
  assert.deepEqual([seals('main'), seals('main', 'a'), seals('main', 'a', 'c'), seals('main', 'a', 'b'), seals('main', 'a', 'b', 'c')], ['sealed', 'sealed', 'sealed', 'lines', 'open']);
  assert.deepEqual([seals('streams', 'a'), seals('streams', 'a', 'b')], ['sealed', 'open']);
  assert.deepEqual([seals('spare', 'a', 'b', 'c'), seals('spare', 'a', 'b', 'c', 'g')], ['sealed', 'open']);
});

test('an answer is judged only with all predictions of its run, an attempt only after all predictions', () => {
  const [a, b, c] = lesson.questions;
  assert.deepEqual([judged(lesson, a, after('a')), judged(lesson, c, after('c')), judged(lesson, a, after('a', 'b')), judged(lesson, b, after('a'))], [false, false, true, false]);
  assert.deepEqual([goalsOpen(lesson, after('a', 'c')), goalsOpen(lesson, after('a', 'b'))], [false, true]);
  assert.deepEqual(predictionsLeft(lesson, 'main', after('a')).map((q) => q.name), ['b']);
});

test('progress comes back as it was packed, and not at all once a character changed', () => {
  const progress: Progress = new Map([['a', { question: 'a', answer: '4 ms', tries: 1 }], ['g', { question: 'g', answer: 'unplug_thresh=5 sector.3=1000', tries: 7 }]]);
  const packed = packProgress(progress);
  assert.match(packed, /^[\w.-]+$/);
  assert.deepEqual(unpackProgress(packed), progress);
  assert.equal(packProgress(new Map()), '');
  assert.deepEqual(unpackProgress(''), new Map());
  for (const bad of [packed.slice(0, -1), packed.slice(1), packed.replace('.', ''), 'x'.repeat(20_000), '!']) assert.equal(unpackProgress(bad), null, bad.slice(0, 40));
  for (let k = 0; k < packed.length; k++) {
    const other = packed.slice(0, k) + (packed[k] === 'A' ? 'B' : 'A') + packed.slice(k + 1);
    assert.equal(unpackProgress(other), null, other);
  }
  assert.deepEqual([...progressIn(lesson, new Map([...progress, ['old', { question: 'old', answer: '', tries: 1 }]])).keys()], ['a', 'g']);
});

test('an address says what it was made of', () => {
  for (const source of [{ kind: 'site', name: 'e02' }, { kind: 'board', name: 'k7f3' }, { kind: 'text', text: 'version 1\nname x & y = 100% + #1\n' }] as const) {
    const address = readAddress(writeAddress(source, '17', packProgress(after('a'))));
    assert.deepEqual(address, { source, seed: '17', progress: after('a'), damaged: false });
  }
  assert.deepEqual(readAddress(''), { source: null, seed: '', progress: new Map(), damaged: false });
  assert.deepEqual(readAddress('#lesson=E02').source, { kind: 'site', name: 'e02' });
  assert.equal(readAddress('#lesson=../../x').source, null);
  assert.deepEqual(readAddress('#text=write%200%20+8').source, { kind: 'text', text: 'write 0 +8' });
  assert.equal(readAddress('#lesson=e02&done=AAAA.AAAA').damaged, true);
});

test('a seed is a whole number below 2^64', () => {
  assert.deepEqual(['17', ' 007 ', '18446744073709551615'].map(seedOf), ['17', '7', '18446744073709551615']);
  assert.deepEqual(['18446744073709551616', '-1', '1.5', '0x10', '', null].map(seedOf), ['', '', '', '', '', '']);
  assert.match(newSeed(), /^\d{4,6}$/);
});
