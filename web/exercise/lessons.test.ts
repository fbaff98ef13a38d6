import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readLesson, readVerdict } from '../engine/lessons.ts';
import { Reader, Writer } from '../engine/protocol.ts';
import { ToolsProgram, type ToolCall } from '../engine/tools.program.ts';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { answerOf, attemptOf, draftOf, turnsOf } from './drafts.ts';
import { sealOf, type Progress } from './progress.ts';

const program = ToolsProgram.start(compiled('tools'));

async function call(name: ToolCall, ...texts: string[]): Promise<Reader> {
  return new Reader((await program).call(name, texts.reduce((w, t) => w.text(t), new Writer()).finish()));
}

const files = Array.from({ length: 13 }, (_, k) => `e${String(k + 1).padStart(2, '0')}.lesson`);

test('every question of every exercise can be answered rightly through the fields of the page', async () => {
  for (const file of files) {
    const text = new TextDecoder().decode(readFileSync(fromRoot(`web/lessons/${file}`)));
    for (const seed of ['0', '4711']) {
      const lesson = readLesson(await call('lessonVariant', text, seed, ''));
      for (const q of lesson.questions) {
        const where = `${file} ${seed} ${q.name}`;
        const want = (await call('lessonAnswer', text, seed, q.name)).text();
        const given = q.kind === 'goal' ? attemptOf(q, turnsOf(want)) : answerOf(q, draftOf(q, want.replace(/ ms$/, '')));
        assert.ok(given !== '', `${where}: ${want}`);
        const verdict = readVerdict(await call('lessonCheck', text, seed, '', q.name, given));
        assert.deepEqual([verdict.problem, verdict.right], ['', true], `${where}: ${given}`);
      }
    }
  }
});

test('every run of every exercise is sealed or tells no cause at first, and is open in the end', async () => {
  for (const file of files) {
    const lesson = readLesson(await call('lessonVariant', new TextDecoder().decode(readFileSync(fromRoot(`web/lessons/${file}`))), '0', ''));
    const all: Progress = new Map(lesson.questions.map((q) => [q.name, { question: q.name, answer: '1', tries: 1 }]));
    for (const run of lesson.runs) {
      assert.ok(sealOf(lesson, run.name, new Map()) !== 'open', `${file} ${run.name}`);
      assert.equal(sealOf(lesson, run.name, all), 'open', `${file} ${run.name}`);
    }
  }
});
