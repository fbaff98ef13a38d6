import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';
import { messages, translate } from './zh/messages.ts';
import { described } from './zh/described.ts';

// What the Go sources can say, as wasm/tools/messages_test.go collects it.
const listed = new TextDecoder().decode(readFileSync(fromRoot('wasm/tools/testdata/messages.txt'))).trimEnd().split('\n');
const ofPage = ['found {x}', 'no file', 'the file is empty', 'The worker was lost.', 'The engine did not start: {x}', 'The engine broke: {x}'];

test('every message of the engine and the tools has a Chinese pattern, and there is none besides', () => {
  const known = new Set([...listed, ...ofPage]);
  assert.ok(listed.length > 600);
  assert.deepEqual(listed.filter((text) => !(text in messages) && !(text in described)), []);
  assert.deepEqual(Object.keys(messages).filter((text) => !known.has(text)), []);
});

/** A message that the pattern makes, and what stands in its holes. */
function example(pattern: string): { text: string; parts: string[] } {
  const parts: string[] = [];
  let n = 0;
  const text = pattern.replace(/\{([qntx])\}/g, (_, hole: string) => {
    n++;
    parts.push(hole === 'q' ? `"q${n}"` : hole === 'n' ? `7${n}` : hole === 't' ? `${n}5ms` : `XX${n}`);
    return parts[parts.length - 1];
  });
  return { text, parts };
}

test('each is found by what it says, and keeps its values', () => {
  for (const pattern of Object.keys(messages)) {
    const { text, parts } = example(pattern);
    const said = translate(text);
    if (!['fio iolog', 'queue XX1', '`<- (major,minor)`'].includes(text)) assert.ok(said !== text, text);
    for (const part of parts) assert.ok(said.includes(part), `${text}: ${said}`);
  }
});

test('the Chinese of a pattern uses holes that it has, and is Chinese', () => {
  for (const [pattern, said] of Object.entries(messages)) {
    const holes = pattern.match(/\{[qntx]\}/g)?.length ?? 0;
    for (const [, k] of said.matchAll(/\{(\d)\}/g)) assert.ok(Number(k) >= 1 && Number(k) <= holes, pattern);
    assert.ok(!/[\u4e00-\u9fff][,;:!?](?!\d)/.test(said), said);
    assert.ok(!/[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]/.test(said), said);
  }
});

test('messages stand in each other, with what is possible instead, and words of the text stay', () => {
  assert.equal(translate('line 4, column 3: "wirte" is no op; did you mean write? Possible here: read, write'), '第 4 行，第 3 列：没有 "wirte" 这个操作；你是指 write 吗？这里可以是：read, write');
  assert.equal(translate('here the line ends, but a length like +8 is missing'), '这一行到此结束，但缺少长度，例如 +8');
  assert.equal(translate('"x y": a sector is a whole number, as in 8'), '"x y"：扇区是整数，例如 8');
  assert.equal(translate('1 bio left out'), '1 个 bio：略去');
  assert.equal(translate('with gap 3, n 4: the goal is reached before anything is turned'), '当 gap 3, n 4：什么都没调整，目标就已经达到');
  assert.equal(translate('a.txt: line 2, column 9: found `x`, expected a length in sectors'), 'a.txt：第 2 行，第 9 列：遇到 `x`，应当是以扇区计的长度');
  assert.equal(translate('no such words'), 'no such words');
});
