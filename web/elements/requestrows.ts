import { html, nothing, type TemplateResult } from 'lit';
import { First } from '../fold/first.ts';
import type { Request } from '../fold/state.ts';
import { lightClass, type View } from '../playground/view.ts';
import { fill, plural, strings } from '../strings.ts';
import { light, requestFrame, unlight } from './blocks.ts';

const m = strings.machine;
const allMost = 40; // a list up to so long is shown whole, to be scrolled through
const fewRows = 8; // of a longer one, what a window has room for; the rest is counted

const byAge = (a: Request, b: Request): number => a.insertedAt - b.insertedAt;
const bySector = (a: Request, b: Request): number => a.sector - b.sector || byAge(a, b);
const byDeadline = (a: Request, b: Request): number => a.fifoEnd - b.fifoEnd || byAge(a, b);

/** A list of requests as they came in. */
export function inOrder(view: View, requests: Iterable<Request>): unknown {
  const first = new First(allMost, fewRows, byAge);
  for (const rq of requests) first.add(rq);
  return rows(view, first);
}

/** A list that is in order already. */
export function asTheyStand(view: View, ids: readonly number[]): unknown {
  const first = new First<Request>(allMost, fewRows, () => 0);
  for (const id of ids) {
    const rq = view.state.requests.get(id);
    if (rq) first.add(rq);
  }
  return rows(view, first);
}

/** A list as noop has it, with a title. */
export function section(title: string, note: unknown, list: unknown): TemplateResult {
  return html`<section class="half">
    <div class="head"><b>${title}</b>${note}</div>
    <div class="columns single"><div>${list}</div></div>
  </section>`;
}

/** The requests of two halves, each by sector, and beside that by deadline. */
export function byHalf(view: View, titles: readonly [string, string], requests: Iterable<Request>, second: (rq: Request) => boolean): TemplateResult[] {
  const halves = titles.map((title) => ({ title, sorted: new First(allMost, fewRows, bySector), aged: new First(allMost, fewRows, byDeadline) }));
  for (const rq of requests) {
    const half = halves[second(rq) ? 1 : 0];
    half.sorted.add(rq);
    if (rq.fifoEnd > 0) half.aged.add(rq);
  }
  return halves.map(({ title, sorted, aged }) => html`<section class="half">
    <div class="head"><b>${title}</b><span class="note">${m.bySector}</span><span class="note">${m.fifo}</span></div>
    <div class="columns">
      <div>${rows(view, sorted)}</div>
      <div class="aged">${aged.count > 0 ? aged.list.map((rq) => age(view, rq)) : sorted.count === 0 ? html`<span class="note">${m.empty}</span>` : nothing}</div>
    </div>
  </section>`);
}

/** The first of some requests, and how many more there are. */
function rows(view: View, { list, count }: First<Request>): unknown {
  if (count === 0) return html`<span class="note">${m.empty}</span>`;
  const next = nextOf(view);
  return html`${list.map(
    (rq) => html`<div class="line">
      <code>${rq.sector}</code>${requestFrame(view, rq)}<b class="mono">#${rq.id}</b>
      <span class="note">${fill(m.sectors, { n: rq.sectors })}${rq.bios.length > 1 ? ', ' + plural(rq.bios.length, 'bio') : ''}</span>
      ${rq.id === next ? html`<b class="note" style="flex:none">${m.next}</b>` : ''}
    </div>`,
  )}${count > list.length ? html`<div class="note more">${fill(m.more, { n: count - list.length })}</div>` : nothing}`;
}

const nextValue = 2; // of the ElevatorState records of deadline and mq-deadline

/** The request from which deadline goes on, -1 if it tells none. */
function nextOf({ machine, state }: View): number {
  const tells = machine.elevator === 'deadline' || machine.elevator === 'mq-deadline';
  return tells ? (state.elevatorValues.get(nextValue)?.req ?? -1) : -1;
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
