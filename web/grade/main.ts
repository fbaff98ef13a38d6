// The words of grade.html, and the start of the Go program that drives it: see wasm/desk.
import '../engine/wasm_exec.ts';
import { html, render } from 'lit';
import { pageHead } from '../elements/pagehead.ts';
import { instantiate } from '../engine/instance.ts';
import { fill, languageEvent } from '../strings/index.ts';
import { pageSpeaks } from '../strings/page.ts';
import { adopt } from '../styles/adopt.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { gradeStyle } from './grade-style.ts';
import { words } from './words.ts';

/** What has an id and no words here is filled in by the program. */
function page() {
  const w = words;
  return html`${pageHead(w.pageTitle)}
    <main class="document" id="grade" .words=${w}>
      <h1>${w.title}</h1>
      <p class="read">${w.intro}</p>
      <p class="links"><a href="teachers.html">${w.teachers}</a> <a href="board.html">${w.board}</a> <a href="author.html">${w.author}</a></p>
      <div class="two">
        <section class="box" aria-labelledby="codes-title">
          <h2 id="codes-title">${w.codesTitle}</h2>
          <label for="codes">${w.codesLabel}</label>
          <textarea id="codes" rows="9" spellcheck="false" autocapitalize="off" autocomplete="off" placeholder=${w.example} aria-describedby="codes-hint counted"></textarea>
          <p class="muted" id="codes-hint">${w.codesHint}</p>
          <ul id="files" aria-label=${w.filesLabel}></ul>
          <div class="buttons">
            <button type="button" class="btn" id="open">${w.openFiles}</button>
            <button type="button" class="btn" id="clear">${w.clear}</button>
            <span id="counted"></span>
          </div>
          <input type="file" id="open-files" multiple hidden aria-label=${w.filesLabel} />
        </section>
        <section class="box" aria-labelledby="shelf-title">
          <h2 id="shelf-title">${w.exercisesTitle}</h2>
          <ul id="shelf" aria-label=${w.shelfLabel} tabindex="0"></ul>
          <div class="buttons">
            <button type="button" class="btn" id="all">${w.all}</button>
            <button type="button" class="btn" id="none">${w.none}</button>
            <button type="button" class="btn" id="add">${w.addOwn}</button>
            <span id="taken"></span>
          </div>
          <input type="file" id="add-files" multiple hidden accept=".lesson,text/plain" aria-label=${w.addLabel} />
        </section>
      </div>
      <section class="box" aria-labelledby="run-title">
        <h2 id="run-title">${w.runTitle}</h2>
        <div class="buttons">
          <label for="mark">${w.mark}</label>
          <input id="mark" type="number" min="0" max="100" step="1" value="0" />
          <button type="button" class="btn primary" id="run" disabled>${w.grade}</button>
          <button type="button" class="btn" id="stop" disabled>${w.halt}</button>
          <progress id="progress" aria-label=${w.progress} max="1" value="0"></progress>
          <span id="far" class="muted"></span>
        </div>
        <p id="status" role="status" data-state="loading"></p>
      </section>
      <section id="results" aria-labelledby="results-title" hidden>
        <div class="buttons">
          <h2 id="results-title">${w.resultsTitle}</h2>
          <label class="only"><input type="checkbox" @change=${only} /> ${w.only}</label>
          <button type="button" class="btn" id="csv" disabled>${w.csv}</button>
          <button type="button" class="btn" id="json" disabled>${w.json}</button>
        </div>
        <div class="wide" tabindex="0" role="region" aria-label=${w.table}>
          <table id="table" role="table">
            <thead role="rowgroup">
              <tr role="row">
                ${(['who', 'exercise', 'seed', 'status', 'score', 'answers'] as const).map((c) => html`<th scope="col" role="columnheader" class=${c}>${w.columns[c]}</th>`)}
              </tr>
            </thead>
            <tbody id="rows" role="rowgroup"></tbody>
          </table>
        </div>
        <p id="left"></p>
      </section>
    </main>`;
}

function only(e: Event): void {
  document.getElementById('table')!.toggleAttribute('data-only', (e.target as HTMLInputElement).checked);
}

const root = document.getElementById('page')!;
const show = (): void => void render(page(), root);

adopt(base, controls, documentStyle, gradeStyle);
pageSpeaks(() => `${words.pageTitle} · blkplay`);
addEventListener(languageEvent, show);
show();

const status = document.getElementById('status')!;
status.textContent = words.loading;
instantiate(new URL('./desk.wasm', import.meta.url), (loaded, total) => {
  if (status.dataset.state !== 'loading') return; // the program speaks now
  const mib = (bytes: number) => (bytes / (1 << 20)).toFixed(1);
  status.textContent = fill(total > 0 ? words.loadedOf : words.loaded, { mib: mib(loaded), of: mib(total) });
}).catch((e) => {
  status.dataset.state = 'failed';
  status.textContent = fill(words.noStart, { reason: e instanceof Error ? e.message : String(e) });
});
