import assert from 'node:assert/strict';
import { test } from 'node:test';
import { list, type Row } from '../test/list.ts';
import { ExpressionError, readExpression, type Names } from './expression.ts';
import { RunIndex } from './index.ts';
import { Kind } from './kinds.ts';
import { Search } from './search.ts';

const names: Names = { tasks: new Map([['tar', 1], ['grep', 2]]), causes: [{ name: '' }, { name: 'plug-off-timer' }] };

// Bursts: three bios are queued, issued and complete, again and again.
const rows: Row[] = [];
for (let burst = 0; burst < 3000; burst++) {
  const time = burst * 1e6;
  for (let n = 0; n < 3; n++) {
    const id = burst * 3 + n;
    const extent = { sector: id * 8, sectors: 8 };
    rows.push({ time, kind: Kind.Queue, task: 1 + (n & 1), bio: id, ...extent }, { time, kind: Kind.GetRequest, task: 1 + (n & 1), bio: id, req: id, ...extent });
  }
  for (let n = 0; n < 3; n++) rows.push({ time, kind: Kind.Issue, req: burst * 3 + n, sector: (burst * 3 + n) * 8, sectors: 8, aux: n });
  for (let n = 0; n < 3; n++) {
    const id = burst * 3 + n;
    rows.push({ time: time + 5e5, kind: Kind.Complete, req: id, sector: id * 8, sectors: 8 }, { time: time + 5e5, kind: Kind.BioEnd, bio: id, req: id }, { time: time + 5e5, kind: Kind.RequestFree, req: id, sector: 0, arg: 2 - n });
  }
}
const index = new RunIndex(list(rows));
index.extend();
const perBurst = 12; // steps

function find(text: string, from: number, direction: 1 | -1): number {
  const search = new Search(index, readExpression(text, names), from, direction);
  while (search.advance(1));
  return search.found;
}

test('what a machine does is found where it begins, what an event is at each', () => {
  assert.equal(find('depth >= 3', -1, 1), 8);
  assert.equal(find('depth >= 3', 8, 1), perBurst + 8);
  assert.equal(find('depth >= 3', perBurst + 9, -1), perBurst + 8);
  assert.equal(find('depth > 3', -1, 1), -1);
  assert.equal(find('action == D', -1, 1), 6);
  assert.equal(find('action == D', 6, 1), 7);
  assert.equal(find('action = q and task == grep', -1, 1), 2);
  assert.equal(find('sector > 1000 and action = Q', -1, 1), 42 * perBurst);
  assert.equal(find('waiting == 3 and not (bios != 3)', -1, 1), 5);
});

test('the previous one, also many blocks back', () => {
  const last = index.steps.length - 1;
  assert.equal(find('sector < 8 and action = C', last, -1), 9);
  assert.equal(find('time < 0.1 and depth == 3', last, -1), 8);
  assert.equal(find('cause == plug-off-timer', last, -1), -1);
  assert.equal(find('action == D', 6, -1), -1);
});

test('forward and back agree with looking at every step', () => {
  const expression = readExpression('depth == 2 or waiting == 2 and plugged == 0', names);
  const stops: number[] = [];
  let was = false;
  for (let k = 0; k < 200; k++) {
    const holds = expression.test({ s: index.stateAfter(index.lastRecordOf(k)), r: index.records, i: index.steps[k] });
    if (holds && !was) stops.push(k);
    was = holds;
  }
  const forward: number[] = [];
  for (let k = find('depth == 2 or waiting == 2 and plugged == 0', -1, 1); k < 200; k = find('depth == 2 or waiting == 2 and plugged == 0', k, 1)) forward.push(k);
  assert.deepEqual(forward, stops);
  const back: number[] = [];
  for (let k = find('depth == 2 or waiting == 2 and plugged == 0', 200, -1); k >= 0; k = find('depth == 2 or waiting == 2 and plugged == 0', k, -1)) back.unshift(k);
  assert.deepEqual(back, stops);
});

test('what is wrong has a place', () => {
  const wrong: [string, string, number, string][] = [
    ['', 'empty', 0, ''],
    ['deep > 8', 'name', 0, 'deep'],
    ['depth 8', 'operator', 6, '8'],
    ['depth >', 'value', 7, ''],
    ['depth > many', 'value', 8, 'many'],
    ['action < D', 'operator', 7, '<'],
    ['action == Z', 'word', 10, 'Z'],
    ['task == sed', 'task', 8, 'sed'],
    ['depth > 8 depth', 'rest', 10, 'depth'],
    ['(depth > 8', 'bracket', 0, '('],
    ['depth > 8 and', 'name', 13, ''],
    ['depth => 8', 'operator', 6, '=>'],
    ['cause == because', 'word', 9, 'because'],
  ];
  for (const [text, fault, at, found] of wrong) {
    let e: unknown;
    try {
      readExpression(text, names);
    } catch (error) {
      e = error;
    }
    assert.ok(e instanceof ExpressionError, text);
    const error = e as ExpressionError;
    assert.deepEqual([error.fault, error.at, error.found], [fault, at, found], text);
  }
});
