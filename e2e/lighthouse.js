// Measures pages with Lighthouse, as a phone on a slow line sees them, before
// anybody clicks, and prints a table:
//
//	node lighthouse.js                 all pages
//	node lighthouse.js docs/html       those with this in their address
//
// The site is served packed, as a host serves it.
import { spawn } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { out } from './command.js';
import { firstLine, root } from './site.js';

/** The page with five runs first: it must be perfect. */
export const pages = ['docs/html/index.html', 'docs/hugo/plug/index.html', 'index.html', 'embed.html', 'verify.html', 'lab-a.html', 'compare.html'];
const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
const packable = new Set(['.html', '.js', '.css', '.svg', '.wasm', '.json']);

/** Serves the site with the documentation's pages in it. @returns {Promise<{ base: string, close: () => void }>} */
export async function servePacked() {
  const folder = join(out, 'lighthouse');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(join(out, 'site'), folder, { recursive: true });
  await cp(join(out, 'docs'), join(folder, 'docs'), { recursive: true });
  for (const name of await readdir(join(folder, 'docs'), { recursive: true })) {
    if (!packable.has(extname(name))) continue;
    const file = join(folder, 'docs', name);
    const body = await readFile(file);
    await writeFile(`${file}.br`, brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }));
    await writeFile(`${file}.gz`, gzipSync(body));
  }
  const server = spawn(join(root, '.cache', 'build', 'blkplay-build'), ['-static', '-out', folder, '-addr', '127.0.0.1:0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return { base: await firstLine(server), close: () => server.kill() };
}

/**
 * A page's marks, 0 to 100, and what cost it some.
 * @param {string} address @param {string[]} [only]
 * @returns {Promise<{ marks: Record<string, number>, lost: string[] }>}
 */
export async function measure(address, only = categories) {
  const chrome = await launch({ chromePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', chromeFlags: ['--headless=new', '--no-sandbox', '--disable-gpu'] });
  try {
    const result = await lighthouse(address, { port: chrome.port, onlyCategories: only, logLevel: 'silent' });
    if (!result || result.lhr.runtimeError) throw new Error(`${address}: ${result?.lhr.runtimeError?.message ?? 'nothing measured'}`);
    const { lhr } = result;
    const marks = Object.fromEntries(Object.values(lhr.categories).map((c) => [c.id, Math.round((c.score ?? 0) * 100)]));
    const lost = Object.values(lhr.categories).flatMap((category) =>
      category.auditRefs
        .filter((ref) => ref.weight > 0 && (lhr.audits[ref.id].score ?? 1) < 0.9)
        .map((ref) => `${category.id}: ${lhr.audits[ref.id].title} ${lhr.audits[ref.id].displayValue ?? ''}`.trim()),
    );
    return { marks, lost };
  } finally {
    await chrome.kill();
  }
}

async function main() {
  const site = await servePacked();
  try {
    console.log(`${'page'.padEnd(28)}${categories.map((c) => c.padStart(16)).join('')}`);
    for (const page of pages.filter((p) => p.includes(process.argv[2] ?? ''))) {
      const { marks, lost } = await measure(new URL(page, site.base).href);
      console.log(`${page.padEnd(28)}${categories.map((c) => String(marks[c]).padStart(16)).join('')}`);
      for (const what of lost) console.log(`    ${what}`);
    }
  } finally {
    site.close();
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await main();
