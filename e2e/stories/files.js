import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { blkplay, out } from '../command.js';
import { root } from '../site.js';
import { catchDownloads, nextDownload } from './downloads.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

const trace = join('core', 'testdata', 'traces', 'sqlite-ext4-none', 'sqlite-ext4-none.blktrace');

export const files = {
  /** @param {Page} page */
  'a real trace is dropped and replayed as the command line does': async (page) => {
    const scenario = join(out, 'sqlite.blkplay');
    await blkplay('convert', '-kernel', '2.6.24', '-elevator', 'deadline', `${trace}.0.gz`, scenario);
    const hash = (await blkplay('hash', scenario)).trim();
    assert.match(hash, /^[0-9a-f]{16}$/);

    const playground = await Playground.open(page);
    await page.drop({ css: 'blk-playground' }, [`${trace}.0.gz`, `${trace}.1.gz`].map((name) => join(root, name)));
    await page.until('the import', () => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return /** @type {any} */ (document.querySelector('blk-playground')).opener.imported && session.status !== 'running';
    });
    await playground.settled();
    const run = await playground.run();
    assert.equal(run.status, 'complete');
    assert.equal(run.text, await readFile(scenario, 'utf8'));
    assert.equal(run.hash, hash);
    await playground.toUnplug();
    assert.notEqual(await playground.why(), '');

    // The trace itself is had in other formats too, as the command line writes them.
    await catchDownloads(page);
    for (const ending of ['.txt', '.v2.iolog', '.csv', '.json', '.svg']) {
      await page.click({ css: '.formats .btn', name: ending });
      const { name, bytes } = await nextDownload(page);
      assert.equal(name, `sqlite-ext4-none${ending}`);
      const own = join(out, name);
      await blkplay('convert', `${trace}.0.gz`, own);
      assert.ok(bytes.equals(await readFile(own)), ending);
    }
  },

  /** @param {Page} page */
  'a file that is no trace is refused with a message, and the run stays': async (page) => {
    const noise = join(out, 'noise.bin');
    await writeFile(noise, Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 7919) >> 3 & 255)));
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.drop({ css: 'blk-playground' }, [noise]);
    await page.until('a message', () => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return session.notice?.kind === 'error' && session.notice.title.includes('noise.bin') && session.notice.text !== '';
    });
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'a scenario with a mistake is refused with its place, and the run stays': async (page) => {
    const wrong = join(out, 'wrong.blkplay');
    await writeFile(wrong, 'version 1\nkernel 2.6.25\nelevator deadline\ntask 1\n  write 0 +8\n');
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.drop({ css: 'blk-playground' }, [wrong]);
    await page.until('a message with a place', () => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return session.notice?.kind === 'error' && session.notice.place?.line === 2 && session.notice.text.includes('2.6.25');
    });
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'a job for fio becomes a scenario, and what of it is left out is told': async (page) => {
    const job = join(out, 'read.fio');
    await writeFile(job, '[reader]\nrw=randread\nbs=4k\nsize=256k\nioengine=libaio\niodepth=4\nverify=crc32c\n');
    const scenario = join(out, 'read.blkplay');
    await blkplay('convert', '-kernel', '2.6.24', '-elevator', 'deadline', job, scenario);
    const playground = await Playground.open(page);
    await page.drop({ css: 'blk-playground' }, [job]);
    await page.find({ role: 'heading', name: 'Imported from read.fio' });
    await playground.settled();
    assert.equal((await playground.run()).text, await readFile(scenario, 'utf8'));
    assert.match(await page.text({ css: 'blk-report' }), /verify/);
  },
};
