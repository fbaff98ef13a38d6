import { load } from './load.js';

/**
 * What a reader does and must see, by title; each is told in every browser.
 * @type {Record<string, (page: import('../browser/page.js').Page) => Promise<void>>}
 */
export const stories = { ...load };
