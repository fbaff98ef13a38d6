import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { compiled } from '../test/wasm.ts';
import { moveToKernel } from './kernel.ts';
import { Session } from './session.ts';

const engine = await Engine.start(compiled('engine'));
const text = 'version 1\nkernel 2.6.24\nelevator noop\ntask 1\n  write 0 +8\n';

function session(): Session {
  const s = new Session(() => {});
  s.engine = engine;
  s.start(text);
  return s;
}

test('what does not go along is said', async () => {
  const s = session();
  const losses = [{ kind: 'op' as const, name: 'unplug', value: '', count: 1, line: 8, stays: false }];
  await moveToKernel(s, { retarget: async () => ({ text: text.replace('2.6.24', '4.4'), losses }) }, '4.4');
  assert.match(s.text, /^kernel 4\.4$/m);
  assert.match(s.notice!.text, /unplug/);
  s.undo();
  assert.equal(s.text, text);
});

test('what was typed meanwhile stays, and a refusal is told', async () => {
  const s = session();
  await moveToKernel(s, { retarget: async () => (s.change(`${text}  wait\n`), { text: 'other', losses: [] }) }, '4.4');
  assert.equal(s.text, `${text}  wait\n`);
  await moveToKernel(s, { retarget: () => Promise.reject(new Error('no such kernel')) }, '9');
  assert.equal(s.notice!.kind, 'error');
  assert.match(s.notice!.text, /no such kernel/);
});
