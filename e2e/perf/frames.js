/** @typedef {import('../browser/page.js').Page} Page */

/**
 * Opens the playground with a scenario and waits until its run is there.
 * @param {Page} page
 * @param {string} text
 * @returns {Promise<{ loadMs: number, records: number, steps: number }>}
 */
export async function openRun(page, text) {
  await page.open('index.html?tour=0');
  await page.until('the engine', () => /** @type {any} */ (document.querySelector('blk-playground'))?.session?.engine);
  await page.run((text) => {
    const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
    Object.assign(window, { startedAt: performance.now() });
    session.start(text);
  }, text);
  await page.until('the run', (text) => {
    const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
    return session.goodText === text && session.busy === null;
  }, text);
  return page.run(() => {
    const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
    return { loadMs: performance.now() - /** @type {any} */ (window).startedAt, records: session.index.records.length, steps: session.index.steps.length };
  });
}

/**
 * Seeks to shares of the run, one after the other, each in a frame of its own, and
 * returns what the page itself worked for each: script, style and layout, in ms.
 * @param {Page} page
 * @param {number[]} shares 0..1
 * @returns {Promise<number[]>}
 */
export async function seekTimes(page, shares) {
  return page.run(async (shares) => {
    const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
    // Elements render in microtasks, each a few deep.
    const settled = async () => {
      for (let turn = 0; turn < 100; turn++) await null;
    };
    const times = [];
    for (const share of shares) {
      await new Promise(requestAnimationFrame);
      const began = performance.now();
      session.seekTime(share * session.end);
      await settled();
      document.body.getBoundingClientRect();
      times.push(performance.now() - began);
    }
    return times;
  }, shares);
}

/**
 * Zooms and pans the timeline by its keys, and returns what each cost, in ms.
 * @param {Page} page
 * @param {string[]} keys
 */
export async function timelineTimes(page, keys) {
  return page.run(async (keys) => {
    const shell = /** @type {any} */ (document.querySelector('blk-playground'));
    const timeline = shell.renderRoot.querySelector('blk-timeline');
    const canvas = timeline.renderRoot.querySelector('canvas');
    const times = [];
    for (const key of keys) {
      await new Promise(requestAnimationFrame);
      const began = performance.now();
      canvas.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      await timeline.updateComplete;
      canvas.getBoundingClientRect();
      times.push(performance.now() - began);
    }
    return times;
  }, keys);
}

/**
 * The processor time that the page's main thread takes for an action, in ms: its own work, which is
 * script, style and layout in animation frames, and all, with the browser's painting. A busy
 * machine stretches it far less than what a clock shows.
 * @param {Page} page
 * @param {() => Promise<unknown>} action
 * @returns {Promise<{ own: number, all: number }>}
 */
export async function cpuTime(page, action) {
  const { trace } = page.driver;
  if (!trace) throw new Error('this browser does not record itself');
  const events = await trace(async () => void (await action()));
  const main = events.find((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain' && events.some((x) => x.pid === e.pid && x.tid === e.tid && x.name === 'FunctionCall'));
  if (!main) throw new Error('no main thread in what the browser recorded');
  /** @param {string} name */
  const time = (name) => events.filter((e) => e.pid === main.pid && e.tid === main.tid && e.ph === 'X' && e.name === name).reduce((sum, e) => sum + (e.tdur ?? 0), 0) / 1000;
  return { own: time('FireAnimationFrame'), all: time('RunTask') };
}

/** The value below which a share of them lies. @param {number[]} values @param {number} share */
export function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
}

/** Shares of a run that lie all over it, the same each time. @param {number} count */
export function scattered(count) {
  const shares = [];
  for (let k = 0, x = 0.5; k < count; k++) shares.push((x = (x + 0.6180339887498949) % 1));
  return shares;
}
