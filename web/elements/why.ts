import { css, html } from 'lit';
import { base } from '../styles/base.ts';
import { ms, strings } from '../strings.ts';
import { why } from '../words/why.ts';
import { define, ViewElement } from './element.ts';

/** The event looked at, and its cause in words. */
export class BlkWhy extends ViewElement {
  static override styles = [
    base,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 2px 10px;
        height: 44px;
        padding: 0 12px;
        overflow: hidden;
        font-size: 14px;
        line-height: 18px;
      }
      .event {
        padding: 3px 8px;
        border-left: 3px solid var(--blk-cur);
        background: var(--blk-cur-bg);
        font: 600 12px/16px var(--blk-mono);
        white-space: nowrap;
      }
      code {
        font-size: 12px;
        color: var(--blk-ink2);
      }
      .chip {
        border-color: var(--blk-cur);
        color: var(--blk-cur);
      }
      b {
        min-width: 0;
        max-height: 36px;
        overflow: hidden;
      }
      @media (max-width: 999px) {
        :host {
          flex-wrap: wrap;
          height: auto;
          min-height: 64px;
          padding: 6px 12px;
        }
        b {
          max-height: none;
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const w = why(view, view.step);
    const number = view.index.sequence[view.step];
    return html`${view.step >= 0 ? html`<span class="event">${number > 0 ? number : '–'} ${w.letter} ${ms(view.index.timeOf(view.step))}</span>` : ''}
      <b>${w.text}</b>${w.func ? html`<code>${w.func}()</code>` : ''}${w.hidden ? html`<span class="chip">${strings.why.invisible}</span>` : ''}`;
  }
}

define('blk-why', BlkWhy);
