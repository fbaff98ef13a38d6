import { html, type TemplateResult } from 'lit';
import { strings } from '../strings.ts';

const t = strings.transport;
export const speeds = [0.5, 2, 8, Infinity];

/** What a phone has instead of a row of buttons. What was asked for is given to `go`; the list stays as it was, so that the same can be asked for again. */
export function jumpList(jumps: readonly (readonly [value: string, label: string])[], go: (value: string) => void): TemplateResult {
  const pick = (e: Event): void => {
    const list = e.target as HTMLSelectElement;
    const { value } = list;
    list.value = '';
    if (value !== '') go(value);
  };
  return html`<select class="phone pick" aria-label=${t.next} @change=${pick}>
    <option value="" selected hidden>${t.next}…</option>
    ${jumps.map(([value, label]) => html`<option value=${value}>${label}</option>`)}
  </select>`;
}

export function speedList(speed: number, choose: (speed: number) => void): TemplateResult {
  return html`<select class="phone speed-pick" aria-label=${t.speed} @change=${(e: Event) => choose(Number((e.target as HTMLSelectElement).value))}>
    ${speeds.map((x) => html`<option value=${x} .selected=${x === speed}>${x === Infinity ? t.max : `${x} ${t.speedUnit}`}</option>`)}
  </select>`;
}
