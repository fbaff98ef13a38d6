import { html, nothing, type TemplateResult } from 'lit';
import { isWrite, RWBS } from '../fold/kinds.ts';
import type { BioLife } from '../fold/index.ts';
import type { Request } from '../fold/state.ts';
import { LightEvent } from '../playground/looks.ts';
import { hueClass, lightClass, taskName, type View } from '../playground/view.ts';
import { fill, plural, strings } from '../strings.ts';

const narrowestBlock = 13; // px: room for a digit

export function direction(rwbs: number): string {
  return isWrite(rwbs) ? strings.fire.writeWord : strings.fire.readWord;
}

function bioClass(bio: BioLife): string {
  const sync = bio.rwbs & RWBS.Sync ? ' sync' : '';
  const again = bio.task > 6 ? ' again' : '';
  return `bio ${hueClass(bio.task)} ${isWrite(bio.rwbs) ? 'write' : 'read'}${sync}${again}`;
}

export function sayBio(view: View, bio: BioLife): string {
  return fill(strings.say.bio, {
    id: bio.id,
    sync: bio.rwbs & RWBS.Sync ? 'sync ' : '',
    direction: direction(bio.rwbs),
    sectors: bio.sectors,
    sector: bio.sector,
    task: bio.task,
    name: taskName(view, bio.task),
  });
}

export function sayRequest(rq: Request): string {
  return fill(strings.say.request, {
    id: rq.id,
    direction: direction(rq.rwbs),
    sector: rq.sector,
    sectors: rq.sectors,
    bios: plural(rq.bios.length, 'bio'),
    place: strings.say.places[rq.place] ?? rq.place,
  });
}

function block(view: View, id: number, stretch: number): TemplateResult | typeof nothing {
  const bio = view.index.bios[id];
  if (!bio) return nothing;
  const width = Math.max(narrowestBlock, bio.sectors * view.scale * stretch);
  // The digit is drawn, not text: whoever holds the block has a label that says it in words.
  const digit = width >= widthOf(bio.task) ? bio.task : '';
  return html`<span class=${bioClass(bio)} .style=${`width:${width}px`} title=${sayBio(view, bio)} data-digit=${digit}></span>`;
}

/** px that a task's number takes on a block. */
function widthOf(task: number): number {
  return String(task).length * 6 + 5;
}

/** A bio by itself, which lights up what holds it. */
export function bioBlock(view: View, id: number): TemplateResult | typeof nothing {
  const bio = view.index.bios[id];
  if (!bio) return nothing;
  return html`<span
    class="holder${lightClass(view, [id])}"
    data-bio=${id}
    role="button"
    tabindex="0"
    aria-label=${sayBio(view, bio)}
    @pointerenter=${light([id])}
    @pointerleave=${unlight}
    @focus=${light([id])}
    @blur=${unlight}
    @click=${pin([id])}
    @keydown=${pinByKey([id])}
    >${block(view, id, 1)}</span
  >`;
}

/** A request's frame around its bios. */
export function requestFrame(view: View, rq: Request, stretch = 1): TemplateResult {
  const touched = view.touched.has(rq.id) ? ' touched' : '';
  const closed = rq.closed ? ' closed' : '';
  return html`<span
    class="request${touched}${closed}${lightClass(view, rq.bios)}"
    data-request=${rq.id}
    role="button"
    tabindex="0"
    aria-label=${sayRequest(rq)}
    title=${sayRequest(rq)}
    @pointerenter=${light(rq.bios)}
    @pointerleave=${unlight}
    @focus=${light(rq.bios)}
    @blur=${unlight}
    @click=${pin(rq.bios)}
    @keydown=${pinByKey(rq.bios)}
    >${rq.bios.map((id) => block(view, id, stretch))}</span
  >`;
}

export function light(bios: readonly number[]) {
  return (e: Event): void => {
    e.currentTarget!.dispatchEvent(new LightEvent(bios));
  };
}

export function unlight(e: Event): void {
  e.currentTarget!.dispatchEvent(new LightEvent(null));
}

function pin(bios: readonly number[]) {
  return (e: Event): void => {
    e.currentTarget!.dispatchEvent(new LightEvent(bios, true));
  };
}

function pinByKey(bios: readonly number[]) {
  return (e: KeyboardEvent): void => {
    if (e.key !== 'Enter') return;
    e.preventDefault();
    e.currentTarget!.dispatchEvent(new LightEvent(bios, true));
  };
}
