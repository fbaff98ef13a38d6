import { css, html } from 'lit';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { why } from '../words/why.ts';
import { define, ViewElement } from './element.ts';

/** What the trace's letters mean; that of the current line is marked. */
export class BlkLetters extends ViewElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-content: center;
        gap: 0 9px;
        padding: 4px 11px;
        border-top: 1px solid var(--blk-line);
        font-size: 11px;
        line-height: 17px;
      }
      .current {
        color: var(--blk-cur);
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const current = view.step >= 0 ? why(view, view.step).letter : '';
    return Object.entries(strings.letters)
      .filter(([letter]) => view.machine.queuePlug || letter !== '·U')
      .map(([letter, meaning]) => html`<span class=${letter === current ? 'current' : ''}><b class="mono">${letter}</b> ${meaning}</span>`);
  }
}

define('blk-letters', BlkLetters);
