import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind } from '../fold/kinds.ts';
import type { Row } from '../test/list.ts';
import { viewOf } from '../test/view.ts';
import { Speech } from './speech.ts';
import type { View } from './view.ts';

const scenario = 'version 1\nkernel 2.6.24\nelevator noop\ntask 1\n  write 0 +8 x9\n';
const rows: Row[] = Array.from({ length: 9 }, (_, k) => ({ kind: k === 6 ? Kind.Unplug : Kind.Queue, time: k * 1000, bio: k, sector: 8 * k, sectors: 8, task: 1 }));
const views = rows.map((_, step) => viewOf(scenario, rows, step));

/** The same run at another step: what a view of a session is. */
function at(step: number): View {
  return { ...views[step], index: views[0].index };
}

/** Which events a text tells of. */
const events = (text: string): number[] => [...text.matchAll(/Event (\d+),/g)].map((m) => Number(m[1]));

test('by hand each step is said, once', () => {
  const speech = new Speech();
  assert.deepEqual(events(speech.say(at(0), false)), [1]);
  const said = speech.say(at(1), false);
  assert.deepEqual(events(said), [2]);
  assert.equal(speech.say(at(1), false), said);
});

test('while playing only unplugs are said, unless every event is asked for; then many at once are counted', () => {
  const speech = new Speech();
  speech.say(at(0), false);
  const real = performance.now;
  let now = real.call(performance);
  performance.now = () => now;
  try {
    now += 1100;
    assert.deepEqual(events(speech.say(at(3), true)), [1], 'no unplug');
    assert.deepEqual(events(speech.say(at(6), true)), [7]);
    speech.choose('every');
    assert.match(speech.say(at(6), true), /Read aloud: every event/);
    assert.match(speech.say(at(7), true), /Read aloud/, 'not twice in a second');
    now += 1100;
    assert.deepEqual(events(speech.say(at(7), true)), [8]);
    now += 1100;
    const back = speech.say(at(0), true);
    assert.deepEqual(events(back), [1]);
    now += 1100;
    const many = speech.say(at(8), true);
    assert.deepEqual(events(many), [2, 3, 4, 5]);
    assert.match(many, /And 4 more events\.$/);
  } finally {
    performance.now = real;
  }
});

test('nothing is said when nothing is to be', () => {
  const speech = new Speech();
  speech.turn();
  speech.turn();
  assert.equal(speech.mode, 'none');
  assert.match(speech.say(at(0), false), /Read aloud: nothing/);
  assert.equal(speech.say(at(1), false), '');
  speech.turn();
  assert.match(speech.say(at(1), false), /Read aloud: each step/);
  assert.deepEqual(events(speech.say(at(2), false)), [3]);
});
