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
 * Plays from a share of the run on for some seconds, as the button does.
 * @param {Page} page
 * @param {number} speed simulated ms for a second; Infinity: the whole run in five
 * @param {number} from 0..1
 * @param {number} ms
 * @returns {Promise<number[]>} instants of the page's animation frames, ms
 */
export async function play(page, speed, from, ms) {
  return page.run(
    async (speed, from, ms) => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      const send = (/** @type {string} */ type, /** @type {object} */ what) => shell.dispatchEvent(Object.assign(new Event(type, { bubbles: true }), what));
      send('blk-speed', { speed: speed ?? Infinity }); // JSON has no Infinity
      shell.session.seekTime(from * shell.session.end);
      await new Promise(requestAnimationFrame);
      send('blk-transport', { command: 'play' });
      /** @type {number[]} */
      const frames = [];
      for (const end = performance.now() + ms; performance.now() < end; ) frames.push(await new Promise(requestAnimationFrame));
      if (shell.session.now < shell.session.end) send('blk-transport', { command: 'play' });
      return frames;
    },
    speed,
    from,
    ms,
  );
}

/**
 * Steps forward from a share of the run on, a step a frame, as the right arrow does.
 * @param {Page} page
 * @param {number} from 0..1
 * @param {number} steps
 */
export async function stepping(page, from, steps) {
  await page.run(
    async (from, steps) => {
      const shell = /** @type {any} */ (document.querySelector('blk-playground'));
      shell.session.seekTime(from * shell.session.end);
      for (let k = 0; k < steps; k++) {
        await new Promise(requestAnimationFrame);
        shell.dispatchEvent(Object.assign(new Event('blk-transport'), { command: 'forward' }));
      }
      await new Promise(requestAnimationFrame);
    },
    from,
    steps,
  );
}

/**
 * Zooms all the way out and in again and pans, a wheel's turn in each frame, for some seconds.
 * @param {Page} page
 * @param {number} ms
 * @returns {Promise<number[]>} instants of the page's animation frames, ms
 */
export async function zoomAndPan(page, ms) {
  return page.run(async (ms) => {
    const shell = /** @type {any} */ (document.querySelector('blk-playground'));
    const canvas = shell.renderRoot.querySelector('blk-timeline').renderRoot.querySelector('canvas');
    /** @type {number[]} */
    const frames = [];
    const began = performance.now();
    for (let now = began; now < began + ms; now = performance.now()) {
      frames.push(await new Promise(requestAnimationFrame));
      const phase = Math.floor((4 * (now - began)) / ms);
      const turn = [{ deltaY: 12, ctrlKey: true }, { deltaX: 40 }, { deltaX: -40 }, { deltaY: -12, ctrlKey: true }][Math.min(3, phase)];
      canvas.dispatchEvent(new WheelEvent('wheel', { ...turn, bubbles: true, cancelable: true, composed: true }));
    }
    return frames;
  }, ms);
}

/**
 * Moves a mark for some seconds and does nothing else: what this browser on this machine can present at all just now.
 * @param {Page} page
 * @param {number} ms
 */
export async function moveMark(page, ms) {
  await page.run(async (ms) => {
    const mark = document.createElement('div');
    mark.style.cssText = 'position: fixed; width: 9px; height: 9px; background: red';
    document.body.append(mark);
    for (const end = performance.now() + ms; performance.now() < end; ) {
      mark.style.transform = `translateX(${Math.round((await new Promise(requestAnimationFrame)) / 8) % 400}px)`;
    }
    mark.remove();
  }, ms);
}

/**
 * How evenly frames followed each other.
 * @param {number[]} instants ms
 * @returns {{ rate: number, median: number, slow: number, dropped: number }} frames a second; ms between two, the median and 95 of 100; of 100 frames that a screen of 60 a second had, how many were missed
 */
export function evenness(instants) {
  const gaps = instants.slice(1).map((at, k) => at - instants[k]);
  const span = instants[instants.length - 1] - instants[0];
  const had = Math.round(span / (1000 / 60));
  return {
    rate: (gaps.length * 1000) / span,
    median: quantile(gaps, 0.5),
    slow: quantile(gaps, 0.95),
    dropped: Math.max(0, (100 * (had - gaps.length)) / had),
  };
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
