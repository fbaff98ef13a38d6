import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';
import './embed-pane.ts';
import './files-pane.ts';
import './kernel-pane.ts';
import './link-pane.ts';
import type { What } from './what.ts';

const s = strings.share;
const tabs = ['link', 'files', 'embed', 'kernel'] as const;
export type ShareTab = (typeof tabs)[number];

/** How a scenario leaves the page: as a link, a file, a tag for another page, a recipe for a real kernel. */
export class BlkShare extends LitElement {
  static override properties = { what: { state: true }, tab: { state: true } };
  declare what: What | null;
  declare tab: ShareTab;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(760px, 100vw - 24px);
        max-height: calc(92dvh - 24px);
        margin-top: max(24px, 8dvh); /* at one place for all tabs */
        padding: 0;
        border: 1px solid var(--blk-line2);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-panel);
        color: var(--blk-ink);
      }
      dialog::backdrop {
        background: color-mix(in srgb, var(--blk-bg) 60%, transparent);
      }
      .head {
        position: sticky;
        top: 0;
        z-index: 1;
        border-bottom: 1px solid var(--blk-line);
        background: var(--blk-panel);
      }
      .row {
        justify-content: space-between;
        padding: 8px 8px 4px 16px;
      }
      .row .btn {
        flex: none;
      }
      h2 {
        overflow: hidden;
        font-size: 15px;
        font-weight: 700;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      h2 span {
        color: var(--blk-ink2);
        font-weight: 400;
      }
      .tabs {
        display: flex;
        gap: 2px;
        padding: 0 8px;
        overflow-x: auto;
      }
      .tabs button {
        min-height: 30px;
        padding: 0 10px;
        border: 0;
        border-bottom: 3px solid transparent;
        background: none;
        color: var(--blk-ink2);
        white-space: nowrap;
        cursor: pointer;
      }
      .tabs button[aria-selected='true'] {
        border-bottom-color: var(--blk-ink);
        color: var(--blk-ink);
        font-weight: 600;
      }
      .tabs button:focus-visible {
        outline-offset: -3px;
      }
      [role='tabpanel'] {
        padding: 12px 16px 16px;
      }
      @media (max-width: 639px), (pointer: coarse) {
        .tabs button,
        .row .btn {
          min-height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.what = null;
    this.tab = 'link';
  }

  /** Shows the dialog for a scenario. */
  open(what: What, tab: ShareTab = 'link'): void {
    this.what = what;
    this.tab = tab;
    void this.updateComplete.then(() => {
      this.#dialog.showModal();
      this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')!.focus();
    });
  }

  get isOpen(): boolean {
    return this.what !== null;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  override render() {
    const { what } = this;
    return html`<dialog aria-label=${s.heading} @close=${() => (this.what = null)}>
      ${what
        ? html`<div class="head">
              <div class="row">
                <h2>${s.heading}${what.title ? html` <span>· ${what.title}</span>` : nothing}</h2>
                <button class="btn" @click=${() => this.#dialog.close()}>${strings.close}</button>
              </div>
              <div class="tabs" role="tablist" aria-label=${s.heading} @keydown=${this.#arrows}>${tabs.map((tab) => this.#tab(tab))}</div>
            </div>
            <div role="tabpanel" aria-label=${s.tabs[this.tab]}>${this.#pane(what)}</div>`
        : nothing}
    </dialog>`;
  }

  #tab(tab: ShareTab) {
    const chosen = tab === this.tab;
    return html`<button role="tab" aria-selected=${chosen} tabindex=${chosen ? 0 : -1} @click=${() => (this.tab = tab)}>${s.tabs[tab]}</button>`;
  }

  #pane(what: What) {
    switch (this.tab) {
      case 'link':
        return html`<blk-share-link .what=${what} @blk-tab=${(e: CustomEvent<ShareTab>) => (this.tab = e.detail)}></blk-share-link>`;
      case 'files':
        return html`<blk-share-files .what=${what}></blk-share-files>`;
      case 'embed':
        return html`<blk-share-embed .what=${what}></blk-share-embed>`;
      case 'kernel':
        return html`<blk-share-kernel .what=${what}></blk-share-kernel>`;
    }
  }

  #arrows = (e: KeyboardEvent): void => {
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    if (by === 0) return;
    e.preventDefault();
    this.tab = tabs[(tabs.indexOf(this.tab) + by + tabs.length) % tabs.length];
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('[aria-selected=true]')!.focus());
  };
}

define('blk-share', BlkShare);
