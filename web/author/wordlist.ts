import { css, html, LitElement } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { NamedText } from '../engine/tools.ts';
import { fill, said } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { words } from './words.ts';
import { told } from '../words/told.ts';

/** Put a word where the cursor is. */
export class InsertEvent extends Event {
  static readonly type = 'blk-insert';
  constructor(readonly text: string) {
    super(InsertEvent.type, { bubbles: true, composed: true });
  }
}

/** What expressions may name, and what the linter looks for. */
export class BlkWordList extends LitElement {
  static override properties = { list: { attribute: false }, rules: { attribute: false }, filter: { state: true } };
  declare list: readonly NamedText[];
  declare rules: readonly NamedText[];
  declare filter: string;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    documentStyle,
    css`
      :host > * + * {
        margin-top: 12px;
      }
      dl {
        display: grid;
        grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr);
        gap: 6px 14px;
        margin: 0;
        font-size: 13px;
        line-height: 18px;
      }
      dd {
        margin: 0;
      }
      dt {
        max-width: 16rem;
      }
      dt .btn {
        height: auto;
        min-height: 26px;
        font: 12px/16px var(--blk-mono);
        overflow-wrap: anywhere;
        white-space: normal;
        text-align: left;
      }
      dt code {
        font-size: 12px;
      }
      label {
        display: block;
        margin-bottom: 4px;
      }
      @media (max-width: 639px) {
        dl {
          grid-template-columns: minmax(0, 1fr);
        }
        dt .btn {
          min-height: 44px;
          min-width: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.list = this.rules = [];
    this.filter = '';
  }

  override render() {
    const w = words();
    const wanted = this.filter.trim().toLowerCase();
    const fits = (t: NamedText): boolean => `${t.name} ${t.label} ${t.text} ${said(t.label)} ${said(t.text)}`.toLowerCase().includes(wanted);
    return html`<div>
        <label for="filter">${w.filter}</label>
        <input id="filter" type="text" autocomplete="off" spellcheck="false" .value=${this.filter} @input=${(e: Event) => (this.filter = (e.target as HTMLInputElement).value)} />
      </div>
      <p class="muted">${w.wordsNote}</p>
      <dl>
        ${this.list.filter(fits).map((t) => html`<dt>${this.#word(t.label.startsWith('function') ? `${t.name}()` : t.name)}</dt><dd>${told(t.text)}${t.label ? html` <span class="muted">· ${told(t.label)}</span>` : ''}</dd>`)}
      </dl>
      <h3>${w.rules}</h3>
      <p class="muted">${w.rulesNote.split('`').map((s, k) => (k % 2 ? html`<code>${s}</code>` : s))}</p>
      <dl>${this.rules.filter(fits).map((t) => html`<dt><code>${t.name}</code></dt><dd>${told(t.text)} <span class="muted">· ${t.label === 'error' ? w.error : w.warning}</span></dd>`)}</dl>`;
  }

  #word(word: string) {
    return html`<button class="btn" aria-label=${fill(words().insert, { word })} @click=${() => this.dispatchEvent(new InsertEvent(word))}>${word}</button>`;
  }
}

define('blk-word-list', BlkWordList);
