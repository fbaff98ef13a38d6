import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFindings } from '../engine/lessons.ts';
import { Reader, Writer } from '../engine/protocol.ts';
import { ToolsProgram } from '../engine/tools.program.ts';
import { compiled } from '../test/wasm.ts';
import { template } from './template.ts';

test('the template is in its canonical form and has no finding', async () => {
  const program = await ToolsProgram.start(compiled('tools'));
  const r = new Reader(program.call('lessonLint', new Writer().text(template).finish()));
  assert.deepEqual(readFindings(r), []);
  assert.equal(r.text(), template);
});
