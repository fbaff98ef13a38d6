import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';

const lookAfterMs = 3000; // the page itself comes first

/** Lets the page work without a network, and tells when a newer version is there. Nothing is reloaded unasked. */
export class BlkOffline extends LitElement {
  static override properties = { waiting: { state: true } };
  readonly speaks = new Speaks(this);
  declare waiting: ServiceWorker | null;

  static override styles = [
    base,
    controls,
    css`
      :host {
        position: fixed;
        z-index: 10;
        right: 0;
        bottom: 0;
        left: 0;
      }
      .card {
        display: flex;
        align-items: center;
        gap: 12px;
        padding: 8px 12px;
        border-top: 2px solid var(--blk-ink);
        background: var(--blk-panel);
        font-size: 14px;
        line-height: 18px;
      }
      p {
        flex: 1;
      }
      @media (max-width: 639px) {
        .btn {
          height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.waiting = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if ('serviceWorker' in navigator && /^https?:$/.test(location.protocol)) setTimeout(() => void this.#begin(), lookAfterMs);
  }

  override render() {
    const s = strings.offline;
    if (!this.waiting) return nothing;
    return html`<div class="card" role="status">
      <p>${s.newer}</p>
      <button class="btn primary" @click=${this.#take}>${s.reload}</button>
      <button class="btn" @click=${() => (this.waiting = null)}>${s.later}</button>
    </div>`;
  }

  async #begin(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker.register('./sw.js');
      this.#look(registration);
      registration.addEventListener('updatefound', () => {
        const coming = registration.installing;
        coming?.addEventListener('statechange', () => this.#look(registration));
      });
    } catch {
      // A host without the script, a private window: the page works as before, online.
    }
  }

  /** A version that waits while another is in use is news; the first one is not. */
  #look(registration: ServiceWorkerRegistration): void {
    this.waiting = navigator.serviceWorker.controller ? registration.waiting : null;
  }

  #take = (): void => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    this.waiting?.postMessage('take over');
  };
}

define('blk-offline', BlkOffline);
