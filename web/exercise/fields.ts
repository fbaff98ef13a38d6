import { html, nothing, type TemplateResult } from 'lit';
import type { Question } from '../engine/tools.ts';
import { strings } from '../strings/index.ts';
import type { Field } from './drafts.ts';

/** How a field is shown. */
export interface Shown {
  q: Question;
  lang: string; // of its words
  name: string;
  field: Field;
  value: string;
  final: boolean; // it can no longer be changed
  change(value: string): void;
}

/** A group of radio buttons, or a line to type in. */
export function field(s: Shown): TemplateResult {
  const { label, choices } = s.field;
  if (choices.length === 0) return typed(s);
  const long = tooLong(choices);
  if (long && label) return lettered(s);
  return html`<fieldset>
    <legend lang=${s.lang} class=${label ? nothing : 'hidden-text'}>${label || s.q.ask}</legend>
    <div lang=${s.lang} class="options ${long ? 'long' : ''}">
      ${choices.map(
        (c) => html`<label><input type="radio" name=${s.name} value=${c.value} .checked=${same(c.value, s.value)} ?disabled=${s.final && !same(c.value, s.value)} @change=${() => s.change(c.value)} />${c.text}</label>`,
      )}
    </div>
  </fieldset>`;
}

/** Choices that do not stand side by side; a Chinese character is as wide as two letters. */
function tooLong(choices: Field['choices']): boolean {
  return choices.some((c) => c.text.replace(/[\u2e80-\uffff]/g, 'xx').length > 14);
}

/** The letter of a choice that several fields offer: its text stands once, above them. */
export const letter = (k: number): string => String.fromCharCode(65 + k);

function lettered({ lang, name, field: { label, choices }, value, final, change }: Shown): TemplateResult {
  return html`<fieldset>
    <legend lang=${lang}>${label}</legend>
    <div class="options">
      ${choices.map(
        (c, k) => html`<label><input type="radio" name=${name} value=${c.value} aria-label="${letter(k)}: ${c.text}" .checked=${same(c.value, value)} ?disabled=${final && !same(c.value, value)} @change=${() => change(c.value)} />${letter(k)}</label>`,
      )}
    </div>
  </fieldset>`;
}

/** What the letters mean, if fields have letters. */
export function legend(fields: readonly Field[], lang: string): TemplateResult | typeof nothing {
  const [first] = fields;
  if (!first.label || !tooLong(first.choices)) return nothing;
  return html`<dl class="letters" lang=${lang}>${first.choices.map((c, k) => html`<dt>${letter(k)}</dt><dd>${c.text}</dd>`)}</dl>`;
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.trim().toLowerCase();

function typed({ q, lang, name, field: { label }, value, final, change }: Shown): TemplateResult {
  const unit = q.answer === 'time' || q.answer === 'times' ? ' ms' : '';
  return html`<div class="typed">
    ${label ? html`<label for=${name} lang=${lang}>${label}</label>` : nothing}
    <input
      class=${label ? nothing : 'alone'}
      id=${name}
      type="text"
      autocomplete="off"
      spellcheck="false"
      inputmode=${q.answer === 'number' || (q.answer === 'numbers' && label) ? 'numeric' : nothing}
      aria-label=${label ? nothing : q.ask}
      placeholder=${placeholder(q, label !== '') + (label ? unit : '')}
      .value=${value}
      ?readonly=${final}
      @input=${(e: Event) => change((e.target as HTMLInputElement).value)}
    />
  </div>`;
}

function placeholder(q: Question, one: boolean): string {
  const e = strings.exercise;
  if (one) return '';
  switch (q.answer) {
    case 'number':
      return e.typeNumber;
    case 'time':
      return e.typeTime;
    case 'numbers':
      return e.typeNumbers;
    case 'times':
      return e.typeTimes;
    default:
      return e.typeWords;
  }
}
