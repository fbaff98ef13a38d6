import assert from 'node:assert/strict';
import { test } from 'node:test';
import { list, type Row } from '../test/list.ts';
import { filterSteps, noFilter, readExtent } from './filter.ts';
import { RunIndex } from './index.ts';
import { Kind } from './kinds.ts';

const rows: Row[] = [
  { kind: Kind.Queue, task: 1, bio: 0, sector: 100, sectors: 8 },
  { kind: Kind.GetRequest, task: 1, bio: 0, req: 0, sector: 100, sectors: 8 },
  { kind: Kind.Plug, task: 1, arg: 4 },
  { kind: Kind.Queue, task: 2, bio: 1, sector: 108, sectors: 8 },
  { kind: Kind.GetRequest, task: 2, bio: 1, req: 1, sector: 108, sectors: 8 },
  { kind: Kind.Issue, req: 1, sector: 108, sectors: 8 },
];

test('filters combine', () => {
  const index = new RunIndex(list(rows));
  index.extend();
  const of = (filter: object): number[] | null => {
    const found = filterSteps(index, { ...noFilter, ...filter });
    return found && [...found];
  };
  assert.equal(of({}), null);
  assert.deepEqual(of({ letters: new Set(['Q']) }), [0, 3]);
  assert.deepEqual(of({ letters: new Set(['Q', 'P']), task: 1 }), [0, 2]);
  assert.deepEqual(of({ task: 2 }), [3, 4, 5]); // the dispatch, which no task does, is of its bio's task
  assert.deepEqual(of({ sectors: readExtent('107') }), [0, 1]);
  assert.deepEqual(of({ sectors: readExtent('107..108'), letters: new Set(['G']) }), [1, 4]);
  assert.deepEqual(of({ sectors: readExtent('0+50') }), []);
});

test('sectors as a person writes them', () => {
  assert.deepEqual(readExtent('4096'), { from: 4096, to: 4097 });
  assert.deepEqual(readExtent(' 8..15 '), { from: 8, to: 16 });
  assert.deepEqual(readExtent('8 + 8'), { from: 8, to: 16 });
  for (const wrong of ['', 'x', '8..', '9..8', '-1', '8+0']) assert.equal(readExtent(wrong), null, wrong);
});
