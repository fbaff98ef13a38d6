const key = 'blkplay-draft';
const writeAfterMs = 300;

/**
 * The scenario that somebody changed, kept for as long as the browser's tab: a
 * crash or a reload must not cost it. Where storage is refused nothing is kept.
 */
export class Draft {
  refused = false;
  #timer = 0;
  #waiting: string | null = null;

  /** What was kept before; null if nothing was. */
  read(): string | null {
    try {
      return sessionStorage.getItem(key);
    } catch {
      this.refused = true;
      return null;
    }
  }

  /** Keeps the text in a moment, so that typing does not write at every key. */
  keep(text: string): void {
    this.#waiting = text;
    this.#timer ||= window.setTimeout(() => this.flush(), writeAfterMs);
  }

  /** Keeps now what is still to be kept. */
  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#waiting === null) return;
    try {
      sessionStorage.setItem(key, this.#waiting);
      this.refused = false;
    } catch {
      this.refused = true;
    }
    this.#waiting = null;
  }

  drop(): void {
    this.#waiting = null;
    try {
      sessionStorage.removeItem(key);
    } catch {
      this.refused = true;
    }
  }
}
