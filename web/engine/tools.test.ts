import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { sentences, strings } from '../strings.ts';
import { fromRoot } from '../test/root.ts';
import { compiled } from '../test/wasm.ts';
import { BlkplayError } from './errors.ts';
import { RunIndex } from '../fold/index.ts';
import { recordBytes, Writer, writeFiles } from './protocol.ts';
import { Records } from './records.ts';
import { ToolsProgram } from './tools.program.ts';
import { Tools, type ToolAnswer, type ToolTask } from './tools.ts';

const wasm = compiled('tools');
const fourWrites = 'version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  sleep 1ms\n  write 0 +8 x4 step 100\n';

/** A worker of this thread: the script tools.worker.ts needs a browser. */
class FakeWorker extends EventTarget {
  static made = 0;
  ended = false;
  #program = ToolsProgram.start(wasm);

  constructor(readonly answers: (task: ToolTask) => boolean = () => true) {
    super();
    FakeWorker.made++;
  }

  postMessage(task: ToolTask): void {
    if (!this.answers(task)) return;
    void this.#program.then((p) => {
      p.onWork = (done, total) => this.#answer({ id: task.id, done, total });
      try {
        this.#answer({ id: task.id, result: p.call(task.call, task.input) });
      } catch (e) {
        const error = e as BlkplayError;
        this.#answer({ id: task.id, errors: [...error.all], crashed: error.crashed });
      }
    });
  }

  #answer(data: ToolAnswer): void {
    if (!this.ended) this.dispatchEvent(new MessageEvent('message', { data }));
  }

  terminate(): void {
    this.ended = true;
  }
}

function toolsOf(answers?: (task: ToolTask) => boolean): Tools {
  return new Tools(() => new FakeWorker(answers) as unknown as Worker);
}

function traceFiles() {
  return [0, 1].map((cpu) => {
    const name = `sqlite-ext4-none.blktrace.${cpu}.gz`;
    return { name, bytes: new Uint8Array(readFileSync(fromRoot(`core/testdata/traces/sqlite-ext4-none/${name}`))) };
  });
}

test('files are written as the tools read them', () => {
  const golden = new Uint8Array(readFileSync(fromRoot('wasm/tools/testdata/files.bin')));
  const files = [{ name: 'é.blktrace.0', bytes: new Uint8Array([0, 255, 7]) }, { name: 'empty', bytes: new Uint8Array(0) }];
  assert.deepEqual(writeFiles(new Writer().text('2.6.24').text('deadline'), files).finish(), golden);
});

test('a real trace becomes a scenario, and text again', async () => {
  const tools = toolsOf();
  const { text, report } = await tools.importTrace(traceFiles(), { kernel: '2.6.24', elevator: 'deadline' });
  assert.match(text, /^version 1\nkernel 2\.6\.24\nelevator deadline\n/);
  assert.match(report, /bios of device .* are replayed/);
  const lines = new TextDecoder().decode(await tools.exportTrace(traceFiles(), '.txt'));
  assert.match(lines, / {2}Q {2}/);
});

test('a real trace beside its replay', async () => {
  const d = await toolsOf().difference(traceFiles(), { kernel: '6.18', elevator: 'none', mode: 'timed', disk: 'learned' });
  assert.match(d.scenario, /^version 1\nkernel 6\.18\nelevator none\n[^]*\ndevice table /);
  const merges = d.rows.find((row) => row.name === 'back_merges');
  assert.equal(merges?.real, 569);
  assert.equal(merges?.simulated, 569);
  assert.deepEqual(d.order, { bios: 1097, same: 1097, together: 1097, first: -1 });
  assert.ok(d.unknown.length > 3 && d.replay.length > 3 && d.text.includes('order of dispatch'));
  assert.ok(d.unknown.every((lack) => lack.key !== '' && lack.text !== '' && lack.values.every((v) => lack.text.includes(v))));
  assert.equal(d.records.length, 0);
  const kept = await toolsOf().difference(traceFiles(), { kernel: '2.6.24', keep: 500 });
  assert.equal(kept.records.length, 500 * recordBytes);
  assert.equal(kept.same.filter((bio) => bio >= 0).length, 1097);
  const all = await toolsOf().difference(traceFiles(), { kernel: '6.18', elevator: 'none', keep: 1 << 16 });
  const records = new Records();
  records.append(all.records);
  const index = new RunIndex(records);
  index.extend();
  assert.equal(index.bios.filter((bio) => bio && all.same[bio.id] >= 0 && bio.completed > bio.issued && bio.issued >= bio.queued).length, 1097);
  assert.ok(Math.min(...index.waitingCounts) === 0 && index.slots === 9, 'the trace folds as a run does');
  assert.equal(kept.order.first, 8);
  assert.ok(kept.order.real && kept.order.simulated && kept.order.real.sector !== kept.order.simulated.sector);
});

test('the canonical form stays as it is', async () => {
  const tools = toolsOf();
  const once = await tools.format(fourWrites.replace('  sleep 1ms', 'sleep   1ms # first'));
  assert.match(once, /^version 1\n[^]*\n  sleep 1ms/);
  assert.equal(await tools.format(once), once);
});

test('a run becomes a file and figures, with progress', async () => {
  const tools = toolsOf();
  let last = [0, 0];
  const svg = await tools.exportRun(fourWrites, '.svg', { onWork: (done, total) => (last = [done, total]) });
  assert.match(new TextDecoder().decode(svg), /^<svg/);
  assert.deepEqual(last, [4, 4]);
  const figures = await tools.runStats(fourWrites);
  assert.equal(figures.queued, 4);
  assert.equal(figures.dispatched, 4);
});

test('a scenario becomes a recipe for a real kernel', async () => {
  const recipe = await toolsOf().recipe(`${fourWrites}at 1ms unplug\n`);
  assert.equal(recipe.files[0].name, 'blkplay.fio');
  assert.match(recipe.script, /^#!\/bin\/sh/);
  assert.ok(recipe.script.includes(recipe.setup) && recipe.script.includes(recipe.files[0].text) && recipe.script.includes(recipe.trace));
  assert.ok(recipe.notes.length > 2);
  for (const n of recipe.notes) assert.equal(sentences(strings.share.kernel.notes[n.key] ?? '', n.value), n.text, n.key);
});

test('what is no trace and what is no scenario is refused', async () => {
  const tools = toolsOf();
  const refused = async (call: Promise<unknown>, what: RegExp): Promise<BlkplayError> => {
    const e = await call.then(() => null, (err: unknown) => err);
    if (!(e instanceof BlkplayError)) throw new Error(`no refusal: ${e}`);
    assert.equal(e.crashed, false);
    assert.match(e.message, what);
    return e;
  };
  await refused(tools.importTrace([{ name: 'x', bytes: new Uint8Array([1, 2, 3, 4]) }]), /x: found/);
  await refused(tools.importTrace([{ name: 'x', bytes: new Uint8Array([0x1f, 0x8b, 8, 0, 0]) }]), /x/);
  const e = await refused(tools.runStats('version 1\nkernel 2.6.99\n'), /2\.6\.99/);
  assert.deepEqual([e.line, e.column], [2, 8]);
});

test('a call that is cancelled ends its worker, and the next one gets another', async () => {
  let deaf = true;
  const tools = toolsOf(() => !deaf);
  const before = FakeWorker.made;
  const stop = new AbortController();
  const first = tools.runStats(fourWrites, { signal: stop.signal });
  const second = tools.runStats(fourWrites);
  deaf = false;
  stop.abort();
  await assert.rejects(first, { name: 'AbortError' });
  assert.equal((await second).queued, 4);
  assert.equal(FakeWorker.made - before, 2);
  await assert.rejects(tools.runStats(fourWrites, { signal: stop.signal }), { name: 'AbortError' });
});

test('a worker that is lost is an error of each call', async () => {
  const tools = new Tools(() => {
    throw new Error('no workers here');
  });
  await assert.rejects(tools.runStats(fourWrites), /no workers here/);
  const deaf = toolsOf(() => false);
  const call = deaf.runStats(fourWrites);
  deaf.close();
  await assert.rejects(call, { name: 'AbortError' });
});
