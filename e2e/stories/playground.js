/** @typedef {import('../browser/page.js').Page} Page */

/** Words and places of the playground that more than one story uses. */
export class Playground {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /** Opens the page and waits until its first run is there. @param {Page} page */
  static async open(page) {
    await page.open('index.html?tour=0');
    const playground = new Playground(page);
    await playground.settled();
    return playground;
  }

  /** Begins with one of the examples. @param {string} title a pattern */
  async example(title) {
    await this.page.click({ role: 'button', name: '/^Examples/' });
    await this.page.click({ css: 'li button', name: title });
    await this.settled();
  }

  /** Waits until the run shown is that of the text, and all that shows it is there. */
  async settled() {
    await this.page.until('the first picture with all its parts', () => {
      const root = document.querySelector('blk-playground')?.shadowRoot;
      return root?.querySelector('.stage:not(.coming)') && !root.querySelector('main :not(:defined, [hidden]), aside :not(:defined)');
    });
    await this.page.until('the run of the text', () => {
      const session = /** @type {any} */ (document.querySelector('blk-playground'))?.session;
      return session?.engine && session.text !== '' && session.goodText === session.text && session.status !== 'running';
    });
  }

  /** The instant and event that the scrubber tells: "4.000 ms, event 7 of 9". */
  async instant() {
    return (await this.page.attribute({ role: 'slider', name: 'Time' }, 'aria-valuetext')) ?? '';
  }

  /** Goes before the first event, then to the next unplug, n times. */
  async toUnplug(n = 1) {
    await this.page.click({ role: 'button', name: 'To the start' });
    for (let i = 0; i < n; i++) await this.page.press('u');
  }

  /** Why the current event happened. */
  async why() {
    return this.page.text({ css: 'blk-why' });
  }

  /** What waits and why. */
  async verdict() {
    return this.page.text({ css: 'blk-verdict' });
  }

  /** The text and the trace hash of the run shown. */
  async run() {
    return this.page.run(() => {
      const { session } = /** @type {any} */ (document.querySelector('blk-playground'));
      return /** @type {{ text: string, hash: string, status: string, records: number }} */ ({
        text: session.goodText,
        hash: session.hash,
        status: session.status,
        records: session.index.records.length,
      });
    });
  }
}
