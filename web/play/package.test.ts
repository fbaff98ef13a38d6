import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fromRoot } from '../test/root.ts';

const read = (name: string): string => new TextDecoder().decode(readFileSync(fromRoot(`web/play/${name}`)));
const manifest = JSON.parse(read('package/custom-elements.json'));
const [element] = manifest.modules[0].declarations;
const names = (list: { name: string }[]): string[] => list.map((x) => x.name).sort();

test('the manifest tells the attributes that the element observes', () => {
  const observed = /observedAttributes = \[(.*)\]/.exec(read('facade.ts'))![1];
  assert.deepEqual(names(element.attributes), [...observed.matchAll(/'([\w-]+)'/g)].map((m) => m[1]).sort());
  assert.equal(manifest.schemaVersion, '2.1.0');
  assert.equal(JSON.parse(read('package/package.json')).customElements, 'custom-elements.json');
});

test('the manifest and the types tell the events and members that there are', () => {
  const body = (text: string, from: string): string => text.slice(text.indexOf(from), text.indexOf('\n}', text.indexOf(from)));
  const events = (text: string): string[] => [...body(text, 'interface PlayEvents').matchAll(/^ {2}(\w+): /gm)].map((m) => m[1]).sort();
  assert.deepEqual(events(read('api.ts')), names(element.events));
  assert.deepEqual(events(read('package/blk-play.d.ts')), names(element.events));
  const members = (text: string): string[] => [...new Set([...body(text, 'class BlkPlay').matchAll(/^ {2}(?:static |async |get |set )*(\w+)(?:\(| =|:)/gm)].map((m) => m[1]))];
  const own = members(read('facade.ts')).filter((n) => !/Callback$|^observedAttributes$/.test(n));
  assert.deepEqual(own.sort(), names(element.members));
  assert.deepEqual(members(read('package/blk-play.d.ts')).filter((n) => n !== 'addEventListener').sort(), names(element.members));
});
