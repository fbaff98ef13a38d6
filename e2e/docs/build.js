// Builds the documentation pages that use <blk-play>, each with its own
// generator, into e2e/out/docs: what the stories about them open.
import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { blkplay, out } from '../command.js';
import { root } from '../site.js';

export const docs = join(out, 'docs');
const integrations = join(root, 'web', 'integrations');
const scenarios = join(root, 'web', 'scenarios');

export async function buildDocs() {
  await rm(docs, { recursive: true, force: true });
  await mkdir(docs, { recursive: true });
  await cp(join(out, 'site-npm'), join(docs, 'blk-play'), { recursive: true });
  await plain();
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
