import { html, nothing } from 'lit';
import { taskName, type View } from '../playground/view.ts';
import { fill, strings } from '../strings.ts';
import { requestTags, tagWaiters } from '../words/tags.ts';
import { requestFrame } from './blocks.ts';

const t = strings.tags;
const shownMost = 8;

/** 6.18: tags in use of those there are, and who waits for one. */
export function tagsInUse(view: View) {
  const { tags } = view.state;
  const { elevator, depth } = view.machine;
  const waiters = tagWaiters(view).map((id) => taskName(view, id));
  return html`${gauge(t.driver, tags.driver, depth)} ${elevator === 'none' ? nothing : gauge(t.scheduler, tags.scheduler, requestTags(view))}
    <div class="note">${waiters.length > 0 ? fill(t.waiters, { tasks: waiters.join(strings.grammar.comma) }) : t.noWaiters}</div>`;
}

function gauge(name: string, used: number, most: number) {
  return html`<div class="pair"><span>${name}</span><b>${fill(strings.machine.usedOf, { used, most })}</b></div>
    <div class="bar" aria-hidden="true"><i style="width:${Math.min(100, (used / Math.max(1, most)) * 100)}%"></i></div>`;
}

/** 6.18: the hardware queue's dispatch list. */
export function hardwareQueue(view: View) {
  return list(view, t.hard, view.state.hardQueue, t.hardEmpty);
}

function list(view: View, title: string, ids: readonly number[], empty: string) {
  const requests = ids.slice(0, shownMost).map((id) => view.state.requests.get(id)).filter((rq) => rq !== undefined);
  return html`<h3 style="white-space: normal">${title}</h3>
    ${requests.length === 0 ? html`<p class="note">${empty}</p>` : requests.map((rq) => html`<div class="dispatched">${requestFrame(view, rq, 0.6)} <span class="note">#${rq.id}</span></div>`)}
    ${ids.length > requests.length ? html`<p class="note">${fill(strings.machine.more, { n: ids.length - requests.length })}</p>` : nothing}`;
}
