import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from './en.ts';
import { fill, language, listed, plural, sentences, setLanguage, strings } from './index.ts';
import { languageOf } from './language.ts';
import { zh } from './zh.ts';

/** Every string of a table with the path to it. */
function leaves(table: object, path = ''): [string, string][] {
  return Object.entries(table).flatMap(([key, value]) => (typeof value === 'string' ? [[path + key, value] as [string, string]] : leaves(value, `${path}${key}.`)));
}

const names = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort();

test('the tables have the same strings, and each string the same values to fill in', () => {
  const chinese = new Map(leaves({ ...zh, causes: {}, described: {}, samples: {} }));
  const english = leaves(en);
  assert.deepEqual([...chinese.keys()].sort(), english.map(([path]) => path).sort());
  for (const [path, text] of english) assert.deepEqual(names(chinese.get(path)!), names(text), path);
});

test('the same parts are bold in both', () => {
  const bold = (text: string): number => text.split('**').length;
  for (const [path, text] of leaves(zh)) assert.equal(bold(text) % 2, 1, path);
  const chinese = new Map(leaves(zh));
  for (const [path, text] of leaves(en)) assert.equal(bold(chinese.get(path)!), bold(text), path);
});

test('Chinese is Chinese: full-width marks beside its characters, none between Latin words', () => {
  for (const [path, text] of leaves(zh)) {
    assert.ok(!/[\u4e00-\u9fff][,;:!?](?!\d)/.test(text), `${path}: ${text}`);
    assert.ok(!/[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]/.test(text), `${path}: ${text}`);
  }
});

test('a switch exchanges the words of the one object that everybody holds', async () => {
  const held = strings.verdict;
  await setLanguage('zh');
  assert.equal(language(), 'zh');
  assert.equal(held.nothing, zh.verdict.nothing);
  assert.equal(plural(1, 'request'), '1 个请求');
  assert.equal(strings.causes['sleep-request'], '任务等待一个空闲请求。');
  assert.equal(sentences('一。', '', '二。'), '一。二。');
  assert.equal(listed(['tar', 'grep', 'mail']), 'tar、grep、mail');
  await setLanguage('en');
  assert.equal(held.nothing, en.verdict.nothing);
  assert.deepEqual(strings, en);
});

test('English counts and lists', () => {
  assert.deepEqual([plural(1, 'bio'), plural(2, 'bio'), plural(0, 'request')], ['1 bio', '2 bios', '0 requests']);
  assert.deepEqual([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'])], ['', 'a', 'a and b', 'a, b and c']);
  assert.equal(fill('{a} of {b}', { a: 1 }), '1 of {b}');
});

test('a tag names a language of ours or none', () => {
  assert.deepEqual(['zh-Hans-CN', 'zh', 'en-GB', 'de', '', null].map(languageOf), ['zh', 'zh', 'en', null, null, null]);
});
