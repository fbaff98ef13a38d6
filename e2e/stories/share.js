import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../axe.js';
import { blkplay, out } from '../command.js';
import { catchDownloads, nextDownload } from './downloads.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Opens the dialog at one of its tabs. @param {Page} page @param {string} tab */
async function dialog(page, tab) {
  await page.click({ role: 'button', name: '/^Share, save/' });
  await page.click({ role: 'tab', name: tab });
}

/** The link that the dialog shows. @param {Page} page */
async function link(page) {
  await dialog(page, 'Link');
  await page.until('a link', () => document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-share')?.shadowRoot?.querySelector('blk-share-link')?.shadowRoot?.querySelector('blk-copy')?.shadowRoot?.querySelector('textarea')?.value);
  return page.value({ role: 'textbox', name: 'Link to this scenario' });
}

/** The message above the machine. @param {Page} page @param {string} words a pattern */
export async function told(page, words) {
  await page.until(`a message: ${words}`, (pattern) => {
    const notices = [...(document.querySelector('blk-playground')?.shadowRoot?.querySelectorAll('blk-notice') ?? [])];
    return notices.some((n) => new RegExp(pattern).test((n.shadowRoot?.querySelector('.words')?.textContent ?? '').replace(/\s+/g, ' ')));
  }, words);
}

/** Pastes a text outside every field. @param {Page} page @param {string} text */
async function paste(page, text) {
  await page.run((t) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', t);
    // Firefox gives a ClipboardEvent made by a script no data of the script's.
    document.dispatchEvent(Object.defineProperty(new Event('paste'), 'clipboardData', { value: clipboardData }));
  }, text);
}

export const share = {
  /** @param {Page} page */
  'a link opens as the scenario, settings and view it was made of': async (page) => {
    const playground = await Playground.open(page);
    await page.press('4');
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    await page.press('u');
    const [run, instant] = [await playground.run(), await playground.instant()];
    const url = await link(page);
    assert.ok(url.length < 2000, url);
    await page.leave();
    await page.open(url);
    await playground.settled();
    assert.deepEqual(await playground.run(), run);
    assert.equal(await playground.instant(), instant);
  },

  /** @param {Page} page */
  'a link brings the marks of the run along': async (page) => {
    const playground = await Playground.open(page);
    await page.press('2');
    await page.press('k');
    const [marked] = (await playground.instant()).split(' ms');
    await page.press('6');
    await page.press('k');
    await page.press('/');
    await page.fill({ role: 'textbox', name: `Name of the marker at ${marked} ms` }, 'here, 50 % wait');
    const url = await link(page);
    await page.leave();
    await page.open(url);
    await playground.settled();
    await page.press('/');
    assert.equal(await page.value({ role: 'textbox', name: `Name of the marker at ${marked} ms` }), 'here, 50 % wait');
    assert.equal(await page.count({ css: '.markers input' }), 2);
    await page.press('Escape');
    await page.press('Home');
    await page.press('j');
    assert.match(await playground.instant(), new RegExp(`^${marked.replace('.', '\\.')} ms`));
  },

  /** @param {Page} page */
  'a link put into the address of the open page is opened, and undo brings back what was changed there': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const before = await playground.run();
    await page.run(() => {
      location.hash = '#text=version%201%0Akernel%204.4%0Atask%201%0A%20%20write%200%20+8%0A&at=0.05ms&tab=text';
    });
    await page.until('the other scenario', () => /** @type {any} */ (document.querySelector('blk-playground')).session.goodText.includes('kernel 4.4'));
    assert.match(await playground.instant(), /^0\.050 ms/);
    await page.click({ role: 'button', name: 'Undo' });
    await playground.settled();
    assert.deepEqual(await playground.run(), before);
  },

  /** @param {Page} page */
  'a link that is pasted is opened': async (page) => {
    const playground = await Playground.open(page);
    await paste(page, 'https://elsewhere.example/blkplay/#text=version%201%0Akernel%206.18%0Atask%201%0A%20%20read%200%20+8%0A');
    await page.until('the other scenario', () => /** @type {any} */ (document.querySelector('blk-playground')).session.goodText.includes('kernel 6.18'));
    await playground.settled();
  },

  /** @param {Page} page */
  'a link that is cut, changed, of a later version or a bomb says so, and nothing is lost': async (page) => {
    const playground = await Playground.open(page);
    await page.click({ role: 'button', name: '/^Fire 4 writes/' });
    await playground.settled();
    const before = await playground.run();
    const bomb = await page.run(async () => {
      const zeros = new Blob([new Uint8Array(64 << 20)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
      const packed = new Uint8Array(await new Response(zeros).arrayBuffer());
      let binary = '';
      for (let at = 0; at < packed.length; at += 4096) binary += String.fromCharCode(...packed.subarray(at, at + 4096));
      return `#b1.${btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')}.AAAA`;
    });
    for (const [hash, words] of [
      ['#b1.4ypLLSrOzM9TMOTKTi3KS81RMNIz0zMy4SpJLM5WMORSUCgvyixJVTBQ0Lb', 'Its end is missing.*What was here stays'],
      ['#b1.4ypLLSrOzM9TMOTKxi3KS81RMNIz0zMy4SpJLM5WMORSUCgvyixJVTBQ0LbgAgA.dYme', 'not those it was made of'],
      ['#b9.AAAA.AAAA', 'later version'],
      [bomb, 'larger than a scenario may be'],
      [`#text=${'x'.repeat((1 << 20) + 1)}`, 'too long'],
    ]) {
      await paste(page, hash); // an address so long Firefox refuses itself
      await told(page, words);
    }
    assert.deepEqual(await playground.run(), before);
    await page.click({ role: 'button', name: 'See the gallery' });
    await page.find({ css: 'dialog[open]' });
  },

  /** @param {Page} page */
  'a broken link in the address at the start still gives a page to work with': async (page) => {
    await page.open('index.html#b1.AAAA');
    const playground = new Playground(page);
    await playground.settled();
    await told(page, 'The link does not open');
  },

  /** @param {Page} page */
  'a link is copied, and where that is refused it is shown selected': async (page) => {
    await Playground.open(page);
    await page.run(() => {
      const w = /** @type {any} */ (window);
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: async (/** @type {string} */ t) => { w.copied = t; } } });
    });
    const url = await link(page);
    await page.click({ role: 'button', name: 'Copy: Link to this scenario' });
    await page.until('Copied.', () => /** @type {any} */ (window).copied);
    assert.equal(await page.run(() => /** @type {any} */ (window).copied), url);
    await page.run(() => {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: () => Promise.reject(new Error('no')) } });
      document.execCommand = () => false;
    });
    await page.click({ role: 'button', name: 'Copy: Link to this scenario' });
    const selected = await page.until('the refusal', () => {
      const copy = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-share')?.shadowRoot?.querySelector('blk-share-link')?.shadowRoot?.querySelector('blk-copy')?.shadowRoot;
      const field = copy?.querySelector('textarea');
      return /refused/.test(copy?.querySelector('[role=status]')?.textContent ?? '') && field && field.value.slice(field.selectionStart, field.selectionEnd);
    });
    assert.equal(selected, url);
  },

  /** @param {Page} page */
  'every file the page saves is the command line’s, and what is a trace opens again': async (page) => {
    await mkdir(out, { recursive: true });
    const playground = await Playground.open(page);
    await playground.example('/^two requests become one/');
    const run = await playground.run();
    const folder = join(out, 'shared');
    await mkdir(folder, { recursive: true });
    const scenario = join(folder, 'a.blkplay');
    await writeFile(scenario, run.text);
    await catchDownloads(page);
    await dialog(page, 'Files');
    for (const ending of ['.txt', '.blktrace.0', '.iolog', '.v2.iolog', '.json', '.csv', '.svg']) {
      await page.click({ role: 'button', name: `Save ${ending}` });
      const { name, bytes } = await nextDownload(page);
      assert.ok(name.endsWith(ending), name);
      const own = join(folder, `blkplay${ending}`); // the text's summary says its name
      await writeFile(join(out, `page${ending}`), bytes);
      await blkplay('convert', scenario, own);
      assert.ok(bytes.equals(await readFile(own)), ending);
    }
    await page.click({ role: 'button', name: 'Save .blkplay' });
    assert.equal((await nextDownload(page)).bytes.toString(), run.text);
    await page.click({ role: 'button', name: 'Save .stats.json' });
    assert.ok(JSON.parse((await nextDownload(page)).bytes.toString()).queued > 0);
    await page.click({ role: 'button', name: 'Save .png' });
    assert.equal((await nextDownload(page)).bytes.subarray(1, 4).toString(), 'PNG');
    await page.click({ role: 'button', name: 'Close' });
    for (const ending of ['.txt', '.blktrace.0', '.iolog', '.v2.iolog']) {
      await page.drop({ css: 'blk-playground' }, [join(out, `page${ending}`)]);
      await page.find({ role: 'heading', name: `Imported from page${ending}` });
      await playground.settled();
      assert.equal((await playground.run()).status, 'complete', ending);
      await page.click({ css: '.ways .btn', name: 'Close' });
    }
  },

  /** @param {Page} page */
  'a picture that was saved is dropped back and is the run again': async (page) => {
    await mkdir(out, { recursive: true });
    const playground = await Playground.open(page);
    const before = await playground.run();
    await catchDownloads(page);
    await dialog(page, 'Files');
    await page.click({ css: 'input[type=checkbox]', name: '/packed/' });
    await page.click({ role: 'button', name: 'Save .svg' });
    const { name, bytes } = await nextDownload(page);
    assert.ok(name.endsWith('.svg.gz') && bytes[0] === 0x1f, name);
    const picture = join(out, 'picture.svg.gz');
    await writeFile(picture, bytes);
    await page.click({ role: 'button', name: 'Close' });
    await playground.example('/^the plug timer/');
    assert.notEqual((await playground.run()).hash, before.hash);
    await page.drop({ css: 'blk-playground' }, [picture]);
    await page.until('the run', (hash) => /** @type {any} */ (document.querySelector('blk-playground')).session.hash === hash, before.hash);
  },

  /** @param {Page} page */
  'the recipe for a real kernel is the command line’s': async (page) => {
    await mkdir(out, { recursive: true });
    const playground = await Playground.open(page);
    const scenario = join(out, 'recipe.blkplay');
    await writeFile(scenario, (await playground.run()).text);
    await catchDownloads(page);
    await dialog(page, 'Real kernel');
    assert.match(await page.value({ role: 'textbox', name: 'Job for fio: blkplay.fio' }), /\[task1-tar\]/);
    assert.match(await page.value({ role: 'textbox', name: 'Set up, as root' }), /echo deadline > \$DISK\/queue\/scheduler/);
    await page.click({ role: 'button', name: 'Save all as one script' });
    const { name, bytes } = await nextDownload(page);
    assert.ok(name.endsWith('.sh'), name);
    assert.equal(bytes.toString(), await blkplay('recipe', scenario));
  },

  /** @param {Page} page */
  'the dialog is usable by everybody: axe finds nothing in any tab, arrows go from tab to tab, and a phone shows all of it': async (page) => {
    await Playground.open(page);
    for (const theme of ['light', 'dark']) {
      await page.run((t) => void (document.documentElement.dataset.theme = t), theme);
      await dialog(page, 'Link');
      for (const tab of ['Link', 'Files', 'Embed', 'Real kernel']) {
        await page.find({ css: '[role=tab][aria-selected=true]', name: tab });
        if (tab === 'Real kernel') await page.find({ role: 'textbox', name: 'Set up, as root' });
        await expectAccessible(page);
        await page.press('ArrowRight');
      }
      await page.press('Escape');
    }
    await page.driver.resize(390, 844);
    try {
      await page.click({ role: 'button', name: '/^Examples/' });
      await dialog(page, 'Real kernel');
      await page.find({ role: 'textbox', name: 'Set up, as root' });
      await expectAccessible(page);
      const wide = await page.run(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },

  /** @param {Page} page */
  'the frame for another page opens the same scenario': async (page) => {
    const playground = await Playground.open(page);
    const { text } = await playground.run();
    await dialog(page, 'Embed');
    await page.until('the frame', () => {
      const pane = document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-share')?.shadowRoot?.querySelector('blk-share-embed');
      return [...(pane?.shadowRoot?.querySelectorAll('blk-copy') ?? [])].every((c) => c.shadowRoot?.querySelector('textarea')?.value);
    });
    assert.match(await page.value({ role: 'textbox', name: 'Tag for a page' }), /blk-play\.js"><\/script>\n<blk-play at="9\.9ms"><pre>\nversion 1\n/);
    const frame = await page.value({ role: 'textbox', name: '/^Frame/' });
    await page.leave();
    await page.open(/src="([^"]*)"/.exec(frame)?.[1] ?? '');
    await page.until('the run', (wanted) => /** @type {any} */ (document.querySelector('blk-play'))?.scenario === wanted, text);
  },
};
