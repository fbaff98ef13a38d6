import { html, type TemplateResult } from 'lit';
import { strings } from '../strings.ts';
import { speechModes, type Speech, type SpeechMode } from './speech.ts';

/** What keys do, and what is read aloud. */
export function keyList(speech: Speech, changed: () => void): TemplateResult {
  const s = strings;
  return html`<dialog id="keys" aria-label=${s.keys}>
    <h2>${s.keys}</h2>
    <dl>${[...s.keyList, ...s.find.keys, s.speech.key].map(([key, does]) => html`<dt>${key}</dt><dd>${does}</dd>`)}</dl>
    <p class="speech">
      <label for="speech">${s.speech.heading}</label>
      <select id="speech" @change=${(e: Event) => (speech.choose((e.target as HTMLSelectElement).value as SpeechMode), changed())}>
        ${speechModes.map((m) => html`<option value=${m} .selected=${m === speech.mode}>${s.speech.modes[m]}</option>`)}
      </select>
    </p>
    <form method="dialog"><button class="btn">${s.close}</button></form>
  </dialog>`;
}
