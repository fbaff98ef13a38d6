import { html, nothing, type TemplateResult } from 'lit';
import { fill, strings } from '../strings.ts';
import type { Shown } from './shown.ts';

/** What is wrong with the text, where, and the text itself; or how the run ended, if not well. */
export function faults(s: Shown): TemplateResult | typeof nothing {
  const { errors, busy, fault, broken, text } = s.session;
  if (errors.length > 0) {
    const wrong = new Set(errors.map((e) => e.line));
    return html`<div class="fault" role="alert">
        <b>${strings.player.badText}</b>
        ${errors.slice(0, 5).map((e) => html`<p>${e.line > 0 ? fill(strings.player.line, { line: e.line, column: e.column }) : ''}<span lang="en">${e.message}</span></p>`)}
      </div>
      <pre class="text" tabindex="0">${text.split('\n').map((line, k) => html`<span class=${wrong.has(k + 1) ? 'wrong' : ''}><i>${k + 1}</i>${line}</span>`)}</pre>`;
  }
  if (busy) return html`<div class="fault" role="status">${strings.player.busy}</div>`;
  if (!fault) return nothing;
  return html`<div class="fault" role="status">
    <p>${fault}</p>
    ${broken ? html`<button type="button" class="btn" @click=${s.restart}>${strings.state.restart}</button>` : nothing}
  </div>`;
}
