import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Parts of the stage, in the order in which they come. */
const count = 4;

/**
 * How the first picture comes: the parts of the stage one after another, each in a
 * task of its own, so that no click or key waits for all of them. They are hidden
 * until the last is there, so that nothing moves; then they stand there at once.
 */
export class Entrance implements ReactiveController {
  #there = 0; // parts
  #begun = false;

  constructor(readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Everything is there and is seen. */
  get over(): boolean {
    return this.#there > count;
  }

  has(part: number): boolean {
    return this.#there >= part;
  }

  /** There is something to show; called as often as that is so. */
  begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    if (document.hidden) this.#there = count + 1;
    else setTimeout(() => void this.#next());
  }

  hostUpdated(): void {
    if (!this.over || this.#marked) return;
    this.#marked = true;
    requestAnimationFrame(() => performance.mark('blkplay-picture')); // for whoever measures
  }
  #marked = false;

  async #next(): Promise<void> {
    this.#there++;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (!this.over) setTimeout(() => void this.#next());
  }
}
