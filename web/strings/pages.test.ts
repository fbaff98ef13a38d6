import assert from 'node:assert/strict';
import { test } from 'node:test';
import { author as authorEn } from './en/author.ts';
import { beside as besideEn } from './en/beside.ts';
import { grade as gradeEn } from './en/grade.ts';
import { teachers as teachersEn } from './en/teachers.ts';
import { verify as verifyEn } from './en/verify.ts';
import { author as authorZh } from './zh/author.ts';
import { beside as besideZh } from './zh/beside.ts';
import { grade as gradeZh } from './zh/grade.ts';
import { teachers as teachersZh } from './zh/teachers.ts';
import { verify as verifyZh } from './zh/verify.ts';

// Words that only one page has are not in the table of all.
const pages: [string, object, object][] = [
  ['author', authorEn, authorZh],
  ['beside', besideEn, besideZh],
  ['grade', gradeEn, gradeZh],
  ['teachers', teachersEn, teachersZh],
  ['verify', verifyEn, verifyZh],
];

function leaves(table: object, path: string): [string, string][] {
  return Object.entries(table).flatMap(([key, value]) => (typeof value === 'string' ? [[`${path}.${key}`, value] as [string, string]] : leaves(value, `${path}.${key}`)));
}

const marks = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g)), ...(text.match(/\]\([^)]+\)/g) ?? []), String(text.split('**').length)].sort();

for (const [page, en, zh] of pages) {
  test(`${page}: both languages have the same strings, with the same values to fill in`, () => {
    const chinese = new Map(leaves(zh, page));
    const english = leaves(en, page);
    assert.deepEqual([...chinese.keys()], english.map(([path]) => path));
    for (const [path, text] of english) assert.deepEqual(marks(chinese.get(path)!), marks(text), path);
    for (const [path, text] of chinese) {
      assert.ok(!/[\u4e00-\u9fff][,;:!?](?!\d)/.test(text), `${path}: ${text}`);
      assert.ok(!/[\u4e00-\u9fff][A-Za-z]|[A-Za-z][\u4e00-\u9fff]/.test(text), `${path}: ${text}`);
    }
  });
}
