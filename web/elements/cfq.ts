import { html, nothing, type TemplateResult } from 'lit';
import { cfqOf, type Cfq, type CfqQueue } from '../fold/cfq.ts';
import { hueClass, taskName, type View } from '../playground/view.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { inOrder } from './requestrows.ts';

const c = strings.schedulers;
const emptyMost = 4; // queues without a request that are still worth a line

let last: { view: View; cfq: Cfq } | null = null;

/** cfq at a moment, worked out once for all that show it. */
function cfqNow(view: View): Cfq {
  if (last?.view !== view) last = { view, cfq: cfqOf(view.state, view.index.records, view.machine.kernel === '2.6.24', view.machine.hz) };
  return last.cfq;
}

/** Whose turn it is, and until when. */
export function cfqTurn(view: View): string {
  const cfq = cfqNow(view);
  const active = cfq.queues.find((q) => q.id === cfq.active);
  const parts: string[] = [];
  if (active) {
    const who = ownerOf(view, active);
    if (cfq.idleEnd > view.now) parts.push(fill(c.idles, { task: who, ms: ms(cfq.idleEnd - view.now) }));
    parts.push(
      cfq.sliceEnd === 0
        ? fill(c.sliceNew, { task: who })
        : cfq.sliceEnd > view.now
          ? fill(c.slice, { task: who, ms: ms(cfq.sliceEnd - view.now) })
          : fill(c.sliceOver, { task: who }),
    );
  }
  if (cfq.classEnd > view.now) parts.push(fill(c.idleClass, { ms: ms(cfq.classEnd - view.now) }));
  return parts.join(' · ') || c.noTurn;
}

/** cfq: a queue for each task's sync requests, async ones shared; the active one first. */
export function cfqQueues(view: View): TemplateResult {
  const cfq = cfqNow(view);
  const busy = cfq.queues.filter((q) => q.id === cfq.active || q.waiting.length > 0 || q.inService > 0);
  const idle = cfq.queues.filter((q) => !busy.includes(q));
  return html`<div class="queues">
    ${cfq.queues.length === 0 ? html`<span class="note">${c.noQueue}</span>` : nothing}
    ${busy.map((q) => one(view, cfq, q))}
    ${idle.slice(0, emptyMost).map((q) => one(view, cfq, q))}
    ${idle.length > emptyMost ? html`<div class="note">${fill(c.emptyQueues, { n: idle.length - emptyMost })}</div>` : nothing}
  </div>`;
}

function one(view: View, cfq: Cfq, q: CfqQueue) {
  const active = q.id === cfq.active;
  const flight = q.inService > 0 ? fill(c.inService, { requests: plural(q.inService, 'request') }) : '';
  const merge = q.mergesInto >= 0 ? fill(c.mergesInto, { queue: q.mergesInto }) : '';
  return html`<section class="cfqq ${active ? 'active' : ''} ${q.task > 0 ? hueClass(q.task) : ''}">
    <div class="head">
      ${q.task > 0 ? html`<span class="digit">${q.task}</span>` : nothing}<b>${ownerOf(view, q)}</b>
      <span class="note">${fill(c.queue, { id: q.id })}, ${q.sync ? c.sync : c.async}${q.ioprio > 0 ? ', ' + priority(q.ioprio) : ''}</span>
      <span class="note">${[active ? c.active : '', flight, merge].filter(Boolean).join(strings.grammar.comma)}</span>
    </div>
    ${q.waiting.length > 0 ? inOrder(view, q.waiting) : nothing}
  </section>`;
}

function ownerOf(view: View, q: CfqQueue): string {
  return q.task > 0 ? taskName(view, q.task) : c.shared;
}

function priority(ioprio: number): string {
  const name = ['', 'RT', 'BE', 'idle'][ioprio >> 13] ?? '';
  return name === 'idle' || name === '' ? name : name + (ioprio & 7);
}
