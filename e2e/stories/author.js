import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../axe.js';
import { blkplay, out } from '../command.js';
import { catchDownloads, nextDownload } from './downloads.js';

/** @typedef {import('../browser/page.js').Page} Page */

const field = { role: 'textbox', name: 'Text of the exercise' };

/** Waits until the text as it is now has been read and checked. @param {Page} page @param {string} [name] */
const checked = (page, name = '') =>
  page.until(
    'the check',
    (name) => {
      const own = /** @type {any} */ (document.querySelector('blk-author'));
      const { known } = own.check;
      return !known.checking && (known.formatted === '' ? known.findings.length > 0 : known.variant?.text === own.text) && (name === '' || known.variant?.lesson.name === name);
    },
    name,
  );

/** Waits until what is found in the text reads so. @param {Page} page @param {RegExp} pattern */
const finds = (page, pattern) =>
  page.until(
    `findings like ${pattern}`,
    (source) => {
      const findings = document.querySelector('blk-author')?.shadowRoot?.querySelector('blk-findings')?.shadowRoot;
      return new RegExp(source).test(findings?.textContent?.replace(/\s+/g, ' ') ?? '');
    },
    pattern.source,
  );

/** @param {Page} page @param {string} name */
async function openWith(page, name) {
  await page.open(`author.html#lesson=${name}`);
  await checked(page, name);
}

/** Changes the text as somebody types. @param {Page} page @param {string} from @param {string} to */
async function change(page, from, to) {
  const text = await page.value(field);
  assert.ok(text.includes(from), `${from} is not in the text`);
  await page.fill(field, text.replace(from, to));
  await page.until('the new text', (to) => /** @type {any} */ (document.querySelector('blk-author')).check.known.checking || true, to);
  await page.until('the rest', () => new Promise((done) => setTimeout(() => done(true), 400)));
  await checked(page);
}

/** The line in which the cursor stands, and what is selected. @param {Page} page */
const selected = (page) =>
  page.run(() => {
    const host = /** @type {any} */ (document.querySelector('blk-author')).renderRoot.querySelector('blk-lesson-editor');
    const text = host.renderRoot.querySelector('textarea');
    return {
      line: text.value.slice(0, text.selectionStart).split('\n').length,
      words: text.value.slice(text.selectionStart, text.selectionEnd),
      focused: host.renderRoot.activeElement === text,
      seen: text.scrollTop <= (text.value.slice(0, text.selectionStart).split('\n').length - 1) * 18,
    };
  });

export const author = {
  /** @param {Page} page */
  'a finding leads to its line, and the text is as the command line formats it': async (page) => {
    await openWith(page, 'e01');
    await finds(page, /Nothing to complain about/);
    await change(page, '  hint How many whole ticks fit into 3 ms?', '  hint   How long is a tick at this HZ?');
    await page.click({ role: 'button', name: '/the same hint stands twice/' });
    const at = await selected(page);
    const line = (await page.value(field)).split('\n')[at.line - 1];
    assert.deepEqual([line, at.words, at.focused, at.seen], ['predict leaves', 'predict leaves', true, true]);
    await expectAccessible(page);

    const mine = join(out, 'typed.lesson');
    await writeFile(mine, await page.value(field));
    await page.click({ role: 'button', name: 'Format' });
    await checked(page);
    assert.equal(await page.value(field), await blkplay('fmt', mine));
    await catchDownloads(page);
    await page.click({ role: 'button', name: 'Save' });
    const { name, bytes } = await nextDownload(page);
    assert.deepEqual([name, bytes.toString()], ['e01.lesson', await page.value(field)]);
  },

  /** @param {Page} page */
  'a broken text says where, and keeps the preview and the work': async (page) => {
    await openWith(page, 'e05');
    const title = await page.text({ css: '.story h2' });
    await change(page, 'predict sizes', 'predct sizes');
    await finds(page, /1 error.*"predct" begins no line.*column 1/);
    assert.match(await page.text({ css: '.beside' }), /The text has errors\. Here is the last version/);
    assert.equal(await page.text({ css: '.story h2' }), title);
    assert.equal(await page.count({ role: 'link', name: '/^Open as student/' }), 1);
    await page.click({ role: 'button', name: '/begins no line/' });
    assert.equal((await selected(page)).words, 'predct sizes');
    await expectAccessible(page);
    const text = await page.value(field);
    await page.open('author.html');
    assert.equal(await page.value(field), text);
    await change(page, 'predct sizes', 'predict sizes');
    assert.equal(await page.count({ css: 'blk-question' }), 3);
  },

  /** @param {Page} page */
  'the preview is what students see, answers and seeds on demand': async (page) => {
    await openWith(page, 'e01');
    assert.equal(await page.count({ css: '.right' }), 0);
    await page.click({ role: 'checkbox', name: 'Show the right answers' });
    await page.until('all answers', () => {
      const preview = /** @type {any} */ (document.querySelector('blk-author')).renderRoot.querySelector('blk-lesson-preview');
      return preview.renderRoot.querySelectorAll('.right').length === 3;
    });
    const said = await page.text({ css: 'blk-lesson-preview' });
    for (const answer of ['Right: 4 ms', 'Right: unplug_delay_ms=12', 'Right: plug-off-timer']) assert.ok(said.includes(answer), said);
    await page.fill({ role: 'textbox', name: 'Seed' }, 1);
    await checked(page);
    assert.match(await page.text({ css: '.story' }), /saves one block at 3\.4 ms/);
    await page.click({ role: 'button', name: 'Seeds' });
    await page.click({ role: 'button', name: 'Try' });
    await page.until('eight seeds', () => {
      const seeds = /** @type {any} */ (document.querySelector('blk-author')).renderRoot.querySelector('blk-lesson-seeds');
      return !seeds.stop && seeds.rows.length === 8;
    });
    assert.match(await page.text({ css: 'blk-lesson-seeds tbody tr:first-child, tbody tr:first-child' }), /^0 ?4 ms ?unplug_delay_ms=12 ?plug-off-timer/);
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'Words' });
    await page.find({ role: 'button', name: 'Insert latencies()' });
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'Insert latencies()' });
    assert.match(await page.value(field), /latencies\(\)/);
  },

  /** @param {Page} page */
  'the words of an exercise are laid out for another language, and seen in the preview': async (page) => {
    await page.open('author.html');
    await checked(page, 'mine');
    assert.equal(await page.count({ css: '#told' }), 0);
    await page.click({ role: 'button', name: 'Words' });
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'Lay out all its texts' });
    await checked(page);
    await change(page, 'words zh\n  title How many requests reach the device?', 'words zh\n  title 有多少个请求到达设备？');
    await page.click({ role: 'button', name: 'Preview' });
    assert.equal(await page.text({ css: '.story h2' }), 'How many requests reach the device?');
    await page.fill({ role: 'combobox', name: 'Words' }, 'zh');
    await page.find({ css: '.story[lang=zh-Hans] h2', name: '有多少个请求到达设备？' });
    await finds(page, /Nothing to complain about/);
    await expectAccessible(page);
    await change(page, '    hint Do two of the writes touch?\n  question', '  question');
    await finds(page, /no words in zh for: hint 1 of the question requests/);
  },

  /** @param {Page} page */
  'an exercise that is being written opens as a student gets it': async (page) => {
    await page.open('author.html');
    await checked(page, 'mine');
    await change(page, 'title How many requests reach the device?', 'title Ünïted & 100 % "quoted" #1');
    await page.fill({ role: 'textbox', name: 'Seed' }, 7);
    await checked(page);
    const story = await page.text({ css: '.story p' });
    const href = await page.attribute({ role: 'link', name: 'Open as student' }, 'href');
    await page.open(String(href));
    await page.until('the exercise', () => /** @type {any} */ (document.querySelector('blk-exercise'))?.course?.seed === '7');
    assert.equal(await page.text({ css: 'main h1' }), 'Ünïted & 100 % "quoted" #1');
    assert.equal(await page.text({ css: '.story' }), story);
    assert.equal(await page.count({ css: 'blk-question' }), 2);
  },

  /** @param {Page} page */
  'what an exercise says is text, whatever it says': async (page) => {
    await page.open('author.html');
    await checked(page, 'mine');
    const evil = '<img src=x onerror="window.caught=1"><b>bold</b>';
    await change(page, 'title How many requests reach the device?', `title ${evil}`);
    await change(page, 'ask How many requests does the device get?', `ask ${evil}`);
    await change(page, 'name=writer', 'name=<script>');
    const text = await page.value(field);
    await page.fill(field, text.replace('version 1\nname', 'version 1\n<img src=x onerror="window.caught=1">\nname'));
    await page.until('the error', () => /** @type {any} */ (document.querySelector('blk-author')).check.known.findings.some((/** @type {any} */ f) => f.error));
    assert.equal(await page.text({ css: '.story h2' }), evil);
    await finds(page, /<img/);
    assert.deepEqual(
      await page.run(() => {
        /** @type {string[]} */
        const found = [];
        /** @param {ParentNode} root */
        const walk = (root) => {
          for (const e of root.querySelectorAll('*')) {
            if (e.localName === 'img' || (e.localName === 'script' && root !== document)) found.push(e.outerHTML);
            if (e.shadowRoot) walk(e.shadowRoot);
          }
        };
        walk(document);
        return [found, /** @type {any} */ (window).caught ?? 0];
      }),
      [[], 0],
    );
  },
};
