import assert from 'node:assert/strict';
import { test } from 'node:test';
import { lessons } from './lessons.ts';

test('every lesson says what it is, what to look at and what it teaches', () => {
  assert.equal(lessons.length, 26);
  for (const lesson of lessons) {
    for (const words of [lesson.title, lesson.intro, lesson.lesson, ...lesson.runs.map((r) => r.look)]) assert.ok(words.length > 8, lesson.title);
    assert.equal(new Set(lesson.runs.map((r) => r.label)).size, lesson.runs.length, lesson.title);
    for (const run of lesson.runs) {
      assert.ok(run.event > 0 || run.at > 0, run.name);
      assert.ok(!run.label.includes(': ') && (lesson.runs.length === 1) === (run.label === ''), run.name);
    }
  }
});

test('a run is its file: the title of one with several ends in its label', () => {
  const [hz100] = lessons[0].runs;
  assert.deepEqual([lessons[0].title, hz100.label, hz100.event], ['The plug timer counts in ticks', 'HZ 100', 5]);
  assert.ok(hz100.text.startsWith('version 1\n# The plug timer counts in ticks: HZ 100\n'));
});
