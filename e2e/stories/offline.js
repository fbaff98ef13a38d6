import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { out } from '../command.js';
import { host, KEPT } from '../site.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Waits for the run of the playground. @param {Page} page */
const runs = (page) =>
  page.until('the run', () => {
    const session = /** @type {any} */ (document.querySelector('blk-playground'))?.session;
    return session?.engine && session.goodText === session.text && session.index.steps.length > 0;
  });

export const offline = {
  /** @param {Page} page */
  'once opened it works without a network, and a newer version is told and taken when asked for': async (page) => {
    const address = `${KEPT}index.html`;
    host.down = host.newer = false;
    try {
      await page.open(address);
      await runs(page);
      if (!(await page.run(() => 'serviceWorker' in navigator))) {
        // A browser without any: the page works, and says nothing.
        assert.equal(await page.run(() => document.querySelector('blk-offline')?.shadowRoot?.textContent?.trim()), '');
        return;
      }
      await page.until('the site to be kept', async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated');
      host.down = true;
      await page.open(address);
      await runs(page);
      await page.open(`${KEPT}embed.html#text=version%201%0Akernel%204.4%0Atask%201%0A%20%20write%200%20%2B8`);
      await page.until('a run in a frame', () => /** @type {any} */ (document.querySelector('blk-play'))?.duration > 0);
      await page.open(`${KEPT}exercise.html#lesson=e01&seed=0`);
      await page.until('an exercise', () => /** @type {any} */ (document.querySelector('blk-exercise'))?.course?.lesson.name === 'e01');
      host.down = false;

      await page.open(address);
      await runs(page);
      assert.equal(await page.count({ role: 'button', name: 'Reload now' }), 0);
      host.newer = true;
      await page.run(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()));
      await page.find({ role: 'button', name: 'Reload now' });
      assert.match(await page.text({ css: 'blk-offline' }), /newer blkplay is here/);
      await page.run(() => void Object.assign(window, { before: true }));
      await page.click({ role: 'button', name: 'Reload now' });
      await page.until('the newer page', () => !('before' in window));
      await runs(page);
      assert.deepEqual(await page.run(async () => (await caches.keys()).map((name) => name.split(' ').at(-1))), ['fedcba9876543210']);
    } finally {
      host.down = host.newer = false;
      await page.run(async () => {
        for (const registration of (await navigator.serviceWorker?.getRegistrations()) ?? []) await registration.unregister();
        for (const name of await caches.keys()) await caches.delete(name);
      }).catch(() => {}); // a browser without them
    }
  },

  /** @param {Page} page */
  'it can be installed: a manifest with icons that are there': async (page) => {
    await page.open('index.html');
    const found = await page.run(async () => {
      const link = /** @type {HTMLLinkElement} */ (document.querySelector('link[rel=manifest]'));
      const manifest = await (await fetch(link.href)).json();
      const sizes = await Promise.all(
        manifest.icons.map(async (/** @type {{ src: string }} */ icon) => {
          const image = new Image();
          image.src = new URL(icon.src, link.href).href;
          await image.decode();
          return image.naturalWidth;
        }),
      );
      return { start: manifest.start_url, display: manifest.display, sizes: sizes.slice(1) };
    });
    assert.deepEqual(found, { start: './index.html', display: 'standalone', sizes: [192, 512, 512] });
  },

  /** @param {Page} page */
  'one file from a disk is the whole playground': async (page) => {
    const file = join(out, 'site', 'blkplay.html');
    const text = (await readFile(file, 'utf8')).replace(/(<script[^>]*>|<style>)[^]*?<\/(script|style)>/g, '$1');
    assert.ok(!/(?:src|href)="(?!data:|#|https?:)[^"]+\.(?:js|css|wasm)"/.test(text), 'it names another file');
    await page.driver.go(`file://${file}`);
    await page.until('the run', () => {
      const session = /** @type {any} */ (document.querySelector('blk-playground'))?.session;
      return session?.engine && session.index.steps.length > 0;
    });
    // What only the second program does, in its worker: a run's numbers beside its ghost's.
    await page.until('the numbers', () => {
      const walk = (/** @type {ParentNode} */ node) => {
        for (const e of node.querySelectorAll('*')) {
          if (e.localName === 'blk-numbers' && /\d/.test(e.shadowRoot?.textContent ?? '')) return true;
          if (e.shadowRoot && walk(e.shadowRoot)) return true;
        }
        return false;
      };
      const numbers = /** @type {any} */ (document.querySelector('blk-playground'));
      const tab = [...numbers.shadowRoot.querySelectorAll('[role=tab], .tabs button')].find((/** @type {any} */ b) => /Numbers/i.test(b.textContent));
      tab?.click();
      return walk(document);
    });
    await page.open('index.html'); // where the watcher is: what went wrong on the way here is told there
  },
};
