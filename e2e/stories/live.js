import assert from 'node:assert/strict';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Knobs that are turned while the run goes on, kernels, and what no kernel does. */
export const live = {
  /** @param {Page} page */
  'from now on: the elevator is switched and a tunable written in the middle of the run': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: 'from now on' });
    await page.click({ css: 'summary', name: '/^Tunables of deadline/' });
    await page.fill({ css: '#writes_starved' }, 1);
    await playground.settled();
    assert.match((await playground.run()).text, /^at 9\.9ms set writes_starved 1$/m);

    await page.fill({ css: '#elevator' }, 'noop');
    await playground.settled();
    const run = await playground.run();
    assert.match(run.text, /^at 9\.9ms elevator noop$/m);
    assert.equal(run.status, 'complete');
    await page.click({ role: 'button', name: 'To the start' });
    await page.press('End');
    assert.match(await page.text({ css: 'blk-elevator' }), /noop/);
  },

  /** @param {Page} page */
  'a setting that nobody turned shows what it is on this machine: at its HZ, at its depth': async (page) => {
    const playground = await Playground.open(page);
    await page.fill({ css: '#elevator' }, 'as');
    await playground.settled();
    await page.click({ css: 'summary', name: '/^Tunables of as/' });
    for (const [hz, ms] of [['250', '4'], ['1000', '6'], ['100', '10']]) {
      await page.click({ role: 'button', name: hz });
      await playground.settled();
      assert.equal(await page.value({ css: '#antic_expire' }), ms, `HZ ${hz}`);
      assert.match(await page.text({ css: '#antic_expire-note' }), new RegExp(`Default ${ms} ms`));
    }
    await page.open('index.html?tour=0#text=version%201%0Akernel%206.18%0Aelevator%20mq-deadline%0Adevice%20linear%20depth=32%0Atask%201%0A%20%20write%200%20+8%0A');
    await playground.settled();
    assert.equal(await page.value({ css: '#nr' }), '64');
  },

  /** @param {Page} page */
  'the same workload on three kernels: each has its own trace, and says where requests wait': async (page) => {
    const playground = await Playground.open(page);
    const hashes = new Set([(await playground.run()).hash]);
    for (const kernel of ['4.4', '6.18']) {
      await page.click({ role: 'button', name: kernel });
      await page.until('the text of that kernel', (name) => /** @type {any} */ (document.querySelector('blk-playground')).session.text.includes(`kernel ${name}\n`), kernel);
      await playground.settled();
      const run = await playground.run();
      assert.match(run.text, new RegExp(`^kernel ${kernel.replace('.', '\\.')}$`, 'm'));
      assert.equal(run.status, 'complete');
      hashes.add(run.hash);
      assert.match(await page.text({ css: 'blk-plug' }), /No queue plug/);
    }
    assert.equal(hashes.size, 3);

    // Without an elevator requests are the device's two tags, not the 128 that the text asked for.
    await page.fill({ css: '#elevator' }, 'none');
    await playground.settled();
    const run = await playground.run();
    assert.equal(run.status, 'complete');
    assert.doesNotMatch(run.text, /nr_requests/);
  },

  /** Without its timer a plug that nobody else pulls stays for ever. @param {Page} page */
  'what if there were no unplug timer: the run hangs and says what waits': async (page) => {
    const playground = await Playground.open(page);
    await playground.example('/^the plug timer/');
    await page.click({ css: 'summary', name: '/^What if/' });
    await page.click({ css: 'label.if', name: 'no_unplug_timer' });
    await playground.settled();
    const run = await playground.run();
    assert.match(run.text, /^what_if no_unplug_timer$/m);
    assert.equal(run.status, 'stuck');
    await page.click({ role: 'button', name: 'To the start' });
    await page.press('End');
    assert.match(await playground.verdict(), /1 bio/);
  },

  /** @param {Page} page */
  'a knob beyond its range: what is wrong is said, and the last good run stays': async (page) => {
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.click({ css: 'summary', name: '/^Limits of the queue/' });
    await page.fill({ css: '#max_segments' }, -1);
    await page.find({ css: '.setting .error', name: '/max_segments/' });
    const after = await playground.run();
    assert.equal(after.hash, before.hash);
    assert.equal(after.text, before.text);
  },
};
