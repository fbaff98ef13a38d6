import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Engine } from '../engine/engine.ts';
import { kernelNamed } from '../engine/protocol.ts';
import { RunIndex } from '../fold/index.ts';
import { compiled } from '../test/wasm.ts';
import { readAxis, usualValues } from './axes.ts';
import { changed, onKernel, readChanges, readValues, threeKernels, withChange, writeChanges } from './changes.ts';
import { contrast, metricText, shade, shortText } from './heat.ts';
import { Pool, type Sweeper } from './pool.ts';
import { differences, nextDifference, phaseAt } from './differences.ts';

const engine = await Engine.start(compiled('engine'));

function run(text: string): RunIndex {
  const r = engine.open(text);
  while (r.advance(100));
  const index = new RunIndex(r.records);
  index.extend();
  return index;
}

const machine = (kernel: string, more = '') => `version 1\nkernel ${kernel}\nelevator noop\nhz 1000\n${more}task 1\n  write 0 +8\n  sleep until 20ms\n  read 100 +8\n  wait\n`;

test('two runs differ from where one bio waits and the other does not', () => {
  const old = run(machine('2.6.24')); // waits for the timer at 3 ms
  const { spans, first } = differences(old, run(machine('4.4')));
  assert.equal(first?.time, 0);
  assert.equal(first?.task, 1);
  assert.deepEqual([phaseAt(first!.a, 0), phaseAt(first!.b, 0)], ['waits', 'device']);
  assert.equal(spans.length, 1);
  assert.deepEqual([spans[0].from, spans[0].to], [0, 3_108_000]);
});

test('a run does not differ from itself', () => {
  assert.deepEqual(differences(run(machine('4.4')), run(machine('4.4'))), { spans: [], first: null });
});

test('a bio that waits for ever differs to the end', () => {
  const { spans } = differences(run(machine('2.6.24')), run(machine('2.6.24', 'what_if no_unplug_timer\n')));
  assert.equal(spans[0].from, 3_000_000);
});

test('differences are gone through either way', () => {
  const lists = [[{ from: 1, to: 2 }, { from: 5, to: 6 }], [{ from: 3, to: 9 }]];
  assert.deepEqual([0, 1, 3, 5].map((now) => nextDifference(lists, now, 1)), [1, 3, 5, -1]);
  assert.deepEqual([0, 1, 4, 9].map((now) => nextDifference(lists, now, -1)), [-1, -1, 3, 5]);
});

test('changes are words, and another kernel keeps those it knows', () => {
  const changes = readChanges('kernel=2.6.24 elevator=as unplug_thresh=8 hz=100');
  assert.equal(writeChanges(changes), 'kernel=2.6.24 elevator=as unplug_thresh=8 hz=100');
  assert.equal(writeChanges(onKernel(changes, kernelNamed(engine.description, '4.4')!)), 'kernel=4.4 hz=100');
  assert.equal(writeChanges(withChange(withChange(changes, 'hz', null), 'unplug_thresh', '9')), 'kernel=2.6.24 elevator=as unplug_thresh=9');
  assert.equal(changed(changes, 'elevator'), 'as');
  assert.equal(threeKernels(engine.description.kernels).length, 3);
});

test('values are lists and ranges', () => {
  assert.deepEqual(readValues('1, 2 4..6,10..30:10'), ['1', '2', '4', '5', '6', '10', '20', '30']);
  assert.deepEqual(readValues('noop,mq-deadline'), ['noop', 'mq-deadline']);
  for (const wrong of ['', '4..1', '1..9999', 'a=b']) assert.equal(readValues(wrong), null, wrong);
});

test('every shade lets its number be read', () => {
  for (const dark of [false, true]) {
    for (let share = 0; share <= 1; share += 0.01) {
      const c = contrast(share, dark);
      assert.ok(c >= 4.5, `${dark ? 'dark' : 'light'} ${share.toFixed(2)}: ${c.toFixed(2)}`);
    }
  }
  assert.equal(shade(0, false).ink, 'black');
  assert.equal(shade(1, false).ink, 'white');
});

test('numbers fit their cells', () => {
  assert.deepEqual(['mean_q2c', 'max_q2c', 'requests', 'bios_per_request'].map((m) => shortText(m, 2_732_044)), ['2.73', '2.73', '2732044', '2732']);
  assert.equal(metricText('mean_q2c', 12_345_678), '12.346');
  assert.equal(shortText('mean_q2c', 12_345_678), '12.3');
});

/** Sweepers that take their time, and tell what they are asked. */
function fake(log: string[], fails = false): Sweeper {
  return {
    async sweepCells(_text, _x, _y, from, count, watch = {}) {
      log.push(`${from}+${count}`);
      await new Promise((r) => setTimeout(r, 1));
      if (fails) throw new Error('lost');
      watch.signal?.throwIfAborted();
      return Array.from({ length: count }, (_, i) => ({ end: 'complete' as const, values: { at: from + i }, losses: [], why: '' }));
    },
    close() {},
  };
}

const axis = (n: number) => ({ name: 'x', values: Array.from({ length: n }, String) });

test('a pool runs every cell once', async () => {
  const log: string[] = [];
  const pool = new Pool(2, () => fake(log));
  const seen = new Array<number>(400).fill(0);
  await pool.run('', axis(20), axis(20), (place, cell) => {
    seen[place]++;
    assert.equal(cell.values.at, place);
  }, new AbortController().signal);
  assert.ok(seen.every((n) => n === 1));
  assert.ok(log.length > 4 && log.length < 200, String(log.length));
});

test('a pool stops when it is told to, and when a worker is lost', async () => {
  const stop = new AbortController();
  let seen = 0;
  const cancelled = new Pool(2, () => fake([])).run('', axis(400), axis(1), () => { if (++seen === 5) stop.abort(); }, stop.signal);
  await assert.rejects(cancelled, { name: 'AbortError' });
  assert.ok(seen < 400);
  await assert.rejects(new Pool(2, () => fake([], true)).run('', axis(9), axis(1), () => {}, new AbortController().signal), /lost/);
});

test('a worker that became slow gives way to a fresh one', async () => {
  let closed = 0;
  let ran = 0;
  const wearing: Sweeper = {
    async sweepCells(_text, _x, _y, _from, count) {
      ran += count;
      await new Promise((r) => setTimeout(r, count * (ran > 150 ? 20 : 0.5)));
      return Array.from({ length: count }, () => ({ end: 'complete' as const, values: {}, losses: [], why: '' }));
    },
    close() {
      closed++;
      ran = 0;
    },
  };
  await new Pool(1, () => wearing).run('', axis(400), axis(1), () => {}, new AbortController().signal);
  assert.ok(closed >= 1, 'none was replaced');
});

test('an axis begins with values that its setting takes', () => {
  for (const kernel of engine.description.kernels) {
    for (const elevator of kernel.elevators) {
      for (const name of ['kernel', 'elevator', 'hz', ...kernel.queue.map((p) => p.name), ...elevator.tunables.map((p) => p.name), ...kernel.whatIf]) {
        const text = usualValues(name, engine.description.kernels, kernel, elevator.name);
        const values = readAxis(`${name}=${text}`)?.values ?? [];
        assert.ok(values.length >= 2 || name === 'elevator', `${kernel.name} ${elevator.name} ${name}: ${text}`);
        assert.equal(new Set(values).size, values.length, name);
      }
    }
  }
});
