import { html, nothing, type TemplateResult } from 'lit';
import { strings } from '../strings.ts';
import { stands } from './parts.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

/** What a hand does to the machine: fire, tune; what the signs mean. It comes after the picture. */
export function rail(shell: Shell, view: View): TemplateResult {
  const s = strings;
  const { entrance, panel, session } = shell;
  if (entrance.over) stands('rail', 'rail');
  return html`<aside class="rail ${panel ? 'open' : ''}" data-panel=${panel ?? ''} aria-label="${s.fire.title}, ${s.tune.title}">
    <div class="sheet-head"><b>${panel ? s[panel].title : ''}</b><button class="btn" @click=${() => (shell.panel = null)}>${s.close}</button></div>
    ${panel === 'fire' ? html`<blk-strip class="narrow" .view=${view}></blk-strip>` : nothing}
    <blk-fire .view=${view} .kernel=${view.machine.info ?? undefined}></blk-fire>
    <blk-tune .view=${view} .kernels=${session.engine?.description.kernels ?? []} .text=${session.text} .errors=${session.errors}></blk-tune>
    <blk-legend></blk-legend>
  </aside>`;
}
