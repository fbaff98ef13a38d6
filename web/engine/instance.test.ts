import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guarded as guard } from './instance.ts';
import type { ProgramExports } from './program.ts';

type Tried = ProgramExports & { check(n: number): number; open(n: number): number };
const guarded = guard<Tried>;

test('an engine that is gone answers no call', () => {
  let why = '';
  let calls = 0;
  const go = guarded({ mem: 1, check: () => ++calls }, () => why);
  assert.equal(go.check(0), 1);
  why = 'The engine ended.';
  assert.throws(() => go.check(0), /The engine ended/);
  assert.equal(calls, 1);
});

test('an engine that ends under a call gives no result', () => {
  let why = '';
  const go = guarded({ open: () => ((why = 'The engine ended.'), 7) }, () => why);
  assert.throws(() => go.open(0), /The engine ended/);
});

test('a trap ends the engine for good', () => {
  let traps = true;
  const go = guarded(
    {
      open: () => {
        if (traps) throw new WebAssembly.RuntimeError('unreachable');
        return 0;
      },
    },
    () => '',
  );
  assert.throws(() => go.open(0), /The engine broke: unreachable/);
  traps = false;
  assert.throws(() => go.open(0), /The engine broke: unreachable/);
});
