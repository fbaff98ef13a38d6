import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { strings } from '../strings/index.ts';
import { zh } from '../strings/zh.ts';
import { compiled } from '../test/wasm.ts';
import { placeBeside } from './places.ts';
import { tourSteps, tourText, tourTries } from './steps.ts';

const engine = await Engine.start(compiled('engine'));

/** The lines of a run's trace, in fields: 3 is the time in seconds, 5 the letter. */
function trace(text: string): string[][] {
  const run = engine.open(text);
  while (run.advance(100));
  const lines = run.blkparse().trim().split('\n').map((l) => l.trim().split(/\s+/));
  run.close();
  return lines;
}

test('each step looks at the event that its words tell of', () => {
  const lines = trace(tourText());
  assert.equal(strings.tour.steps.length, tourSteps.length);
  assert.equal(zh.tour.steps.length, tourSteps.length);
  for (const step of tourSteps) assert.equal(lines[step.event - 1][5], step.letter, `event ${step.event}`);
  const at = (event: number): number => Number(lines[event - 1][3]) * 1000;
  assert.deepEqual([at(1), at(10), at(13), at(14), at(20), at(22)], [1, 4, 4.6, 4.6, 5.5, 6]);
  assert.equal(lines[9].at(-1), '2');
  assert.deepEqual(lines[11].slice(7, 10), ['0', '+', '16']);
});

test('what the last step offers to turn does what it says', () => {
  const [hz, thresh] = tourTries.map((x) => ({ ...x, lines: trace(x.change(tourText())) }));
  for (const x of [hz, thresh]) assert.equal(x.lines[x.event - 1][5], x.letter);
  assert.deepEqual(hz.lines.slice(12, 14).map((l) => [l[3], l[5]]), [['0.005500000', 'U'], ['0.005500000', 'D']]);
  assert.equal(hz.lines[13][6], 'R');
  assert.equal(thresh.lines[9][3], '0.001000000');
  assert.deepEqual(thresh.lines.find((l) => l[5] === 'C')!.slice(3, 10), ['0.001600000', '0', 'C', 'W', '0', '+', '16']);
});

test('the card covers nothing it speaks of', () => {
  const screen = { width: 1440, height: 900 };
  const box = { left: 260, top: 130, right: 460, bottom: 380 };
  for (const boxes of [[box], [{ ...box, top: 600, bottom: 860 }], [{ ...box, top: 20, bottom: 880 }], [{ left: 0, top: 40, right: 248, bottom: 900 }]]) {
    const at = placeBeside(boxes, [], 380, 200, screen);
    assert.ok(at.left >= 0 && at.top >= 0 && at.left + 380 <= 1440 && at.top + 200 <= 900);
    for (const b of boxes) assert.ok(at.left >= b.right || at.left + 380 <= b.left || at.top >= b.bottom || at.top + 200 <= b.top);
  }
});

test('the card leaves in sight what every step looks at, where there is room', () => {
  const task = { left: 260, top: 140, right: 470, bottom: 215 };
  const machine = { left: 250, top: 120, right: 1440, bottom: 400 };
  const at = placeBeside([task], [machine], 380, 170, { width: 1440, height: 900 });
  assert.ok(at.top >= machine.bottom, `at ${at.left}, ${at.top}`);
  const small = placeBeside([task], [machine], 380, 170, { width: 1440, height: 420 });
  assert.ok(small.top >= task.bottom || small.left >= task.right, `at ${small.left}, ${small.top}`);
});
