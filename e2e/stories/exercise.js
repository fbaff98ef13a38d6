import assert from 'node:assert/strict';
import { expectAccessible } from '../axe.js';
import { blkplay, out } from '../command.js';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { catchDownloads, nextDownload } from './downloads.js';
import { platform } from './platform.js';
import { root } from '../site.js';

/** @typedef {import('../browser/page.js').Page} Page */

/** Opens an exercise whose browser remembers nothing of it. @param {Page} page @param {string} fragment */
async function open(page, fragment) {
  await page.open('exercise.html?lang=en');
  await page.run(() => localStorage.clear());
  await again(page, `exercise.html?lang=en#${fragment}`);
  await page.find({ css: 'main' });
}

/** Opens an address anew, be it that of the page that is open. @param {Page} page @param {string} address */
async function again(page, address) {
  await page.leave();
  await page.open(address);
}

/** @param {Page} page @param {string} question @param {string} value */
const choose = (page, question, value) => page.click({ css: `article[data-name="${question}"] label:has(input[value="${value}"])` });
/** @param {Page} page @param {string} question */
const give = (page, question) => page.click({ css: `article[data-name="${question}"] button[type=submit]` });
/** @param {Page} page @param {string} question */
const judged = (page, question) => page.text({ css: `article[data-name="${question}"] .judged` });

/** Everything that stands in the page, seen or not: texts, attributes and properties of fields. @param {Page} page */
const everything = (page) =>
  page.run(() => {
    /** @type {string[]} */
    const parts = [];
    /** @param {Document | ShadowRoot} root */
    const walk = (root) => {
      parts.push(root instanceof Document ? root.documentElement.outerHTML : root.innerHTML);
      for (const e of root.querySelectorAll('*')) if (e.shadowRoot) walk(e.shadowRoot);
    };
    walk(document);
    return parts.join('\n').replace(/<style[^]*?<\/style>/g, '');
  });

/** The instant and event that the run shows. @param {Page} page */
async function instant(page) {
  await page.find({ role: 'slider', name: 'Time' });
  return (await page.attribute({ role: 'slider', name: 'Time' }, 'aria-valuetext')) ?? '';
}

export const exercise = {
  /** @param {Page} page */
  'the exercises are found from the playground, in teaching order, and back': async (page) => {
    await page.open('index.html?tour=0&lang=en');
    await page.click({ role: 'button', name: '/^Examples/' });
    await page.click({ role: 'button', name: '/^Exercises: /' });
    await page.find({ role: 'link', name: 'Which write pulls the plug?' });
    const titles = await page.run(() => [...(document.querySelector('blk-exercise')?.shadowRoot?.querySelectorAll('.catalogue a') ?? [])].map((a) => a.getAttribute('href')));
    assert.deepEqual(titles, Array.from({ length: 13 }, (_, k) => `#lesson=e${String(k + 1).padStart(2, '0')}`));
    await expectAccessible(page);
    await page.click({ role: 'link', name: 'Which write pulls the plug?' });
    await page.find({ role: 'heading', name: 'Which write pulls the plug?' });
    const seed = await page.run(() => new URLSearchParams(location.hash.slice(1)).get('seed'));
    assert.match(seed ?? '', /^\d+$/);
    await page.click({ role: 'button', name: 'New seed' });
    await page.until('another seed', (old) => new URLSearchParams(location.hash.slice(1)).get('seed') !== old, seed);
    await page.click({ role: 'link', name: 'All exercises' });
    await page.find({ role: 'link', name: 'What became of the plug' });
  },

  /** @param {Page} page */
  'nothing of a run is there before every prediction about it is given; then it is shown where the answer is': async (page) => {
    await open(page, 'lesson=e02&seed=0');
    const before = await everything(page);
    for (const word of ['blk-machine', 'blk-trace', 'kernel says', 'merged of', 'of them merged']) assert.ok(!before.includes(word), word);
    assert.ok(!(await page.run(() => performance.getEntriesByType('resource').some((r) => /engine[\w-]*\.wasm/.test(r.name)))), 'the engine was fetched');
    await choose(page, 'which', '5');
    await give(page, 'which');
    assert.match(await judged(page, 'which'), /^Kept: 5\./);
    const between = await everything(page);
    for (const word of ['blk-machine', 'kernel says', 'pulls the plug itself', 'of 3 right']) assert.ok(!between.includes(word), word);
    await choose(page, 'requests', '5');
    await give(page, 'requests');
    await page.find({ css: 'blk-machine' });
    assert.match(await judged(page, 'which'), /Wrong.*You said 5\. The kernel says 6\..*brings the 4th request pulls the plug itself/);
    assert.match(await judged(page, 'requests'), /Right.*You said 5, and so does the kernel/);
    await page.click({ css: 'article[data-name="which"] .judged button', name: 'Show me where' });
    assert.match(await instant(page), /^1\.000 ms, event /);
    assert.match(await page.text({ css: 'blk-why' }), /^\d+ D 1\.000/);
    await expectAccessible(page);
  },

  /** @param {Page} page */
  'before the run is revealed its bios are laid on a line of sectors, by pointer or keys, wide and narrow': async (page) => {
    await open(page, 'lesson=e04&seed=0');
    await page.find({ css: '.right blk-work-out' });
    const line = () => page.attribute({ css: '.line[role=img]' }, 'aria-label');
    assert.equal(await line(), 'Line of sectors: 0 to 23: nothing yet; 500 to 515: nothing yet');
    await page.click({ role: 'button', name: '/write 5 ?sectors 8 to 15, task 1/' });
    assert.match((await line()) ?? '', /0 to 23: write 5; /);
    for (const key of ['Home', 'ArrowRight', ' ', 'ArrowRight', ' ', 'ArrowLeft', ' ']) await page.press(key);
    assert.equal(await line(), 'Line of sectors: 0 to 23: write 5; 500 to 515: write 3');
    await page.click({ role: 'button', name: 'Lay all' });
    assert.equal(await line(), 'Line of sectors: 0 to 23: write 2, write 5 and write 1; 500 to 515: write 3 and write 4');
    assert.match(await page.text({ css: '.head [role=status]' }), /5 of 5/);
    await expectAccessible(page);
    await page.driver.resize(390, 844);
    try {
      await page.find({ css: '.words blk-work-out' });
      await page.click({ role: 'button', name: 'Lay all' });
      assert.ok((await page.run(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
      await expectAccessible(page);
    } finally {
      await page.driver.resize(1440, 900);
    }
    await choose(page, 'requests', '2');
    await give(page, 'requests');
    await page.fill({ css: '#f0' }, 3);
    await page.fill({ css: '#f1' }, 1);
    await give(page, 'joins');
    await page.find({ css: 'blk-machine' });
    assert.equal(await page.count({ css: 'blk-work-out' }), 0);
  },

  /** @param {Page} page */
  'a cause is asked for over what blktrace prints, and told only after the answer': async (page) => {
    await open(page, 'lesson=e01&seed=0');
    await page.fill({ css: 'article[data-name="leaves"] input' }, '5.5');
    await give(page, 'leaves');
    await page.find({ css: '.lines' });
    assert.match(await page.text({ css: '.lines' }), / UT .* D /);
    assert.equal(await page.count({ css: 'blk-why' }), 0);
    await choose(page, 'cause', 'plug-off-wait');
    await give(page, 'cause');
    await page.find({ css: 'blk-why' });
    assert.match(await judged(page, 'cause'), /Wrong.*the timer fired, and its work took the plug off/);
  },

  /** @param {Page} page */
  'a goal is tried until it is reached, each attempt judged check by check; the attempt opens in the playground': async (page) => {
    await open(page, 'lesson=e02&seed=0');
    await page.find({ css: 'article[data-name="fewer"] button[aria-disabled=true]' });
    for (const [q, v] of [['which', '6'], ['requests', '5']]) {
      await choose(page, q, v);
      await give(page, q);
    }
    await page.find({ css: 'blk-machine' });
    await page.fill({ css: '#unplug_delay_ms' }, 8);
    await give(page, 'fewer');
    await page.until('a verdict', () => [...(document.querySelector('blk-exercise')?.shadowRoot?.querySelectorAll('blk-question') ?? [])].some((q) => /Not yet/.test(q.shadowRoot?.textContent ?? '')));
    assert.match(await judged(page, 'fewer'), /at most 4 requests reach the device\s*does not hold\s*count\(D\) = 12.*every write is done.*holds/);
    await page.fill({ css: '#unplug_delay_ms' }, 5);
    await page.fill({ css: '#unplug_thresh' }, 5);
    await give(page, 'fewer');
    await page.until('the goal', () => [...(document.querySelector('blk-exercise')?.shadowRoot?.querySelectorAll('blk-question') ?? [])].some((q) => /Reached/.test(q.shadowRoot?.textContent ?? '')));
    assert.match(await page.text({ css: 'article[data-name="fewer"]' }), /2 attempts/);
    const link = await page.attribute({ role: 'link', name: 'Open in the playground' }, 'href');
    await page.open(link ?? '');
    await page.until('the attempt', () => /unplug_thresh=5/.test(/** @type {any} */ (document.querySelector('blk-playground'))?.session?.goodText ?? ''));
  },

  /** @param {Page} page */
  'hints are closed and cost nothing, and a reload keeps what was answered, also where storage is refused': async (page) => {
    await open(page, 'lesson=e02&seed=0');
    await page.click({ css: 'article[data-name="which"] summary', name: 'Hint 1 of 2' });
    assert.match(await page.text({ css: 'article[data-name="which"] details[open] p' }), /bios or requests/);
    await page.run(() => {
      const w = /** @type {any} */ (window);
      const { getItem, setItem } = Storage.prototype;
      w.refuse = (/** @type {boolean} */ yes) => {
        const no = () => { throw new DOMException('no', 'SecurityError'); };
        Storage.prototype.getItem = yes ? no : getItem;
        Storage.prototype.setItem = yes ? no : setItem;
      };
      w.refuse(true);
    });
    await choose(page, 'which', '6');
    await give(page, 'which');
    assert.match(await judged(page, 'which'), /^Kept: 6/);
    assert.equal(await page.run(() => (/** @type {any} */ (window).refuse(false), localStorage.getItem('blkplay-exercise:site:e02:0'))), null);
    await choose(page, 'requests', '5');
    await give(page, 'requests');
    await page.find({ css: 'blk-copy' });
    const code = await page.value({ role: 'textbox', name: 'Result code' });
    const address = await page.run(() => location.href);
    await page.run(() => localStorage.clear()); // the address is enough
    await again(page, address);
    await page.find({ css: 'blk-machine' });
    assert.match(await judged(page, 'which'), /Right/);
    await page.find({ css: 'blk-copy' });
    assert.equal(await page.value({ role: 'textbox', name: 'Result code' }), code);
    await again(page, 'exercise.html?lang=en#lesson=e02&seed=0'); // and so is the browser
    await page.find({ css: 'blk-machine' });
    assert.match(await judged(page, 'requests'), /Right/);
  },

  /** @param {Page} page */
  'what is handed in is graded by the command line, and the files agree with it': async (page) => {
    await open(page, 'lesson=e05&seed=4');
    await page.fill({ css: 'article[data-name="sizes"] input' }, '1, 2, 3');
    await give(page, 'sizes');
    await page.find({ css: '.lines' });
    await choose(page, 'closed', 'closed');
    await give(page, 'closed');
    await page.find({ css: 'blk-machine' });
    await page.fill({ role: 'textbox', name: '/^Name/' }, 'Zoë Müller');
    await page.until('the name', () => /Zoë/.test(/** @type {any} */ (document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-result')?.shadowRoot?.querySelector('blk-copy'))?.text ?? ''));
    const code = await page.value({ role: 'textbox', name: 'Result code' });
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'codes.txt'), `${code}\n`);
    const [graded] = JSON.parse(await blkplay('grade', '-format', 'json', 'web/lessons', join(out, 'codes.txt')));
    assert.deepEqual([graded.status, graded.person, graded.exercise, graded.seed, graded.right, graded.of], ['verified', 'Zoë Müller', 'e05', 4, 1, 3]);
    await catchDownloads(page);
    await page.click({ role: 'button', name: 'CSV' });
    assert.match((await nextDownload(page)).bytes.toString(), /Zoë Müller/);
    await page.click({ role: 'button', name: 'JSON' });
    assert.equal(JSON.parse((await nextDownload(page)).bytes.toString()).exercise, 'e05');
    await page.click({ role: 'button', name: 'xAPI statement' });
    const { name, bytes } = await nextDownload(page);
    const said = JSON.parse(bytes.toString());
    assert.equal(name, 'e05-4.xapi.json');
    assert.deepEqual([said.result.score.scaled, said.verb.display['en-US'], said.actor.name, said.result.response], [graded.scaled, 'attempted', 'Zoë Müller', code]);
    assert.match(said.object.id, /exercise\.html#lesson=e05&seed=4$/);
  },

  /** @param {Page} page */
  'a SCORM package runs in a learning platform, tells it score, status and progress, and goes on where it was': async (page) => {
    await open(page, 'lesson=e03&seed=1');
    for (const k of [0, 1, 2, 3, 4]) await page.click({ css: `article label:has(input[name="f${k}"][value="plug-off-timer"])` });
    await give(page, 'causes');
    await page.find({ css: 'blk-copy' });
    await catchDownloads(page);
    await page.click({ role: 'button', name: 'SCORM 1.2 package' });
    const { name, bytes } = await nextDownload(page);
    assert.equal(name, 'blkplay-e03-1-scorm12.zip');
    const host = await platform(bytes);
    try {
      assert.match(host.manifest, /<schemaversion>1\.2<\/schemaversion>[^]*adlcp:scormtype="sco" href="start\.html"/);
      await host.start(page, 'grace');
      const grace = await host.values(page);
      await host.start(page, 'ada');
      const { committed, 'cmi.suspend_data': kept, ...begun } = await host.values(page);
      assert.deepEqual([begun, committed], [{ initialized: 1, 'cmi.core.lesson_status': 'incomplete' }, 1]);
      assert.match(String(kept), /^\d{4,6}:$/);
      assert.notEqual(kept, grace['cmi.suspend_data'], 'students have variants of their own');
      await host.inPlayer(page, ['completion', 'timer', 'wait', 'sync', 'threshold']); // right in her variant
      await page.until('a score', () => /** @type {any} */ (window).values['cmi.core.score.raw'] === '100');
      const told = await host.values(page);
      assert.equal(told['cmi.core.lesson_status'], 'passed');
      assert.ok(String(told['cmi.suspend_data']).startsWith(String(kept)));
      assert.match(String(told['cmi.comments']), /^E03-/);
      assert.ok(String(told['cmi.suspend_data']).length > 10 && String(told['cmi.suspend_data']).length <= 4096);
      assert.ok(Number(told.committed) > 0);
      await host.start(page); // a later visit
      await page.until('the answers', () => /Right/.test(/** @type {any} */ (window).player()?.querySelector('blk-question')?.shadowRoot?.textContent ?? ''));
      const later = await host.values(page);
      assert.deepEqual([later.initialized, later.finished, later['cmi.core.exit']], [2, 1, 'suspend']);
      assert.equal(later['cmi.suspend_data'], told['cmi.suspend_data']);
      assert.equal(await page.run(() => /** @type {any} */ (window).player().querySelector('form.seed')), null, 'the platform has chosen the variant');
      assert.match(String(later['cmi.core.session_time']), /^0000:00:\d\d$/);
    } finally {
      await page.leave();
      host.close();
    }
  },

  /** @param {Page} page */
  'an exercise is done with the keyboard alone, and on a phone nothing is too small or too wide': async (page) => {
    await open(page, 'lesson=e02&seed=0');
    await page.run(() => {
      const q = document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-question');
      q?.shadowRoot?.querySelector('input')?.focus();
    });
    for (let k = 0; k < 5; k++) await page.press('ArrowRight'); // from 1 to 6
    await page.press('Enter');
    await page.until('it is kept', () => /Kept: 6/.test(document.querySelector('blk-exercise')?.shadowRoot?.querySelector('blk-question')?.shadowRoot?.textContent ?? ''));
    const inSecond = () =>
      page.run(() => {
        const root = document.querySelector('blk-exercise')?.shadowRoot;
        return root?.activeElement === root?.querySelectorAll('blk-question')[1] && root?.activeElement?.shadowRoot?.activeElement?.localName === 'input';
      });
    for (let k = 0; k < 12 && !(await inSecond()); k++) await page.press('Tab');
    assert.ok(await inSecond(), 'Tab leads to the next question');
    await page.press(' ');
    for (let k = 0; k < 3; k++) await page.press('ArrowRight');
    await page.press('Enter');
    await page.until('the verdict has the focus', () => /You said 4/.test(document.querySelector('blk-exercise')?.shadowRoot?.activeElement?.shadowRoot?.activeElement?.textContent ?? ''));
    await page.press('Tab');
    await page.press('Enter'); // Show me where
    assert.match(await instant(page), /ms, event \d+/);
    await page.driver.resize(390, 844);
    try {
      for (const theme of ['light', 'dark']) {
        await page.run((t) => void (document.documentElement.dataset.theme = t), theme);
        await expectAccessible(page);
      }
      assert.ok((await page.run(() => document.documentElement.scrollWidth - innerWidth)) <= 0);
      const small = await page.run(() => {
        /** @type {string[]} */
        const found = [];
        /** @param {Document | ShadowRoot} root */
        const walk = (root) => {
          for (const e of root.querySelectorAll('*')) {
            const box = e.getBoundingClientRect();
            if (e.matches('button, .options label, summary, input:not([type=radio])') && box.height > 0 && box.height < 43.5) found.push(`${e.localName} ${e.textContent} ${box.height}`);
            if (e.shadowRoot) walk(e.shadowRoot);
          }
        };
        walk(document);
        return found;
      });
      assert.deepEqual(small, []);
    } finally {
      await page.driver.resize(1440, 900);
    }
  },

  /** @param {Page} page */
  'an exercise that is not there, a board on plain files and a damaged link say so': async (page) => {
    await page.open('exercise.html?lang=en#lesson=e99');
    assert.match(await page.text({ css: '.message' }), /no exercise called e99/);
    await page.forget();
    await page.open('exercise.html?lang=en#board=k7f3');
    assert.match(await page.text({ css: '.message' }), /keeps no boards/);
    await page.forget();
    await page.open(`exercise.html?lang=en#text=${encodeURIComponent('version 1\nnaem x\n')}`);
    assert.match(await page.text({ css: '.message' }), /begins no line/);
    await page.open('exercise.html?lang=en#lesson=e02&seed=0&done=AAAA.AAAA');
    assert.match(await page.text({ css: '.message' }), /damaged/);
  },

  /** @param {Page} page */
  'an exercise without Chinese words is shown in its own, marked as such, and the reader is told': async (page) => {
    const own = (await readFile(join(root, 'web', 'lessons', 'e02.lesson'), 'utf8')).split(/^words /m)[0];
    await page.open(`exercise.html?lang=zh#text=${encodeURIComponent(own)}&seed=0`);
    await page.find({ css: 'article[data-name="which"]' });
    assert.match(await page.text({ css: 'main' }), /这道练习的正文没有中文/);
    assert.equal(await page.attribute({ css: '.story' }, 'lang'), 'en');
    await expectAccessible(page);
  },
};
