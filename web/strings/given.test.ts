import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { readFindings } from '../engine/lessons.ts';
import { Reader, Writer } from '../engine/protocol.ts';
import { ToolsProgram } from '../engine/tools.program.ts';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { translate } from './zh/messages.ts';

const read = (path: string): string => new TextDecoder().decode(readFileSync(fromRoot(path)));

/** Every way to break one word of a text: it is missing, another, too large, twice. Of many lines like each other some. */
function broken(text: string, step = 1): string[] {
  const all: string[] = [];
  let n = 0;
  for (const [word] of [...text.matchAll(/\S+/g)].map((m) => [m] as const)) {
    if (n++ % step !== 0) continue;
    const before = text.slice(0, word.index);
    const after = text.slice(word.index + word[0].length);
    for (const other of ['', 'wirte', '-1', '99999999999999999999', '0', `${word[0]} ${word[0]}`, `${word[0]}x`, '"', word[0].replace(/=.*/, '=zz'), word[0].replace(/\d+/, '999999999')]) all.push(before + other + after);
  }
  return all;
}

/** What is left of English in a sentence: two words of it in a row that stand in no quotes, and are no list of what is possible. */
function english(said: string): string | undefined {
  return /(?:^|[^`"\w=/.-])[a-z]{2,} [a-z]{2,}/.exec(said.replace(/"(?:[^"\\]|\\.)*"|`[^`]*`|\{[^}]*\}|变体 [^：]*|^device table/g, '').replace(/例如.*?(?=[；。）]|$)|请写.*$|这样的行.*$|可以(?:是|接受的是).*$|最后一行.*$/g, ''))?.[0];
}

const scenarios = [
  'version 1\nkernel 2.6.24\nelevator deadline read_expire=500 fifo_batch=4\nhz 250\nqueue unplug_thresh=4 unplug_delay_ms=3 nr_requests=128\ndevice linear depth=1 base_us=100 per_sector_ns=1000\n' +
    'task 1 ioprio=be/4 name=a\n  write 0 +8 x2 step 16 sync\n  sleep until 5ms\n  fork 2 clone_io\n  wait left=1\n  unplug\n  ioprio rt/1\n  set unplug_thresh 16\ntask 2 parent=1\n  stream read random seed=7 count=64 +8 every 200us\nat 12ms set read_expire 100\n',
  'version 1\nkernel 4.4\nelevator cfq slice_idle=8\ntask 1\n  start_plug\n  read 0 +8\n  reclaim 0\n  finish_plug\n  ioc_get\n  ioc_put\n  compute 2ms\n  switch noop\nwhat_if untracked_plug\n',
  'version 1\nkernel 6.18\nelevator none\nqueue nr_requests=64 max_sectors=256\ndevice table sizes=8,16 seeks=1,8 read_ns=1,2,3,4 write_ns=1,2,3,4\nlenient\ntask 1\n  stream write sequential count=8 +8 from 0 plug_each=4\n  wait\n  unplug\n',
];

test('whatever the engine says of a broken scenario is said in Chinese', async () => {
  const engine = await Engine.start(compiled('engine'));
  const given = new Set<string>();
  for (const text of scenarios) for (const b of broken(text)) for (const e of engine.check(b)) given.add(e.message);
  assert.ok(given.size > 150, String(given.size));
  assert.deepEqual([...given].map((text) => [text, translate(text)]).filter(([text, said]) => text === said || english(said)), []);
});

test('and of a broken exercise, by the linter', async () => {
  const tools = await ToolsProgram.start(compiled('tools'));
  const given = new Set<string>();
  for (const [name, step] of [['e01', 17], ['e04', 41], ['e12', 61]] as const) {
    for (const b of broken(read(`web/lessons/${name}.lesson`), step)) for (const f of readFindings(new Reader(tools.call('lessonLint', new Writer().text(b).finish())))) given.add(f.text);
  }
  assert.ok(given.size > 100, String(given.size));
  assert.deepEqual([...given].map((text) => [text, translate(text)]).filter(([text, said]) => text === said || english(said)), []);
});
