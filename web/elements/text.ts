import { css, html, LitElement } from 'lit';
import type { ScenarioError } from '../engine/engine.ts';
import { EditEvent } from '../playground/events.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';
import { told } from '../words/told.ts';

const t = strings.text;
const settleMs = 350;

/** The scenario as text, always the same thing as the picture: each change runs, or says where it is wrong. */
export class BlkText extends LitElement {
  static override properties = { text: {}, errors: { attribute: false }, formatter: { attribute: false } };
  declare text: string;
  declare errors: readonly ScenarioError[];
  declare formatter: ((text: string) => Promise<string>) | null;
  #settling = 0;
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.text = '';
    this.errors = [];
    this.formatter = null;
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      textarea {
        flex: 1;
        min-height: 120px;
        padding: 6px 11px;
        border: 0;
        border-radius: 0;
        background: var(--blk-panel);
        font: 11px/16px var(--blk-mono);
        resize: none;
        tab-size: 2;
      }
      textarea:focus-visible {
        outline-offset: -2px;
      }
      .foot {
        display: flex;
        gap: 8px;
        align-items: flex-start;
        padding: 6px 11px;
        border-top: 1px solid var(--blk-line);
      }
      .foot > :first-child {
        flex: 1;
        min-width: 0;
      }
      .error {
        max-height: 96px;
        overflow: auto;
        color: var(--blk-bad);
        font-size: 12px;
      }
      .error button {
        padding: 0;
        border: 0;
        background: none;
        color: inherit;
        font: inherit;
        text-align: left;
        text-decoration: underline;
        cursor: pointer;
      }
      .btn {
        height: 26px;
      }
    `,
  ];

  override render() {
    return html`<textarea
        aria-label=${t.label}
        aria-invalid=${this.errors.length > 0}
        aria-describedby="state"
        spellcheck="false"
        autocapitalize="off"
        autocomplete="off"
        wrap="off"
        .value=${this.text}
        @input=${this.#typed}
      ></textarea>
      <div class="foot">
        <div id="state" role="status">
          ${this.errors.length === 0
            ? html`<span class="note">${t.running}</span>`
            : html`<div class="error">${this.errors.slice(0, 5).map((e) => this.#error(e))}<span class="note">${t.keeps}</span></div>`}
        </div>
        <button class="btn" @click=${this.#format}>${t.format}</button>
      </div>`;
  }

  #error(e: ScenarioError) {
    const place = e.line > 0 ? fill(t.place, { line: e.line, column: e.column }) : '';
    return html`<div>⚠ ${place ? html`<button @click=${() => this.goTo(e)}>${place}</button>: ` : ''}${told(e.message)}</div>`;
  }

  /** Puts the cursor where an error is. */
  goTo(e: ScenarioError): void {
    const area = this.renderRoot.querySelector('textarea');
    if (!area) return;
    const lines = area.value.split('\n');
    const before = lines.slice(0, e.line - 1).reduce((n, l) => n + l.length + 1, 0);
    const at = before + Math.max(0, e.column - 1);
    const word = /^\S*/.exec(area.value.slice(at))![0];
    area.focus();
    area.setSelectionRange(at, at + Math.max(1, word.length));
  }

  #typed = (e: Event): void => {
    const text = (e.target as HTMLTextAreaElement).value;
    clearTimeout(this.#settling);
    this.#settling = window.setTimeout(() => this.dispatchEvent(new EditEvent(() => text)), settleMs);
  };

  #format = async (): Promise<void> => {
    if (!this.formatter || this.errors.length > 0) return;
    const before = this.text;
    const tidy = await this.formatter(before);
    // What was typed meanwhile counts.
    this.dispatchEvent(new EditEvent((now) => (now === before ? tidy : now)));
  };
}

define('blk-text', BlkText);
