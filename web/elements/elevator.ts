import { css, html, nothing, type TemplateResult } from 'lit';
import { isWrite } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import { lightClass, taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { light, requestFrame, unlight } from './blocks.ts';
import { define, ViewElement } from './element.ts';

const m = strings.machine;
const rowsMost = 60;

/** The inside of the elevator as that elevator sees it. */
export class BlkElevator extends ViewElement {
  static override styles = [
    base,
    blocks,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
        container-type: inline-size;
      }
      h3 {
        display: flex;
        justify-content: space-between;
        gap: 8px;
        margin-bottom: 5px;
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      h3 b {
        color: var(--blk-ink);
      }
      .lists {
        flex: 1;
        display: grid;
        grid-auto-rows: minmax(0, 1fr);
        min-height: 0;
      }
      .half {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      .head {
        display: flex;
        gap: 8px;
        align-items: baseline;
        margin-bottom: 2px;
        border-bottom: 1px solid var(--blk-line);
        font-size: 11px;
      }
      .head b {
        font-size: 12px;
      }
      .head :last-child:not(b) {
        margin-left: auto;
      }
      .columns {
        display: grid;
        grid-template-columns: minmax(0, 1fr) 140px;
        gap: 6px;
        min-height: 0;
        overflow: auto;
        flex: 1;
      }
      .columns.single {
        grid-template-columns: minmax(0, 1fr);
      }
      .line {
        display: flex;
        align-items: center;
        gap: 5px;
        height: 25px;
        padding-left: 3px;
        overflow: hidden;
        white-space: nowrap;
      }
      .line code {
        min-width: 34px;
        text-align: right;
      }
      .aged .line {
        height: 19px;
      }
      .line .note {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      .aged .line b {
        min-width: 22px;
      }
      .age {
        flex: none;
        width: 36px;
        height: 6px;
        border: 1px solid var(--blk-line2);
        background: var(--blk-sunk);
      }
      .age i {
        display: block;
        height: 100%;
        background: var(--blk-ink);
      }
      @container (max-width: 330px) {
        .columns {
          grid-template-columns: minmax(0, 1fr);
        }
        .aged,
        .head :last-child:not(b) {
          display: none;
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const name = view.machine.elevator;
    const waiting = view.state.at('elevator');
    return html`<h3><span>${m.elevator} <b>${name}</b></span><span>${inner(view)}</span></h3>
      <div class="lists">${name.includes('deadline') || name === 'as' ? byDirection(view, waiting) : inOrder(view, waiting)}</div>`;
  }
}

/** Numbers of the ElevatorState records, see the elevators' own packages. */
const Value = { batch: 1, next: 2, anticipation: 2 } as const;
const sameAsDeadline = ['deadline', 'mq-deadline'];

/** What the elevator remembers from one choice to the next. */
function inner(view: View): string {
  const { state, machine } = view;
  const batch = state.elevatorValues.get(Value.batch);
  if (machine.elevator === 'deadline' && !Number.isNaN(machine.tunable('fifo_batch'))) {
    return fill(m.batch, {
      starved: batch?.a ?? 0,
      starvedMost: machine.tunable('writes_starved'),
      batch: batch?.b ?? 0,
      batchMost: machine.tunable('fifo_batch'),
    });
  }
  if (machine.elevator !== 'as') return '';
  const wait = state.elevatorValues.get(Value.anticipation);
  if (wait?.a === 1) return m.anticCompletion;
  if (wait?.a === 2) return fill(m.anticNext, { task: taskName(view, wait.req), ms: ms(Math.max(0, wait.b - view.now)) });
  return m.anticOff;
}

function isNext(view: View, rq: Request): boolean {
  return sameAsDeadline.includes(view.machine.elevator) && view.state.elevatorValues.get(Value.next)?.req === rq.id;
}

function byDirection(view: View, waiting: Request[]): TemplateResult[] {
  const halves: [string, Request[]][] = [
    [m.reads, waiting.filter((rq) => !isWrite(rq.rwbs))],
    [m.writes, waiting.filter((rq) => isWrite(rq.rwbs))],
  ];
  return halves.map(([title, list]) => {
    const sorted = [...list].sort((a, b) => a.sector - b.sector || a.insertedAt - b.insertedAt);
    const aged = list.filter((rq) => rq.fifoEnd > 0).sort((a, b) => a.fifoEnd - b.fifoEnd || a.insertedAt - b.insertedAt);
    return html`<section class="half">
      <div class="head"><b>${title}</b><span class="note">${m.bySector}</span><span class="note">${m.fifo}</span></div>
      <div class="columns">
        <div>${rows(view, sorted)}</div>
        <div class="aged">${aged.length > 0 ? aged.slice(0, rowsMost).map((rq) => age(view, rq)) : list.length === 0 ? html`<span class="note">${m.empty}</span>` : nothing}</div>
      </div>
    </section>`;
  });
}

function inOrder(view: View, waiting: Request[]): TemplateResult {
  const list = [...waiting].sort((a, b) => a.insertedAt - b.insertedAt);
  return html`<section class="half">
    <div class="head"><b>${m.inOrder}</b></div>
    <div class="columns single"><div>${rows(view, list)}</div></div>
  </section>`;
}

function rows(view: View, list: Request[]) {
  if (list.length === 0) return html`<span class="note">${m.empty}</span>`;
  return html`${list.slice(0, rowsMost).map(
    (rq) => html`<div class="line">
      <code>${rq.sector}</code>${requestFrame(view, rq)}<b class="mono">#${rq.id}</b>
      <span class="note">${fill(m.sectors, { n: rq.sectors })}${rq.bios.length > 1 ? ', ' + plural(rq.bios.length, 'bio') : ''}</span>
      ${isNext(view, rq) ? html`<b class="note" style="flex:none">${m.next}</b>` : ''}
    </div>`,
  )}${list.length > rowsMost ? html`<div class="note">${fill(m.more, { n: list.length - rowsMost })}</div>` : nothing}`;
}

/** How much of its time a request has used up, and what is left. */
function age(view: View, rq: Request) {
  const inserted = view.index.records.time(rq.insertedAt);
  const left = rq.fifoEnd - view.now;
  const used = Math.min(100, Math.max(0, ((view.now - inserted) / Math.max(1, rq.fifoEnd - inserted)) * 100));
  const text = fill(left >= 0 ? m.left : m.late, { time: span(Math.abs(left)) });
  return html`<div class="line${lightClass(view, rq.bios)}" @pointerenter=${light(rq.bios)} @pointerleave=${unlight}>
    <b class="mono">#${rq.id}</b><span class="age" aria-hidden="true"><i style="width:${used}%"></i></span><span class="note">${text}</span>
  </div>`;
}

/** Seconds from a tenth of one on, else milliseconds: deadlines are ms to s. */
function span(ns: number): string {
  return ns >= 1e8 ? `${(ns / 1e9).toFixed(2)} s` : `${(ns / 1e6).toFixed(1)} ms`;
}

define('blk-elevator', BlkElevator);
