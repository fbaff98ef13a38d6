import { html, nothing, type TemplateResult } from 'lit';
import { counted, language, strings } from '../strings/index.ts';
import { titleOf, type Listed } from './source.ts';
import { langOf } from './told.ts';

/** The exercises of this site to choose from. */
export function catalogue(list: readonly Listed[], begun: (x: Listed) => boolean): TemplateResult {
  const e = strings.exercise;
  return html`<main class="document">
    <h1>${e.list}</h1>
    <p class="read">${e.intro}</p>
    ${languageNote(list.every((x) => titleOf(x).language === language()))}
    <ol class="catalogue">
      ${list.map(
        (x) => html`<li>
          <span class="note">${x.name.toUpperCase()} · Linux ${x.kernels.join(', ')}</span>
          <a href="#lesson=${x.name}" lang=${langOf(titleOf(x).language)}>${titleOf(x).text}</a>
          <span class="note">${asked(x, begun(x))}</span>
        </li>`,
      )}
    </ol>
    <p><a href="teachers.html">${e.teachers}</a></p>
  </main>`;
}

/** An exercise may have no words in the reader's language; who reads it is told so. */
export function languageNote(told: boolean): TemplateResult | typeof nothing {
  return told || language() === 'en' ? nothing : html`<p class="muted">${strings.exercise.englishOnly}</p>`;
}

function asked(x: Listed, begun: boolean): string {
  const e = strings.exercise;
  const parts = (['predict', 'explain', 'goal'] as const).filter((k) => x.questions[k] > 0).map((k) => counted(e.kinds[k], x.questions[k]));
  return [...parts, ...(begun ? [e.begun] : [])].join(strings.grammar.comma);
}
