import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { deviceModels } from '../scenario/device.ts';
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

test('whatever else the engine and the device models say of themselves has a Chinese text', () => {
  const { kernels } = engine.description;
  const params = kernels.flatMap((k) => [...k.queue, ...k.elevators.flatMap((e) => e.tunables)]);
  const said = [...kernels.map((k) => k.text), ...kernels.flatMap((k) => k.elevators.map((e) => e.text)), ...params.map((p) => p.text)];
  const devices = deviceModels.flatMap((m) => [m.text, ...m.times.map((t) => t.text)]);
  const units = params.map((p) => p.unit).filter((u) => !/^(|ms|ns|us|KiB)$/.test(u));
  const all = new Set([...said, ...devices, ...units]);
  assert.deepEqual([...all].filter((text) => !(text in zh.described)), []);
  assert.deepEqual(Object.keys(zh.described).filter((text) => !all.has(text)), []);
});
