import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';
import { launchScript, manifest } from './scorm-files.ts';
import { namedIn, playerFiles } from './scorm.ts';
import { listed } from './source.ts';
import { statement } from './xapi.ts';

test('a package has the page and all that it names, however deep', async () => {
  const site: Record<string, string> = {
    'exercise.html': '<link href="assets/page-00aa11bb.css"><script src="assets/exercise-12345678.js">',
    'assets/page-00aa11bb.css': '',
    'assets/exercise-12345678.js': 'new URL("./engine-deadbeef.wasm", x); new URL("./tools.worker-0badcafe.js", x)',
    'assets/tools.worker-0badcafe.js': 'new URL("./tools-feedface.wasm", x)',
    'assets/engine-deadbeef.wasm': '',
    'assets/tools-feedface.wasm': '',
  };
  const home = new URL('https://example.org/play/');
  const files = await playerFiles(home, async (url) => new TextEncoder().encode(site[url.href.slice(home.href.length)]));
  assert.deepEqual([...files.keys()].sort(), Object.keys(site).sort());
  assert.deepEqual(namedIn('"./readme.js" assets/a.css', 'assets/x.js'), []);
});

test('a manifest names every file, and what it is told cannot break out of it', () => {
  const xml = manifest({ name: 'x', title: '<"Who" & why>', text: '', seed: '7', home: new URL('https://example.org/') }, ['start.html', 'assets/a.js']);
  assert.match(xml, /<title>&#60;&#34;Who&#34; &#38; why&#62;<\/title>/);
  assert.match(xml, /adlcp:scormtype="sco" href="start.html"/);
  assert.deepEqual(xml.match(/<file href="[^"]*"/g), ['<file href="start.html"', '<file href="assets/a.js"']);
});

/** A visit to a package: what its page asks the player for, and what the platform then keeps; said is what the player says. */
function visit(values: Record<string, string>, said?: object): { asked: string; values: Record<string, string> } {
  const frame = { src: '', contentWindow: {} };
  const heard: ((e: object) => void)[] = [];
  const window = {
    API: {
      LMSInitialize: () => 'true',
      LMSCommit: () => 'true',
      LMSFinish: () => 'true',
      LMSGetValue: (name: string) => values[name] ?? '',
      LMSSetValue: (name: string, value: string) => ((values[name] = value), 'true'),
    },
  };
  const addEventListener = (type: string, listener: (e: object) => void) => type === 'message' && heard.push(listener);
  const packed = { name: 'e03', title: '', text: '', seed: '1', home: new URL('https://example.org/') };
  new Function('window', 'document', 'addEventListener', launchScript(packed))(window, { querySelector: () => frame }, addEventListener);
  if (said) for (const listener of heard) listener({ source: frame.contentWindow, data: { blkplay: 'progress', scaled: 0.5, finished: false, all: false, ...said } });
  return { asked: frame.src, values };
}

test('each student of a platform has a variant, keeps it, and leaves a code that runs again', () => {
  const seed = (asked: string): string => /^exercise\.html#lesson=e03&seed=(\d+)$/.exec(asked)![1];
  const students = Array.from({ length: 300 }, (_, k) => seed(visit({ 'cmi.core.student_id': `student${k}` }).asked));
  assert.ok(new Set(students).size > 295, 'all have their own');
  assert.equal(seed(visit({ 'cmi.core.student_id': 'student7' }).asked), students[7], 'on another machine too');
  const first = visit({}, { packed: 'QUJD.1a-_', code: 'E03-AB' });
  assert.deepEqual(first.values['cmi.suspend_data'], `${seed(first.asked)}:QUJD.1a-_`);
  assert.equal(first.values['cmi.comments'], 'E03-AB');
  assert.equal(visit(first.values).asked, `${first.asked}&done=QUJD.1a-_`);
  assert.equal(visit({ 'cmi.suspend_data': 'QUJD.1a-_' }).asked, 'exercise.html#lesson=e03&seed=1&done=QUJD.1a-_', 'as once was kept');
  const full = visit({ 'cmi.suspend_data': '7:' }, { packed: 'x'.repeat(4095), code: '' });
  assert.equal(full.values['cmi.suspend_data'], '7:', 'what a platform would cut is not given to it');
  for (const bad of ['<script>', '7:"&x=', `${'9'.repeat(21)}:`]) seed(visit({ 'cmi.suspend_data': bad }).asked);
});

test('the list tells of an exercise without running it', () => {
  const text = new TextDecoder().decode(readFileSync(fromRoot('web/lessons/e11.lesson')));
  assert.deepEqual(listed('e11', text), { name: 'e11', title: 'One burst, two kernels', titles: { zh: '同样的突发，两个内核' }, kernels: ['2.6.24', '4.4'], questions: { predict: 2, explain: 0, goal: 1 } });
});

test('a statement says who, what and how much, and names nobody who is not named', () => {
  const lesson = { name: 'e02', title: 'Which write?' } as Parameters<typeof statement>[0]['lesson'];
  const sheet = { code: 'E02-AB', json: '', csv: '', right: 2, of: 3, scaled: 0.667 };
  const made = (more: object): any => statement({ lesson, seed: '17', sheet, person: '', finished: true, page: new URL('https://example.org/play/exercise.html?lang=zh#x'), id: 'u', now: new Date(0), ...more });
  const s = made({});
  assert.deepEqual(s.actor, { objectType: 'Agent', account: { homePage: 'https://example.org', name: 'anonymous' } });
  assert.equal(s.object.id, 'https://example.org/play/exercise.html#lesson=e02&seed=17');
  assert.deepEqual(s.result, { score: { scaled: 0.667, raw: 2, min: 0, max: 3 }, completion: true, success: false, response: 'E02-AB' });
  assert.deepEqual([s.verb.id, made({ finished: false }).verb.display['en-US'], made({ sheet: { ...sheet, right: 3 } }).verb.display['en-US']], ['http://adlnet.gov/expapi/verbs/completed', 'attempted', 'passed']);
  assert.equal(made({ person: 'Zoë' }).actor.account.name, 'Zoë');
});
