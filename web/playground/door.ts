import { LinkError, unpack, type Shared } from '../share/link.ts';
import { sentences, strings } from '../strings.ts';
import type { Told } from './session.ts';

/** What stands behind a door: how the page takes what a link shares, and a notice if it shares nothing. */
export interface House {
  enter(shared: Shared): void;
  tell(notice: Told): void;
  gallery(): void;
}

/**
 * Opens links: that in the address when the page begins, one put there later, and
 * one pasted anywhere outside a text field. What does not open changes nothing.
 */
export class Door {
  #house: House;
  #asked = 0; // the latest link is the one that is opened

  constructor(house: House) {
    this.#house = house;
  }

  open(): void {
    addEventListener('hashchange', this.#hash);
    document.addEventListener('paste', this.#paste);
  }

  close(): void {
    removeEventListener('hashchange', this.#hash);
    document.removeEventListener('paste', this.#paste);
  }

  /** Opens a fragment. False if it is no link of ours, or does not open. */
  async enter(fragment: string): Promise<boolean> {
    const asked = ++this.#asked;
    try {
      const shared = await unpack(fragment);
      if (!shared || asked !== this.#asked) return false;
      this.#house.enter(shared);
      return true;
    } catch (e) {
      if (!(e instanceof LinkError)) throw e;
      this.#house.tell(() => {
        const s = strings.share.badLink;
        return { kind: 'error', title: s.title, text: sentences(s[e.fault], s.stays), ways: [{ label: s.gallery, go: () => this.#house.gallery() }] };
      });
      return false;
    }
  }

  #hash = (): void => void this.enter(location.hash);

  #paste = (e: ClipboardEvent): void => {
    const target = e.composedPath()[0];
    if (target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement) return;
    const text = e.clipboardData?.getData('text/plain').trim() ?? '';
    const at = text.indexOf('#');
    if (at >= 0 && /^https?:\S*$|^$/.test(text.slice(0, at))) void this.enter(text.slice(at));
  };
}
