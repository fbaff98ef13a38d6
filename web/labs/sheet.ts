import { html, nothing, type TemplateResult } from 'lit';
import { lessons, type LessonRun } from '../scenarios/lessons.ts';
import { spoken } from '../scenarios/words.ts';
import { labs as en } from '../strings/en/labs.ts';
import { besideLanguage, fill, language, strings } from '../strings/index.ts';
import { labSheets, type Lab, type LabQuestion, type LabStep } from './sheets.ts';

/** Words of a question. Blanks have their labels in columns; a table's answers go row by row. */
interface Words {
  ask: string;
  columns: string[];
  answers: string[];
}

let zh: typeof en | null = null;

await besideLanguage(async (to) => {
  if (to === 'zh') zh = (await import('../strings/zh/labs.ts')).labs;
});

export function words(): typeof en {
  return language() === 'zh' && zh ? zh : en;
}

/** A run by its name, with what the gallery calls it. */
export function runOf(name: string): { run: LessonRun; label: string } {
  const number = lessons.findIndex((lesson) => lesson.runs.some((run) => run.name === name)) + 1;
  const lesson = spoken(lessons[number - 1]);
  const run = lesson.runs.find((r) => r.name === name)!;
  return { run, label: `${number}. ${run.label || lesson.title}` };
}

/** Addresses of the runs, by name. */
export type Links = ReadonlyMap<string, string>;

/** Until its link is packed a run leads to the playground as it begins. */
function address(links: Links, name: string): string {
  return links.get(name) ?? 'index.html';
}

/** The sheet; with `key` the answers stand where else one writes. */
export function sheet(lab: Lab, key: boolean, links: Links): TemplateResult {
  const w = words();
  let number = 0;
  const steps = labSheets[lab].map((step, k) => {
    const { task, questions } = w[lab][k];
    return html`<li>
      <p class="task"><b>${task}</b> <span class="minutes">${fill(w.minutes, { n: step.minutes })}</span></p>
      ${opened(step, links)}
      ${step.questions.map((q, n) => question(q, questions[n], step, links, q.number ? `${lab.toUpperCase()}${++number}` : '', key))}
    </li>`;
  });
  return html`<header>
      <h1>${w.title[lab]}${key ? html` <span class="key">${w.keyTitle}</span>` : nothing}</h1>
      <p class="note">${w.kernels[lab]} · ${w.time}</p>
      ${key ? html`<p class="note">${w.keyNote}</p>` : html`<p class="who">${[w.names, w.date, w.seed].map((label) => html`<span>${label} <i></i></span>`)}</p>`}
      <p class="goals"><b>${w.goals}</b> ${w.aims[lab].join(strings.grammar.space)}</p>
    </header>
    <ol>${steps}</ol>
    <p class="note">${w.find}</p>`;
}

function opened(step: LabStep, links: Links) {
  const w = words();
  const inTable = step.questions.some((q) => q.form === 'table'); // its rows lead there
  const list: [string, string][] = (inTable ? [] : step.runs).map((name) => [runOf(name).label, address(links, name)]);
  if (step.tour) list.push([w.tour, 'index.html?tour']);
  for (const name of step.exercises ?? []) list.push([fill(w.exercise, { name: name.toUpperCase() }), `exercise.html#lesson=${name}`]);
  if (list.length === 0) return nothing;
  return html`<p class="runs">${list.map(([label, href]) => html`<a href=${href}>${label}</a>`)}</p>`;
}

function question(q: LabQuestion, w: Words, step: LabStep, links: Links, number: string, key: boolean) {
  const ask = w.ask || number ? html`<p>${number ? html`<b class="number">${number}</b> ` : nothing}${w.ask}</p>` : nothing;
  if (q.form === 'table') return html`${ask}${table(w, step, links, key)}`;
  if (q.form === 'blanks') {
    return html`${ask}<div class="blanks">${w.columns.map((label, k) => html`<span><b>${label}</b> ${key ? html`<em>${w.answers[k]}</em>` : html`<i></i>`}</span>`)}</div>`;
  }
  if (key) return html`${ask}<p><em>${w.answers[0]}</em></p>`;
  return html`${ask}${Array.from({ length: q.lines }, () => html`<i class="line"></i>`)}`;
}

function table(w: Words, step: LabStep, links: Links, key: boolean) {
  const n = w.columns.length;
  return html`<table>
    <thead><tr><td></td>${w.columns.map((c) => html`<th scope="col">${c}</th>`)}</tr></thead>
    <tbody>
      ${step.runs.map(
        (name, row) => html`<tr><th scope="row"><a href=${address(links, name)}>${runOf(name).label}</a></th>
          ${w.columns.map((_, k) => html`<td>${key ? html`<em>${w.answers[row * n + k]}</em>` : nothing}</td>`)}
        </tr>`,
      )}
    </tbody>
  </table>`;
}
