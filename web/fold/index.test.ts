import assert from 'node:assert/strict';
import { test } from 'node:test';
import { list, type Row } from '../test/list.ts';
import { plainState } from '../test/plain.ts';
import { RunIndex } from './index.ts';
import { Kind, RWBS, Timer } from './kinds.ts';

const ms = 1e6;

// Two neighbouring writes become one request, a third has one of its own; the
// third pulls the plug (unplug_thresh 2), both are dispatched and complete.
const rows: Row[] = [
  { time: 1 * ms, kind: Kind.TaskRun, task: 1 },
  { time: 1 * ms, kind: Kind.Queue, task: 1, bio: 0, sector: 100, sectors: 8, rwbs: RWBS.Write },
  { time: 1 * ms, kind: Kind.GetRequest, task: 1, bio: 0, req: 0, sector: 100, sectors: 8, rwbs: RWBS.Write },
  { time: 1 * ms, kind: Kind.Plug, task: 1, arg: 4 * ms },
  { time: 1 * ms, kind: Kind.TimerArm, aux: Timer.Unplug, sector: 4 * ms, arg: 1 },
  { time: 1 * ms, kind: Kind.Insert, task: 1, req: 0, sector: 100, sectors: 8, rwbs: RWBS.Write, arg: 5001 * ms },
  { time: 1 * ms, kind: Kind.Queue, task: 1, bio: 1, sector: 92, sectors: 8, rwbs: RWBS.Write },
  { time: 1 * ms, kind: Kind.FrontMerge, task: 1, bio: 1, req: 0, sector: 92, sectors: 8, rwbs: RWBS.Write },
  { time: 1 * ms, kind: Kind.TaskSleep, task: 1, sector: 2 * ms, cause: 10 },
  { time: 2 * ms, kind: Kind.TaskRun, task: 1 },
  { time: 2 * ms, kind: Kind.Queue, task: 1, bio: 2, sector: 500, sectors: 8, rwbs: RWBS.Write },
  { time: 2 * ms, kind: Kind.GetRequest, task: 1, bio: 2, req: 1, sector: 500, sectors: 8, rwbs: RWBS.Write },
  { time: 2 * ms, kind: Kind.Insert, task: 1, req: 1, sector: 500, sectors: 8, rwbs: RWBS.Write, arg: 5002 * ms },
  { time: 2 * ms, kind: Kind.PlugOff, task: 1, sector: 2, arg: 2, cause: 101 },
  { time: 2 * ms, kind: Kind.Dispatch, req: 0 },
  { time: 2 * ms, kind: Kind.Issue, task: 1, req: 0, sector: 92, sectors: 16, rwbs: RWBS.Write, arg: 3 * ms, aux: 0 },
  { time: 2 * ms, kind: Kind.TaskExit, task: 1 },
  { time: 3 * ms, kind: Kind.Complete, req: 0, sector: 92, sectors: 16, rwbs: RWBS.Write },
  { time: 3 * ms, kind: Kind.BioEnd, bio: 1, req: 0 },
  { time: 3 * ms, kind: Kind.BioEnd, bio: 0, req: 0 },
  { time: 3 * ms, kind: Kind.RequestFree, req: 0, sector: 0, arg: 1 },
  { time: 3 * ms, kind: Kind.Dispatch, req: 1 },
  { time: 3 * ms, kind: Kind.Issue, req: 1, sector: 500, sectors: 8, rwbs: RWBS.Write, arg: 4 * ms, aux: 0 },
  { time: 4 * ms, kind: Kind.Complete, req: 1, sector: 500, sectors: 8, rwbs: RWBS.Write },
  { time: 4 * ms, kind: Kind.BioEnd, bio: 2, req: 1 },
  { time: 4 * ms, kind: Kind.RequestFree, req: 1, sector: 0, arg: 0 },
];

function indexOf(rows: Row[]): RunIndex {
  const index = new RunIndex(list(rows));
  index.extend();
  return index;
}

test('steps are what blktrace prints and the unplugs it hides', () => {
  const index = indexOf(rows);
  const kinds = index.steps.map((i) => rows[i].kind);
  assert.deepEqual(kinds, [
    Kind.Queue, Kind.GetRequest, Kind.Plug, Kind.Insert, Kind.Queue, Kind.FrontMerge,
    Kind.Queue, Kind.GetRequest, Kind.Insert, Kind.PlugOff, Kind.Issue, Kind.Complete, Kind.Issue, Kind.Complete,
  ]);
  assert.deepEqual(index.sequence, [1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 10, 11, 12, 13]);
});

test('an unplug that U shows is no step of its own', () => {
  const index = indexOf([
    { kind: Kind.Plug, arg: 4 * ms },
    { kind: Kind.Unplug, sectors: 1 },
    { kind: Kind.TimerDel, aux: Timer.Unplug },
    { kind: Kind.PlugOff, sector: 1, arg: 4 },
  ]);
  assert.equal(index.steps.length, 2);
  assert.equal(index.stateAfter(index.lastRecordOf(1)).plug.on, false);
});

test('a front merge grows the request at its front', () => {
  const index = indexOf(rows);
  const s = index.stateAfter(index.lastRecordOf(5));
  const rq = s.requests.get(0)!;
  assert.deepEqual([rq.sector, rq.sectors, rq.bios], [92, 16, [1, 0]]);
  assert.deepEqual(s.task(1).open, [0, 1]);
  assert.equal(s.task(1).activity, 'sleeping');
  assert.equal(s.plug.on, true);
  assert.equal(s.waiting, 1);
});

test('the hidden unplug shows the request on its way', () => {
  const index = indexOf(rows);
  const s = index.stateAfter(index.lastRecordOf(9));
  assert.equal(s.plug.on, false);
  assert.deepEqual(s.dispatch, [0]);
  assert.equal(s.requests.get(1)!.place, 'elevator');
  assert.deepEqual(index.plugged, [{ from: 1 * ms, at: 3, fires: 4 * ms, to: 2 * ms, offAt: 13, cause: 101 }]);
});

test('the device, the head and the end', () => {
  const index = indexOf(rows);
  const busy = index.stateAfter(index.lastRecordOf(10));
  assert.deepEqual([busy.slots, busy.head, busy.inService, busy.waiting], [[0], 108, 1, 1]);
  const over = index.stateAfter(rows.length - 1);
  assert.deepEqual([over.requests.size, over.bios.size, over.waiting, over.inService], [0, 0, 0, 0]);
  assert.deepEqual(over.task(1).open, []);
  assert.deepEqual(index.services.map((x) => [x.req, x.bios, x.from, x.to]), [
    [0, [1, 0], 2 * ms, 3 * ms],
    [1, [2], 3 * ms, 4 * ms],
  ]);
  assert.deepEqual(index.bios.map((b) => [b.queued, b.issued, b.completed, b.req]), [
    [1 * ms, 2 * ms, 3 * ms, 0],
    [1 * ms, 2 * ms, 3 * ms, 0],
    [2 * ms, 3 * ms, 4 * ms, 1],
  ]);
});

test('a join keeps every bio and the earlier fifo time', () => {
  const w = RWBS.Write;
  const index = indexOf([
    { kind: Kind.Queue, task: 1, bio: 0, sector: 16, sectors: 8, rwbs: w },
    { kind: Kind.GetRequest, task: 1, bio: 0, req: 0, sector: 16, sectors: 8, rwbs: w },
    { kind: Kind.Insert, req: 0, arg: 50 },
    { kind: Kind.Queue, task: 2, bio: 1, sector: 0, sectors: 8, rwbs: w },
    { kind: Kind.GetRequest, task: 2, bio: 1, req: 1, sector: 0, sectors: 8, rwbs: w },
    { kind: Kind.Insert, req: 1, arg: 60 },
    { kind: Kind.Queue, task: 2, bio: 2, sector: 8, sectors: 8, rwbs: w },
    { kind: Kind.BackMerge, task: 2, bio: 2, req: 1, sector: 8, sectors: 8, rwbs: w },
    { kind: Kind.Join, req: 1, sector: 0, sectors: 24, arg: 0 },
    { kind: Kind.RequestFree, req: 0, sector: 0, arg: 1 },
  ]);
  const s = index.stateAfter(9);
  const rq = s.requests.get(1)!;
  assert.deepEqual([rq.sector, rq.sectors, rq.bios, rq.fifoEnd], [0, 24, [1, 2, 0], 50]);
  assert.equal(s.bios.get(0)!.req, 1);
  assert.equal(s.requests.has(0), false);
});

test('a seek finds the same state as a fold from the start', () => {
  const many: Row[] = [];
  for (let n = 0; n < 3000; n++) {
    const time = n * ms;
    many.push(
      { time, kind: Kind.Queue, task: 1 + (n % 3), bio: n, sector: n * 8, sectors: 8 },
      { time, kind: Kind.GetRequest, task: 1, bio: n, req: n, sector: n * 8, sectors: 8 },
      { time, kind: Kind.Insert, req: n },
    );
    if (n >= 5) {
      many.push(
        { time, kind: Kind.Issue, req: n - 5, sector: (n - 5) * 8, sectors: 8, arg: time },
        { time, kind: Kind.Complete, req: n - 5 },
        { time, kind: Kind.BioEnd, bio: n - 5, req: n - 5 },
        { time, kind: Kind.RequestFree, req: n - 5, sector: 5, arg: 0 },
      );
    }
  }
  const index = indexOf(many);
  const whole = new RunIndex(list(many));
  let near = whole.stateAfter(-1);
  for (const i of [0, 5, 1023, 1024, 4321, 9999, many.length - 1]) {
    near = index.stateAfter(i);
    let slow = whole.stateAfter(-1);
    slow = whole.stateAfter(i, slow); // nothing indexed there: folds from record 0
    assert.deepEqual(plainState(near), plainState(slow));
  }
  assert.equal(index.maxWaiting, 6);
});

test('states share what neither has changed, and nothing that one has', () => {
  const index = indexOf(rows);
  const whole = new RunIndex(list(rows)); // has no checkpoint but the start: each state comes from the one before
  const all = rows.map((_, i) => plainState(index.stateAfter(i)));
  let s = whole.stateAfter(-1);
  const kept = rows.map((_, i) => (s = whole.stateAfter(i, s)));
  assert.deepEqual(kept.map(plainState), all);
});
