import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { Kind } from '../fold/kinds.ts';
import { Session } from '../playground/session.ts';
import { compiled } from '../test/wasm.ts';
import { lessons } from '../scenarios/lessons.ts';
import { chainOf } from './chain.ts';
import { otherwise } from './otherwise.ts';

const engine = await Engine.start(compiled('engine'));

function session(text: string): Session {
  const s = new Session(() => {});
  s.engine = engine;
  s.start(text);
  assert.deepEqual(s.errors, []);
  return s;
}

/** The record of the n-th step of a kind (from 0). */
function nth(s: Session, kind: number, n = 0): number {
  return s.index.steps.filter((i) => s.index.records.kind(i) === kind)[n];
}

function texts(s: Session, i: number): string[] {
  return chainOf(s.view(), i, 20).links.map((l) => l.text);
}

const old = 'version 1\nkernel 2.6.24\nelevator deadline\nhz 250\nqueue unplug_thresh=2 unplug_delay_ms=4\n';

test('2.6.24: a dispatch, because of an unplug, because of the threshold, because of a bio', () => {
  const s = session(old + 'task 1 name=tar\n  write 0 +8\n  write 64 +8\n');
  const issued = nth(s, Kind.Issue);
  assert.deepEqual(texts(s, issued), ['unplugged: 2 of 2 wait', '#1 enters the elevator', 'bio 1 of tar', 'line 8: write 64 +8']);
  const other = otherwise(s.view(), issued)!;
  assert.equal(other.text, 'With unplug_thresh 3 it would have stayed plugged: the timer would fire at 4.000 ms.');
  // And so it is.
  const changed = session(other.setting!.edit(s.text));
  const first = nth(changed, Kind.Issue);
  assert.equal(changed.index.records.time(first), 4e6);
  assert.deepEqual(texts(changed, first), ['unplugged: the timer', 'kblockd runs', 'timer fired', 'plug put in, timer set for 4.000', 'bio 0 of tar', 'line 7: write 0 +8']);
  const later = otherwise(changed.view(), first)!;
  assert.equal(later.text, 'One jiffy more (unplug_delay 8 ms) and it would have fired at 8.000 ms; with 1 request more the threshold would have come first.');
  const again = session(later.setting!.edit(changed.text));
  assert.equal(again.index.records.time(nth(again, Kind.Issue)), 8e6);
});

test('4.4: the plug of the task that finished it, with an io_context made before the first event', () => {
  const s = session('version 1\nkernel 4.4\nelevator deadline\ntask 1 name=tar ioprio=be/2\n  start_plug\n  write 0 +8\n  write 8 +8\n  finish_plug\n');
  assert.deepEqual(texts(s, nth(s, Kind.Issue)), ['tar finished its plug', 'line 8: finish_plug']);
  assert.equal(otherwise(s.view(), nth(s, Kind.Issue))!.text, 'Had the task kept its plug open, its requests would have stayed there until it sleeps.');
  assert.deepEqual(texts(s, nth(s, Kind.BackMerge)), ['bio 1 of tar', 'line 7: write 8 +8']);
  assert.ok(otherwise(s.view(), nth(s, Kind.BackMerge))!.text.startsWith('Had it come after 0.000 ms, when #0 went to the device'));
});

test('6.18: a request that waited for a tag goes when one comes back', () => {
  const s = session('version 1\nkernel 6.18\nelevator mq-deadline\ndevice linear depth=1\ntask 1 name=tar\n  write 0 +8\n  write 64 +8\n  wait\n');
  const second = nth(s, Kind.Issue, 1);
  assert.deepEqual(texts(s, second).slice(0, 4), ['#1 leaves the dispatch list', 'a tag came back', '#0 came free', '#0 complete']);
  const other = otherwise(s.view(), second)!;
  assert.equal(other.text, 'With more than 1 in the device it need not have waited for that completion.');
  const deeper = session(other.setting!.edit(s.text));
  assert.equal(deeper.index.records.time(nth(deeper, Kind.Issue, 1)), 0);
});

test('every dispatch of the lessons has a chain that ends where something began, whatever the kernel', () => {
  const kernels = new Set<string>();
  for (const run of lessons.flatMap((x) => x.runs)) {
    const s = session(run.text);
    kernels.add(s.view().machine.kernel);
    const r = s.index.records;
    for (const i of s.index.steps) {
      assert.ok(r.by(i) < i, `${run.name}: record ${i}`);
      if (r.kind(i) !== Kind.Issue) continue;
      const { links, more } = chainOf(s.view(), i, 1e6);
      assert.ok(links.length > 0 && links.every((l) => l.text !== '' && !/[{}]/.test(l.text)), `${run.name}: record ${i}: ${links.map((l) => l.text)}`);
      const began = links.at(-1)!.at;
      assert.ok(more || r.kind(began) === Kind.TaskOp || r.by(began) < 0, `${run.name}: record ${i}`);
    }
  }
  assert.ok(kernels.has('2.6.24') && kernels.has('4.4'));
});
