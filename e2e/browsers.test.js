import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { Page } from './browser/page.js';
import { openChromium, openFirefox } from './browser/playwright.js';
import { openWebKit } from './browser/webdriver.js';
import { root, serveSite } from './site.js';
import { stories } from './stories/index.js';

const browsers = /** @type {const} */ ({ chromium: openChromium, firefox: openFirefox, webkit: openWebKit });
const chosen = process.env.BROWSERS?.split(',') ?? Object.keys(browsers);

/** @type {Awaited<ReturnType<typeof serveSite>>} */
let site;
before(async () => {
  site = await serveSite();
});
after(() => site.close());

for (const [name, openBrowser] of Object.entries(browsers)) {
  if (!chosen.includes(name)) continue;
  describe(name, () => {
    /** @type {Page} */
    let page;
    before(async () => {
      page = new Page(await openBrowser(), site.base);
    });
    after(() => page?.driver.close());
    for (const [title, story] of Object.entries(stories)) {
      if (!title.includes(process.env.STORY ?? '')) continue;
      test(title, { timeout: 300_000 }, async () => {
        try {
          await story(page);
          await page.expectNoErrors();
        } catch (error) {
          await keepPicture(page, `${name} ${title}`).catch(() => {}); // the error itself tells more
          throw error;
        } finally {
          await page.leave();
        }
      });
    }
  });
}

/** @param {Page} page @param {string} title */
async function keepPicture(page, title) {
  const dir = join(root, 'e2e', 'out', 'failures');
  await mkdir(dir, { recursive: true });
  await writeFile(join(dir, `${title.replace(/[^a-z0-9]+/gi, '-')}.png`), await page.driver.screenshot());
}
