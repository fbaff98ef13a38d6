import { BlkplayError, textOf } from '../engine/errors.ts';
import { Tools, type Finding } from '../engine/tools.ts';
import type { Variant } from './preview.ts';

/** What is known of the text as it is now. */
export interface Known {
  readable: boolean;
  variant: Variant | null; // the last that could be made
  unmade: string; // why this seed's could not, of a text that can be read
  findings: readonly Finding[];
  formatted: string; // '': it cannot be read
  checking: boolean;
  failure: string;
}

/**
 * Reads a text and has it checked while somebody writes it. Two workers, because
 * the linter runs many variants: the preview does not wait for it, and a new text
 * ends a check that is under way.
 */
export class Check {
  readonly preview = new Tools();
  readonly #linter = new Tools();
  #stop = new AbortController();
  known: Known = { readable: false, variant: null, unmade: '', findings: [], formatted: '', checking: false, failure: '' };

  constructor(readonly changed: () => void) {}

  /** Takes a text; what is found out of it comes by and by. */
  take(text: string, seed: string, language: string): void {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    this.#set({ checking: true, failure: '' });
    void this.#read(text, seed, language, stop.signal);
    void this.#lint(text, stop.signal);
  }

  close(): void {
    this.#stop.abort();
    this.preview.close();
    this.#linter.close();
  }

  async #read(text: string, seed: string, language: string, signal: AbortSignal): Promise<void> {
    try {
      const lesson = await this.preview.lesson(text, seed, language, { signal });
      this.#set({ readable: true, variant: { text, seed, language, lesson }, unmade: '' });
    } catch (e) {
      if (signal.aborted) return;
      const places = e instanceof BlkplayError ? e.all.filter((x) => x.line > 0) : [];
      if (places.length > 0) {
        const findings = places.map((x): Finding => ({ line: x.line, column: x.column, rule: 'syntax', error: true, text: x.message }));
        this.#set({ readable: false, unmade: '', findings });
      } else {
        this.#set({ readable: true, unmade: textOf(e) });
      }
    }
  }

  async #lint(text: string, signal: AbortSignal): Promise<void> {
    try {
      const { findings, formatted } = await this.#linter.lessonLint(text, { signal });
      this.#set({ findings, formatted, readable: formatted !== '', checking: false });
    } catch (e) {
      if (!signal.aborted) this.#set({ checking: false, formatted: '', failure: textOf(e) });
    }
  }

  #set(news: Partial<Known>): void {
    this.known = { ...this.known, ...news };
    this.changed();
  }
}
