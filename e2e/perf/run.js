// Measures the built page in Chromium and prints a table; fails if a figure is over its budget:
//
//	node perf/run.js             all
//	node perf/run.js seek        those with "seek" in their names
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Page } from '../browser/page.js';
import { openChromium } from '../browser/playwright.js';
import { root, serveSite } from '../site.js';
import { first } from './first.js';
import { flight } from './flight.js';
import { million } from './million.js';
import { sweep } from './sweep.js';

/**
 * A figure with what it may be at most; Infinity where it is only told.
 * @typedef {{ what: string, value: number, unit: string, budget: number }} Figure
 * @typedef {(page: Page) => Promise<Figure[]>} Measure
 */

/** @type {Record<string, Measure>} */
const measures = { ...first, ...million, ...flight, ...sweep };

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}

/** @param {Figure} f */
function row({ what, value, unit, budget }) {
  const verdict = budget === Infinity ? '' : value <= budget ? 'ok' : 'OVER';
  const most = budget === Infinity ? '' : `${budget} ${unit}`;
  console.log(`${what.padEnd(70)} ${`${value.toFixed(unit === '' ? 0 : 1)} ${unit}`.padStart(14)} ${most.padStart(8)} ${verdict}`);
}

if (!process.env.NO_BUILD) {
  const build = join(root, '.cache', 'build', 'blkplay-build');
  run('go', ['build', '-o', build, './build']);
  run(build, ['-fast', '-compiler', process.env.COMPILER ?? 'auto', '-out', join('e2e', 'out', 'site')]);
}
const site = await serveSite();
const page = new Page(await openChromium(), site.base);
page.patienceMs = 120_000;
let over = 0;
try {
  for (const [title, measure] of Object.entries(measures)) {
    if (!title.includes(process.argv[2] ?? '')) continue;
    console.log(`\n${title}`);
    for (const figure of await measure(page)) {
      row(figure);
      if (figure.value > figure.budget) over++;
    }
    await page.expectNoErrors();
  }
} finally {
  await page.driver.close();
  site.close();
}
if (over > 0) {
  console.log(`\n${over} over budget`);
  process.exitCode = 1;
}
