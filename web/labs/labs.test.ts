import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { labs as en } from '../strings/en/labs.ts';
import { labs as zh } from '../strings/zh/labs.ts';
import { compiled } from '../test/wasm.ts';
import { runOf } from './sheet.ts';
import { labSheets, type Lab } from './sheets.ts';

const engine = await Engine.start(compiled('engine'));

interface Event {
  ms: number;
  letter: string;
  sector: string;
  last: string;
}

function events(name: string): Event[] {
  const run = engine.open(runOf(name).run.text);
  while (run.advance(100));
  const lines = run.blkparse().trim().split('\n').map((l) => l.trim().split(/\s+/));
  run.close();
  return lines.map((f) => ({ ms: Number(f[3]) * 1000, letter: f[5], sector: f[7], last: f.at(-1)! }));
}

const count = (list: readonly Event[], letter: string): number => list.filter((e) => e.letter === letter).length;

test('both tables answer every question of both sheets', () => {
  for (const lab of ['a', 'b'] as Lab[]) {
    for (const words of [en, zh]) {
      assert.equal(words[lab].length, labSheets[lab].length);
      labSheets[lab].forEach((step, k) => {
        const { questions } = words[lab][k];
        assert.equal(questions.length, step.questions.length, `${lab} ${k}`);
        step.questions.forEach((q, n) => {
          const { columns, answers } = questions[n];
          const wanted = q.form === 'lines' ? 1 : q.form === 'blanks' ? columns.length : columns.length * step.runs.length;
          assert.equal(answers.length, wanted, `${lab} ${k} ${n}`);
        });
      });
    }
    assert.equal(labSheets[lab].reduce((sum, step) => sum + step.minutes, 0), 45);
  }
});

test('the key of lab A is what the runs give', () => {
  const waits = labSheets.a[1].runs.map((name) => {
    const list = events(name);
    return (list.find((e) => e.letter === 'UT')!.ms - list.find((e) => e.letter === 'P')!.ms).toFixed(1);
  });
  assert.deepEqual(waits, en.a[1].questions[0].answers.map((a) => a.split('= ')[1]));
  const before = labSheets.a[2].runs.map((name) => {
    const list = events(name);
    const from = name === 'completion-pulls' ? list.findLastIndex((e) => e.letter === 'P') : 0;
    const line = list[list.findIndex((e, k) => k > from && e.letter === 'D') - 1];
    return [line.letter, line.letter === 'U' ? line.last : ''];
  });
  assert.deepEqual(before, [['I', ''], ['I', ''], ['U', '2'], ['U', '3'], ['C', '']]);
  const idle = events('wait-unplugs');
  assert.deepEqual([idle[12].letter, idle[12].ms, idle[13].letter], ['U', 1.2, 'C']);
  const counted = labSheets.a[3].runs.flatMap((name) => ['G', 'M', 'D'].map((letter) => String(count(events(name), letter))));
  assert.deepEqual(counted, en.a[3].questions[0].answers);
});

test('the key of lab B is what the runs give', () => {
  const bursts = labSheets.b[0].runs.flatMap((name) => [String(count(events(name), 'D')), String(events(name).at(-1)!.ms)]);
  assert.deepEqual(bursts, en.b[0].questions[0].answers);
  const plug = events('task-plug');
  assert.deepEqual([plug[2].letter, plug.findIndex((e) => e.letter === 'I')], ['P', 9]);
  const flushes = labSheets.b[2].runs.flatMap((name) => {
    const u = events(name).find((e) => e.letter.startsWith('U'))!;
    return [u.letter, u.last, String(u.ms)];
  });
  const answers = en.b[2].questions[0].answers.filter((_, k) => k % 4 < 3);
  assert.deepEqual(flushes, answers);
});
