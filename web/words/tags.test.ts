import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind, Timer } from '../fold/kinds.ts';
import type { Row } from '../test/list.ts';
import { cause, viewOf } from '../test/view.ts';
import { verdict } from './verdict.ts';

const ms = 1e6;
const reclaim = cause('sleep-reclaim');
const sleepTag = cause('sleep-tag', 'blk_mq_get_tag', 'The task waits for a tag.');

const head = `version 1
kernel 6.18
elevator mq-deadline
device linear depth=1
task 1 name=tar
task 2 name=grep
`;

function born(req: number, task: number): Row[] {
  const extent = { sector: req * 100, sectors: 8 };
  return [
    { kind: Kind.Queue, task, bio: req, ...extent },
    { kind: Kind.GetRequest, task, bio: req, req, ...extent },
  ];
}

test('6.18: the hardware queue runs, until the driver tags are out', () => {
  const rows: Row[] = [
    ...born(0, 1),
    { kind: Kind.Insert, task: 1, req: 0, sectors: 8 },
    { kind: Kind.Issue, req: 0, sector: 0, sectors: 8, arg: 2 * ms },
    { kind: Kind.Tags, sector: 1, arg: 2 },
    ...born(1, 1),
    { kind: Kind.HardQueue, req: 1 },
    { kind: Kind.TaskSleep, task: 2, cause: sleepTag, bio: 2 },
    { kind: Kind.Insert, req: 1, sectors: 8 },
  ];
  const before = verdict(viewOf(head, rows, 2));
  assert.deepEqual(before.go, ['now: the hardware queue runs']);
  assert.equal(before.why, '1 request in mq-deadline: the **hardware queue** is about to run.');
  const full = verdict(viewOf(head, rows, 6));
  assert.equal(
    full.why,
    '1 request on the hardware queue’s dispatch list: all 1 **driver tags** are in use. grep sleeps until a **tag** is free: all 2 are in use.',
  );
  assert.deepEqual(full.go, ['next: completion of #0 **in 2.000 ms**']);
});

test('a deadlock is told as a circle', () => {
  const rows: Row[] = [
    ...born(0, 1),
    { kind: Kind.TaskPlug, task: 1, req: 0, aux: 3, sector: 1 },
    { kind: Kind.Plug, task: 1 },
    { kind: Kind.TaskSleep, task: 1, bio: 0, cause: reclaim },
    { kind: Kind.Note, task: 1, sector: 1, arg: 1, bio: 0, cause: reclaim },
    { kind: Kind.End, task: 1, arg: 1, sector: 1, cause: reclaim },
  ];
  const view = viewOf(head.replace('6.18', '4.4'), rows, 2);
  view.state = view.index.stateAfter(rows.length - 1);
  const v = verdict(view);
  assert.equal(v.why, '**Deadlock.** tar waits for bio 0, which sits in tar’s own plug. It empties its plug only when it goes on, so it never does.');
  assert.deepEqual(v.go, ['nothing any more']);
});

test('mq-deadline: a lower priority waits for the retry, not for the end of a request', () => {
  const higher = cause('mq-deadline-higher-in-flight', 'dd_dispatch_request', 'Nothing is given.');
  const rows: Row[] = [
    ...born(0, 1),
    { kind: Kind.Insert, task: 1, req: 0, sectors: 8 },
    { kind: Kind.Issue, req: 0, sector: 0, sectors: 8, arg: 2 * ms },
    { kind: Kind.Tags, sector: 1, arg: 1 },
    ...born(1, 2),
    { kind: Kind.Insert, task: 2, req: 1, sectors: 8 },
    { kind: Kind.Hold, sector: 1, cause: higher },
    { kind: Kind.WorkQueue, aux: Timer.RunWork, sector: 8 * ms, arg: 1 },
    { time: 2 * ms, kind: Kind.Complete, req: 0, sectors: 8 },
    { time: 2 * ms, kind: Kind.Tags, sector: 0, arg: 1 },
    { time: 2 * ms, kind: Kind.RequestFree, req: 0, sector: 0, arg: 1 },
  ];
  const at = (record: number) => {
    const view = viewOf(head.replace('depth=1', 'depth=2'), rows, 0);
    view.state = view.index.stateAfter(record);
    view.now = view.state.time;
    return verdict(view);
  };
  const held = at(rows.length - 4);
  assert.equal(held.why, 'Nothing is given.');
  assert.deepEqual(held.go, ['next: the retry **in 8.000 ms**']);
  const ended = at(rows.length - 1);
  assert.equal(ended.why, '1 request in mq-deadline: the **hardware queue** waits for its retry.');
  assert.deepEqual(ended.go, ['next: the retry **in 6.000 ms**']);
});

test('none: what is in the software queue has its tags, and waits for the hardware queue’s run', () => {
  const rows: Row[] = [
    ...born(0, 1),
    { kind: Kind.Tags, sector: 1, aux: 0 },
    { kind: Kind.TaskPlug, task: 1, req: 0, aux: 3, sector: 1 },
    { kind: Kind.Insert, task: 1, req: 0, sectors: 8 },
    { kind: Kind.SoftQueue, task: 1, req: 0 },
  ];
  const view = viewOf(head.replace('mq-deadline', 'none'), rows, 0);
  view.state = view.index.stateAfter(rows.length - 1);
  const v = verdict(view);
  assert.equal(v.why, '1 request in the software queue: the **hardware queue** is about to run.');
  assert.deepEqual(v.go, ['now: the hardware queue runs']);
});
