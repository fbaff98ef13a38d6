import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kind, RWBS } from '../fold/kinds.ts';
import type { Row } from '../test/list.ts';
import { cause, viewOf } from '../test/view.ts';
import { plugEnding } from './cause.ts';
import { line } from './line.ts';
import { verdict } from './verdict.ts';
import { why } from './why.ts';

const ms = 1e6;
const w = RWBS.Write;
const threshold = cause('plug-off-threshold', 'elv_insert', 'Unplugged because {A} requests wait and unplug_thresh is {B}.');
const refused = cause('refused-direction', 'elv_rq_merge_ok', 'Not merged: one reads, the other writes.');
const sleepRequest = cause('sleep-request', 'get_request_wait', 'The task waits for a free request.');

const scenario = `version 1
kernel 2.6.24
elevator deadline
queue unplug_thresh=2
device linear depth=1
task 1 name=tar
task 2 name=mail
`;

function write(n: number, time: number, sector: number): Row[] {
  const extent = { sector, sectors: 8, rwbs: w };
  return [
    { time, kind: Kind.Queue, task: 1, bio: n, ...extent },
    { time, kind: Kind.GetRequest, task: 1, bio: n, req: n, ...extent },
    ...(n === 0 ? [{ time, kind: Kind.Plug, task: 1, arg: 4 * ms, rwbs: RWBS.NoData }] : []),
    { time, kind: Kind.Insert, task: 1, req: n, ...extent },
  ];
}

const run: Row[] = [
  ...write(0, 1 * ms, 100),
  ...write(1, 2 * ms, 500),
  { time: 2 * ms, kind: Kind.PlugOff, sector: 2, arg: 2, cause: threshold },
  { time: 2 * ms, kind: Kind.Dispatch, req: 0 },
  { time: 2 * ms, kind: Kind.Issue, req: 0, sector: 100, sectors: 8, rwbs: w, arg: 2.5 * ms },
];

test('plugged: what waits, why, and what makes it go', () => {
  assert.deepEqual(verdict(viewOf(scenario, run, 3)), {
    what: '**1 request** made of 1 bio',
    why: 'The queue is **plugged**: 1 of 2, and the timer has not fired. The device idles.',
    go: ['next: unplug_timer **in 3.000 ms**', '1 request more', 'a sync bio', 'a task that waits'],
    next: true,
  });
});

test('unplugged: the driver is about to take them, then the device is full', () => {
  const pulled = verdict(viewOf(scenario, run, 7));
  assert.deepEqual([pulled.why, pulled.go], ['The plug has **just been pulled**: the driver is about to take them.', ['now: request_fn runs']]);
  const full = verdict(viewOf(scenario, run, 8));
  assert.deepEqual(
    [full.what, full.why, full.go],
    ['**1 request** made of 1 bio', 'The device is **full**: 1 of 1 slots busy. The queue is not plugged.', ['next: completion of #0 **in 0.500 ms**']],
  );
});

test('a task that finds no request is named', () => {
  const rows: Row[] = [...run, { time: 2 * ms, kind: Kind.SleepRequest, task: 2, bio: 2 }, { time: 2 * ms, kind: Kind.TaskSleep, task: 2, cause: sleepRequest }];
  assert.ok(verdict(viewOf(scenario, rows, 9)).why.endsWith('mail sleeps until a request is free: all 128 are in use.'));
});

test('a bio on its way into the queue is told, and by whom it comes', () => {
  for (const step of [0, 1]) {
    assert.deepEqual(verdict(viewOf(scenario, run, step)), { what: 'Nothing waits.', why: 'tar is submitting a bio.', go: ['now: it goes on into the queue'], next: true }, `step ${step}`);
  }
});

test('an idle machine says who comes next', () => {
  const rows: Row[] = [
    { kind: Kind.TaskSleep, task: 1, sector: 1 * ms },
    ...write(0, 1 * ms, 100),
  ];
  const view = viewOf(scenario, rows, -1);
  view.state = view.index.stateAfter(0);
  assert.deepEqual(verdict(view), { what: 'Nothing waits.', why: 'No bio is outstanding.', go: ['next: tar submits again **in 1.000 ms**'], next: true });
});

test('the hidden unplug gives its cause and its function', () => {
  assert.deepEqual(why(viewOf(scenario, run, 7), 7), {
    letter: '·U',
    text: 'Unplugged because 2 requests wait and unplug_thresh is 2.',
    func: 'elv_insert',
    hidden: true,
  });
});

test('a request of its own tells why the bio was not merged', () => {
  const rows: Row[] = [
    { kind: Kind.Queue, task: 1, bio: 0, sector: 8, sectors: 8 },
    { kind: Kind.MergeRefused, bio: 0, req: 5, cause: refused },
    { kind: Kind.GetRequest, task: 1, bio: 0, req: 6, sector: 8, sectors: 8 },
  ];
  assert.deepEqual(why(viewOf(scenario, rows, 1), 1), {
    letter: 'G',
    text: 'Not merged: one reads, the other writes. It gets a request of its own: #6, 1 of 128 in use.',
    func: 'elv_rq_merge_ok',
    hidden: false,
  });
});

test('a merge tells of the join that the trace does not show', () => {
  const rows: Row[] = [
    ...write(0, 1 * ms, 0),
    ...write(1, 1 * ms, 16),
    { time: 1 * ms, kind: Kind.Queue, task: 1, bio: 2, sector: 8, sectors: 8, rwbs: w },
    { time: 1 * ms, kind: Kind.BackMerge, task: 1, bio: 2, req: 0, sector: 8, sectors: 8, rwbs: w },
    { time: 1 * ms, kind: Kind.Join, req: 0, arg: 1, sector: 0, sectors: 24 },
  ];
  const text = why(viewOf(scenario, rows, 8), 8).text;
  assert.equal(text, 'Back merge: the bio starts at 8, exactly where request #0 ended. It grows to 16 sectors. Now it touches #1: both become one request, and the trace has no line for it.');
});

test('lines are blkparse’s, but for those it has not', () => {
  const view = viewOf(scenario, run, 8);
  const lines = [0, 2, 7, 8].map((k) => {
    const l = line(view, k);
    return [l.sequence, l.seconds, l.letter, l.rwbs, l.rest].join(' ');
  });
  assert.deepEqual(lines, [
    '1 0.001000000 Q W 100 + 8 [tar]',
    '3 0.001000000 P N [tar]',
    '– 0.002000000 ·U  not traced: threshold',
    '8 0.002000000 D W 100 + 8 [0]',
  ]);
});

test('each way to end a plug has a letter of its own', () => {
  const names = ['timer', 'threshold', 'sync', 'call', 'wait', 'get-request', 'completion', 'elevator', 'drain'];
  const letters = names.map((n) => plugEnding('plug-off-' + n));
  assert.equal(new Set(letters).size, names.length);
  assert.ok(!letters.includes('?'));
});
