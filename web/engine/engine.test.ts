import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { BlkplayError, Engine, type Run } from './engine.ts';
import { kernelNamed } from './protocol.ts';

const wasm = compiled('engine');
const engine = await Engine.start(wasm);

const fourWrites = `version 1
kernel 2.6.24
elevator deadline
task 1
  write 0 +8
  write 100 +8
  write 200 +8
  write 300 +8
`;

test('kernels and causes are known', () => {
  assert.deepEqual(engine.description.kernels.map((k) => k.name), ['2.6.24', '4.4', '6.18']);
  const thresh = kernelNamed(engine.description, '2.6.24')!.queue.find((p) => p.name === 'unplug_thresh')!;
  assert.equal(thresh.default, 4);
  assert.equal(kernelNamed(engine.description, '2.6.25'), undefined);
  const antic = (text: string) => engine.describe(text)?.elevators.find((e) => e.name === 'as')?.tunables.find((p) => p.name === 'antic_expire')?.default;
  assert.deepEqual([antic('version 1\nkernel 2.6.24\nhz 100\n'), antic('version 1\nkernel 2.6.24\nhz 1000\n')], [10, 6]);
  assert.equal(engine.describe('version 1\nkernel 2.6.25\n'), null);
  const code = engine.causes.findIndex((c) => c.name === 'run-complete');
  assert.ok(code > 0 && engine.causes[code].text !== '');
  assert.equal(engine.description.names[0], 'nr_requests');
});

test('what is wrong has a place', () => {
  const errors = engine.check('version 1\nkernel 2.6.99\n');
  assert.deepEqual([errors[0].line, errors[0].column], [2, 8]);
  assert.deepEqual(engine.check(fourWrites), []);
  const e = thrown(() => engine.open('version 1\nkernel 2.6.24\nnonsense\n'));
  assert.equal(e.line, 3);
  assert.equal(e.crashed, false);
  assert.ok(e.message.includes('nonsense'));
});

test('four writes, in one go and in the smallest slices', () => {
  const run = engine.open(fourWrites);
  assert.equal(run.status, 'running');
  assert.equal(run.records.length, 0);
  toEnd(run);
  assert.equal(run.status, 'complete');
  assert.ok(run.end.startsWith('complete: 4 bios'), run.end);
  const text = run.blkparse();
  assert.equal(text.split('\n').filter((l) => /  Q  /.test(l)).length, 4);
  assert.equal(run.hash(), fnv1a(text));
  const half = run.records.length >> 1;
  assert.equal(run.blkparse(0, half) + run.blkparse(half), text);
  run.close();
  assert.equal(run.advance(1), false);
});

test('runs side by side do not meet, and the command line agrees', () => {
  const busy = 'version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  stream write random seed=7 count=3000 +8\n';
  const a = engine.open(busy);
  const b = engine.open(fourWrites);
  while (a.advance(0) || b.advance(0));
  assert.equal(a.status, 'complete');
  assert.equal(b.status, 'complete');
  const printed = execFileSync('go', ['run', './core/cmd/blkplay', 'hash', '-'], { cwd: fromRoot('.'), input: busy, encoding: 'utf8' });
  assert.ok(printed.includes(a.hash()), `${printed} is not ${a.hash()}`);
  assert.equal(a.hash(), fnv1a(a.blkparse()));
  assert.equal(b.hash(), hashOf(fourWrites));
  a.close();
  b.close();
});

function hashOf(scenario: string): string {
  const run = engine.open(scenario);
  toEnd(run);
  const hash = run.hash();
  run.close();
  return hash;
}

function toEnd(run: Run): void {
  while (run.advance(4));
}

/** FNV-1a, 64 bits, of ASCII. */
function fnv1a(text: string): string {
  let h = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i++) h = BigInt.asUintN(64, (h ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return h.toString(16).padStart(16, '0');
}

function thrown(f: () => unknown): BlkplayError {
  try {
    f();
  } catch (e) {
    if (e instanceof BlkplayError) return e;
    throw e;
  }
  throw new Error('nothing was thrown');
}

test('a run that cannot end, and one that may not', () => {
  const stuck = engine.open(fourWrites.replace('task 1', 'what_if no_unplug_timer no_unplug_thresh\ntask 1'));
  toEnd(stuck);
  assert.equal(stuck.status, 'stuck');
  assert.ok(/4 bios wait in a plugged queue/.test(stuck.end), stuck.end);
  const long = engine.open(`${fourWrites}  sleep 3600s\n  sleep 3600s\n`);
  toEnd(long);
  assert.equal(long.status, 'limit');
  assert.ok(/the limit of a run/.test(long.end), long.end);
  stuck.close();
  long.close();
});

test('a closed run is an error, not silence', () => {
  const run = engine.open(fourWrites);
  run.close();
  const e = thrown(() => run.hash());
  assert.equal(e.crashed, true);
  assert.ok(/closed or never was/.test(e.message), e.message);
});

test('an engine that cannot be had says why', async () => {
  let e: unknown;
  await Engine.start(new Uint8Array([0, 1, 2, 3])).catch((err) => (e = err));
  assert.ok(e instanceof BlkplayError && e.crashed && /did not start/.test(e.message), String(e));
});
