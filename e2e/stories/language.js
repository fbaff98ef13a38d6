import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../axe.js';
import { out } from '../command.js';
import { Playground } from './playground.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** @param {Page} page */
const lang = (page) => page.run(() => document.documentElement.lang);

/** Waits for the words, which come when they are asked for. @param {Page} page @param {string} tag */
const speaks = (page, tag) => page.until(`the page in ${tag}`, (t) => document.documentElement.lang === t, tag);

export const language = {
  /** @param {Page} page */
  'the page switches to Chinese and back where it stands, and remembers it': async (page) => {
    const playground = await Playground.open(page);
    await page.press('u');
    const at = (await playground.instant()).split(',')[0];
    try {
      await page.click({ role: 'button', name: '中文' });
      await speaks(page, 'zh-Hans');
      assert.match(await playground.verdict(), /什么在等.*为什么等.*什么会让它走/);
      assert.match(await playground.why(), /泄流/);
      assert.equal((await page.attribute({ role: 'slider', name: '时间' }, 'aria-valuetext'))?.split('，')[0], at);
      await expectAccessible(page);
      await page.open('index.html?tour=0');
      await playground.settled();
      assert.equal(await lang(page), 'zh-Hans');
    } finally {
      await page.click({ role: 'button', name: 'English' });
    }
    await speaks(page, 'en');
    assert.match(await playground.verdict(), /What waits/);
  },

  /** @param {Page} page */
  'a message that is shown goes over to the other language': async (page) => {
    const playground = await Playground.open(page);
    const message = { css: '.messages blk-notice:last-of-type' };
    await page.click({ role: 'button', name: '/^Examples/' });
    await page.click({ role: 'button', name: '/^Gallery/' });
    await page.click({ css: '.runs button', name: 'HZ 100' });
    await playground.settled();
    assert.match(await page.text(message), /The plug timer counts in ticks.*Look: .*Lesson: /);
    try {
      await page.click({ role: 'button', name: '中文' });
      await speaks(page, 'zh-Hans');
      await page.until('the lesson in Chinese', () => /看哪里：.*结论：/s.test(document.querySelector('blk-playground')?.shadowRoot?.querySelector('.messages blk-notice:last-of-type')?.shadowRoot?.textContent ?? ''));
      assert.doesNotMatch(await page.text(message), /Look:|Lesson:/);
    } finally {
      await page.click({ role: 'button', name: 'English' });
    }
    await speaks(page, 'en');
    await page.until('the lesson in English', () => /Look: .*Lesson: /s.test(document.querySelector('blk-playground')?.shadowRoot?.querySelector('.messages blk-notice:last-of-type')?.shadowRoot?.textContent ?? ''));
  },

  /** @param {Page} page */
  'what is wrong with a text, what a file is not, and what of a job is left out, is said in Chinese': async (page) => {
    const wrong = join(out, 'wrong-zh.blkplay');
    const zip = join(out, 'archive-zh.bin');
    const job = join(out, 'read-zh.fio');
    await writeFile(wrong, 'version 1\nkernel 2.6.25\nelevator deadline\ntask 1\n  write 0 +8\n');
    await writeFile(zip, Buffer.from('504b0304deadbeef', 'hex'));
    await writeFile(job, '[a]\nrw=read\nbs=4k\nsize=64k\nverify=md5\n');
    await page.open('index.html?lang=zh&tour=0');
    await new Playground(page).settled();
    const notice = (/** @type {string} */ text) =>
      page.until(`the notice ${text}`, (t) => (document.querySelector('blk-playground')?.shadowRoot?.querySelector('.messages blk-notice:last-of-type')?.shadowRoot?.textContent ?? '').includes(t), text);
    await page.drop({ css: 'blk-playground' }, [wrong]);
    await notice('第 2 行第 8 列：没有 "2.6.25" 这个内核的模型');
    await page.drop({ css: 'blk-playground' }, [zip]);
    await notice('遇到的是 zip 压缩包');
    await page.drop({ css: 'blk-playground' }, [job]);
    await page.until('the report in Chinese', () => /不支持 "verify"，略去/.test(document.querySelector('blk-playground')?.shadowRoot?.querySelector('blk-report')?.shadowRoot?.textContent ?? ''));
    assert.doesNotMatch(await page.text({ css: 'blk-report' }), /[a-z]{3,} [a-z]{3,} [a-z]{3,}/);
    await expectAccessible(page);
    await page.open('author.html?lang=zh');
    await page.fill({ role: 'textbox', name: '练习文本' }, 'version 1\nname mine\nparam a\n');
    await page.until('the finding in Chinese', () => /参数要有名字和值，例如：param gap 3 4 5/.test(document.querySelector('blk-author')?.shadowRoot?.querySelector('blk-findings')?.shadowRoot?.textContent ?? ''));
  },

  /** @param {Page} page */
  'the address can ask for a language; no English is left in the words around a lesson': async (page) => {
    await page.open('index.html?lang=zh&tour=0');
    const playground = new Playground(page);
    await playground.settled();
    assert.equal(await lang(page), 'zh-Hans');
    await page.click({ role: 'button', name: '/^示例/' });
    await page.click({ role: 'button', name: '/^画廊/' });
    await page.click({ css: '.runs button', name: 'HZ 100' });
    await playground.settled();
    assert.match(await page.text({ css: '.messages blk-notice:last-of-type' }), /看哪里：.*结论：/);
    assert.match(await page.text({ css: '.top .name' }), /plug 定时器/);
    assert.match(await playground.why(), /定时器到期/);
  },

  /** @param {Page} page */
  'an exercise is told in Chinese; a switch of language keeps its answers, and the code is the same': async (page) => {
    await page.open('exercise.html?lang=zh');
    await page.run(() => localStorage.clear());
    await page.find({ role: 'link', name: '哪一个写拔掉了 plug？' });
    await page.leave();
    await page.open('exercise.html?lang=zh#lesson=e02&seed=0');
    await page.find({ role: 'heading', name: '哪一个写拔掉了 plug？' });
    await page.click({ css: 'article[data-name="which"] label:has(input[value="5"])' });
    await page.click({ css: 'article[data-name="which"] button[type=submit]' });
    await page.click({ css: 'article[data-name="requests"] label:has(input[value="5"])' });
    await page.click({ css: 'article[data-name="requests"] button[type=submit]' });
    await page.find({ css: 'blk-machine' });
    const judged = () => page.text({ css: 'article[data-name="which"] .judged' });
    assert.match(await judged(), /错误.*你说的是 5，内核给出的是 6。.*带来第 4 个请求的那个写自己就拔掉 plug/);
    const words = await page.run(() => {
      /** @type {string[]} */
      const told = [];
      const walk = (/** @type {ParentNode} */ from) => {
        for (const e of from.querySelectorAll('*')) {
          if (e.getAttribute('lang') === 'zh-Hans') told.push(e.textContent ?? '');
          if (e.shadowRoot) walk(e.shadowRoot);
        }
      };
      walk(document.querySelector('blk-exercise')?.shadowRoot ?? document);
      return told;
    });
    assert.ok(words.length > 20, String(words.length));
    for (const text of words.filter((w) => /[a-z]/.test(w))) assert.match(text, /[\u4e00-\u9fff]/);
    await expectAccessible(page);
    const code = () => page.run(() => document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-result')?.shadowRoot?.querySelector('blk-copy')?.shadowRoot?.querySelector('textarea')?.value);
    await page.find({ css: 'blk-copy' });
    const handedIn = await code();
    assert.match(handedIn ?? '', /^E02-/);
    try {
      await page.click({ role: 'button', name: 'English' });
      await page.find({ role: 'heading', name: 'Which write pulls the plug?' });
      assert.match(await judged(), /Wrong.*You said 5\. The kernel says 6\./);
      assert.equal(await code(), handedIn);
    } finally {
      await page.run(() => localStorage.clear());
    }
  },
};
