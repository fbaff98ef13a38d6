import { strings } from '../strings.ts';
import { Draft } from './draft.ts';
import type { Session, Told } from './session.ts';

/** Keeps the text that somebody changed, and offers it when the page is opened again. */
export class Keeper {
  offer: Told | null = null;
  #draft = new Draft();
  #kept = '';
  #toldRefused = false;

  /** Stop ends what moves before a text is exchanged; share is the way out where nothing is kept. */
  constructor(
    readonly session: Session,
    readonly stop: () => void,
    readonly share: () => void,
  ) {}

  /** What was kept from before; null if nothing was. */
  read(): string | null {
    return this.#draft.read();
  }

  /** Offers what was kept, if the page shows something else. */
  propose(kept: string | null): void {
    if (kept === null || kept === this.session.text) return;
    this.#show(() => {
      const d = strings.share.draft;
      const ways = [
        { label: d.back, go: () => (this.dismiss(), this.stop(), this.session.change(kept)) },
        { label: d.drop, go: () => (this.dismiss(), this.#draft.drop()) },
      ];
      return { kind: 'info', title: d.title, text: d.text, ways };
    });
  }

  /** Keeps the text if it was changed; called whenever it may have been. */
  keep(): void {
    const { session } = this;
    if (!session.edited || session.text === this.#kept) return;
    this.#kept = session.text;
    this.#draft.keep(session.text);
    if (!this.#draft.refused || this.#toldRefused) return;
    this.#toldRefused = true;
    this.#show(() => {
      const d = strings.share.draft;
      return { kind: 'info', title: d.refused, text: d.refusedText, ways: [{ label: strings.share.button, go: this.share }] };
    });
  }

  /** The page is left: what is still to be written is written now. */
  flush = (): void => this.#draft.flush();

  dismiss = (): void => this.#show(null);

  #show(offer: Told | null): void {
    this.offer = offer;
    this.session.changed();
  }
}
