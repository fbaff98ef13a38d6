import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { compiled } from '../test/wasm.ts';
import { setLanguage } from '../strings/index.ts';
import { lessons as inChinese } from '../strings/zh/lessons.ts';
import { lessonCount, samples, spokenSample } from './gallery.ts';
import { goldenLessons, lessons } from './lessons.ts';
import { spoken } from './words.ts';

const engine = await Engine.start(compiled('engine'));

test('the page knows how many lessons there are before they are loaded', () => assert.equal(lessonCount, lessons.length));

test('every lesson says what it is, what to look at and what it teaches', () => {
  assert.equal(lessons.length, goldenLessons + 2);
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

/** A run's trace: letter and first sector of each event from `from` ms on, before `to`. */
function traced(name: string, from: number, to: number): string {
  const run = engine.open(lessons.flatMap((l) => l.runs).find((r) => r.name === name)!.text);
  while (run.advance(100));
  const lines = run.blkparse().trim().split('\n').map((l) => l.trim().split(/\s+/));
  run.close();
  const shown = lines.filter((f) => Number(f[3]) * 1000 >= from && Number(f[3]) * 1000 < to && f[5] !== 'C');
  return shown.map((f) => (/^(U|UT|P)$/.test(f[5]) ? f[5] + (f[5] === 'P' ? '' : f[8]) : f[5] + f[7])).join(' ');
}

test('one burst on three kernels: what is plugged, who lets go, in which order', () => {
  assert.equal(traced('three-kernels-2.6.24', 0, 10), 'Q300 G300 P I300 Q100 G100 I100 Q108 M108 UT2 U2 D300 D100');
  assert.equal(traced('three-kernels-4.4', 0, 10), 'Q300 G300 P Q100 G100 Q108 M108 I100 I300 U2 D100 D300');
  assert.equal(traced('three-kernels-6.18', 0, 10), 'Q300 G300 P Q100 G100 Q108 M108 U2 I300 I100 D100 D300');
  assert.equal(traced('three-kernels-6.18-none', 0, 10), 'Q300 G300 P Q100 G100 Q108 M108 U2 D300 D100');
});

test('the same, but the task sleeps with its plug open', () => {
  assert.equal(traced('three-kernels-2.6.24', 10, 12), 'Q1300 G1300 P I1300 Q1100 G1100 I1100 Q1108 M1108');
  assert.equal(traced('three-kernels-2.6.24', 12, 13), 'UT2 U2 D1300 D1100');
  assert.equal(traced('three-kernels-4.4', 10, 13), 'Q1300 G1300 P Q1100 G1100 Q1108 M1108 I1100 I1300 UT2 D1100 D1300');
  assert.equal(traced('three-kernels-6.18', 10, 13), 'Q1300 G1300 P Q1100 G1100 Q1108 M1108 UT2 I1300 I1100 D1100 D1300');
  assert.equal(traced('three-kernels-6.18-none', 10, 13), 'Q1300 G1300 P Q1100 G1100 Q1108 M1108 UT2 I1300 I1100 D1300 D1100');
});

test('a real trace needs as many requests on each kernel as its words say', () => {
  const requests = ['real-trace', 'real-trace-4.4', 'real-trace-6.18', 'real-trace-6.18-none'].map((name) => traced(name, 0, 1e6).match(/(^| )G/g)!.length);
  assert.deepEqual(requests, [61, 61, 66, 85]);
  assert.ok(lessons.at(-1)!.runs[0].look.includes('61 in 2.6.24, 61 in 4.4, 66 in 6.18, 85 in 6.18 with none'));
});

test('every lesson and example speaks Chinese, and runs as before', async () => {
  await setLanguage('zh');
  const chinese = lessons.map(spoken);
  const examples = samples.map(spokenSample);
  await setLanguage('en');
  assert.deepEqual(Object.keys(inChinese).sort(), lessons.map((l) => l.runs[0].name).sort());
  chinese.forEach((lesson, k) => {
    assert.match(lesson.title + lesson.intro, /[\u4e00-\u9fff]/);
    lesson.runs.forEach((run, n) => {
      const english = lessons[k].runs[n];
      assert.match(run.look, /[\u4e00-\u9fff]/);
      assert.equal(run.label === '', english.label === '', run.name);
      assert.deepEqual(engine.check(run.text), []);
      assert.equal(body(run.text), body(english.text));
      for (const func of english.text.match(/\w+\(\)/g) ?? []) assert.ok(run.text.includes(func) || lesson.lesson.includes(func), `${run.name}: ${func}`);
      assert.deepEqual(numbers(run.look), numbers(english.look), run.name);
    });
  });
  examples.forEach((x, k) => {
    assert.match(x.title, /[\u4e00-\u9fff]/);
    assert.equal(body(x.text), body(samples[k].text));
  });
});

/** A scenario without the comments it begins with. */
function body(text: string): string {
  return text.replace(/\n#.*/g, '');
}

/** The events that a text points to: a translation must point to the same. */
function numbers(text: string): string[] {
  return (text.match(/#\d+/g) ?? []).sort();
}
