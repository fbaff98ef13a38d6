import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { readFindings, readLesson, readNamed, readSheet, readVerdict, writeGiven, type Graded } from './lessons.ts';
import { Reader, Writer } from './protocol.ts';
import { ToolsProgram, type ToolCall } from './tools.program.ts';

const program = ToolsProgram.start(compiled('tools'));
const lesson = (name: string): string => new TextDecoder().decode(readFileSync(fromRoot(`web/lessons/${name}.lesson`)));

async function call(name: ToolCall, w: Writer): Promise<Reader> {
  return new Reader((await program).call(name, w.finish()));
}
const asked = (name: string, ...rest: string[]): Writer => rest.reduce((w, t) => w.text(t), new Writer().text(lesson(name)).text('0'));

test('an exercise as a reader sees it', async () => {
  const x = readLesson(await call('lessonVariant', asked('e02', '')));
  assert.equal(x.name, 'e02');
  assert.match(x.digest, /^[0-9a-f]{16}$/);
  assert.match(x.story, /sends 7 writes/);
  assert.deepEqual(x.parameters.slice(0, 2), [{ name: 'limit', label: '', text: '4' }, { name: 'writes', label: '', text: '7' }]);
  assert.deepEqual(x.runs.map((r) => r.name), ['main', 'streams']);
  assert.match(x.runs[0].text, /^version 1\nkernel 2\.6\.24\n/);
  const [which, requests, fewer] = x.questions;
  assert.deepEqual([which.kind, which.answer, which.offer.length, which.hints.length], ['predict', 'number', 8, 2]);
  assert.equal(requests.name, 'requests');
  assert.deepEqual([fewer.kind, fewer.answer, fewer.run, fewer.checks.length], ['goal', 'none', 'streams', 2]);
  assert.deepEqual(fewer.knobs[1], { name: 'unplug_thresh', numeric: true, low: 1, high: 32, step: 1, words: [], now: '4' });
});

test('an exercise in another language is the same exercise', async () => {
  const own = readLesson(await call('lessonVariant', asked('e01', 'de')));
  const x = readLesson(await call('lessonVariant', asked('e01', 'zh')));
  assert.deepEqual([own.language, own.languages, x.language, x.languages], ['', ['zh'], 'zh', ['zh']]);
  assert.deepEqual([x.digest, x.parameters, x.runs[0]], [own.digest, own.parameters, own.runs[0]]);
  assert.match(x.story, /^编辑器在 2\.5 ms 保存一个块/);
  assert.deepEqual(x.questions.map((q) => [q.name, q.knobs]), own.questions.map((q) => [q.name, q.knobs]));
  const verdict = readVerdict(await call('lessonCheck', asked('e01', 'zh', 'leaves', '5.5')));
  assert.deepEqual([verdict.right, verdict.want], [false, '4 ms']);
  assert.match(verdict.reply, /至少取 1 个/);
});

test('every type of answer has its name', async () => {
  const types = new Map<string, string>();
  for (const name of ['e01', 'e03', 'e05', 'e10', 'e11', 'e12']) {
    for (const q of readLesson(await call('lessonVariant', asked(name, ''))).questions) types.set(`${name} ${q.name}`, q.answer);
  }
  assert.equal(types.get('e01 leaves'), 'time');
  assert.equal(types.get('e01 cause'), 'word');
  assert.equal(types.get('e03 causes'), 'words');
  assert.equal(types.get('e05 sizes'), 'numbers');
  assert.equal(types.get('e10 flushes'), 'words');
  assert.equal(types.get('e11 longest'), 'times');
  assert.equal(types.get('e12 merges'), 'none');
});

test('answers are judged by a run', async () => {
  const wrong = readVerdict(await call('lessonCheck', asked('e01', '', 'leaves', '5.5')));
  assert.deepEqual([wrong.right, wrong.given, wrong.want, wrong.look], [false, '5.5 ms', '4 ms', { run: 'main', line: 7 }]);
  assert.match(wrong.reply, /made that at least 1/);
  const goal = readVerdict(await call('lessonCheck', asked('e01', '', 'twelve', 'unplug_delay_ms=16')));
  assert.deepEqual(goal.checks.map((c) => c.holds), [false, true]);
  assert.equal(goal.checks[0].found, 'time(D) = 16 ms');
  assert.equal((await call('lessonAnswer', asked('e05', 'one'))).text(), 'max_sectors=56');
});

test('knobs become a scenario, and a scenario knobs', async () => {
  const turned = await call('lessonScenario', asked('e04', 'untouched', 'elevator=noop'));
  const scenario = turned.text();
  assert.equal(turned.text(), '');
  assert.match(scenario, /^elevator noop$/m);
  const back = await call('lessonTurned', asked('e04', 'untouched', scenario));
  assert.deepEqual([back.text(), back.text()], ['elevator=noop', '']);
});

test('what is handed in is graded by a re-run', async () => {
  const answers = [{ question: 'leaves', answer: '4' }, { question: 'twelve', answer: 'unplug_delay_ms=11' }];
  const sheet = readSheet(await call('lessonSheet', writeGiven(asked('e01', 'Ännchen'), answers)));
  assert.match(sheet.code, /^E01(-[0-9A-Z]{1,4})+:Ännchen$/);
  assert.deepEqual([sheet.right, sheet.of, sheet.scaled], [1, 3, 0.333]);
  assert.equal((JSON.parse(sheet.json) as { person: string }).person, 'Ännchen');
  const w = new Writer().u32(2).text(lesson('e01')).text(lesson('e02')).u32(2);
  const graded = await call('lessonGrade', w.text('a').text(sheet.code).text('b').text('E01-0000'));
  assert.equal(graded.text().split('\n')[1].startsWith('a,Ännchen,e01,0,verified,1,3,0.333,'), true);
  const results = JSON.parse(graded.text()) as Graded[];
  assert.deepEqual(results.map((r) => r.status), ['verified', 'damaged']);
  assert.deepEqual(results[0].answers.map((a) => a.right), [true, false, false]);
});

test('an author is told what is wrong, and where', async () => {
  const clean = await call('lessonLint', new Writer().text(lesson('e13')));
  assert.deepEqual(readFindings(clean), []);
  assert.equal(clean.text(), lesson('e13'));
  const found = readFindings(await call('lessonLint', new Writer().text(lesson('e01').replace('predict', 'predikt'))));
  assert.equal(found[0].rule, 'syntax');
  assert.match(found[0].text, /did you mean predict\?/);
  assert.ok(found[0].line > 1);
  const lists = await call('lessonWords', new Writer());
  assert.ok(readNamed(lists).some((t) => t.name === 'unplugs'));
  assert.ok(readNamed(lists).some((t) => t.name === 'whole-ms' && t.label === 'warning'));
});

test('a wrong exercise is refused with its places', async () => {
  await assert.rejects(call('lessonVariant', new Writer().text('version 1\nnaem x\n').text('0').text('')), /begins no line/);
});
