import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCommand } from './protocol.ts';

test('commands are read, and nothing else', () => {
  const rows: [unknown, unknown][] = [
    [{ blkplay: 1, type: 'hello' }, { type: 'hello' }],
    [{ blkplay: 1, type: 'seek', time: 9.9, html: '<b>' }, { type: 'seek', time: 9.9 }],
    [{ blkplay: 1, type: 'load', scenario: 'version 1' }, { type: 'load', scenario: 'version 1', at: NaN }],
    [{ blkplay: 1, type: 'step', events: -2 }, { type: 'step', events: -2 }],
    [{ blkplay: 2, type: 'hello' }, null],
    [{ type: 'hello' }, null],
    [{ blkplay: 1, type: 'seek', time: '9' }, null],
    [{ blkplay: 1, type: 'seek', time: Infinity }, null],
    [{ blkplay: 1, type: 'load', scenario: { toString: 'x' } }, null],
    [{ blkplay: 1, type: 'constructor' }, null],
    ['hello', null],
    [null, null],
  ];
  for (const [data, want] of rows) assert.deepEqual(readCommand(data), want);
});
