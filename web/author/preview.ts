import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { textOf } from '../engine/errors.ts';
import type { Lesson, NamedText, Question, Tools, Verdict } from '../engine/tools.ts';
import { AnswerEvent, ShowEvent } from '../exercise/events.ts';
import '../exercise/question.ts';
import { langOf } from '../exercise/told.ts';
import { pack } from '../share/link.ts';
import { fill, said, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { previewStyle } from './preview-style.ts';
import { words } from './words.ts';

/** One variant of a text, as it was read. */
export interface Variant {
  readonly text: string;
  readonly seed: string;
  readonly language: string; // asked for
  readonly lesson: Lesson;
}

/** A variant as students see it: story, scenario, questions that can be tried; the right answers if they are asked for. */
export class BlkLessonPreview extends LitElement {
  static override properties = {
    variant: { attribute: false },
    tools: { attribute: false },
    known: { type: Boolean },
    answers: { state: true },
    tried: { state: true },
    traces: { state: true },
    links: { state: true },
    busy: { state: true },
  };
  declare variant: Variant;
  declare tools: Tools;
  declare known: boolean; // the right answers are shown
  declare answers: ReadonlyMap<string, string>; // right ones, by question
  declare tried: ReadonlyMap<string, { answer: string; verdict: Verdict }>;
  declare traces: ReadonlyMap<string, string>; // what blktrace prints, by run
  declare links: ReadonlyMap<string, string>; // to the playground, by run
  declare busy: string;
  readonly speaks = new Speaks(this);
  #at: { run: string; line: number } | null = null;

  static override styles = [base, controls, documentStyle, previewStyle];

  constructor() {
    super();
    this.known = false;
    this.busy = '';
    this.#forget();
    this.addEventListener(AnswerEvent.type, (e) => void this.#judge(e as AnswerEvent));
    this.addEventListener(ShowEvent.type, (e) => void this.#show(e as ShowEvent));
  }

  #forget(): void {
    this.answers = new Map();
    this.tried = new Map();
    this.traces = new Map();
    this.links = new Map();
    this.#at = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('variant')) {
      this.#forget();
      void this.#link(this.variant);
    }
    if (this.known && (changed.has('variant') || changed.has('known'))) void this.#answer(this.variant);
  }

  override updated(changed: Map<string, unknown>): void {
    if (changed.has('variant')) for (const d of this.renderRoot.querySelectorAll<HTMLDetailsElement>('details.run[open]')) void this.#trace(d.dataset.run!);
    this.renderRoot.querySelector('mark')?.scrollIntoView({ block: 'nearest' });
  }

  override render() {
    const { lesson } = this.variant;
    const w = words();
    return html`<div class="story" lang=${langOf(lesson.language)}>
        <h2>${lesson.title}</h2>
        ${lesson.story.split(/\n\s*\n/).map((p) => html`<p>${p}</p>`)}
      </div>
      ${lesson.parameters.length > 0
        ? html`<p class="muted">${w.params} ${lesson.parameters.map((p) => html`<span class="chip mono">${p.name} <b>${p.text}</b></span> `)}</p>`
        : nothing}
      ${lesson.hints.length > 0 ? html`<details><summary>${w.hints}</summary>${lesson.hints.map((h) => html`<p lang=${langOf(lesson.language)}>${h}</p>`)}</details>` : nothing}
      ${lesson.questions.map((q, k) => this.#question(q, k + 1))}
      <h3>${w.runs}</h3>
      ${lesson.runs.map((r) => this.#run(r))}`;
  }

  #question(q: Question, number: number) {
    const tried = this.tried.get(q.name);
    const right = this.answers.get(q.name);
    return html`<blk-question
        .question=${q}
        .language=${this.variant.lesson.language}
        .number=${number}
        .done=${tried && { question: q.name, answer: tried.answer, tries: 1 }}
        .attempt=${tried?.answer}
        .verdict=${tried?.verdict}
        .busy=${this.busy === q.name}
      ></blk-question>
      ${this.known && right !== undefined ? html`<p class="right">${fill(words().answer, { answer: right || words().noAnswer })}</p>` : nothing}`;
  }

  #run(r: NamedText) {
    const w = words();
    const trace = this.traces.get(r.name);
    const link = this.links.get(r.name);
    return html`<details class="run box" data-run=${r.name} @toggle=${(e: Event) => (e.target as HTMLDetailsElement).open && void this.#trace(r.name)}>
      <summary>${r.label || (r.name === 'main' ? w.mainRun : r.name)}</summary>
      <h4>${w.scenario}</h4>
      <pre tabindex="0" role="region" aria-label="${w.scenario}, ${r.name}">${r.text}</pre>
      <h4>${w.trace}</h4>
      ${trace === undefined
        ? html`<p role="status">${w.running}</p>`
        : html`<pre class="trace" tabindex="0" role="region" aria-label="${w.trace}, ${r.name}">${trace.split('\n').map((line, k) => (this.#at?.run === r.name && this.#at.line === k + 1 ? html`<mark>${line}</mark>\n` : `${line}\n`))}</pre>`}
      ${link ? html`<p><a class="btn" href=${link} target="_blank" rel="noopener">${w.playground}</a></p>` : nothing}
    </details>`;
  }

  async #judge({ question, answer }: AnswerEvent): Promise<void> {
    const { variant } = this;
    this.busy = question.name;
    try {
      const verdict = await this.tools.lessonCheck(variant.text, variant.seed, variant.language, question.name, answer);
      if (variant === this.variant) this.tried = new Map(this.tried).set(question.name, { answer, verdict });
    } catch (e) {
      const verdict = { right: false, problem: textOf(e), given: '', want: '', reply: '', checks: [], look: { run: '', line: 0 } };
      if (variant === this.variant) this.tried = new Map(this.tried).set(question.name, { answer, verdict });
    } finally {
      this.busy = '';
    }
  }

  /** Opens a run's trace at a line. */
  async #show({ run, line }: ShowEvent): Promise<void> {
    const details = this.renderRoot.querySelector<HTMLDetailsElement>(`details.run[data-run="${CSS.escape(run)}"]`);
    if (!details) return;
    this.#at = { run, line };
    details.open = true;
    await this.#trace(run);
    this.requestUpdate();
  }

  async #trace(run: string): Promise<void> {
    const { variant } = this;
    const scenario = variant.lesson.runs.find((r) => r.name === run);
    if (!scenario || this.traces.has(run)) return;
    const text = await this.tools.exportRun(scenario.text, '.txt').then((bytes) => new TextDecoder().decode(bytes).trimEnd(), textOf);
    if (variant === this.variant) this.traces = new Map(this.traces).set(run, text);
  }

  async #link(variant: Variant): Promise<void> {
    const { lesson } = variant;
    const links = new Map<string, string>();
    for (const r of lesson.runs) links.set(r.name, `index.html${await pack({ text: r.text }).catch(() => '')}`);
    if (variant === this.variant) this.links = links;
  }

  async #answer(variant: Variant): Promise<void> {
    for (const q of variant.lesson.questions) {
      const right = await this.tools.lessonAnswer(variant.text, variant.seed, q.name).catch((e: unknown) => fill(strings.exercise.problem, { problem: said(textOf(e)) }));
      if (variant !== this.variant || !this.known) return;
      this.answers = new Map(this.answers).set(q.name, right);
    }
  }
}

define('blk-lesson-preview', BlkLessonPreview);
