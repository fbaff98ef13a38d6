import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { Kind } from '../fold/kinds.ts';
import { addAt, setPair } from '../scenario/text.ts';
import { shotOps } from '../scenario/fire.ts';
import { samples } from '../scenarios/gallery.ts';
import { lessons } from '../scenarios/lessons.ts';
import { plainState } from '../test/plain.ts';
import { compiled } from '../test/wasm.ts';
import { why } from '../words/why.ts';
import { Session } from './session.ts';

const engine = await Engine.start(compiled('engine'));
const ms = 1e6;

function session(text: string, at = 0): Session {
  const s = new Session(() => {});
  s.engine = engine;
  s.start(text, at);
  return s;
}

function sample(name: string): Session {
  const { text, lookAt } = samples.find((x) => x.name === name)!;
  return session(text, lookAt);
}

/** What the steps of a kind were caused by, with their instants in ms. */
function causes(s: Session, kind: number): [string, number][] {
  const { index } = s;
  const found = index.steps.filter((i) => index.records.kind(i) === kind);
  return found.map((i) => [engine.causes[index.records.cause(i)].name, index.records.time(i) / ms]);
}

test('every example runs to its end and opens where it shows its idea', () => {
  for (const x of samples) {
    const s = session(x.text, x.lookAt);
    assert.deepEqual([x.name, s.errors, s.status], [x.name, [], 'complete']);
    assert.equal(s.now, x.lookAt, x.name);
    assert.ok(x.name === 'empty' || s.step >= 0, x.name);
  }
});

test('every lesson opens at its event, and only the one that no kernel does gets stuck', () => {
  for (const run of lessons.flatMap((x) => x.runs)) {
    const s = new Session(() => {});
    s.engine = engine;
    s.start(run.text, run.at, run.event);
    assert.deepEqual([run.name, s.errors, s.status], [run.name, [], run.name === 'reclaim-untracked' ? 'stuck' : 'complete']);
    if (run.event > 0) assert.equal(s.index.sequence[s.step], run.event, run.name);
    else assert.equal(s.now, run.at, run.name);
  }
});

test('every event of the lessons has words', () => {
  for (const run of lessons.flatMap((x) => x.runs)) {
    const s = session(run.text);
    for (let k = 0; k < s.index.steps.length; k++) {
      s.seekStep(k);
      const { text } = why(s.view(), k);
      assert.ok(text !== '' && !/[{}]|undefined|NaN/.test(text), `${run.name}, event ${k}: ${text}`);
    }
  }
});

test('every event of the examples has words', () => {
  for (const x of samples) {
    const s = session(x.text, x.lookAt);
    for (let k = 0; k < s.index.steps.length; k++) {
      s.seekStep(k);
      const { text } = why(s.view(), k);
      assert.ok(text !== '' && !/[{}]|undefined|NaN/.test(text), `${x.name}, event ${k}: ${text}`);
    }
  }
});

test('the examples show what they promise', () => {
  assert.deepEqual(causes(sample('threshold'), Kind.PlugOff), [['plug-off-threshold', 1]]);
  assert.deepEqual(causes(sample('sync-write'), Kind.PlugOff), [['plug-off-sync', 1]]);
  assert.ok(causes(sample('completion'), Kind.PlugOff).some(([name]) => name === 'plug-off-completion'));
  const timer = sample('timer');
  assert.deepEqual(timer.index.services.map((x) => x.from / ms), [4]);
  assert.equal(sample('join').index.services.length, 1);
  assert.equal(causes(sample('full-list'), Kind.SleepRequest).length, 2);
});

test('a real run folds to an empty machine', () => {
  for (const x of samples) {
    const s = session(x.text);
    s.seekTime(s.end);
    const { state } = s.view();
    assert.deepEqual([state.requests.size, state.bios.size, state.allocated, state.inService, state.plug.on], [0, 0, 0, 0, false], x.name);
  }
});

test('four writes fired far apart: the fourth pulls the plug', () => {
  const s = sample('empty');
  const shot = { task: 0, write: true, sync: false, pattern: 'strided', sector: 0, sectors: 8, count: 4 } as const;
  s.change(addAt(s.text, 0, shotOps(shot, 16384, Math.random)));
  assert.deepEqual(causes(s, Kind.PlugOff), [['plug-off-threshold', 0]]);
  s.undo();
  assert.equal(s.index.steps.length, 0);
});

test('one write fired: the timer pulls the plug, and another delay keeps the view where it is', () => {
  const s = sample('empty');
  s.seekTime(0.5 * ms);
  s.change(addAt(s.text, 0.5 * ms, ['write 0 +8']));
  assert.deepEqual(s.index.services.map((x) => x.from / ms), [4]);
  assert.equal(s.now, 0.5 * ms);
  s.change(setPair(s.text, 'queue', 'unplug_delay_ms', 12));
  assert.deepEqual(s.index.services.map((x) => x.from / ms), [12]);
  assert.equal(s.now, 0.5 * ms);
});

test('a setting turned from now on holds from there', () => {
  const s = sample('three-tasks');
  s.change(addAt(s.text, 9.9 * ms, ['set unplug_thresh 9']));
  s.seekTime(9 * ms);
  assert.equal(s.view().machine.unplugThresh, 4);
  s.seekTime(10 * ms);
  assert.equal(s.view().machine.unplugThresh, 9);
});

test('a text that does not run says where, and the last run stays', () => {
  const s = sample('three-tasks');
  const { index, now } = s;
  s.change(s.text.replace('elevator deadline', 'elevator dedline'));
  assert.deepEqual([s.errors[0].line, s.errors[0].column], [5, 10]);
  assert.ok(s.notice?.text.startsWith('line 5, column 10: '));
  assert.ok(s.index === index && s.now === now);
  s.undo();
  assert.deepEqual([s.errors, s.notice], [[], null]);
});

test('stepping forward and back comes to the same state', () => {
  const s = sample('three-tasks');
  const picture = (): string => JSON.stringify(plainState(s.view().state));
  s.seekStep(40);
  const there = picture();
  s.seekStep(41);
  assert.ok(picture() !== there);
  s.seekStep(40);
  assert.equal(picture(), there);
});
