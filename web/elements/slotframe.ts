import { css, html } from 'lit';
import { lightClass, type View } from '../playground/view.ts';
import { fill, ms, strings } from '../strings.ts';
import { requestFrame } from './blocks.ts';

const m = strings.machine;

export const slotStyle = css`
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
    contain: strict;
  }
  .progress {
    height: 7px;
    border: 1px solid var(--blk-line2);
    background: var(--blk-sunk);
    contain: strict;
  }
  .progress i {
    display: block;
    height: 100%;
    background: repeating-linear-gradient(90deg, var(--blk-ink) 0 3px, transparent 3px 5px);
  }
`;

/** A slot of the device, and how far what it serves is. */
export function slotFrame(view: View, k: number) {
  const rq = view.state.requests.get(view.state.slots[k] ?? -1);
  const name = fill(m.slot, { n: k + 1 });
  if (!rq) return html`<div class="slot idle"><div class="pair"><span>${name}</span><b>${m.idle}</b></div></div>`;
  const left = Math.max(0, rq.serviceEnd - view.now);
  const done = rq.serviceEnd > rq.issuedAt ? 1 - left / (rq.serviceEnd - rq.issuedAt) : 1;
  return html`<div class="slot${lightClass(view, rq.bios)}">
    <div class="pair"><span>${name} · <b class="mono">#${rq.id}</b></span><b>${fill(m.msLeft, { ms: ms(left) })}</b></div>
    <div class="what">${requestFrame(view, rq)}</div>
    <div class="progress" aria-hidden="true"><i .style=${`width:${done * 100}%`}></i></div>
  </div>`;
}
