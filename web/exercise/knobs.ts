import { html, nothing, type TemplateResult } from 'lit';
import type { Knob, Question } from '../engine/tools.ts';
import { fill, strings } from '../strings/index.ts';
import { nowOf } from './drafts.ts';

/** What a reader may turn, each with its bounds and what it is set to now. */
export function knobFields(q: Question, turns: ReadonlyMap<string, string>, turn: (knob: string, value: string) => void): TemplateResult[] {
  return q.knobs.map((k) => (k.name === 'sector' ? moved(q, k, turns, turn) : k.numeric ? dial(k, k.name, k.name, turns.get(k.name), turn) : words(k, turns.get(k.name) ?? k.now, turn)));
}

function dial(k: Knob, name: string, label: string, value: string | undefined, turn: (knob: string, value: string) => void) {
  const now = k.name === 'sector' ? '' : fill(strings.exercise.range, { low: k.low, high: k.high, now: k.now });
  return html`<div class="knob">
    <label for=${k.name}>${label}</label>
    <input
      id=${k.name}
      type="number"
      min=${k.low}
      max=${k.high}
      step="1"
      inputmode="numeric"
      .value=${value ?? (k.name === 'sector' ? '' : k.now)}
      aria-describedby="${k.name}-now"
      @input=${(e: Event) => turn(name, (e.target as HTMLInputElement).value)}
    />
    <span class="muted" id="${k.name}-now">${now || `${k.low}–${k.high}`}</span>
  </div>`;
}

function words(k: Knob, value: string, turn: (knob: string, value: string) => void) {
  return html`<fieldset>
    <legend><code>${k.name}</code> (${fill(strings.exercise.nowIs, { now: k.now })})</legend>
    <div class="options">
      ${k.words.map((word) => html`<label><input type="radio" name=${k.name} value=${word} .checked=${word === value} @change=${() => turn(k.name, word)} />${word}</label>`)}
    </div>
  </fieldset>`;
}

/** Which bio goes where. */
function moved(q: Question, k: Knob, turns: ReadonlyMap<string, string>, turn: (knob: string, value: string) => void) {
  const e = strings.exercise;
  const bios = k.now.split(/[ ,]+/).filter(Boolean).map((_, i) => `sector.${i + 1}`);
  const chosen = [...turns.keys()].find((name) => name.startsWith('sector.')) ?? '';
  const value = turns.get(chosen);
  return html`<fieldset>
      <legend>${e.bio}</legend>
      <div class="options">
        ${bios.map((name, i) => html`<label><input type="radio" name="bio" value=${name} .checked=${name === chosen} @change=${() => turn(name, value ?? '')} />${fill(e.bioAt, { n: i + 1, sector: nowOf(q, name) })}</label>`)}
      </div>
    </fieldset>
    ${chosen ? dial(k, chosen, e.toSector, value, turn) : nothing}`;
}
