import { html, nothing, type TemplateResult } from 'lit';
import { switchTheme } from '../elements/pagehead.ts';
import { lessonCount, samples, spokenSample } from '../scenarios/gallery.ts';
import { otherLanguage } from '../strings/page.ts';
import { fill, strings, tagOf } from '../strings.ts';
import type { Shell } from './shell.ts';
import type { View } from './view.ts';

/** What runs, how far it is, and everything that is done to the whole of it. */
export function header(shell: Shell, { machine }: View): TemplateResult {
  const s = strings;
  const { session } = shell;
  return html`<header class="top">
    <h1>${s.title}</h1>
    <span class="name">${machine.setup.title}</span>
    <span class="narrow note">${machine.kernel} · ${machine.elevator} · HZ ${machine.hz}</span>
    <span class="chips"><span class="chip">Linux <b>${machine.kernel}</b></span><span class="chip">${machine.elevator}</span><span class="chip">HZ <b>${machine.hz}</b></span></span>
    <span class="space">${progress(shell)}</span>
    <button class="btn rail-toggle wide" aria-expanded=${shell.panel !== null} @click=${() => shell.togglePanel('fire')}>${s.fire.title}, ${s.tune.title}</button>
    <button class="btn wide" aria-disabled=${!session.canUndo} @click=${() => session.undo()}>${s.undo}</button>
    ${session.canRedo ? html`<button class="btn wide" @click=${() => session.redo()}>${s.find.redo}</button>` : nothing}
    <div class="menu" @focusout=${(e: FocusEvent) => left(shell, e)}>
      <button class="btn" aria-haspopup="true" aria-expanded=${shell.menuOpen} @click=${() => (shell.menuOpen = !shell.menuOpen)}>${s.examples} ▾</button>
      ${shell.menuOpen ? menu(shell) : nothing}
    </div>
    <button class="btn wide" @click=${shell.choose}>${s.open}</button>
    <button class="btn wide" @click=${shell.compare}>${s.compare.open}</button>
    <button class="btn wide" @click=${() => shell.share()}>${s.share.button}</button>
    <button class="btn wide" lang=${tagOf(otherLanguage())} @click=${shell.language}>${s.otherLanguage}</button>
    <button class="btn square wide" aria-label=${s.theme} title=${s.theme} @click=${switchTheme}>◐</button>
    <button class="btn square wide" aria-label="${s.keys}, ${s.speech.heading}" title="${s.keys}, ${s.speech.heading} (?)" @click=${shell.help}>?</button>
  </header>`;
}

/** The examples, and on a phone what has no button of its own there. */
function menu(shell: Shell): TemplateResult {
  const s = strings;
  return html`<ul>
    <li><button @click=${shell.gallery}><b>${fill(s.gallery.menu, { n: lessonCount })}</b></button></li>
    <li><button @click=${shell.tour}><b>${s.tour.menu}</b></button></li>
    <li><button @click=${() => location.assign('exercise.html')}><b>${s.exercise.menu}</b></button></li>
    ${samples.map(spokenSample).map((x) => html`<li><button @click=${() => shell.open(x)}>${x.title}</button></li>`)}
    <li class="narrow"><button @click=${shell.choose}>${s.open}</button></li>
    <li class="narrow"><button @click=${shell.compare}>${s.compare.open}</button></li>
    <li class="narrow"><button @click=${() => shell.share()}>${s.share.button}</button></li>
    <li class="narrow"><button @click=${() => shell.session.undo()}>${s.undo}</button></li>
    <li class="narrow"><button @click=${shell.help}>${s.keys}, ${s.speech.heading}</button></li>
    <li class="narrow"><button @click=${switchTheme}>${s.theme}</button></li>
    <li class="narrow"><button lang=${tagOf(otherLanguage())} @click=${shell.language}>${s.otherLanguage}</button></li>
  </ul>`;
}

/** The focus leaves the menu: it closes. */
function left(shell: Shell, e: FocusEvent): void {
  const menu = e.currentTarget as Element;
  if (!menu.contains(e.relatedTarget as Node | null)) shell.menuOpen = false;
}

/** What the page is waiting for: files, the engine, a run. */
function progress({ desk, session }: Shell): TemplateResult | typeof nothing {
  if (desk.work) {
    const { label, name, percent } = desk.work;
    return bar(fill(label, { name, percent }), percent, () => desk.cancel());
  }
  if (!session.engine && session.notice?.kind !== 'error') {
    return bar(session.slow ? strings.state.loadingSlow : strings.state.loading, session.loaded * 100);
  }
  if (session.busy === null) return nothing;
  return bar(fill(strings.state.simulating, { percent: session.busy }), session.busy, () => session.cancel());
}

function bar(text: string, percent: number, cancel?: () => void): TemplateResult {
  return html`<div class="loading" role="status">
    <b class="cut">${text}</b><span class="bar" role="progressbar" aria-label=${text} aria-valuenow=${Math.round(percent)}><i style="width:${percent}%"></i></span>
    ${cancel ? html`<button class="btn" @click=${cancel}>${strings.cancel}</button>` : nothing}
  </div>`;
}
