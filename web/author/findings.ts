import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Finding } from '../engine/tools.ts';
import { fill, said } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { counted, words } from './words.ts';
import { told } from '../words/told.ts';

/** Show a place of the text. */
export class GoEvent extends Event {
  static readonly type = 'blk-go';
  constructor(
    readonly line: number,
    readonly column: number,
  ) {
    super(GoEvent.type, { bubbles: true, composed: true });
  }
}

/** What the linter found; each finding leads to its place. */
export class BlkFindings extends LitElement {
  static override properties = { findings: { attribute: false }, checking: { type: Boolean }, failure: {} };
  declare findings: readonly Finding[];
  declare checking: boolean;
  declare failure: string;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    css`
      :host {
        font-size: 13px;
        line-height: 18px;
      }
      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        padding: 4px 0;
      }
      h2 {
        font-weight: 600;
      }
      ol {
        max-height: 152px;
        overflow-y: auto;
        margin: 0;
        padding: 0;
        border: 1px solid var(--blk-line);
        border-radius: var(--blk-radius);
        background: var(--blk-panel);
        list-style: none;
      }
      li + li {
        border-top: 1px solid var(--blk-line);
      }
      button {
        display: grid;
        grid-template-columns: 5rem minmax(0, 1fr);
        gap: 0 8px;
        width: 100%;
        padding: 5px 10px;
        border: 0;
        background: none;
        text-align: left;
        cursor: pointer;
      }
      button:hover {
        background: var(--blk-sunk);
      }
      button:focus-visible {
        outline-offset: -2px;
      }
      .bad {
        color: var(--blk-bad);
      }
      .ok {
        color: var(--blk-ok);
      }
      .note {
        grid-column: 2;
        font-size: 12px;
        line-height: 16px;
      }
      @media (max-width: 639px) {
        button {
          grid-template-columns: minmax(0, 1fr);
          min-height: 44px;
        }
        .note {
          grid-column: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.findings = [];
    this.checking = false;
    this.failure = '';
  }

  override render() {
    const w = words();
    return html`<div class="head">
        <h2 id="title">${w.findings}</h2>
        <span role="status">${this.#sum()}</span>
      </div>
      ${this.findings.length === 0
        ? nothing
        : html`<ol aria-labelledby="title">
            ${this.findings.map(
              (f) => html`<li>
                <button @click=${() => this.dispatchEvent(new GoEvent(f.line, f.column))}>
                  <b class=${f.error ? 'bad' : ''}>${f.error ? `× ${w.error}` : `! ${w.warning}`}</b>
                  <span>${told(f.text)}</span>
                  <span class="note">${f.line > 0 ? fill(w.place, { line: f.line, column: f.column }) : w.noPlace} · <span lang="en">${f.rule}</span></span>
                </button>
              </li>`,
            )}
          </ol>`}`;
  }

  #sum() {
    const w = words();
    if (this.failure) return html`<span class="bad">${fill(w.failed, { reason: said(this.failure) })}</span>`;
    if (this.checking) return w.checking;
    if (this.findings.length === 0) return html`<span class="ok">✓ ${w.clean}</span>`;
    const errors = this.findings.filter((f) => f.error).length;
    return fill(w.found, { errors: counted(w.errors, errors), warnings: counted(w.warnings, this.findings.length - errors) });
  }
}

define('blk-findings', BlkFindings);
