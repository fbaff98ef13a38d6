import { html, nothing, type TemplateResult } from 'lit';
import '../elements/machine.ts';
import '../elements/strip.ts';
import '../elements/timeline.ts';
import '../elements/transport.ts';
import '../elements/verdict.ts';
import '../elements/why.ts';
import { samples, spokenSample } from '../scenarios/gallery.ts';
import { strings } from '../strings.ts';
import { stands } from './parts.ts';
import type { RightTab, Shell, Tab } from './shell.ts';
import type { View } from './view.ts';

/** The picture of one moment, as far as it has come, and what the page says by itself until it has. */
export function stage(shell: Shell, view: View): TemplateResult {
  const { entrance } = shell;
  return html`<main class="stage ${entrance.over ? '' : 'coming'}" data-tab=${shell.tab}>
    ${entrance.over ? nothing : html`<slot></slot>`}
    ${entrance.has(1) ? picture(shell, view) : nothing}
    ${entrance.has(2) ? middle(shell, view) : nothing}
    ${entrance.has(3) ? bottom(shell, view) : nothing}
  </main>`;
}

function picture(shell: Shell, view: View): TemplateResult {
  const { session } = shell;
  return html`<blk-verdict .view=${view}></blk-verdict>
    <div class="picture">
      <blk-machine .view=${view}></blk-machine>
      ${session.index.steps.length === 0 && session.engine && session.busy === null ? empty(shell) : nothing}
      ${shell.dropping ? html`<div class="drop">${strings.dropHere}</div>` : nothing}
    </div>`;
}

function empty(shell: Shell): TemplateResult {
  const m = strings.machine;
  return html`<div class="empty">
    <b>${m.emptyTitle}</b>
    <p>${m.emptyText}</p>
    <button class="btn primary" @click=${() => shell.open(spokenSample(samples[0]))}>${m.example}</button>
  </div>`;
}

function middle({ travel: { clock }, finder }: Shell, view: View): TemplateResult {
  return html`<blk-strip class="strip" .view=${view}></blk-strip>
    <div class="middle">
      <blk-transport .view=${view} .playing=${clock.playing} .speed=${clock.speed} .finds=${true} .finding=${finder.open}></blk-transport>
      <blk-find .view=${view} .finder=${finder} ?hidden=${!finder.open}></blk-find>
      <blk-why docked .view=${view}></blk-why>
    </div>`;
}

function bottom(shell: Shell, view: View): TemplateResult {
  const { counting, session } = shell;
  return html`<div class="bottom">
    <blk-timeline .view=${view} .ghost=${shell.ghost ? counting.ghost(session.goodText) : undefined}></blk-timeline>
    ${shell.entrance.has(4) ? right(shell, view) : nothing}
  </div>`;
}

function right(shell: Shell, view: View): TemplateResult {
  const s = strings;
  const names: Record<RightTab, string> = { trace: s.trace.tab, numbers: s.numbers.tab, text: s.text.tab };
  const open: RightTab = shell.tab === 'machine' ? 'trace' : shell.tab;
  const wrong = shell.session.errors.length > 0 ? ' ⚠' : '';
  const tab = (name: RightTab): TemplateResult =>
    html`<button role="tab" aria-selected=${open === name} @click=${() => (shell.tab = name)}>${names[name]}${name === 'text' ? wrong : ''}</button>`;
  return html`<div class="right">
    <div class="tabs" role="tablist">
      ${tab('trace')}${tab('numbers')}${tab('text')}
      <span class="note">${open === 'trace' ? s.trace.note : ''}</span>
    </div>
    <div class="panel" role="tabpanel" aria-label=${names[open]}>${panel(shell, open, view)}</div>
  </div>`;
}

function panel({ session, counting, ghost, format }: Shell, tab: RightTab, view: View): TemplateResult {
  stands('right', tab);
  switch (tab) {
    case 'trace':
      return html`<blk-trace .view=${view} .blkparse=${session.lines}></blk-trace>`;
    case 'text':
      return html`<blk-text .text=${session.text} .errors=${session.errors} .formatter=${format}></blk-text>`;
    case 'numbers':
      counting.of(session.goodText);
      return html`<blk-numbers .numbers=${counting.numbers} .busy=${counting.busy(session.goodText)} .failure=${counting.failure} .ghost=${ghost} .queuePlug=${view.machine.queuePlug}></blk-numbers>`;
  }
}

/** What a phone shows, one at a time. */
export function phoneTabs(shell: Shell): TemplateResult {
  const p = strings.phone;
  const tab = (name: Tab, label: string): TemplateResult =>
    html`<button aria-pressed=${shell.tab === name && !shell.panel} @click=${() => ((shell.tab = name), (shell.panel = null))}>${label}</button>`;
  const panel = (name: 'fire' | 'tune', label: string): TemplateResult => html`<button aria-pressed=${shell.panel === name} @click=${() => shell.togglePanel(name)}>${label}</button>`;
  return html`<nav class="phone-tabs">
    ${tab('machine', p.machine)}${tab('trace', p.trace)}${tab('numbers', p.numbers)}${tab('text', p.text)}${panel('fire', p.fire)}${panel('tune', p.tune)}
  </nav>`;
}
