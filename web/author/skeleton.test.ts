import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { readFindings, readLesson } from '../engine/lessons.ts';
import { Reader, Writer } from '../engine/protocol.ts';
import { ToolsProgram } from '../engine/tools.program.ts';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { skeleton } from './skeleton.ts';
import { template } from './template.ts';

const program = await ToolsProgram.start(compiled('tools'));
const lessons = Array.from({ length: 13 }, (_, k) => new TextDecoder().decode(readFileSync(fromRoot(`web/lessons/e${String(k + 1).padStart(2, '0')}.lesson`))));

test('the words that are laid out for an author are all of them', () => {
  for (const text of [...lessons, template]) {
    const own = text.split(/^words /m)[0].trimEnd();
    const laid = `${own}\n\n${skeleton(text, 'de')}`;
    assert.deepEqual(readFindings(new Reader(program.call('lessonLint', new Writer().text(laid).finish()))), []);
    const told = (language: string) => {
      const { language: _, ...rest } = readLesson(new Reader(program.call('lessonVariant', new Writer().text(laid).text('1').text(language).finish())));
      return rest;
    };
    assert.deepEqual(told('de'), told(''));
  }
});
