// Remark plugin for Docusaurus, and whatever else makes pages out of MDX: a fence
// with the word `blkplay` becomes <blk-play>. What stands in the fence stays text.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const attributes = ['at', 'controls', 'label', 'lang', 'loading', 'playground', 'theme'];

/**
 * @param {{ command?: string }} [options] command draws the pictures; without it there are none
 */
export default function blkplay({ command = 'blkplay' } = {}) {
  return (tree, file) => walk(tree, (node) => run(node, command, file));
}

function walk(node, replace) {
  if (!node.children) return;
  node.children = node.children.map((child) => (child.type === 'code' && child.lang === 'blkplay' ? replace(child) : child));
  for (const child of node.children) walk(child, replace);
}

function run(node, command, file) {
  const text = `${node.value}\n`;
  const options = optionsOf(node.meta ?? '');
  const given = attributes.filter((name) => options[name]).map((name) => [name, options[name]]);
  // As it will be in HTML: text of Markdown would lose the blanks at the beginning of its lines.
  const pre = { type: 'blkplay', data: { hName: 'pre', hChildren: [{ type: 'text', value: text }] } };
  const picture = draw(text, command, (message) => file.message(`blkplay: ${message}`, node));
  if (!picture) return element('blk-play', Object.fromEntries(given), [pre]);
  const { src, width, height, alt } = picture;
  return element('blk-play', Object.fromEntries(given), [
    element('img', { src, width, height, alt }),
    element('details', {}, [element('summary', {}, [{ type: 'text', value: 'Scenario' }]), pre]),
  ]);
}

/** `controls="hz elevator" at=9.9ms`, as it stands behind the word of a fence. */
function optionsOf(meta) {
  return Object.fromEntries([...meta.matchAll(/([\w-]+)=(?:"([^"]*)"|'([^']*)'|(\S+))/g)].map(([, name, a, b, c]) => [name, a ?? b ?? c]));
}

/** A run's picture as an address that holds it, null without the command. */
function draw(text, command, warn) {
  const folder = mkdtempSync(join(tmpdir(), 'blkplay-'));
  try {
    writeFileSync(join(folder, 'run.blkplay'), text);
    execFileSync(command, ['convert', join(folder, 'run.blkplay'), join(folder, 'run.svg')], { stdio: ['ignore', 'ignore', 'pipe'] });
    const svg = readFileSync(join(folder, 'run.svg'), 'utf8');
    const [, width, height] = /<svg [^>]*width="(\d+)" height="(\d+)"/.exec(svg);
    const alt = (/<desc>(.*?)<\/desc>/s.exec(svg)?.[1] ?? '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&amp;/g, '&');
    return { src: `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`, width, height, alt };
  } catch (e) {
    if (e.code !== 'ENOENT') warn(String(e.stderr ?? e.message).trim().replaceAll(join(folder, 'run.blkplay'), 'the scenario'));
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function element(name, given, children = []) {
  const list = Object.entries(given).map(([key, value]) => ({ type: 'mdxJsxAttribute', name: key, value }));
  return { type: 'mdxJsxFlowElement', name, attributes: list, children };
}
