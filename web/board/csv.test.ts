import assert from 'node:assert/strict';
import { test } from 'node:test';
import { resultsAsCSV } from './csv.ts';

test('a result is a row, and no cell is a formula', () => {
  const verdict = { exercise: 'e01', seed: 7, status: 'verified' as const, right: 2, of: 3, answers: [] };
  const csv = resultsAsCSV([
    { number: 1, name: 'A, "B"', code: 'abc', verdict, posted: '2026-11-21T10:00:00Z' },
    { number: 2, name: '=1+1', code: '-x', verdict, posted: '2026-11-21T10:00:01Z' },
  ]);
  assert.equal(
    csv,
    'number,name,exercise,seed,right,of,status,posted,code\r\n' +
      '1,"A, ""B""",e01,7,2,3,verified,2026-11-21T10:00:00Z,abc\r\n' +
      "2,'=1+1,e01,7,2,3,verified,2026-11-21T10:00:01Z,'-x\r\n",
  );
});
