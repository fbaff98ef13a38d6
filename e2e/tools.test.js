import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { blkplay, out } from './command.js';
import { root } from './site.js';

/** What the real blkparse prints of a binary trace, without its summary. @param {string} trace path without .blktrace.N */
function realBlkparse(trace) {
  const PATH = `${process.env.PATH}:/usr/sbin`; // not on everybody's path
  const text = execFileSync('blkparse', ['-i', trace], { env: { ...process.env, PATH }, maxBuffer: 256 << 20, encoding: 'utf8' });
  return text.split(/^CPU\d+ \(/m)[0].trimEnd().split('\n');
}

/**
 * blkparse counts time from the first event; a run's text from the run's beginning.
 * @param {string[]} lines
 */
function fromFirst(lines) {
  const time = /(\d+)\.(\d{9})/;
  /** @param {string} line */
  const ns = (line) => {
    const found = line.match(time);
    assert.ok(found, line);
    return BigInt(found[1]) * 1_000_000_000n + BigInt(found[2]);
  };
  const first = ns(lines[0]);
  return lines.map((line) => line.replace(time, String(ns(line) - first)));
}

/** Runs of blanks are how columns are made. @param {string[]} lines */
const words = (lines) => lines.map((line) => line.trim().replace(/\s+/g, ' '));

describe('the real blkparse', async () => {
  const dir = join(root, 'web', 'scenarios');
  for (const name of (await readdir(dir)).filter((name) => name.endsWith('.blkplay') && name !== 'empty.blkplay')) {
    test(`reads our binary trace of ${name} as we print it`, async () => {
      const folder = await mkdtemp(join(out, 'blkparse-'));
      await blkplay('convert', join(dir, name), join(folder, 'run.blktrace.0'));
      const ours = (await blkplay('run', join(dir, name))).trimEnd().split('\n');
      assert.ok(ours.length > 5);
      assert.deepEqual(words(fromFirst(realBlkparse(join(folder, 'run')))), words(fromFirst(ours)));
    });
  }

  for (const name of ['sqlite-ext4-none', 'mkfs-mqdl']) {
    test(`prints the real trace ${name} as we do`, async () => {
      const folder = await mkdtemp(join(out, 'blkparse-'));
      const from = join(root, 'core', 'testdata', 'traces', name, `${name}.blktrace`);
      for (const cpu of [0, 1]) await writeFile(join(folder, `trace.blktrace.${cpu}`), gunzipSync(await readFile(`${from}.${cpu}.gz`)));
      await blkplay('convert', join(folder, 'trace.blktrace.0'), join(folder, 'ours.txt'));
      const ours = (await readFile(join(folder, 'ours.txt'), 'utf8')).split(/^CPU\d+ \(/m)[0].trimEnd().split('\n');
      assert.deepEqual(words(ours), words(realBlkparse(join(folder, 'trace'))));
    });
  }
});
