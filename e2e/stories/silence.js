import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { out } from '../command.js';
import { host, KEPT } from '../site.js';
import { Playground } from './playground.js';
import { told } from './share.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** What the page says in its bar about a part that does not load. @param {Page} page */
const partBar = (page) => page.until('the bar', () => document.querySelector('#part-bar[role=alert]')?.textContent);

/** What goes wrong shows, says how to go on, and costs no scenario. */
export const silence = {
  /** @param {Page} page */
  'a part of the page does not load: a bar says so, and another try or the page anew brings it': async (page) => {
    const playground = await Playground.open(page);
    const gallery = async () => {
      await page.click({ role: 'button', name: '/^Examples/' });
      await page.click({ role: 'button', name: '/^Gallery/' });
    };
    try {
      host.lost = '/assets/gallery-';
      await gallery();
      assert.match(await partBar(page), /did not load.*still here.*Try again.*Reload/);
      await page.click({ role: 'button', name: 'Try again' });
      assert.match(await partBar(page), /did not load/);
      assert.ok((await playground.run()).records > 0, 'the run stays');
      host.lost = '';
      await page.click({ role: 'button', name: 'Try again' });
      // Some browsers remember that a script failed: then only the page anew asks for it.
      const came = await page.until('the gallery or the bar', () => {
        if (document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-gallery')?.shadowRoot?.querySelector('dialog[open]')) return 'gallery';
        return document.querySelector('#part-bar[role=alert]') ? 'bar' : '';
      });
      if (came === 'bar') {
        await page.click({ role: 'button', name: 'Reload the page' });
        await page.until('the page anew', () => !document.querySelector('#part-bar'));
        await playground.settled();
        await gallery();
      }
      await page.find({ css: 'dialog[open]' });
    } finally {
      host.lost = '';
      await page.forget();
    }
  },

  /** @param {Page} page */
  'a page’s own script does not load: its first words stay, a bar says so, and the page anew brings it': async (page) => {
    try {
      host.lost = '/assets/author-';
      await page.go(`${KEPT}author.html`); // where no story has been, so that no browser has the script already
      assert.match(await partBar(page), /did not load.*Try again.*Reload/);
      assert.equal(await page.count({ css: 'blk-author > .first' }), 1);
    } finally {
      host.lost = '';
      await page.forget();
    }
    await page.click({ role: 'button', name: 'Reload the page' });
    await page.until('the page anew', () => document.querySelector('blk-author:defined'));
    assert.equal(await page.count({ css: 'blk-author > .first' }), 0);
    await page.forget(); // some browsers remember the first try, and tell of it again
  },

  /** @param {Page} page */
  'what comes after the first picture does not load: a bar says so, and a key waits for it': async (page) => {
    try {
      host.lost = '/assets/rail-';
      await page.open('index.html?tour=0');
      await page.until('the run', () => /** @type {any} */ (document.querySelector('blk-playground')).session?.status === 'complete');
      assert.match(await partBar(page), /did not load/);
      await page.run(() => document.querySelector('#part-bar')?.setAttribute('data-before', ''));
      await page.press('f'); // another try, and so another bar
      await page.find({ css: '#part-bar[role=alert]:not([data-before])' });
    } finally {
      host.lost = '';
      await page.forget();
    }
    await page.click({ role: 'button', name: 'Try again' });
    // Some browsers remember that a script failed: then only the page anew asks for it.
    const came = await page.until('what was asked for, or the bar', () => {
      const fire = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-fire');
      if (fire?.shadowRoot?.activeElement?.localName === 'button') return 'fire';
      return document.querySelector('#part-bar[role=alert]') ? 'bar' : '';
    });
    if (came === 'fire') return;
    await page.click({ role: 'button', name: 'Reload the page' });
    await page.until('the page anew', () => !document.querySelector('#part-bar'));
    await new Playground(page).settled();
  },

  /** @param {Page} page */
  'Chinese does not load: the page stays English, says so, and speaks it when it comes': async (page) => {
    try {
      host.lost = '/assets/zh-';
      await page.open('index.html?lang=zh&tour=0');
      await new Playground(page).settled();
      assert.match(await partBar(page), /did not load/);
      assert.equal(await page.run(() => document.documentElement.lang), 'en');
    } finally {
      host.lost = '';
      await page.forget();
    }
    await page.click({ role: 'button', name: 'Reload the page' });
    await page.until('Chinese', () => document.documentElement.lang === 'zh-Hans');
  },

  /** @param {Page} page */
  'the engine breaks: the run stays, and a restart gives it anew with the text that was changed': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const before = await playground.run();
    // As after a trap in the program: every call throws what Program.call makes of it.
    await page.run(() => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      /** @type {any} */
      let Broken;
      try {
        session.engine.open('no scenario');
      } catch (e) {
        Broken = /** @type {any} */ (e).constructor;
      }
      session.engine.check = session.engine.open = () => {
        throw new Broken([{ line: 0, column: 0, message: 'The engine broke: unreachable' }], true);
      };
    });
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await told(page, 'The simulator stopped at .*still here.*unreachable');
    assert.equal((await playground.run()).hash, before.hash, 'the run before stays');
    const changed = await page.run(() => /** @type {any} */ (document.querySelector('blk-playground')).session.text);
    await page.click({ role: 'button', name: 'Restart' });
    await playground.settled();
    const after = await playground.run();
    assert.equal(after.text, changed);
    assert.notEqual(after.hash, before.hash);
  },

  /** @param {Page} page */
  'the tools’ worker is lost: the message says so, and trying again works': async (page) => {
    await Playground.open(page);
    await page.run(() => {
      const w = /** @type {any} */ (window);
      w.RealWorker = window.Worker;
      w.Worker = class {
        constructor() {
          throw new Error('no worker today');
        }
      };
    });
    await page.click({ role: 'button', name: '/^Share, save/' });
    await page.click({ role: 'tab', name: 'Real kernel' });
    await page.find({ role: 'button', name: 'Try again' });
    await page.run(() => void (window.Worker = /** @type {any} */ (window).RealWorker));
    await page.click({ role: 'button', name: 'Try again' });
    await page.find({ role: 'textbox', name: 'Set up, as root' });
  },

  /** @param {Page} page */
  'a changed scenario survives a reload: it is offered, and comes back': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const before = await playground.run();
    await page.open('verify.html');
    await page.open('index.html');
    await playground.settled();
    assert.notEqual((await playground.run()).hash, before.hash);
    await told(page, 'The scenario you changed here is kept');
    await page.click({ role: 'button', name: 'Bring it back' });
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'storage is refused: the page says so once, and goes on': async (page) => {
    const playground = await Playground.open(page);
    await page.run(() => {
      Storage.prototype.setItem = () => {
        throw new DOMException('no', 'QuotaExceededError');
      };
    });
    for (let i = 0; i < 2; i++) {
      await page.click({ role: 'button', name: '/^Fire 4 writes/' });
      await playground.settled();
      await page.run(() => void dispatchEvent(new Event('pagehide')));
    }
    await told(page, 'This browser keeps nothing for this page');
    assert.equal((await playground.run()).status, 'complete');
  },

  /** @param {Page} page */
  'the engine is slow to come, then fails, then comes: each is told, and the text stays': async (page) => {
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.run(() => {
      const w = /** @type {any} */ (window);
      const { setTimeout, fetch } = window;
      // Ten seconds pass at once; the engine's file does not come, then is not there.
      w.setTimeout = (/** @type {any} */ f, /** @type {number} */ ms, /** @type {any[]} */ ...a) => setTimeout(f, ms === 10_000 ? 20 : ms, ...a);
      w.fetch = () => new Promise((_, reject) => void (w.fail = () => reject(new TypeError('the line is cut'))));
      w.heal = () => Object.assign(window, { setTimeout, fetch });
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      session.engine = null;
      void session.load(new URL('nowhere.wasm', location.href));
    });
    await page.find({ role: 'progressbar', name: '/^Slow connection/' });
    await page.run(() => /** @type {any} */ (window).fail());
    await told(page, 'did not load.*the line is cut');
    assert.equal((await playground.run()).text, before.text);
    await page.run(() => void /** @type {any} */ (window).heal());
    await page.click({ role: 'button', name: 'Try again' });
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'without WebAssembly the page says so, and the scenario can be taken along': async (page) => {
    await Playground.open(page);
    await page.run(() => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      delete (/** @type {any} */ (window).WebAssembly);
      session.engine = null;
      void session.load(new URL('nowhere.wasm', location.href));
    });
    await told(page, 'has no WebAssembly.*saved and shared');
    await page.click({ role: 'button', name: '/^Share, save/' });
    await page.find({ role: 'textbox', name: 'Link to this scenario' });
    await page.forget(); // the browser tells of the file that is not there
  },

  /** @param {Page} page */
  'a run of a million records stops and asks, and goes on when told to': async (page) => {
    const long = join(out, 'long.blkplay');
    await writeFile(long, 'version 1\nkernel 6.18\nelevator none\ndevice linear depth=32 base_us=10 per_sector_ns=0\ntask 1\n  stream read random +8 count=90000 wait_each=16\n');
    await Playground.open(page);
    await page.drop({ css: 'blk-playground' }, [long]);
    await told(page, 'Stopped after 1\\d{6} events');
    const events = await page.run(() => /** @type {any} */ (document.querySelector('blk-playground')).session.index.records.length);
    await page.click({ role: 'button', name: 'Go on' });
    await page.until('the whole run', () => /** @type {any} */ (document.querySelector('blk-playground')).session.status === 'complete');
    assert.ok((await page.run(() => /** @type {any} */ (document.querySelector('blk-playground')).session.index.records.length)) > events);
  },

  /** @param {Page} page */
  'a long run tells how far it is, and is cancelled: the run before stays': async (page) => {
    const long = join(out, 'longer.blkplay');
    await writeFile(long, 'version 1\nkernel 2.6.24\nelevator deadline\ndevice linear depth=4 base_us=10 per_sector_ns=0\ntask 1\n  stream read random +8 count=90000 wait_each=16\n');
    const playground = await Playground.open(page);
    const before = await playground.run();
    // A slow machine: between two slices of the simulation, which alone hands its timer something, the page rests for long.
    await page.run(() => {
      const later = /** @type {any} */ (window).setTimeout;
      /** @type {any} */ (window).setTimeout = (/** @type {() => void} */ act, /** @type {number} */ ms, /** @type {unknown[]} */ ...given) => later(act, given.length > 0 ? 100 : ms, ...given);
    });
    await page.drop({ css: 'blk-playground' }, [long]);
    await page.find({ role: 'progressbar', name: '/^simulating/i' });
    await page.click({ role: 'button', name: 'Cancel' });
    await told(page, 'Cancelled');
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'an import is cancelled while the file is read, and one that fails leads to another file': async (page) => {
    const noise = join(out, 'noise.txt');
    await writeFile(noise, 'neither a trace nor a scenario\n');
    const playground = await Playground.open(page);
    const before = await playground.run();
    await page.run(() => {
      const { stream } = File.prototype;
      /** @type {any} */ (window).heal = () => (File.prototype.stream = stream);
      File.prototype.stream = () => new ReadableStream({ pull: () => new Promise(() => {}) });
    });
    await page.drop({ css: 'blk-playground' }, [noise]);
    await page.find({ role: 'progressbar', name: '/^Reading noise.txt/' });
    await page.click({ role: 'button', name: 'Cancel' });
    await told(page, 'Import cancelled');
    await page.run(() => void /** @type {any} */ (window).heal());
    await page.drop({ css: 'blk-playground' }, [noise]);
    await told(page, 'noise.txt does not open.*What opens: a scenario');
    await page.find({ role: 'button', name: 'Choose another file' });
    assert.deepEqual(await playground.run(), before);
  },
};
