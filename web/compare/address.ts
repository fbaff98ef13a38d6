import { packState, type PageState } from './state.ts';

const saveAfterMs = 400;

/** The page's address, which always says what is shown, so that going back comes back here. */
export class Address {
  #saved = '';
  #timer = 0;

  /** What is shown, and the machines' words; null while it is not to be kept. */
  constructor(readonly shown: () => { state: PageState; words: readonly string[] } | null) {}

  /** Somebody else wrote it: another link was opened. */
  get isNew(): boolean {
    return location.hash !== this.#saved;
  }

  saveSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.save(), saveAfterMs);
  }

  async save(): Promise<void> {
    const shown = this.shown();
    if (!shown) return;
    const hash = await packState(shown.state, shown.words);
    if (hash === this.#saved) return;
    this.#saved = hash;
    history.replaceState(null, '', hash);
  }
}
