import { css, html } from 'lit';
import { isWrite } from '../fold/kinds.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, strings } from '../strings.ts';
import { hasTags } from '../words/tags.ts';
import { requestFrame } from './blocks.ts';
import { define, ViewElement } from './element.ts';
import './elevator.ts';
import './gate.ts';
import { hardwareQueue, tagsInUse } from './hwqueue.ts';
import './plug.ts';

const m = strings.machine;

/** The request queue: plug, elevator, gate and dispatch list in one frame, as struct request_queue has them. */
export class BlkQueue extends ViewElement {
  static override styles = [
    base,
    blocks,
    css`
      :host {
        display: grid;
        grid-template-columns: clamp(208px, 22%, 300px) minmax(0, 1fr) 30px clamp(88px, 12%, 200px);
        min-height: 0;
        overflow: hidden;
        border: 1.5px solid var(--blk-line2);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-panel);
      }
      .part {
        min-width: 0;
        min-height: 0;
        padding: 7px 8px;
        isolation: isolate;
      }
      .elevator {
        display: flex;
        flex-direction: column;
        border-left: 1px solid var(--blk-line);
      }
      blk-elevator {
        flex: 1;
      }
      h3 {
        margin-bottom: 5px;
        font-size: 11px;
        line-height: 15px;
        color: var(--blk-ink2);
        white-space: nowrap;
      }
      h3 b {
        color: var(--blk-ink);
      }
      .use {
        margin-top: 8px;
      }
      @media (min-width: 1000px) {
        :host([fixed]) .elevator {
          display: block;
        }
        :host([fixed]) blk-elevator {
          height: 100%;
          contain: strict; /* a block in a block, as high as the queue: only such a one is laid out by itself */
        }
        .use .note {
          height: 30px;
          contain: layout size;
        }
      }
      .bar {
        height: 5px;
        contain: strict;
        border: 1px solid var(--blk-line);
        background: var(--blk-sunk);
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--blk-ink2);
      }
      .dispatched {
        margin-bottom: 6px;
        overflow: hidden;
        padding: 2px;
      }
      :host([nogate]) {
        grid-template-columns: clamp(208px, 22%, 300px) minmax(0, 1fr) clamp(88px, 12%, 200px);
      }
      @media (max-width: 639px) {
        :host,
        :host([nogate]) {
          display: flex;
          flex-direction: column;
        }
        .elevator {
          border: 0;
          min-height: 130px;
        }
        .use:not(.tags),
        .first h3 {
          display: none;
        }
        .vacant {
          display: none;
        }
        blk-gate {
          margin: 0 -4px 4px;
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { state, machine } = view;
    this.toggleAttribute('nogate', !machine.queuePlug);
    const used = state.allocated;
    let writes = 0;
    for (const rq of state.requests.values()) if (isWrite(rq.rwbs)) writes++;
    return html`<div class="part first">
        <h3><b>${m.queue}</b></h3>
        <blk-plug .view=${view}></blk-plug>
        <div class="use ${hasTags(view) ? 'tags' : ''}">
          ${hasTags(view)
            ? tagsInUse(view)
            : html`<div class="pair"><span>${m.inUse}</span><b>${fill(m.usedOf, { used, most: machine.nrRequests })}</b></div>
                <div class="bar" aria-hidden="true"><i style="width:${Math.min(100, (used / machine.nrRequests) * 100)}%"></i></div>`}
          <div class="note">${fill(m.ofWhich, { reads: state.requests.size - writes, writes, inService: state.inService })}</div>
        </div>
      </div>
      <div class="part elevator"><blk-elevator .view=${view}></blk-elevator></div>
      ${machine.queuePlug ? html`<blk-gate ?plugged=${state.plug.on}></blk-gate>` : ''}
      ${hasTags(view) ? html`<div class="part ${state.hardQueue.length > 0 ? '' : 'vacant'}">${hardwareQueue(view)}</div>` : this.#dispatchPart()}`;
  }

  #dispatchPart() {
    const { state } = this.view!;
    return html`<div class="part ${state.dispatch.length > 0 ? '' : 'vacant'}">
        <h3>${m.dispatch}</h3>
        ${state.dispatch.length > 0 ? this.#dispatchList() : html`<p class="note">${m.dispatchEmpty}</p>`}
      </div>`;
  }

  #dispatchList() {
    const view = this.view!;
    return dispatched(view).map(
      (rq, k) => html`<div class="dispatched">
        ${requestFrame(view, rq, 0.6)}
        <div class="note">${fill(k === 0 ? m.atHead : m.behind, { req: rq.id })}</div>
      </div>`,
    );
  }
}

function dispatched(view: NonNullable<BlkQueue['view']>) {
  return view.state.dispatch
    .slice(0, 12)
    .map((id) => view.state.requests.get(id))
    .filter((rq) => rq !== undefined);
}

define('blk-queue', BlkQueue);
