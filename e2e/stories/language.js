import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
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
