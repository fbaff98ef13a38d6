import { html, nothing, type TemplateResult } from 'lit';
import { isWrite } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import type { View } from '../playground/view.ts';
import { fill, strings } from '../strings.ts';
import { asTheyStand, byHalf, inOrder, section } from './requestrows.ts';

const m = strings.machine;
const c = strings.schedulers;

/** Where requests are that the elevator has given and that are not finished. */
const given = ['hardware queue', 'dispatch', 'device'] as const;

/** Without an elevator requests wait where they came in: in the software queue. */
export function softwareQueue(view: View): TemplateResult {
  return section(strings.tags.soft, html`<span class="note">${m.inOrder}</span>`, asTheyStand(view, view.state.softQueue));
}

/** What the domains of kyber begin with: kyber_depth[] of Linux 6.18. */
const kyberTokens = [256, 128];

/** kyber: a list and a number of tokens for each domain. */
export function domains(view: View): TemplateResult[] {
  const { state } = view;
  return [m.reads, m.writes].map((title, domain) => {
    const mine = (rq: Request): boolean => isWrite(rq.rwbs) === (domain === 1);
    const tokens = state.elevatorValues.get(domain)?.b ?? kyberTokens[domain];
    let used = 0;
    for (const place of given) for (const rq of state.at(place)) if (mine(rq)) used++;
    const note = html`<span class="note">${m.inOrder}</span><span class="note">${used >= tokens ? c.noTokens + ', ' : ''}${fill(c.domain, { out: used, tokens })}</span>`;
    return section(title, note, inOrder(view, state.at('elevator').filter(mine)));
  });
}

/** mq-deadline: reads and writes for each priority; a lower one waits while a higher one has a request that is not finished. */
export function priorities(view: View): unknown {
  const own = new Map(view.machine.setup.tasks.map((t) => [t.id, t.ioprio]));
  const parts = [1, 2, 3].map((which) => ({ which, waits: [] as Request[], out: 0 }));
  // The class that decides a request's place: 1 rt, 2 be, 3 idle; without one it is best effort.
  const partOf = (rq: Request): (typeof parts)[number] => parts[((rq.ioprio || (own.get(rq.task) ?? 0)) >> 13 || 2) - 1];
  for (const rq of view.state.at('elevator')) partOf(rq).waits.push(rq);
  for (const place of given) for (const rq of view.state.at(place)) partOf(rq).out++;
  const busy = parts.filter((p) => p.waits.length > 0 || p.out > 0);
  const shown = busy.length > 0 ? busy : [parts[1]];
  const alone = shown.length === 1;
  const name = (which: number): string => ['', c.rt, c.be, c.idle][which];
  return html`${shown.map((p, k) => html`<section class="priority">
      <div class="head"><b>${name(p.which)}</b><span class="note">${fill(c.waitsOut, { waiting: p.waits.length, out: p.out })}${k > 0 ? ` · ${c.waitsForHigher}` : ''}</span></div>
      <div class=${alone ? 'lists' : 'pair-of-lists'}>${byHalf(view, [m.reads, m.writes], p.waits, (rq) => isWrite(rq.rwbs))}</div>
    </section>`)}
    ${alone ? html`<p class="note">${fill(c.noOther, { names: parts.filter((p) => p !== shown[0]).map((p) => name(p.which)).join(', ') })}</p>` : nothing}`;
}
