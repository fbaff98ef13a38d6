import { css, html } from 'lit';
import { lightClass, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, ms, strings } from '../strings.ts';
import { requestFrame } from './blocks.ts';
import { define, ViewElement } from './element.ts';

const m = strings.machine;
const slotsMost = 32;

/** The device: a frame for each request it can take at once, and where its head is. */
export class BlkSlots extends ViewElement {
  static override styles = [
    base,
    blocks,
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
      .slot {
        margin-bottom: 6px;
        padding: 4px 7px 5px;
        border: 1.5px solid var(--blk-ink);
        border-radius: var(--blk-radius);
        background: var(--blk-panel);
      }
      .slot.idle {
        border: 1.5px dashed var(--blk-line2);
      }
      .what {
        display: flex;
        align-items: center;
        height: 26px;
        padding-left: 2px;
        overflow: hidden;
      }
      .progress {
        height: 7px;
        border: 1px solid var(--blk-line2);
        background: var(--blk-sunk);
      }
      .progress i {
        display: block;
        height: 100%;
        background: repeating-linear-gradient(90deg, var(--blk-ink) 0 3px, transparent 3px 5px);
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
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const depth = Math.max(view.machine.depth, view.state.slots.length);
    const shown = Math.min(depth, slotsMost);
    return html`<div class="slots">
        ${Array.from({ length: shown }, (_, k) => slot(view, k))}
        ${depth > shown ? html`<div class="note">${fill(m.more, { n: depth - shown })}</div>` : ''}
      </div>
      <div class="pair"><span>${m.head}</span><b class="mono">${view.state.head}</b></div>`;
  }
}

function slot(view: View, k: number) {
  const rq = view.state.requests.get(view.state.slots[k] ?? -1);
  const name = fill(m.slot, { n: k + 1 });
  if (!rq) return html`<div class="slot idle"><div class="pair"><span>${name}</span><b>${m.idle}</b></div></div>`;
  const left = Math.max(0, rq.serviceEnd - view.now);
  const done = rq.serviceEnd > rq.issuedAt ? 1 - left / (rq.serviceEnd - rq.issuedAt) : 1;
  return html`<div class="slot${lightClass(view, rq.bios)}">
    <div class="pair"><span>${name} · <b class="mono">#${rq.id}</b></span><b>${fill(m.msLeft, { ms: ms(left) })}</b></div>
    <div class="what">${requestFrame(view, rq)}</div>
    <div class="progress" aria-hidden="true"><i style="width:${done * 100}%"></i></div>
  </div>`;
}

define('blk-slots', BlkSlots);
