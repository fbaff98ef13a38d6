import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { out } from '../command.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** What the documentation's generators made of one fence, with what HTML and Markdown stumble over in it. */
const fence = `version 1
# the timer pulls the plug
kernel 2.6.24
elevator noop
hz 250
queue unplug_thresh=4 unplug_delay_ms=3
task 1 name=editor
  sleep until 2.5ms
  write 0 +8   # <b>8</b> sectors & no more

at 4ms task 1 write 8 +8
`;

/** @param {string} path @param {string} [text] */
const shows = (path, text = fence) => /** @param {Page} page */ async (page) => {
  await page.open(`docs/${path}?lax`); // the generators' own pages have scripts in them
  await page.until('the element', () => document.querySelector('blk-play:defined') !== null);
  const poster = await page.run(async () => {
    const image = /** @type {HTMLImageElement} */ (document.querySelector('blk-play')?.shadowRoot?.querySelector('img'));
    image.scrollIntoView();
    await image.decode();
    const run = /** @type {any} */ (document.querySelector('blk-play'));
    return { drawn: image.naturalWidth > 0, alt: image.alt, scenario: run.scenario, bold: document.querySelectorAll('blk-play b').length };
  });
  assert.deepEqual(poster, { drawn: true, alt: '2 bios from 1 task, served as 1 request in 4.116 ms.', scenario: text, bold: 0 });
  await page.click({ css: '.go', name: 'Play this run' });
  await page.until('the player', () => /** @type {any} */ (document.querySelector('blk-play')).currentTime > 0);
  assert.ok(await page.run(() => document.querySelector('blk-play')?.shadowRoot?.querySelectorAll('.knobs select').length === 1));
};

export const docs = {
  'a page made by MkDocs': shows('mkdocs/index.html'),
  'a page made by MDX, as Docusaurus does': shows('mdx/index.html', fence.replace('no more', 'no {more}')),

  /** Two runs; the first is played. @param {Page} page */
  'a page made by Sphinx': async (page) => {
    await page.open('docs/sphinx/index.html?lax');
    await page.until('the elements', () => document.querySelectorAll('blk-play:defined').length === 2);
    await page.run(() => document.querySelectorAll('blk-play')[1].remove());
    const found = await page.run(() => /** @type {any} */ (document.querySelector('blk-play')).scenario);
    assert.equal(found, fence);
    await page.click({ css: '.poster' });
    await page.until('the player', () => /** @type {any} */ (document.querySelector('blk-play')).currentTime > 0);
  },

  /** @param {Page} page */
  'a page made by Hugo: a fence, and a shortcode with a file': async (page) => {
    await page.open('docs/hugo/plug/index.html?lax');
    await page.until('the elements', () => document.querySelectorAll('blk-play:defined').length === 2);
    const [first, second] = await page.run(() => [...document.querySelectorAll('blk-play')].map((e) => /** @type {any} */ (e).scenario));
    assert.equal(first, fence);
    assert.match(second, /start_plug/);
    await page.run(() => document.querySelector('blk-play')?.remove());
    await page.click({ css: '.go', name: 'Play this run' });
    await page.until('the player', () => /** @type {any} */ (document.querySelector('blk-play')).currentTime > 0.05);
  },

  /** mdBook is not to be had here: what its preprocessor gives back is put into a page as it is. @param {Page} page */
  'what the mdBook preprocessor gives back': async (page) => {
    const chapter = await readFile(join(out, 'docs', 'mdbook', 'plug.md'), 'utf8');
    const block = chapter.match(/^<blk-play .*?<\/blk-play>$/ms)?.[0] ?? '';
    assert.ok(block.startsWith('<blk-play at="2.5ms" controls="hz">'), block.slice(0, 200));
    assert.ok(!/\n\s*\n/.test(block), 'an empty line ends a block of HTML in Markdown');
    assert.match(chapter, /```text\nversion 1\n```/);
    assert.match(chapter, /src="\.\.\/blk-play\/blk-play\.js"/);
    await page.open('docs/html/index.html');
    await page.run((block) => document.querySelector('main')?.replaceChildren(...new DOMParser().parseFromString(block, 'text/html').body.childNodes), block);
    assert.equal(await page.run(() => /** @type {any} */ (document.querySelector('blk-play')).scenario), fence);
    await page.click({ css: '.go', name: 'Play this run' });
    await page.until('the player', () => /** @type {any} */ (document.querySelector('blk-play')).currentTime > 2.5);
  },

  /** @param {Page} page */
  'a run in a frame: it obeys whom it was greeted by, and tells its height': async (page) => {
    await page.open('docs/html/index.html?lax');
    const text = fence.replace(/<b>|<\/b>/g, '');
    const told = await page.run(async (text) => {
      const frame = document.createElement('iframe');
      frame.width = '700';
      const fragment = `#text=${encodeURIComponent(text)}`;
      frame.src = new URL(`../../embed.html?origin=${encodeURIComponent(location.origin)}${fragment}`, location.href).href;
      /** @type {any[]} */
      const told = [];
      const say = (/** @type {any} */ message) => frame.contentWindow?.postMessage({ blkplay: 1, ...message }, location.origin);
      /** @param {string} type */
      const heard = (type) =>
        new Promise((done) => {
          const listen = (/** @type {MessageEvent} */ e) => {
            if (e.source !== frame.contentWindow || e.data?.blkplay !== 1 || e.data.type !== type) return;
            removeEventListener('message', listen);
            done(e.data);
          };
          addEventListener('message', listen);
        });
      addEventListener('message', (e) => {
        if (e.source === frame.contentWindow) told.push(e.data);
      });
      const ready = heard('ready');
      document.querySelector('main')?.prepend(frame);
      await ready;
      const early = told.filter((m) => m.type !== 'ready' && m.type !== 'height').length;
      const welcome = heard('welcome');
      say({ type: 'hello' });
      await welcome;
      if (!told.some((m) => m.type === 'loaded')) await Promise.race([heard('loaded'), new Promise((done) => setTimeout(done, 3000))]);
      const step = heard('step');
      say({ type: 'seek', time: 2.6 });
      const { detail } = /** @type {any} */ (await step);
      say({ type: 'seek', time: 'soon' }); // no number: nothing happens
      say({ type: 'load', scenario: 'version 1\nkernel 9.9\n' });
      const fault = /** @type {any} */ (await heard('error'));
      const { height } = told.filter((m) => m.type === 'height').at(-1);
      return { early, detail, fault: fault.detail, height };
    }, text);
    assert.equal(told.early, 0);
    assert.ok(Math.abs(told.detail.time - 2.6) < 0.2, JSON.stringify(told.detail));
    assert.equal(told.fault.line, 2);
    assert.ok(told.height > 60, String(told.height));
  },

  /** @param {Page} page */
  'a frame does not obey a page that its address does not name': async (page) => {
    await page.open('docs/html/index.html?lax');
    const told = await page.run(async () => {
      const frame = document.createElement('iframe');
      frame.src = new URL('../../embed.html?origin=https://elsewhere.example#text=version%201%0Akernel%204.4%0Atask%201%0A%20%20write%200%20%2B8', location.href).href;
      /** @type {any[]} */
      const told = [];
      addEventListener('message', (e) => {
        if (e.source === frame.contentWindow) told.push(e.data);
      });
      document.querySelector('main')?.prepend(frame);
      await new Promise((done) => frame.addEventListener('load', done));
      for (let i = 0; i < 10; i++) {
        frame.contentWindow?.postMessage({ blkplay: 1, type: 'hello' }, '*');
        await new Promise((done) => setTimeout(done, 100));
      }
      return told;
    });
    assert.deepEqual(told, []);
    await page.forget(); // a browser may say that a message did not reach the other origin
  },

  /** @param {Page} page */
  'a frame shows its run whatever its address calls the page around, and obeys what that can mean': async (page) => {
    await page.open('docs/html/index.html?lax');
    for (const [origin, obeys] of /** @type {[string, boolean][]} */ ([['docs.example', false], ['https://', false], ['null', false], ['the page itself', true]])) {
      const welcomed = await page.run(
        async ([origin, obeys]) => {
          const frame = document.createElement('iframe');
          const named = obeys ? `${location.href.replace(/\?.*/, '')}` : origin; // an address, more than its origin
          frame.src = new URL(`../../embed.html?origin=${encodeURIComponent(String(named))}#text=version%201%0Akernel%204.4%0Atask%201%0A%20%20write%200%20%2B8`, location.href).href;
          let welcomed = false;
          addEventListener('message', (e) => {
            if (e.source === frame.contentWindow && e.data?.type === 'welcome') welcomed = true;
          });
          document.querySelector('main')?.prepend(frame);
          await new Promise((done) => frame.addEventListener('load', done));
          const shown = () => Boolean(frame.contentDocument?.querySelector('blk-play')?.shadowRoot?.querySelector('.transport'));
          for (let i = 0; i < 300 && !(shown() && (welcomed || !obeys)); i++) {
            frame.contentWindow?.postMessage({ blkplay: 1, type: 'hello' }, '*');
            await new Promise((done) => setTimeout(done, 50));
          }
          return [shown(), welcomed];
        },
        /** @type {[string, boolean]} */ ([origin, obeys]),
      );
      assert.deepEqual(welcomed, [true, obeys], origin);
    }
  },
};
