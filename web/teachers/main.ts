import { html, nothing, render } from 'lit';
import { pageHead } from '../elements/pagehead.ts';
import { languageEvent } from '../strings/index.ts';
import { pageSpeaks } from '../strings/page.ts';
import { adopt } from '../styles/adopt.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import './classlinks.ts';
import { part, type Part } from './parts.ts';
import { teachersStyle } from './teachers-style.ts';
import { words } from './words.ts';

const here = new URL('.', document.baseURI).href;

function show(): void {
  const w = words();
  render(
    html`${pageHead(w.pageTitle, html`<button class="btn" @click=${() => print()}>${w.print}</button>`)}
      <main class="document">
        <h1>${w.title}</h1>
        <p>${w.intro}</p>
        <nav aria-label=${w.contents}><ul>${w.sections.map((s) => html`<li><a href="#${s.id}">${s.title}</a></li>`)}</ul></nav>
        ${w.sections.map((s) => html`<section id=${s.id} aria-labelledby="${s.id}-title"><h2 id="${s.id}-title">${s.title}</h2>${s.parts.map((p) => part(p as Part, here))}${s.id === 'links' ? html`<blk-class-links></blk-class-links>` : nothing}</section>`)}
      </main>`,
    document.getElementById('page')!,
  );
}

adopt(base, controls, documentStyle, teachersStyle);
pageSpeaks(() => `${words().pageTitle} · blkplay`);
addEventListener(languageEvent, show);
show();
document.getElementById(location.hash.slice(1))?.scrollIntoView(); // it was not there when the page was loaded
