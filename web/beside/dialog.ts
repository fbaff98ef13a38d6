import { css, html, LitElement } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Engine } from '../engine/engine.ts';
import type { Tools } from '../engine/tools.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { strings } from '../strings.ts';
import './beside.ts';
import type { BlkBeside } from './beside.ts';
import { words } from './words.ts';

/** A real trace beside its replay, over the playground. */
export class BlkBesideDialog extends LitElement {
  readonly speaks = new Speaks(this);
  #engine: Engine | null = null;
  #tools: Tools | null = null;

  static override styles = [
    base,
    controls,
    css`
      dialog {
        width: min(1180px, 100vw - 24px);
        height: calc(96dvh - 24px);
        max-width: none;
        max-height: none;
        padding: 0;
        scroll-padding-top: 60px; /* the head stays at the top */
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
        z-index: 4;
        display: flex;
        align-items: center;
        justify-content: space-between;
        padding: 6px 8px 6px 12px;
        border-bottom: 1px solid var(--blk-line);
        background: var(--blk-panel);
      }
      h2 {
        font-size: 15px;
        font-weight: 700;
      }
      @media (max-width: 639px) {
        dialog {
          width: 100vw;
          height: 100dvh;
          border: 0;
          border-radius: 0;
        }
      }
    `,
  ];

  /** Shows the dialog, and begins to replay the trace on a machine. */
  open(files: readonly File[], engine: Engine, tools: Tools, kernel: string, elevator: string): void {
    this.#engine = engine;
    this.#tools = tools;
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const beside = this.renderRoot.querySelector<BlkBeside>('blk-beside')!;
      await beside.updateComplete;
      beside.open(files, kernel, elevator);
      this.#dialog.showModal();
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  override render() {
    return html`<dialog aria-label=${words.title} @keydown=${(e: Event) => e.stopPropagation()} @close=${() => this.renderRoot.querySelector<BlkBeside>('blk-beside')!.close()}>
      <div class="head">
        <h2>${words.title}</h2>
        <button class="btn" @click=${() => this.#dialog.close()}>${strings.close}</button>
      </div>
      <blk-beside .engine=${this.#engine} .tools=${this.#tools} @blk-simulated=${() => this.#dialog.close()}></blk-beside>
    </dialog>`;
  }
}

define('blk-beside-dialog', BlkBesideDialog);
