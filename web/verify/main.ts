// The words of verify.html, and the start of the Go program that drives it: see wasm/desk.
import '../engine/wasm_exec.ts';
import { html, render } from 'lit';
import { instantiate } from '../engine/instance.ts';
import { fill, languageEvent, strings, switchLanguage, tagOf } from '../strings/index.ts';
import { otherLanguage, pageSpeaks } from '../strings/page.ts';
import { words } from './words.ts';

/** What has an id and no words here is filled in by the program. */
function page() {
  const w = words;
  return html`<header>
      <a href="./index.html">blkplay</a>
      <button type="button" lang=${tagOf(otherLanguage())} @click=${() => switchLanguage(otherLanguage())}>${strings.otherLanguage}</button>
    </header>
    <main id="verify" .words=${w}>
      <h1>${w.pageTitle}</h1>
      <p>${w.intro}</p>
      <div class="run">
        <progress id="progress" aria-label=${w.progress} max="1" value="0"></progress>
        <button id="stop" type="button" disabled>${w.stop}</button>
        <button id="again" type="button" disabled>${w.again}</button>
      </div>
      <p id="status" role="status" data-state="loading"></p>
      <div class="sheet" tabindex="0" role="region" aria-label=${w.results}>
        <table>
          <caption>${w.caption}</caption>
          <thead>
            <tr>${(['file', 'result', 'cases', 'time'] as const).map((c) => html`<th scope="col">${w.columns[c]}</th>`)}</tr>
          </thead>
          <tbody id="files"></tbody>
        </table>
      </div>
    </main>`;
}

const root = document.getElementById('page')!;
const show = (): void => void render(page(), root);

pageSpeaks(() => `${words.pageTitle} · blkplay`);
addEventListener(languageEvent, show);
root.replaceChildren(); // what stands there is for who has no script
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
