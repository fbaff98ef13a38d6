import { BlkplayError } from '../engine/errors.ts';
import type { Busy, Numbers, Tools } from '../engine/tools.ts';

/** A count that takes longer than this gives way to the next one; a shorter one is waited for. */
const patienceMs = 1500;

/**
 * The numbers of the text that runs, counted in a worker: asked for again after
 * each edit, and never more than one count at a time.
 */
export class Counting {
  numbers: Numbers | null = null;
  failure = '';
  #of: string | null = null; // the text that numbers or failure are of
  #at: { text: string; stop: AbortController; since: number } | null = null;

  constructor(
    readonly tools: Pick<Tools, 'numbers'>,
    readonly changed: () => void,
  ) {}

  /** What is shown is of another text. */
  busy(text: string): boolean {
    return this.#of !== text;
  }

  /** The device of the ghost run; undefined until somebody has asked for numbers. While others are counted those before stay, as the numbers do. */
  ghost(text: string): readonly Busy[] | undefined {
    if (!this.numbers) return undefined;
    this.of(text);
    return this.numbers.ghost.busy;
  }

  /** Asks for the numbers of a text; call it as often as it may have changed. */
  of(text: string): void {
    if (text === '' || text === this.#of || text === this.#at?.text) return;
    if (this.#at) {
      this.#next = text;
      if (performance.now() - this.#at.since > patienceMs) this.#at.stop.abort();
      return;
    }
    void this.#count(text);
  }
  #next: string | null = null;

  async #count(text: string): Promise<void> {
    const stop = new AbortController();
    this.#at = { text, stop, since: performance.now() };
    try {
      this.numbers = await this.tools.numbers(text, { signal: stop.signal });
      this.failure = '';
      this.#of = text;
    } catch (e) {
      if (!stop.signal.aborted) {
        this.failure = e instanceof BlkplayError || e instanceof Error ? e.message : String(e);
        this.#of = text;
      }
    }
    this.#at = null;
    const next = this.#next;
    this.#next = null;
    if (next !== null) this.of(next);
    this.changed();
  }
}
