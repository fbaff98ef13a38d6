import { html, nothing, type TemplateResult } from 'lit';
import { requestFrame } from '../elements/blocks.ts';
import { icon } from '../elements/icons.ts';
import { plugBox } from '../elements/plugbox.ts';
import { slotFrame } from '../elements/slotframe.ts';
import type { Request } from '../fold/state.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, plural, sentences, strings } from '../strings.ts';
import { rich } from '../words/rich.ts';
import { verdict } from '../words/verdict.ts';
import { why } from '../words/why.ts';
import { faults } from './faults.ts';
import { knobs } from './knobs.ts';
import type { Shown } from './shown.ts';
import { transport } from './transport.ts';

const rowsMost = 12;
const slotsMost = 16;

export function box(s: Shown): TemplateResult {
  const { view } = s;
  if (view.index.steps.length === 0 && s.session.errors.length > 0) return html`${head(s)}${faults(s)}`;
  return html`${head(s)}${faults(s)}${sentence(view)}
    <div class="machine">
      <div class="plug-column">${plugBox(view)}</div>
      <div class="queue">${lists(view)}</div>
      ${view.machine.queuePlug
        ? html`<div class="gate ${view.state.plug.on ? 'on' : ''}" aria-hidden="true"><i></i><span>${view.state.plug.on ? strings.machine.gatePlugged : strings.machine.gateFree}</span><i></i></div>`
        : nothing}
      <div class="device">${device(view)}</div>
    </div>
    <div class="timeline">
      <canvas role="img" aria-label=${timelineLabel(view)}></canvas>
      <div class="cursor" aria-hidden="true"><span class="flag"></span></div>
    </div>
    ${reason(view)}${knobs(s)}${transport(s)}
    <p class="hidden-text" role="status">${s.spoken}</p>`;
}

function head({ view, label }: Shown): TemplateResult {
  const { machine } = view;
  const title = label || machine.setup.title;
  return html`<div class="head">
    <b>${title === '' ? strings.title : title[0].toUpperCase() + title.slice(1)}</b>
    <span class="note">Linux ${machine.kernel} · ${machine.elevator} · HZ ${machine.hz}</span>
  </div>`;
}

/** The three questions of every moment, in one breath. */
function sentence(view: View): TemplateResult {
  const v = verdict(view);
  const p = strings.player;
  const first = v.go[0] ?? '';
  const next = strings.verdict.next;
  const go = first.startsWith(next) ? fill(p.next, { go: first.slice(next.length) }) : first && fill(v.next ? p.next : p.goes, { go: first });
  const waits = v.what === strings.verdict.nothing ? v.what : fill(p.waiting, { what: v.what });
  return html`<p class="verdict">${rich(sentences(waits, v.why, go))}</p>`;
}

/** All that waits, in the order in which it goes: tasks' own plugs, elevator, hardware queue, dispatch list. */
function lists(view: View): TemplateResult {
  const { state, machine } = view;
  const all = [...state.requests.values()];
  const at = (...places: string[]): Request[] => all.filter((rq) => places.includes(rq.place)).sort((a, b) => a.sector - b.sector);
  const m = strings.machine;
  const held = at('task plug');
  return html`
    ${held.length > 0 ? list(view, html`${m.ownPlug}: ${[...new Set(held.map((rq) => rq.task))].map((t) => taskName(view, t)).join(', ')}`, held) : nothing}
    ${list(view, html`${m.elevator} <b>${machine.elevator}</b>, ${strings.player.bySector}`, at('elevator', 'new'), m.empty)}
    ${[
      [strings.tags.soft, at('software queue')],
      [strings.tags.hard, at('hardware queue')],
      [m.dispatch, at('dispatch')],
    ].map(([name, requests]) => ((requests as Request[]).length > 0 ? list(view, name as string, requests as Request[]) : nothing))}
  `;
}

function list(view: View, name: unknown, requests: readonly Request[], empty = ''): TemplateResult {
  const more = requests.length - rowsMost;
  return html`<div class="note">${name}</div>
    ${requests.length === 0 ? html`<div class="row note">${empty}</div>` : requests.slice(0, rowsMost).map((rq) => row(view, rq))}
    ${more > 0 ? html`<div class="row note">${fill(strings.machine.more, { n: more })}</div>` : nothing}`;
}

function row(view: View, rq: Request): TemplateResult {
  const f = strings.fire;
  return html`<div class="row">
    <code>${rq.sector}</code>${requestFrame(view, rq)}<b class="mono">#${rq.id}</b>
    <span class="note">${rq.rwbs & 1 ? f.writeWord : f.readWord}, ${plural(rq.bios.length, 'bio')}</span>
  </div>`;
}

function device(view: View): TemplateResult {
  const depth = Math.max(view.machine.depth, view.state.slots.length);
  const shown = Math.min(depth, slotsMost);
  return html`<div class="note">${fill(strings.machine.device, { depth })}</div>
    ${Array.from({ length: shown }, (_, k) => slotFrame(view, k))}
    ${depth > shown ? html`<div class="note">${fill(strings.machine.more, { n: depth - shown })}</div>` : nothing}`;
}

function timelineLabel(view: View): string {
  const { index } = view;
  return fill(strings.timeline.label, { bios: plural(index.bios.length, 'bio'), plugs: plural(index.plugged.length, 'plugged period'), ms: ms(index.endTime) });
}

function reason(view: View): TemplateResult {
  const w = why(view, view.step);
  const number = view.index.sequence[view.step];
  return html`<p class="why">
    ${view.step >= 0 ? html`<span class="event">${number > 0 ? number : '–'} ${w.letter} ${ms(view.index.timeOf(view.step))}</span>` : nothing}
    <b>${w.text}</b> ${w.func ? html`<code>${w.func}()</code>` : nothing}
    ${w.hidden ? html`<span class="chip">${strings.why.invisible}</span>` : nothing}
  </p>`;
}

export { icon };
