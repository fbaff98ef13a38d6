import { css, html, nothing, type TemplateResult } from 'lit';
import { isWrite, RWBS } from '../fold/kinds.ts';
import type { ElevatorValue, Request } from '../fold/state.ts';
import { lightClass, taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { causeSentence } from '../words/cause.ts';
import { firstOf } from '../words/first.ts';
import { cfqQueues, cfqTurn } from './cfq.ts';
import { light, requestFrame, unlight } from './blocks.ts';
import { define, ViewElement } from './element.ts';

const m = strings.machine;
const c = strings.schedulers;
const allMost = 40; // a list up to so long is shown whole, to be scrolled through
const fewRows = 8; // of a longer one, what a window has room for; the rest is counted

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
        contain: strict; /* a line's words move nothing else */
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
      .priority {
        display: flex;
        flex: none;
        flex-direction: column;
      }
      .lists:has(> .priority) {
        display: flex;
        flex-direction: column;
        gap: 4px;
        overflow: auto;
      }
      .priority:only-of-type {
        flex: 1;
        min-height: 0;
      }
      .priority .lists {
        flex: 1;
      }
      .pair-of-lists {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: 10px;
      }
      .pair-of-lists .aged,
      .pair-of-lists .head :last-child:not(b) {
        display: none;
      }
      .pair-of-lists .line {
        height: 23px;
      }
      .pair-of-lists .columns {
        grid-template-columns: minmax(0, 1fr);
      }
      .queues {
        overflow: auto;
        min-height: 0;
      }
      .cfqq {
        margin-bottom: 4px;
        padding: 1px 5px;
        border: 1px solid var(--blk-line);
        border-radius: var(--blk-radius);
      }
      .cfqq.active {
        border: 2px solid var(--blk-ink);
      }
      .cfqq .head {
        margin: 0;
        border: 0;
        white-space: nowrap;
      }
      h3 {
        flex-wrap: wrap;
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
        transform-origin: 0 50%; /* scaled, not laid out anew in each frame */
      }
      /* A finger takes a request by its whole line's height. */
      @media (max-width: 639px) {
        .line,
        .aged .line {
          height: 44px;
        }
        .request::after {
          content: '';
          position: absolute;
          z-index: 1;
          inset: -13px -14px;
        }
        .lists {
          grid-auto-rows: auto;
        }
      }
      @container (min-width: 900px) {
        .lists {
          grid-auto-flow: column;
          grid-auto-columns: minmax(0, 1fr);
          gap: 24px;
        }
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
      <div class="lists">${inside(view, waiting)}</div>`;
  }
}

/** Numbers of the ElevatorState records, see the elevators' own packages. */
const Value = { batch: 1, next: 2, anticipation: 2 } as const;
const sameAsDeadline = ['deadline', 'mq-deadline'];

function inside(view: View, waiting: Request[]): unknown {
  switch (view.machine.elevator) {
    case 'mq-deadline':
      return priorities(view, waiting);
    case 'deadline':
      return byHalf(view, [m.reads, waiting.filter((rq) => !isWrite(rq.rwbs))], [m.writes, waiting.filter((rq) => isWrite(rq.rwbs))]);
    case 'as':
      return byHalf(view, [c.syncList, waiting.filter(isSync)], [c.asyncList, waiting.filter((rq) => !isSync(rq))]);
    case 'kyber':
      return domains(view, waiting);
    case 'none':
      return softwareQueue(view);
    case 'cfq':
      return cfqQueues(view, rows);
    default:
      return inOrder(view, waiting);
  }
}

/** The class that decides a request's place: 1 rt, 2 be, 3 idle; without one it is best effort. */
function classOf(view: View, rq: Request): number {
  const given = rq.ioprio || (view.machine.setup.tasks.find((t) => t.id === rq.task)?.ioprio ?? 0);
  return given >> 13 || 2;
}

/** mq-deadline: reads and writes for each priority; a lower one waits while a higher one has a request that is not finished. */
function priorities(view: View, waiting: Request[]): unknown {
  const out = [...view.state.requests.values()].filter((rq) => rq.place === 'hardware queue' || rq.place === 'dispatch' || rq.place === 'device');
  const of = (list: Request[], which: number): Request[] => list.filter((rq) => classOf(view, rq) === which);
  const parts = [1, 2, 3].map((which) => ({ which, waits: of(waiting, which), out: of(out, which).length }));
  const busy = parts.filter((p) => p.waits.length > 0 || p.out > 0);
  const shown = busy.length > 0 ? busy : [parts[1]];
  const alone = shown.length === 1;
  const halves = (list: Request[]): TemplateResult[] =>
    byHalf(view, [m.reads, list.filter((rq) => !isWrite(rq.rwbs))], [m.writes, list.filter((rq) => isWrite(rq.rwbs))]);
  const name = (which: number): string => ['', c.rt, c.be, c.idle][which];
  return html`${shown.map((p, k) => html`<section class="priority">
      <div class="head"><b>${name(p.which)}</b><span class="note">${fill(c.waitsOut, { waiting: p.waits.length, out: p.out })}${k > 0 ? ` · ${c.waitsForHigher}` : ''}</span></div>
      <div class=${alone ? 'lists' : 'pair-of-lists'}>${halves(p.waits)}</div>
    </section>`)}
    ${alone ? html`<p class="note">${fill(c.noOther, { names: parts.filter((p) => p !== shown[0]).map((p) => name(p.which)).join(', ') })}</p>` : nothing}`;
}

/** As rq_is_sync() has it: a read, or a write with the sync bit. */
function isSync(rq: Request): boolean {
  return !isWrite(rq.rwbs) || (rq.rwbs & RWBS.Sync) !== 0;
}

/** Without an elevator requests wait where they came in: in the software queue. */
function softwareQueue(view: View): TemplateResult {
  const list = view.state.softQueue.slice(0, rowsOf(view.state.softQueue.length)).map((id) => view.state.requests.get(id)).filter((rq) => rq !== undefined);
  return html`<section class="half">
    <div class="head"><b>${strings.tags.soft}</b><span class="note">${m.inOrder}</span></div>
    <div class="columns single"><div>${rows(view, list, view.state.softQueue.length)}</div></div>
  </section>`;
}

/** kyber: a list and a number of tokens for each domain. */
function domains(view: View, waiting: Request[]): TemplateResult[] {
  const out = [...view.state.requests.values()].filter((rq) => ['hardware queue', 'dispatch', 'device'].includes(rq.place));
  return [m.reads, m.writes].map((title, domain) => {
    const mine = (rq: Request): boolean => isWrite(rq.rwbs) === (domain === 1);
    const all = waiting.filter(mine);
    const list = firstOf(all, rowsOf(all.length), byAge);
    const tokens = view.state.elevatorValues.get(domain)?.b ?? kyberTokens[domain];
    const used = out.filter(mine).length;
    return html`<section class="half">
      <div class="head"><b>${title}</b><span class="note">${m.inOrder}</span><span class="note">${used >= tokens ? c.noTokens + ', ' : ''}${fill(c.domain, { out: used, tokens })}</span></div>
      <div class="columns single"><div>${rows(view, list, all.length)}</div></div>
    </section>`;
  });
}

/** What the domains begin with: kyber_depth[] of Linux 6.18. */
const kyberTokens = [256, 128];

/** What the elevator remembers from one choice to the next. */
function inner(view: View): string {
  const { state, machine } = view;
  const batch = state.elevatorValues.get(Value.batch);
  if (machine.elevator === 'deadline' && !Number.isNaN(machine.value('fifo_batch'))) {
    return fill(m.batch, {
      starved: batch?.a ?? 0,
      starvedMost: machine.value('writes_starved'),
      batch: batch?.b ?? 0,
      batchMost: machine.value('fifo_batch'),
    });
  }
  if (machine.elevator === 'cfq') return cfqTurn(view);
  if (machine.elevator !== 'as') return lastChoice(view);
  const wait = state.elevatorValues.get(Value.anticipation);
  return [antic(view, wait), batch ? batchOf(view, batch) : ''].filter(Boolean).join(' · ');
}

/** The rule by which the elevator chose last. */
function lastChoice(view: View): string {
  const { chosen } = view.state;
  if (!chosen) return '';
  const why = causeSentence(view.causes, view.index.records, chosen.at, (id) => taskName(view, id));
  return why === '' ? '' : fill(c.last, { why });
}

function batchOf(view: View, batch: ElevatorValue): string {
  const left = batch.b - view.now;
  return fill(left > 0 ? c.batchOf : c.batchOver, { kind: batch.a === 1 ? c.sync1 : c.sync0, ms: ms(Math.max(0, left)) });
}

function antic(view: View, wait: ElevatorValue | undefined): string {
  if (wait?.a === 1) return m.anticCompletion;
  if (wait?.a === 2) return fill(m.anticNext, { task: taskName(view, wait.req), ms: ms(Math.max(0, wait.b - view.now)) });
  return m.anticOff;
}

function isNext(view: View, rq: Request): boolean {
  return sameAsDeadline.includes(view.machine.elevator) && view.state.elevatorValues.get(Value.next)?.req === rq.id;
}

function byHalf(view: View, ...halves: [string, Request[]][]): TemplateResult[] {
  return halves.map(([title, list]) => {
    const sorted = firstOf(list, rowsOf(list.length), (a, b) => a.sector - b.sector || byAge(a, b));
    const aged = firstOf(list.filter((rq) => rq.fifoEnd > 0), rowsOf(list.length), (a, b) => a.fifoEnd - b.fifoEnd || byAge(a, b));
    return html`<section class="half">
      <div class="head"><b>${title}</b><span class="note">${m.bySector}</span><span class="note">${m.fifo}</span></div>
      <div class="columns">
        <div>${rows(view, sorted, list.length)}</div>
        <div class="aged">${aged.length > 0 ? aged.map((rq) => age(view, rq)) : list.length === 0 ? html`<span class="note">${m.empty}</span>` : nothing}</div>
      </div>
    </section>`;
  });
}

function inOrder(view: View, waiting: Request[]): TemplateResult {
  const list = firstOf(waiting, rowsOf(waiting.length), byAge);
  return html`<section class="half">
    <div class="head"><b>${m.inOrder}</b></div>
    <div class="columns single"><div>${rows(view, list, waiting.length)}</div></div>
  </section>`;
}

const byAge = (a: Request, b: Request): number => a.insertedAt - b.insertedAt;

/** How many rows a list of so many requests gets. */
function rowsOf(count: number): number {
  return count <= allMost ? count : fewRows;
}

/** The first of `all` requests, and how many more there are. */
function rows(view: View, list: Request[], all = list.length) {
  if (list.length === 0) return html`<span class="note">${m.empty}</span>`;
  return html`${list.slice(0, rowsOf(list.length)).map(
    (rq) => html`<div class="line">
      <code>${rq.sector}</code>${requestFrame(view, rq)}<b class="mono">#${rq.id}</b>
      <span class="note">${fill(m.sectors, { n: rq.sectors })}${rq.bios.length > 1 ? ', ' + plural(rq.bios.length, 'bio') : ''}</span>
      ${isNext(view, rq) ? html`<b class="note" style="flex:none">${m.next}</b>` : ''}
    </div>`,
  )}${all > rowsOf(list.length) ? html`<div class="note">${fill(m.more, { n: all - rowsOf(list.length) })}</div>` : nothing}`;
}

/** How much of its time a request has used up, and what is left. */
function age(view: View, rq: Request) {
  const inserted = view.index.records.time(rq.insertedAt);
  const left = rq.fifoEnd - view.now;
  const used = Math.min(1, Math.max(0, (view.now - inserted) / Math.max(1, rq.fifoEnd - inserted)));
  const text = fill(left >= 0 ? m.left : m.late, { time: span(Math.abs(left)) });
  return html`<div class="line${lightClass(view, rq.bios)}" @pointerenter=${light(rq.bios)} @pointerleave=${unlight}>
    <b class="mono">#${rq.id}</b><span class="age" aria-hidden="true"><i style="transform:scaleX(${used.toFixed(2)})"></i></span><span class="note">${text}</span>
  </div>`;
}

/** Seconds from a tenth of one on, else milliseconds: deadlines are ms to s. */
function span(ns: number): string {
  return ns >= 1e8 ? `${(ns / 1e9).toFixed(2)} s` : `${(ns / 1e6).toFixed(1)} ms`;
}

define('blk-elevator', BlkElevator);
