import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { lessons } from '../scenarios/lessons.ts';
import { samples } from '../scenarios/gallery.ts';
import { fromRoot } from '../test/root.ts';
import { check, toBase64url } from './bytes.ts';
import { deflate } from './deflate.ts';
import { LinkError, linkCharsMax, pack, unpack, type LinkFault, type Shared } from './link.ts';

/** A link that was once given out. Lines are added to the list, never changed: old links open for ever. */
interface Golden {
  what: string;
  link: string;
  is?: Shared; // what it opens as
  fault?: LinkFault; // or why it does not
}

const golden = new TextDecoder()
  .decode(readFileSync(fromRoot('web/share/links.golden.jsonl')))
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Golden);

async function faultOf(link: string): Promise<string> {
  try {
    return JSON.stringify(await unpack(link));
  } catch (e) {
    return e instanceof LinkError ? e.fault : `threw ${e}`;
  }
}

for (const { what, link, is, fault } of golden) {
  test(`old links: ${what}`, async () => {
    if (fault) assert.equal(await faultOf(link), fault);
    else assert.deepEqual(await unpack(link), is);
  });
}

const whole: Shared = {
  text: 'version 1\nkernel 2.6.24\n# 100 % + "quoted" & more = 中文\ntask 1\n  write 0 +8 x4\n',
  at: 9_900_000, event: 54, after: 1, tab: 'trace', lit: [3, 4],
  marks: [{ time: 0, name: '1' }, { time: 9_900_000, name: 'here, it & waits = #1' }],
  compare: ['kernel 4.4', 'queue unplug_thresh=1 & more'],
  more: { seed: 'a=b&c#d\n', __proto__x: '1' },
};

test('what is shared comes back', async () => {
  assert.deepEqual(await unpack(await pack(whole)), whole);
  for (const text of ['', '\n', 'version 1', '\n\nno scenario at all\r\n', '\uFEFFversion 1\n', '\0']) {
    assert.deepEqual(await unpack(await pack({ text })), { text });
  }
});

test('without packing in the browser, a link is longer and opens all the same', async () => {
  const { CompressionStream: native } = globalThis;
  try {
    globalThis.CompressionStream = undefined as never;
    const link = await pack(whole);
    assert.ok(link.startsWith('#u1.'), link);
    assert.deepEqual(await unpack(link), whole);
    assert.equal(await faultOf(golden[0].link), 'cannot');
  } finally {
    globalThis.CompressionStream = native;
  }
});

test('the links of the examples and lessons stay below 2,000 characters', async () => {
  const texts = [...samples.map((s) => s.text), ...lessons.flatMap((l) => l.runs.map((r) => r.text))];
  assert.ok(texts.length > 26);
  for (const text of texts) {
    const link = await pack({ ...whole, text });
    assert.ok(link.length < 2000, `${link.length} characters: ${text.slice(0, 80)}`);
  }
});

test('a fragment of another kind is none of ours', async () => {
  for (const fragment of ['', '#', '#top', '#b', '#b1', '#section-b1.2', '#?text=x', '#texts=1']) assert.equal(await unpack(fragment), null, fragment);
});

test('no cut or changed link opens as another scenario', async () => {
  const link = await pack(whole);
  for (let n = 4; n < link.length; n++) assert.equal(await faultOf(link.slice(0, n)), 'cut', String(n));
  for (let at = 4; at < link.length; at++) {
    const other = link[at] === 'A' ? 'B' : 'A';
    const fault = await faultOf(link.slice(0, at) + other + link.slice(at + 1));
    assert.ok(['damaged', 'cut'].includes(fault) || fault === JSON.stringify(whole), `${at}: ${fault}`);
  }
});

test('what mail and chat programs do to a link does not matter', async () => {
  const link = await pack(whole);
  for (const given of [`${link}.`, `${link})`, `${link}>`, `${link.slice(0, 70)}\r\n ${link.slice(70)}`, `${link.slice(0, 70)}%0A${link.slice(70)}`]) {
    assert.deepEqual(await unpack(given), whole, given);
  }
});

test('a bomb is not unpacked', async () => {
  const bomb = new Uint8Array(64 << 20);
  const link = `#b1.${toBase64url(await deflate(bomb))}.${check(bomb)}`;
  assert.ok(link.length < linkCharsMax);
  assert.equal(await faultOf(link), 'large');
  assert.equal(await faultOf(`#b1.${'A'.repeat(linkCharsMax)}.AAAA`), 'long');
  assert.equal(await faultOf(`#text=${'A'.repeat(linkCharsMax)}`), 'long');
});

test('written by hand, a link is percent-encoded text, with a place to look at', async () => {
  assert.deepEqual(await unpack('#text=version%201%0Akernel%204.4%0Atask%201%0A%20%20write%200%20+8&at=5ms&tab=text'), {
    text: 'version 1\nkernel 4.4\ntask 1\n  write 0 +8', at: 5_000_000, tab: 'text',
  });
  assert.deepEqual(await unpack('#text=100%&at=soon&lit=1,x,3&event=-1&mark=soon'), { text: '100%', lit: [1, 3] });
  assert.deepEqual((await unpack('#text=&mark=5ms,then%20this&mark=1000&mark=5ms,that'))?.marks, [{ time: 1000, name: '' }, { time: 5_000_000, name: 'that' }]);
});
