import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Fails if axe finds anything on the page as it is now. @param {import('./browser/page.js').Page} page */
export async function expectAccessible(page) {
  await page.run((source) => void (0, eval)(source), source);
  const found = await page.run(async () => {
    const results = await /** @type {any} */ (window).axe.run(document);
    return results.violations.map((/** @type {any} */ violation) => ({
      rule: violation.id,
      help: violation.help,
      where: violation.nodes.slice(0, 5).map((/** @type {any} */ node) => `${node.target.join(' >>> ')}: ${node.failureSummary}`),
    }));
  });
  if (found.length > 0) throw new Error(`axe: ${JSON.stringify(found, null, 2)}`);
}
