import assert from 'node:assert/strict';
import { test } from 'node:test';
import { list, type Row } from '../test/list.ts';
import { cfqOf } from './cfq.ts';
import { sharersOf } from './contexts.ts';
import { RunIndex } from './index.ts';
import { Kind, Timer } from './kinds.ts';

const ms = 1e6;

function after(rows: Row[]) {
  const index = new RunIndex(list(rows));
  index.extend();
  return { s: index.stateAfter(rows.length - 1), r: list(rows) };
}

function request(req: number, task: number, queue: number, aux: number): Row[] {
  return [
    { kind: Kind.Queue, task, bio: req, sector: req * 100, sectors: 8 },
    { kind: Kind.ElevatorState, task, aux, sector: queue, req },
    { kind: Kind.GetRequest, task, bio: req, req, sector: req * 100, sectors: 8 },
    { kind: Kind.Insert, task, req, sector: req * 100, sectors: 8 },
  ];
}

test('cfq of 2.6.24: a queue for each task, the one in turn first, its slice once it runs', () => {
  const rows: Row[] = [
    { kind: Kind.ElevatorState, aux: 2, sector: 0, arg: (2 << 8) | 4, req: 1 },
    ...request(0, 1, 0, 3),
    { kind: Kind.ElevatorState, aux: 2, sector: 1, arg: (2 << 8) | 7, req: 2 },
    ...request(1, 2, 1, 3),
    { kind: Kind.ElevatorState, aux: 1, sector: 1, arg: 9 * ms },
  ];
  const { s, r } = after(rows);
  const cfq = cfqOf(s, r, true, 1000);
  assert.deepEqual(cfq.queues.map((q) => [q.id, q.task, q.sync, q.ioprio, q.waiting.map((rq) => rq.id)]), [
    [1, 2, true, (2 << 13) | 7, [1]],
    [0, 1, true, (2 << 13) | 4, [0]],
  ]);
  assert.deepEqual([cfq.active, cfq.sliceEnd], [1, 9 * ms]);
});

test('cfq of 4.4: a turn is over when it expires, and its slice counts jiffies', () => {
  const rows: Row[] = [
    { kind: Kind.ElevatorState, task: 1, aux: 8, sector: 0, arg: 1 },
    ...request(0, 1, 0, 9),
    { kind: Kind.ElevatorState, aux: 1, sector: 0, arg: 1 },
    { time: 2 * ms, kind: Kind.ElevatorState, aux: 3, sector: 0, arg: 25 },
  ];
  const during = after(rows);
  assert.deepEqual([cfqOf(during.s, during.r, false, 250).active, cfqOf(during.s, during.r, false, 250).sliceEnd], [0, 100 * ms]);
  const over = after([...rows, { time: 3 * ms, kind: Kind.ElevatorState, aux: 2, sector: 0, arg: 20 }]);
  assert.equal(cfqOf(over.s, over.r, false, 250).active, -1);
});

test('cfq idles only while the queue in turn has nothing', () => {
  const arm: Row = { kind: Kind.TimerArm, aux: Timer.IdleSlice, sector: 8 * ms };
  const queue: Row = { kind: Kind.ElevatorState, aux: 2, sector: 0, arg: (2 << 8) | 4, req: 1 };
  const turn: Row = { kind: Kind.ElevatorState, aux: 1, sector: 0, arg: 9 * ms };
  const idle = after([queue, turn, arm]);
  assert.equal(cfqOf(idle.s, idle.r, true, 1000).idleEnd, 8 * ms);
  const busy = after([queue, turn, arm, ...request(0, 1, 0, 3)]);
  assert.equal(cfqOf(busy.s, busy.r, true, 1000).idleEnd, 0);
});

test('an io_context is used by its maker and whom it was shared with, until each exits', () => {
  const ioc = (task: number, refs: number, tasks: number, users: number): Row => ({ kind: Kind.IOContext, task, sector: 7, sectors: refs, req: tasks, bio: users });
  const rows: Row[] = [
    ioc(1, 1, 1, 1),
    ioc(1, 2, 2, 2),
    { kind: Kind.TaskFork, task: 1, sector: 2, arg: 1 },
    { kind: Kind.TaskFork, task: 1, sector: 3, arg: 0 },
  ];
  const { s } = after(rows);
  assert.deepEqual(s.contexts.get(7), { refs: 2, tasks: 2, users: 2, icqs: 0 });
  assert.deepEqual([...s.contextOf], [[1, 7], [2, 7]]);
  assert.deepEqual(sharersOf(s, 7, 1), [2]);
  const gone = after([...rows, ioc(2, 2, 1, 2), ioc(2, 2, 1, 1), ioc(2, 1, 1, 1)]).s;
  assert.deepEqual([...gone.contextOf], [[1, 7]]);
  const freed = after([...rows, ioc(2, 2, 1, 1), ioc(1, 1, 0, 0), ioc(1, 0, 0, 0)]).s;
  assert.deepEqual([freed.contextOf.size, freed.contexts.size], [0, 0]);
});

test('6.18: software queue, hardware queue and tags', () => {
  const rows: Row[] = [
    { kind: Kind.Queue, task: 1, bio: 0, sector: 0, sectors: 8 },
    { kind: Kind.GetRequest, task: 1, bio: 0, req: 0, sector: 0, sectors: 8 },
    { kind: Kind.Queue, task: 1, bio: 1, sector: 64, sectors: 8 },
    { kind: Kind.GetRequest, task: 1, bio: 1, req: 1, sector: 64, sectors: 8 },
    { kind: Kind.SoftQueue, req: 0 },
    { kind: Kind.SoftQueue, req: 1 },
    { kind: Kind.SoftQueue, req: 0, aux: 1 },
    { kind: Kind.HardQueue, req: 0 },
    { kind: Kind.Tags, sector: 1, arg: 4, aux: 2 },
  ];
  const { s } = after(rows);
  assert.deepEqual([s.softQueue, s.hardQueue, s.requests.get(0)!.place, s.requests.get(1)!.place], [[1], [0], 'hardware queue', 'software queue']);
  assert.deepEqual(s.tags, { driver: 1, scheduler: 4, waiters: 2 });
  const issued = after([...rows, { kind: Kind.Issue, req: 0, sector: 0, sectors: 8, aux: 0 }]).s;
  assert.deepEqual([issued.hardQueue, issued.requests.get(0)!.place], [[], 'device']);
});

test('a deadlock keeps who waits for whose plug', () => {
  const { s } = after([
    { kind: Kind.Note, task: 1, sector: 2, arg: 1, bio: 3, cause: 5 },
    { kind: Kind.Note, task: 2, sector: 1, arg: 4, bio: -1, cause: 6 },
    { kind: Kind.End, task: 1, arg: 2, sector: 5, cause: 7 },
  ]);
  assert.deepEqual(s.waitsFor, [
    { waiter: 1, holder: 2, bio: 3, held: 1 },
    { waiter: 2, holder: 1, bio: -1, held: 4 },
  ]);
});
