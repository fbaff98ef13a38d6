import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../axe.js';
import { blkplay, out } from '../command.js';
import { root } from '../site.js';
import { catchDownloads, nextDownload } from './downloads.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

const trace = join('core', 'testdata', 'traces', 'sqlite-ext4-none', 'sqlite-ext4-none.blktrace');
const traceFiles = [`${trace}.0.gz`, `${trace}.1.gz`].map((name) => join(root, name));

/** The difference as the command line tells it. @param {string} kernel @param {string} elevator @param {string[]} more */
const told = (kernel, elevator, ...more) => blkplay('diff', '-kernel', kernel, '-elevator', elevator, ...more, '-format', 'json', `${trace}.0.gz`);

/** What is shown once the replay on a machine is done. @param {Page} page @param {Record<string, string>} machine */
const shown = (page, machine) =>
  page.until(
    `the replay on ${Object.values(machine).join(' ')}`,
    (machine) => {
      const shell = /** @type {any} */ (document.querySelector('blk-compare') ?? document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-beside-dialog'));
      const beside = shell?.shadowRoot?.querySelector('blk-beside');
      const result = beside?.trial?.percent === null && beside.trial.result;
      if (!result || Object.entries(machine).some(([name, value]) => result[name] !== value)) return null;
      const rows = [...beside.shadowRoot.querySelectorAll('tr[data-row]')].map((row) => [row.dataset.row, ...[...row.querySelectorAll('td')].map((td) => td.textContent)]);
      return rows.length > 0 ? { rows, json: String(result.json) } : null;
    },
    machine,
  );

/** Chooses in the n-th list. @param {Page} page @param {number} n @param {string} value */
const choose = (page, n, value) =>
  page.run(
    (n, value) => {
      const shell = /** @type {any} */ (document.querySelector('blk-compare') ?? document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-beside-dialog'));
      const select = shell.shadowRoot.querySelector('blk-beside').shadowRoot.querySelectorAll('.choices select')[n];
      select.value = value;
      select.dispatchEvent(new Event('change'));
    },
    n,
    value,
  );

/** A row's texts from the command line's figures. @param {{ name: string, unit: string, real: number, simulated: number }} row */
function texts({ name, unit, real, simulated }) {
  const text = (/** @type {number} */ v) => (unit === 'ns' || unit === 'thousandths' ? (v / 1000).toFixed(3) : unit === 'bytes/s' ? (v / 2 ** 20).toFixed(3) : String(v));
  const d = simulated - real;
  return [name, text(real), text(simulated), d === 0 ? 'same' : (d > 0 ? '+' : '−') + text(Math.abs(d))];
}

/** The page shows what the command line says of that machine. @param {Page} page @param {Record<string, string>} machine @param {string} json */
async function expectAsTold(page, machine, json) {
  const { rows, json: own } = await shown(page, machine);
  assert.equal(own, json);
  assert.deepEqual(rows, JSON.parse(json).rows.map(texts));
}

export const beside = {
  /** @param {Page} page */
  'a real trace stands beside its replay: the figures are those of the command line': async (page) => {
    const playground = await Playground.open(page);
    await page.drop({ css: 'blk-playground' }, traceFiles);
    await page.click({ role: 'button', name: 'Beside the real run' });
    const json = await told('2.6.24', 'deadline');
    await expectAsTold(page, { kernel: '2.6.24', elevator: 'deadline' }, json);
    const { order } = JSON.parse(json);
    assert.match(await page.text({ css: '.order' }), new RegExp(`${order.same} of ${order.bios} bios .*Request ${order.first} is the first that begins with another bio: really W ${order.real.sector} \\+ ${order.real.sectors} at`));

    await catchDownloads(page);
    await page.click({ css: '.save .btn', name: '.json' });
    let file = await nextDownload(page);
    assert.equal(file.name, 'sqlite-ext4-none-difference.json');
    assert.equal(file.bytes.toString(), json);
    await page.click({ css: '.save .btn', name: '.txt' });
    file = await nextDownload(page);
    assert.equal(file.bytes.toString(), await blkplay('diff', '-kernel', '2.6.24', '-elevator', 'deadline', `${trace}.0.gz`));

    // Both runs are on one clock: a jump moves them together.
    await page.click({ role: 'button', name: 'Go there in both runs' });
    const at = (order.simulated.time / 1e6).toFixed(3);
    const flags = await page.until('both cursors there', (at) => {
      const lines = /** @type {any} */ (document.querySelector('blk-playground'))?.shadowRoot.querySelector('blk-beside-dialog').shadowRoot.querySelector('blk-beside').shadowRoot.querySelector('blk-beside-lines');
      const flags = [...lines.shadowRoot.querySelectorAll('blk-timeline')].map((t) => t.shadowRoot.querySelector('.flag').textContent);
      return flags.length === 2 && flags.every((f) => f === at) && flags;
    }, at);
    assert.deepEqual(flags, [at, at]);

    await page.click({ role: 'button', name: 'Open the simulated run there' });
    await playground.settled();
    const run = await playground.run();
    const scenario = join(out, 'difference.blkplay');
    await blkplay('diff', '-kernel', '2.6.24', '-elevator', 'deadline', '-o', scenario, `${trace}.0.gz`);
    assert.equal(run.text, await readFile(scenario, 'utf8'));
    assert.equal(run.status, 'complete');
    const now = await page.run(() => /** @type {any} */ (document.querySelector('blk-playground')).session.now);
    assert.equal(now, order.simulated.time);
  },

  /** @param {Page} page */
  'a long replay is cancelled; another elevator, device or way to send runs anew': async (page) => {
    const long = join(out, 'long.blkplay');
    await writeFile(long, 'version 1\nkernel 2.6.24\nelevator deadline\ntask 1\n  stream write random seed=3 count=60000 +8 every 100us\n');
    const longTrace = join(out, 'long.blktrace.0');
    await blkplay('run', long, '-o', longTrace);
    await page.open('compare.html');
    await page.find({ role: 'button', name: 'Open a real trace' });
    await page.drop({ css: 'blk-compare' }, [longTrace]);
    await page.until('progress', () => (document.querySelector('blk-compare')?.shadowRoot?.querySelector('blk-beside')?.shadowRoot?.querySelector('progress')?.value ?? 0) > 0);
    await page.click({ role: 'button', name: 'Cancel' });
    await page.until('it is cancelled', () => /Cancelled/.test(document.querySelector('blk-compare')?.shadowRoot?.querySelector('blk-beside')?.shadowRoot?.querySelector('.told')?.textContent ?? ''));
    assert.equal(await page.count({ css: 'blk-beside-lines' }), 0, 'there is nothing to show');

    await page.drop({ css: 'blk-compare' }, traceFiles);
    await expectAsTold(page, { kernel: '6.18', elevator: 'mq-deadline' }, await told('6.18', 'mq-deadline'));
    await choose(page, 1, 'none');
    const none = await told('6.18', 'none');
    await expectAsTold(page, { elevator: 'none' }, none);
    assert.equal(JSON.parse(none).order.first, -1);
    assert.match(await page.text({ css: '.order' }), /1097 of 1097 bios went to the driver in the same order/);
    await choose(page, 2, 'linear');
    await expectAsTold(page, { disk: 'linear' }, await told('6.18', 'none', '-device', 'linear'));
    await choose(page, 3, 'closed');
    await expectAsTold(page, { mode: 'closed' }, await told('6.18', 'none', '-device', 'linear', '-mode', 'closed'));
    await page.click({ role: 'button', name: 'Close the comparison' });
    await page.until('the machines alone', () => document.querySelector('blk-compare')?.shadowRoot?.querySelector('.beside')?.hasAttribute('hidden'));
  },

  /** @param {Page} page */
  'axe finds nothing beside a real run, light, dark and on a phone': async (page) => {
    await page.open('compare.html');
    await page.find({ role: 'button', name: 'Open a real trace' });
    await page.drop({ css: 'blk-compare' }, traceFiles);
    await shown(page, { kernel: '6.18' });
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      await page.run((theme) => {
        document.documentElement.dataset.theme = theme;
        dispatchEvent(new Event('blk-theme'));
      }, theme);
      await expectAccessible(page);
    }
    await page.driver.resize(390, 844);
    try {
      await expectAccessible(page);
      const wide = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },
};
