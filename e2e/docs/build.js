// Builds the documentation pages that use <blk-play>, each with its own
// generator, into e2e/out/docs: what the stories about them open.
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { evaluate } from '@mdx-js/mdx';
import { blkplay, out } from '../command.js';
import { root } from '../site.js';

export const docs = join(out, 'docs');
const integrations = join(root, 'web', 'integrations');
const scenarios = join(root, 'web', 'scenarios');

export async function buildDocs() {
  await rm(docs, { recursive: true, force: true });
  await mkdir(docs, { recursive: true });
  await cp(join(out, 'site-npm'), join(docs, 'blk-play'), { recursive: true });
  await blkplay('--help').catch(() => {}); // so that it is built, for the generators
  await plain();
  await sphinx();
  await mkdocs();
  await mdbook();
  await hugo();
  await mdx();
}

/** The plain page: its pictures are made as its README says. */
async function plain() {
  const to = join(docs, 'html');
  await cp(join(integrations, 'html'), to, { recursive: true });
  const page = await readFile(join(to, 'index.html'), 'utf8');
  for (const [, name, width, height] of page.matchAll(/<img src="([\w-]+)\.svg" width="(\d+)" height="(\d+)"/g)) {
    await blkplay('convert', join(scenarios, `${name}.blkplay`), join(to, `${name}.svg`));
    const svg = await readFile(join(to, `${name}.svg`), 'utf8');
    if (!svg.includes(` width="${width}" height="${height}"`)) throw new Error(`${name}.svg is not ${width} × ${height}, as the page says`);
  }
  for (const name of await readdir(scenarios)) {
    if (page.includes(`"${name}"`)) await cp(join(scenarios, name), join(to, basename(name)));
  }
}

const python = join(integrations, 'python');
const npmPackage = join(out, 'site-npm');
const command = join(out, 'blkplay');

/** A generator's output, if it is content; else its words. @param {string} program @param {string[]} args @param {Record<string, string>} [env] @param {string} [input] */
function run(program, args, env = {}, input = '') {
  const path = { PYTHONPATH: python, PYTHONDONTWRITEBYTECODE: '1', ...env };
  return execFileSync(program, args, { env: { ...process.env, ...path }, input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] });
}

/** Warnings are errors: a scenario that does not run is one. */
async function sphinx() {
  const settings = [`blkplay_package=${npmPackage}`, `blkplay_command=${command}`].flatMap((s) => ['-D', s]);
  const from = join(integrations, 'sphinx');
  run('sphinx-build', ['-q', '-W', '-b', 'html', '-d', join(out, 'sphinx-doctrees'), ...settings, from, join(docs, 'sphinx')]);
  run('sphinx-build', ['-q', '-W', '-b', 'text', '-d', join(out, 'sphinx-doctrees'), ...settings, from, join(docs, 'sphinx-text')]);
}

/** MkDocs finds plugins by what is installed: a folder on Python's path that says so. */
async function mkdocs() {
  const installed = join(out, 'python', 'blkplay_docs-0.1.0.dist-info');
  await mkdir(installed, { recursive: true });
  await writeFile(join(installed, 'METADATA'), 'Metadata-Version: 2.1\nName: blkplay-docs\nVersion: 0.1.0\n');
  const project = await readFile(join(python, 'pyproject.toml'), 'utf8');
  const [, entry] = project.match(/\[project\.entry-points\."mkdocs\.plugins"\]\n(.*)\n/) ?? [];
  await writeFile(join(installed, 'entry_points.txt'), `[mkdocs.plugins]\n${entry.replaceAll('"', '')}\n`);
  run('mkdocs', ['build', '-q', '--strict', '-f', join(integrations, 'mkdocs', 'mkdocs.yml'), '-d', join(docs, 'mkdocs')], {
    PYTHONPATH: `${python}:${join(out, 'python')}`,
    BLK_PLAY_PACKAGE: npmPackage,
    BLKPLAY: command,
  });
}

/** mdBook hands its book to the preprocessor as JSON, and takes it back; what it would then make into a page is kept. */
async function mdbook() {
  const content = await readFile(join(integrations, 'mdbook', 'src', 'plug.md'), 'utf8');
  const book = { sections: [{ Chapter: { name: 'Plug', content, number: [1], sub_items: [], path: 'part/plug.md', source_path: 'part/plug.md', parent_names: [] } }, 'Separator'] };
  const context = { root: '.', config: { preprocessor: { blkplay: { blkplay: command } } }, renderer: 'html', mdbook_version: '0.4.40' };
  run('python3', [join(python, 'blkplay_mdbook.py'), 'supports', 'html']);
  const made = JSON.parse(run('python3', [join(python, 'blkplay_mdbook.py')], {}, JSON.stringify([context, book])));
  await mkdir(join(docs, 'mdbook'), { recursive: true });
  await writeFile(join(docs, 'mdbook', 'plug.md'), made.sections[0].Chapter.content);
}

async function hugo() {
  const site = join(out, 'hugo');
  const page = join(site, 'content', 'plug');
  await rm(site, { recursive: true, force: true });
  await cp(join(integrations, 'hugo'), site, { recursive: true });
  await cp(npmPackage, join(site, 'static', 'blk-play'), { recursive: true });
  const text = await readFile(join(page, 'index.md'), 'utf8');
  await writeFile(join(page, 'timer.blkplay'), text.match(/```blkplay.*\n([^`]*)```/)?.[1] ?? '');
  for (const name of ['timer', 'ordered']) await blkplay('convert', join(page, `${name}.blkplay`), join(page, `${name}.svg`));
  run('hugo', ['--quiet', '-s', site, '-d', join(docs, 'hugo')]);
}

/** What Docusaurus makes pages with, without the site around: MDX, rendered to text. */
async function mdx() {
  const from = join(integrations, 'docusaurus');
  const { default: plugin } = await import(join(from, 'blkplay-remark.mjs'));
  /** @param {any} type @param {any} props */
  const jsx = (type, props) => (typeof type === 'function' ? type(props) : { type, props });
  const page = await evaluate(await readFile(join(from, 'plug.mdx'), 'utf8'), {
    Fragment: (/** @type {any} */ props) => props.children, jsx, jsxs: jsx, remarkPlugins: [[plugin, { command }]],
  });
  const head = '<meta charset="utf-8"><title>Queues</title><link rel="icon" href="data:,"><link rel="stylesheet" href="../blk-play/blk-play.css"><script type="module" src="../blk-play/blk-play.js"></script>';
  await mkdir(join(docs, 'mdx'), { recursive: true });
  await writeFile(join(docs, 'mdx', 'index.html'), `<!doctype html><html lang="en"><head>${head}</head><body><main>${htmlOf(page.default({}))}</main></body></html>`);
}

/** @param {any} node @returns {string} */
function htmlOf(node) {
  /** @param {unknown} text */
  const escape = (text) => String(text).replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  if (Array.isArray(node)) return node.map(htmlOf).join('');
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (typeof node !== 'object') return escape(node);
  const { children, ...rest } = node.props;
  const given = Object.entries(rest).map(([name, value]) => ` ${name}="${escape(value)}"`).join('');
  // A line feed at the beginning of <pre> is not content.
  const inside = (node.type === 'pre' ? '\n' : '') + htmlOf(children);
  return node.type === 'img' ? `<img${given}>` : `<${node.type}${given}>${inside}</${node.type}>`;
}
