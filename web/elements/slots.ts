import { css, html } from 'lit';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import { slotFrame, slotStyle } from './slotframe.ts';

const m = strings.machine;
const slotsMost = 32; // of a deeper device a window's worth is shown, the rest counted
const slotsFew = 8;

/** The device: a frame for each request it can take at once, and where its head is. */
export class BlkSlots extends ViewElement {
  static override styles = [
    base,
    blocks,
    slotStyle,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .slots {
        min-height: 0;
        overflow: auto;
      }
      @media (max-width: 999px) {
        .slots {
          display: grid;
          grid-template-columns: 1fr 1fr;
          gap: 8px;
        }
        .slot {
          margin: 0;
        }
      }
      @media (max-width: 639px) {
        .what {
          height: 44px;
        }
        .request::after {
          content: '';
          position: absolute;
          z-index: 1;
          inset: -13px -14px;
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const depth = Math.max(view.machine.depth, view.state.slots.length);
    const shown = depth <= slotsMost ? depth : slotsFew;
    return html`<div class="slots">
        ${Array.from({ length: shown }, (_, k) => slotFrame(view, k))}
        ${depth > shown ? html`<div class="note">${fill(m.more, { n: depth - shown })}</div>` : ''}
      </div>
      <div class="pair"><span>${m.head}</span><b class="mono">${view.state.head}</b></div>`;
  }
}

define('blk-slots', BlkSlots);
