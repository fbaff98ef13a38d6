import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { pageHead } from '../elements/pagehead.ts';
import { Speaks } from '../elements/speaks.ts';
import { Tools, type Question } from '../engine/tools.ts';
import { textOf as reasonOf } from '../engine/errors.ts';
import { pack } from '../share/link.ts';
import { fill, language, languageEvent, said, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { readAddress, newSeed, writeAddress, type Source } from './address.ts';
import { catalogue, languageNote } from './catalogue.ts';
import { Course } from './course.ts';
import { AnswerEvent, ShowEvent } from './events.ts';
import { exerciseStyle } from './exercise-style.ts';
import { goalsOpen, judged, predictionsLeft, sealOf, unpackProgress } from './progress.ts';
import './question.ts';
import './result.ts';
import type { Shown } from './run.ts';
import './run.ts';
import { alone, home } from './home.ts';
import { Shelf } from './shelf.ts';
import { listExercises, nextOf, SourceError, textOf, titleOf, type Listed } from './source.ts';
import { langOf } from './told.ts';
import './workout.ts';

/** What the right side shows: a run, or the last attempt at a goal. */
interface Looked {
  run: string;
  goal: Question | null;
  line: number;
}

/** The page of exercises: their list, or one of them with its questions, runs and result. */
export class BlkExercise extends LitElement {
  static override properties = {
    list: { state: true },
    course: { state: true },
    failure: { state: true },
    loading: { state: true },
    shown: { state: true },
    looked: { state: true },
    damaged: { state: true },
    links: { state: true },
    next: { state: true },
  };
  declare list: readonly Listed[] | null;
  declare course: Course | null;
  declare failure: string;
  declare loading: boolean;
  declare shown: Shown | null;
  declare looked: Looked | null;
  declare damaged: boolean;
  declare next: Listed | null; // exercise of the site
  declare links: ReadonlyMap<string, { attempt: string; href: string }>; // to the playground, by goal

  static override styles = [base, controls, documentStyle, exerciseStyle];

  readonly speaks = new Speaks(this);
  readonly tools = new Tools();
  #shelf = new Shelf();
  /** Whether the run stands beside the words: else it comes behind them all, and what is to be worked out stands among them. */
  readonly #beside = matchMedia('(min-width: 1280px)');
  readonly #placed = (): void => this.requestUpdate();
  #source: Source | null = null;
  #title = ''; // of the board
  #entered = 0;
  #written = ''; // progress that the address holds

  constructor() {
    super();
    this.list = this.course = null;
    this.shown = this.looked = this.next = null;
    this.failure = '';
    this.loading = this.damaged = false;
    this.links = new Map();
    this.addEventListener(AnswerEvent.type, (e) => void this.#answered(e as AnswerEvent));
    this.addEventListener(ShowEvent.type, (e) => void this.#show(e as ShowEvent, true));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#enter);
    addEventListener(languageEvent, this.#retell);
    this.#beside.addEventListener('change', this.#placed);
    void this.#enter();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#enter);
    removeEventListener(languageEvent, this.#retell);
    this.#beside.removeEventListener('change', this.#placed);
    this.tools.close();
  }

  /** Shows what the address asks for. */
  #enter = async (): Promise<void> => {
    const entered = ++this.#entered;
    const { source, seed, progress, damaged } = readAddress(location.hash);
    this.#source = source;
    this.course = null;
    this.shown = this.looked = this.next = null;
    this.failure = '';
    this.damaged = damaged;
    this.links = new Map();
    this.loading = true;
    try {
      if (!source) {
        this.list ??= await listExercises();
        return;
      }
      const { text, title } = await textOf(source);
      this.#title = title;
      const key = keyOf(source);
      const chosen = seed || this.#shelf.read(`${key}:seed`) || newSeed();
      const given = progress.size > 0 ? progress : (unpackProgress(this.#shelf.read(`${key}:${chosen}`)) ?? progress);
      const course = await Course.open(this.tools, text, chosen, language(), given, this.#changed);
      if (entered !== this.#entered) return;
      this.course = course;
      document.title = this.pageTitle;
      this.#write();
      if (source.kind === 'site' && !alone()) void nextOf(source.name).then((next) => entered === this.#entered && (this.next = next));
      await course.judge();
      this.#showFirst(course);
      await this.#pack(course);
    } catch (e) {
      if (entered === this.#entered) this.failure = e instanceof SourceError ? e.message : fill(strings.exercise.noExercise, { reason: said(reasonOf(e)) });
    } finally {
      if (entered === this.#entered) this.loading = false;
    }
  };

  /** What is answered is kept at once: the run that judges it may take its time, and the page may be left meanwhile. */
  #changed = (): void => {
    this.requestUpdate();
    if (this.course && this.course.packed !== this.#written) this.#write();
  };

  /** Tells what is open in the language that the page speaks now. */
  #retell = async (): Promise<void> => {
    const { course } = this;
    if (!course) return;
    await course.tell(language()).catch((e: unknown) => (course.failure = reasonOf(e)));
    if (course !== this.course) return;
    document.title = this.pageTitle;
    this.requestUpdate();
  };

  /** What was answered stands in the address, and on the shelf if there is one. */
  #write(): void {
    const { course } = this;
    if (!course || !this.#source) return;
    const key = keyOf(this.#source);
    this.#written = course.packed;
    history.replaceState(null, '', writeAddress(this.#source, course.seed, course.packed));
    this.#shelf.keep(`${key}:seed`, course.seed);
    if (course.packed) this.#shelf.keep(`${key}:${course.seed}`, course.packed);
  }

  get pageTitle(): string {
    return `${this.course?.lesson.title ?? strings.exercise.pageTitle} · blkplay`;
  }

  override render() {
    const e = strings.exercise;
    const { course } = this;
    return html`${pageHead(this.#where(), course && !alone() ? html`<a class="btn" href="exercise.html">${e.back}</a>` : nothing)}
      ${this.failure ? html`<div class="document"><div class="message" role="alert"><p>${this.failure}</p><p><a class="btn" href="exercise.html">${e.back}</a></p></div></div>` : nothing}
      ${this.loading && !course ? html`<p class="document" role="status">${e.loading}…</p>` : nothing}
      ${course ? this.#exercise(course) : this.#source || !this.list ? nothing : catalogue(this.list, (x) => this.#shelf.read(`site:${x.name}:${this.#shelf.read(`site:${x.name}:seed`)}`) !== '')}`;
  }

  #where(): string {
    const e = strings.exercise;
    const { course } = this;
    if (!course) return e.pageTitle;
    return [this.#title || course.lesson.name.toUpperCase(), course.lesson.title].join(' · ');
  }

  #exercise(course: Course) {
    const e = strings.exercise;
    const { lesson } = course;
    const [main] = lesson.runs;
    const lang = langOf(lesson.language);
    return html`<main class="columns begun">
      <div class="words">
        <h1 lang=${lang}>${lesson.title}</h1>
        <div class="story" lang=${lang}>${lesson.story.split(/\n\s*\n/).map((p) => html`<p>${p}</p>`)}</div>
        ${languageNote(lesson.language === language())}
        ${this.damaged ? html`<p class="message" role="alert">${e.damaged}</p>` : nothing}
        ${alone() ? nothing : this.#seed(course)}
        <details class="scenario" open><summary>${main.label ? fill(e.scenarioOf, { run: main.label }) : e.scenario}</summary><pre tabindex="0" aria-label=${e.scenario}>${laid(main.text)}</pre></details>
        ${this.#others(course)}
        ${this.#beside.matches ? nothing : this.#workOut(course)}
        ${lesson.hints.length > 0 ? html`<div class="box">${lesson.hints.map((h, k) => html`<details><summary>${fill(e.hint, { n: k + 1, of: lesson.hints.length })}</summary><p lang=${lang}>${h}</p></details>`)}</div>` : nothing}
        ${course.failure ? html`<p class="message" role="alert">${fill(e.failed, { reason: said(course.failure) })}</p>` : nothing}
        ${lesson.questions.map((q, k) => this.#question(course, q, k + 1))}
        <blk-result .course=${course} .packed=${course.packed} .board=${this.#source?.kind === 'board' ? this.#source.name : ''} .boardTitle=${this.#title}></blk-result>
        ${this.next ? html`<p><a href="#lesson=${this.next.name}">${fill(e.next, { title: [this.next.name.toUpperCase(), titleOf(this.next).text].join(strings.exercise.nameAnd) })}</a></p>` : nothing}
      </div>
      <section class="right" aria-label=${e.theRun}>${this.#right(course)}</section>
    </main>`;
  }

  #seed(course: Course) {
    const e = strings.exercise;
    return html`<form class="seed" @submit=${this.#useSeed}>
      <label for="seed">${e.seed}</label>
      <input id="seed" name="seed" type="text" inputmode="numeric" pattern="[0-9]{1,20}" required autocomplete="off" .value=${course.seed} />
      <button type="submit" class="btn">${e.seedUse}</button>
      <button type="button" class="btn" title=${e.seedNote} @click=${() => this.#reseed(newSeed())}>${e.newSeed}</button>
    </form>`;
  }

  /** Scenarios of other runs that no question is about; one that may be the answer to a goal waits. */
  #others({ lesson, progress, concealed }: Course) {
    const e = strings.exercise;
    const others = lesson.runs.slice(1).filter((r) => !lesson.questions.some((q) => q.run === r.name) && (!concealed.has(r.name) || sealOf(lesson, r.name, progress) === 'open'));
    return others.map((r) => html`<details class="scenario"><summary>${fill(e.scenarioOf, { run: r.label || r.name })}</summary><pre tabindex="0">${laid(r.text)}</pre></details>`);
  }

  #question(course: Course, q: Question, number: number) {
    const { lesson, progress } = course;
    const seen = judged(lesson, q, progress) || course.verdicts.get(q.name)?.problem;
    const run = lesson.runs.find((r) => r.name === q.run);
    const link = this.links.get(q.name);
    const first = lesson.questions.find((x) => x.run === q.run) === q;
    return html`<blk-question
      .question=${q}
      .language=${lesson.language}
      .variant=${course.seed}
      .number=${number}
      .done=${progress.get(q.name)}
      .attempt=${course.attempts.get(q.name)}
      .verdict=${seen ? course.verdicts.get(q.name) : undefined}
      .left=${predictionsLeft(lesson, q.run, progress).length}
      .locked=${q.kind === 'goal' && !goalsOpen(lesson, progress)}
      .busy=${course.busy === q.name}
      .scenario=${run && first && run !== lesson.runs[0] ? { label: run.label || run.name, text: laid(run.text) } : null}
      .link=${link?.attempt === course.attempts.get(q.name) ? (link?.href ?? '') : ''}
    ></blk-question>`;
  }

  #right(course: Course) {
    const e = strings.exercise;
    const { lesson, progress } = course;
    const { looked, shown } = this;
    const open = lesson.runs.filter((r) => sealOf(lesson, r.name, progress) !== 'sealed');
    const goals = lesson.questions.filter((q) => q.kind === 'goal' && course.attempts.has(q.name));
    const buttons = open.length + goals.length > 1 || (open.length + goals.length === 1 && !shown);
    return html`<div class="run-head">
        <h2>${shown?.lines ? e.lines : e.theRun}</h2>
        ${buttons
          ? html`<div class="buttons" role="group" aria-label=${e.runs}>
              ${open.map((r) => html`<button class="btn" aria-pressed=${!looked?.goal && looked?.run === r.name} @click=${() => void this.#look({ run: r.name, goal: null, line: 0 })}>${r.label || e.main}</button>`)}
              ${goals.map((q) => html`<button class="btn" aria-pressed=${looked?.goal?.name === q.name} @click=${() => void this.#look({ run: q.run, goal: q, line: 0 })}>${e.attempt}${strings.grammar.colon}${course.attempts.get(q.name)}</button>`)}
            </div>`
          : nothing}
      </div>
      ${shown?.lines ? html`<p class="muted">${e.linesNote}</p>` : nothing}
      ${shown ? html`<blk-exercise-run .shown=${shown}></blk-exercise-run>` : html`<div class="sealed"><b>${e.hidden}</b><span>${e.hiddenText}</span></div>`}
      ${this.#beside.matches ? this.#workOut(course) : nothing}`;
  }

  /** The bios of the scenario whose run is asked about first and still sealed, to be laid by hand. */
  #workOut({ lesson, progress }: Course) {
    if (this.shown && !this.shown.lines) return nothing;
    const asked = lesson.questions.find((q) => sealOf(lesson, q.run, progress) === 'sealed');
    const run = lesson.runs.find((r) => r.name === asked?.run);
    return run ? html`<blk-work-out .text=${run.text}></blk-work-out>` : nothing;
  }

  async #answered({ question, answer }: AnswerEvent): Promise<void> {
    const { course } = this;
    if (!course) return;
    const before = sealOf(course.lesson, question.run, course.progress);
    const taken = await course.answer(question, answer);
    if (course !== this.course || !taken) return;
    const look = course.verdicts.get(question.name)?.look;
    const after = sealOf(course.lesson, question.run, course.progress);
    if (question.kind === 'goal' || before !== after || (after !== 'sealed' && look)) {
      await this.#look({ run: look?.run || question.run, goal: question.kind === 'goal' ? question : null, line: look?.line ?? 0 });
    }
    await this.#pack(course);
  }

  async #show({ run, line, goal }: ShowEvent, scroll: boolean): Promise<void> {
    await this.#look({ run, goal, line });
    if (!scroll) return;
    await this.updateComplete;
    const right = this.renderRoot.querySelector('.right');
    if (right && right.getBoundingClientRect().top > innerHeight / 2) right.scrollIntoView({ block: 'start' });
  }

  /** Shows a run if it is no longer sealed. */
  async #look(looked: Looked): Promise<void> {
    const { course } = this;
    if (!course) return;
    const seal = sealOf(course.lesson, looked.run, course.progress);
    if (!looked.goal && seal === 'sealed') return;
    const text = await course.scenario(looked.run, looked.goal);
    if (course !== this.course || text === '') return;
    this.looked = looked;
    this.shown = { text, line: looked.line, lines: !looked.goal && seal === 'lines' };
  }

  /** After a reload: the first run that is open, where its first verdict looks. */
  #showFirst({ lesson, progress, verdicts }: Course): void {
    const run = lesson.runs.find((r) => sealOf(lesson, r.name, progress) !== 'sealed' && lesson.questions.some((q) => q.run === r.name && q.kind !== 'goal'));
    if (!run) return;
    const look = lesson.questions.map((q) => (q.kind === 'goal' ? undefined : verdicts.get(q.name)?.look)).find((l) => l?.run === run.name);
    void this.#look({ run: run.name, goal: null, line: look?.line ?? 0 });
  }

  /** Links of the attempts to the playground. */
  async #pack(course: Course): Promise<void> {
    const links = new Map<string, { attempt: string; href: string }>();
    for (const q of course.lesson.questions) {
      const attempt = course.attempts.get(q.name);
      if (attempt === undefined) continue;
      const event = course.verdicts.get(q.name)?.look.line || undefined;
      links.set(q.name, { attempt, href: home('index.html') + (await pack({ text: await course.scenario(q.run, q), at: 0, event })) });
    }
    if (course === this.course) this.links = links;
  }

  #useSeed = (e: SubmitEvent): void => {
    e.preventDefault();
    const seed = String(new FormData(e.target as HTMLFormElement).get('seed'));
    const asked = readAddress(`#lesson=x&seed=${encodeURIComponent(seed)}`).seed;
    if (asked) this.#reseed(asked);
  };

  /** Another variant; the answers to this one stay where they are. */
  #reseed(seed: string): void {
    if (this.#source) location.hash = writeAddress(this.#source, seed, '');
  }
}

/** A scenario as it is read: what stood in loops and conditions of the exercise is indented as its task's. */
function laid(text: string): string {
  return text.trimEnd().replace(/^ {2,}/gm, '  ');
}

/** Under which name the browser keeps what belongs to a source. */
function keyOf(source: Source): string {
  if (source.kind !== 'text') return `${source.kind}:${source.name}`;
  return `text:${/^name (\S+)$/m.exec(source.text)?.[1] ?? ''}:${source.text.length}`;
}

define('blk-exercise', BlkExercise);
