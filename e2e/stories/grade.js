import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expectAccessible } from '../axe.js';
import { blkplay, out } from '../command.js';
import { root } from '../site.js';
import { catchDownloads, nextDownload } from './downloads.js';
import { forge } from './forge.js';

/** @typedef {import('../browser/page.js').Page} Page */

const lessons = join('web', 'lessons');

/** What a table of a class holds: 300 codes of four exercises, one of them forged, one mistyped, one of an older text. */
let made = '';
async function classFile() {
  const file = join(out, 'class.csv');
  if (made) return made;
  await blkplay('help').catch(() => ''); // builds it
  /** @param {string} lesson @param {number} seed @param {string[]} answers */
  const code = async (lesson, seed, ...answers) => (await blkplay('answer', '-seed', String(seed), lesson, ...answers)).trim();
  const of = (/** @type {string} */ name) => join(lessons, `${name}.lesson`);
  const rows = [];
  for (let i = 1; i <= 297; i++) {
    const [name, ...answers] = [
      ['e01', 'leaves=4ms', 'cause=plug-off-timer'],
      ['e02', 'which=5', 'requests=4'],
      ['e05', 'sizes=16 32 8'],
      ['e11', 'requests=5 4'],
    ][i % 4];
    rows.push(`"Student, no. ${i}",${await code(of(name), i, ...answers)}`);
  }
  await mkdir(out, { recursive: true });
  const old = join(out, 'old.lesson');
  await writeFile(old, (await readFile(join(root, of('e01')), 'utf8')).replace(/^title .*$/m, 'title An older one'));
  rows.push(`Forger,${forge(await code(of('e01'), 1, 'leaves=5ms'))}`);
  const whole = await code(of('e01'), 2, 'leaves=4ms');
  rows.push(`Mistyped,${whole.slice(0, -1)}${whole.endsWith('7') ? '8' : '7'}`);
  rows.push(`Late,${await code(old, 3, 'leaves=4ms')}`);
  await writeFile(file, rows.join('\n') + '\n');
  return (made = file);
}

/** @param {Page} page */
async function open(page) {
  await page.open('grade.html');
  await page.until('the model', () => document.querySelector('#run:enabled'));
}

/** @param {Page} page */
const ended = (page) => page.until('the end', () => ['good', 'look', 'failed'].includes(/** @type {HTMLElement} */ (document.querySelector('#status')).dataset.state ?? ''));

/** @param {Page} page @param {string} status */
const rowsOf = (page, status) => page.run((status) => [...document.querySelectorAll(`#rows tr[data-status=${status}]`)].map((row) => row.textContent ?? ''), status);

export const grade = {
  /** @param {Page} page */
  'a class of 300 is graded as the command line does it': async (page) => {
    page.patienceMs = 120_000;
    const file = await classFile();
    const own = await blkplay('grade', lessons, file).catch((e) => String(e.stdout));
    await open(page);
    await page.drop({ css: '#page' }, [file]);
    await page.until('the file', () => document.querySelectorAll('#files li').length === 1 && document.querySelector('#counted')?.textContent?.startsWith('300 '));
    await catchDownloads(page);
    await page.click({ role: 'button', name: 'Grade' });
    await ended(page);
    assert.match(await page.text({ css: '#status' }), /^300 graded: 297 verified, 1 altered, 1 damaged, 1 of another version\.$/);

    await page.click({ role: 'button', name: 'Save CSV' });
    const { name, bytes } = await nextDownload(page);
    assert.equal(name, 'grades.csv');
    assert.equal(bytes.toString(), own);
    await page.click({ role: 'button', name: 'Save JSON' });
    const list = JSON.parse((await nextDownload(page)).bytes.toString());
    assert.deepEqual(list.map((/** @type {any} */ r) => r.status).slice(-4), ['verified', 'altered', 'damaged', 'stale']);

    // What is wrong is said in words.
    const [forged] = await rowsOf(page, 'altered');
    assert.match(forged, /^Forger.*altered.*leaves: the code says that “5 ms” is right\. The re-run says it is wrong/);
    assert.match((await rowsOf(page, 'damaged'))[0], /^Mistyped.*damaged.*checksum/);
    assert.match((await rowsOf(page, 'stale'))[0], /^Late.*other version/);
    assert.equal((await rowsOf(page, 'verified')).length, 297);
    await page.click({ role: 'checkbox', name: 'Only what needs a look' });
    assert.equal(await page.count({ css: '#rows tr' }), 3);
    await expectAccessible(page);
  },

  /** @param {Page} page */
  'grading says what is below the mark, in either language, and an own exercise is graded too': async (page) => {
    await open(page);
    const text = (await readFile(join(root, lessons, 'e01.lesson'), 'utf8')).replace('name e01', 'name mine').replace(/^title .*$/m, 'title <b onclick=x>Mine</b>');
    const own = join(out, 'mine.lesson');
    await writeFile(own, text);
    await page.drop({ css: '#page' }, [own]);
    await page.until('the exercise', () => document.querySelector('#shelf li')?.textContent?.includes('<b onclick=x>Mine</b>'));
    const code = (await blkplay('answer', '-person', '<img src=x>', own, 'leaves=4ms')).trim();
    await page.fill({ css: '#codes' }, `${code}\nno code at all\n`);
    await page.fill({ css: '#mark' }, 60);
    await page.click({ role: 'button', name: 'Grade' });
    await ended(page);
    assert.match(await page.text({ css: '#status' }), /^2 graded: 1 verified, 1 unknown, 1 below 60 %\.$/);
    assert.match((await rowsOf(page, 'verified'))[0], /^<img src=x>MINE0verified1 of 3, 33 %below the pass mark/);
    await page.click({ role: 'button', name: '中文' });
    await page.until('Chinese', () => document.querySelector('#status')?.textContent === '已评分 2 份：1 份属实，1 份无法识别，1 份低于 60 %。');
    await expectAccessible(page);
    await page.click({ role: 'button', name: 'English' });
  },

  /** @param {Page} page */
  'the desk has the titles of the exercises in Chinese, and says in Chinese what is wrong with one': async (page) => {
    await page.open('grade.html?lang=zh');
    await page.until('the titles', () => /E01 ?这个写什么时候离开？/.test(document.querySelector('#shelf li')?.textContent ?? ''));
    const broken = join(out, 'broken-zh.lesson');
    await writeFile(broken, 'version 1\nname mine\nparam a\n');
    await page.drop({ css: '#page' }, [broken]);
    await page.until('what is wrong, in Chinese', () => document.querySelector('#status')?.textContent === '没有打开：broken-zh.lesson：第 3 行，第 1 列：参数要有名字和值，例如：param gap 3 4 5');
    await expectAccessible(page);
  },

  /** @param {Page} page */
  'grading can be stopped, and tells what is not read': async (page) => {
    await open(page);
    await page.fill({ css: '#codes' }, '{"exercise":');
    await page.click({ role: 'button', name: 'Grade' });
    await page.until('what is wrong', () => /** @type {HTMLElement} */ (document.querySelector('#status')).dataset.state === 'failed');
    const codes = await readFile(await classFile(), 'utf8'); // of so many seeds that each is run anew
    await page.run((codes) => {
      /** @type {HTMLTextAreaElement} */ (document.querySelector('#codes')).value = codes.repeat(100);
    }, codes);
    await page.click({ role: 'button', name: 'Grade' });
    await page.click({ role: 'button', name: 'Stop' });
    await ended(page);
    assert.match(await page.text({ css: '#status' }), /^Stopped after \d+ of 30000\. /);
  },
};
