import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { compiled } from '../test/wasm.ts';
import { zh } from './zh.ts';

const engine = await Engine.start(compiled('engine'));
const fields = (text: string): string[] => [...new Set(text.match(/\{[\w.]+\}/g))].sort();

test('each cause of the engine has a Chinese sentence with the same fields, and there is none besides', () => {
  const known = engine.causes.filter((c) => c?.name);
  assert.ok(known.length > 100);
  assert.deepEqual(Object.keys(zh.causes).sort(), known.map((c) => c.name).sort());
  for (const c of known) assert.deepEqual(fields(zh.causes[c.name]), fields(c.text), c.name);
});
