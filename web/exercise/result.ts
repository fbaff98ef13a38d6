import { css, html, LitElement, nothing } from 'lit';
import { BoardError, BoardServer, type Verdict } from '../board/api.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { textOf } from '../engine/errors.ts';
import type { Question, Sheet } from '../engine/tools.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import '../share/copy.ts';
import { fill, said, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { rich } from '../words/rich.ts';
import type { Course } from './course.ts';
import { alone, home } from './home.ts';
import { judged } from './progress.ts';
import { mark } from './question.ts';
import { langOf } from './told.ts';
import { statement } from './xapi.ts';

/** What is handed in: how much is right, the code, files, and the class board. */
export class BlkResult extends LitElement {
  static override properties = {
    course: { attribute: false },
    packed: {},
    board: {},
    boardTitle: {},
    sheet: { state: true },
    person: { state: true },
    failure: { state: true },
    posted: { state: true },
    busy: { state: true },
  };
  declare course: Course;
  declare packed: string; // changes with every answer
  declare board: string; // '': the exercise is of no board
  declare boardTitle: string;
  declare sheet: Sheet | null;
  declare person: string;
  declare failure: string;
  declare posted: { number: number; verdict: Verdict } | null;
  declare busy: boolean;
  readonly speaks = new Speaks(this);
  #asked = 0;

  static override styles = [
    base,
    controls,
    documentStyle,
    css`
      ul {
        list-style: none;
      }
      li {
        display: grid;
        grid-template-columns: 20px minmax(0, 1fr) auto;
        gap: 8px;
        padding: 7px 0;
        border-bottom: 1px solid var(--blk-line);
      }
      .mark {
        display: inline-grid;
        place-items: center;
        width: 20px;
        height: 20px;
        border: 1.5px solid var(--blk-line2);
        border-radius: var(--blk-radius);
        font-size: 13px;
        line-height: 1;
        font-weight: 700;
      }
      .mark.yes {
        border-color: var(--blk-ok);
        background: var(--blk-ok);
        color: var(--blk-on);
      }
      .mark.no {
        border-color: var(--blk-bad);
        color: var(--blk-bad);
      }
      .person {
        display: grid;
        gap: 4px;
      }
      .person input {
        max-width: 20rem;
        height: 36px;
      }
      .muted {
        font-size: 13px;
        line-height: 18px;
      }
      .ask {
        display: -webkit-box;
        overflow: hidden;
        -webkit-box-orient: vertical;
        -webkit-line-clamp: 2;
      }
      @media (max-width: 639px) {
        .person input {
          height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.packed = this.board = this.boardTitle = this.person = this.failure = '';
    this.sheet = this.posted = null;
    this.busy = false;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('course')) this.sheet = this.posted = null;
    if (changed.has('packed') || changed.has('course') || changed.has('person')) void this.#make();
  }

  /** Answers that wait for others are not counted yet: their score would tell of them. */
  get #waiting(): boolean {
    const { lesson, progress } = this.course;
    return progress.size === 0 || lesson.questions.some((q) => progress.has(q.name) && !judged(lesson, q, progress));
  }

  async #make(): Promise<void> {
    const asked = ++this.#asked;
    const { course } = this;
    if (this.#waiting) {
      this.sheet = null;
      return;
    }
    try {
      const sheet = await course.sheet(this.person.trim());
      if (asked !== this.#asked) return;
      this.sheet = sheet;
      this.failure = '';
      this.#tell(sheet);
    } catch (e) {
      if (asked === this.#asked) this.failure = textOf(e);
    }
  }

  /** Tells a page around, of this very site, how far it is: that of a SCORM package. */
  #tell(sheet: Sheet): void {
    if (parent === window) return;
    const { lesson, packed } = this.course;
    const message = { blkplay: 'progress', lesson: lesson.name, packed, code: sheet.code, scaled: sheet.scaled, finished: this.#finished, all: sheet.right === sheet.of };
    parent.postMessage(message, '/');
  }

  get #finished(): boolean {
    return this.course.lesson.questions.every((q) => this.course.progress.has(q.name));
  }

  override render() {
    const e = strings.exercise;
    const { sheet, course } = this;
    return html`<section class="box" aria-labelledby="title">
      <h2 id="title">${e.result}</h2>
      ${sheet ? html`<p>${rich(fill(e.score, { right: sheet.right, of: sheet.of }))}</p>` : nothing}
      <ul>${course.lesson.questions.map((q) => this.#line(q))}</ul>
      ${this.failure ? html`<p class="bad" role="alert">${fill(e.failed, { reason: said(this.failure) })}</p>` : nothing}
      ${sheet ? this.#handIn(sheet) : html`<p class="muted">${e.codeLater}</p>`}
    </section>`;
  }

  #line(q: Question) {
    const s = strings.exercise.standing;
    const { lesson, progress, verdicts } = this.course;
    const verdict = judged(lesson, q, progress) ? verdicts.get(q.name) : undefined;
    const word = !progress.has(q.name) ? s.open : !verdict ? s.kept : q.kind === 'goal' ? (this.course.reached(q) ? s.reached : s.tried) : verdict.right ? s.right : s.wrong;
    const right = verdict ? (q.kind === 'goal' ? this.course.reached(q) : verdict.right) : null;
    return html`<li>${mark(right)}<span class="ask" lang=${langOf(lesson.language)}>${q.ask}</span><span class="muted">${word}</span></li>`;
  }

  #handIn(sheet: Sheet) {
    const e = strings.exercise;
    const packaged = alone();
    return html`<div class="person">
        <label for="person">${e.name}</label>
        <input id="person" type="text" maxlength="60" autocomplete="name" .value=${this.person} @input=${(x: Event) => (this.person = (x.target as HTMLInputElement).value)} />
      </div>
      <blk-copy .label=${e.code} .text=${sheet.code} .rows=${2} .wraps=${true}></blk-copy>
      <p class="muted">${e.codeNote}</p>
      ${this.board ? this.#post(sheet) : nothing}
      <div class="buttons" role="group" aria-label=${e.files}>
        <button class="btn" @click=${() => this.#save('csv', sheet.csv, 'text/csv')}>${e.csv}</button>
        <button class="btn" @click=${() => this.#save('json', sheet.json, 'application/json')}>${e.json}</button>
        <button class="btn" @click=${() => this.#saveStatement(sheet)}>${e.xapi}</button>
        ${packaged ? nothing : html`<button class="btn" aria-disabled=${this.busy} @click=${() => void this.#package()}>${e.scorm}</button>`}
      </div>
      ${packaged ? nothing : html`<p class="muted">${e.scormNote}</p>`}`;
  }

  #post(sheet: Sheet) {
    const e = strings.exercise;
    const v = this.posted?.verdict;
    const told = this.posted && v ? fill(v.status === 'altered' ? e.postedAltered : e.posted, { n: this.posted.number, right: v.right, of: v.of }) : '';
    return html`<div class="buttons">
        <button class="btn primary" aria-disabled=${this.busy} @click=${() => void this.#toBoard(sheet)}>${this.boardTitle ? fill(e.boardOf, { title: this.boardTitle }) : e.board}</button>
      </div>
      <p role="status">${told}</p>`;
  }

  get #stem(): string {
    return stemOf(`${this.course.lesson.name}-${this.course.seed}`);
  }

  #save(ending: string, text: string, type: string): void {
    saveFile(`${this.#stem}.${ending}`, text, type);
  }

  #saveStatement(sheet: Sheet): void {
    const { lesson, seed } = this.course;
    const page = new URL(home('exercise.html'), document.baseURI);
    const made = statement({ lesson, seed, sheet, person: this.person.trim(), finished: this.#finished, page, id: crypto.randomUUID(), now: new Date() });
    this.#save('xapi.json', JSON.stringify(made, null, 2) + '\n', 'application/json');
  }

  async #package(): Promise<void> {
    const { lesson, seed, text } = this.course;
    await this.#work(async () => {
      const { scormPackage } = await import('./scorm.ts');
      const title = `${lesson.name.toUpperCase()}: ${lesson.title}`;
      const zip = await scormPackage({ name: fileName(lesson.name), title, text, seed, home: new URL('.', document.baseURI) });
      saveFile(`blkplay-${this.#stem}-scorm12.zip`, zip, 'application/zip');
    });
  }

  async #toBoard(sheet: Sheet): Promise<void> {
    await this.#work(async () => {
      this.posted = await new BoardServer().post(this.board, this.person.trim(), sheet.code);
    });
  }

  async #work(what: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.failure = '';
    try {
      await what();
    } catch (e) {
      this.failure = e instanceof BoardError && e.status === 0 ? strings.exercise.noBoards : textOf(e);
    } finally {
      this.busy = false;
    }
  }
}

/** A lesson's name as that of a file which an address can name. */
function fileName(name: string): string {
  return name.toLowerCase().replace(/[^\w-]/g, '-').slice(0, 40);
}

define('blk-result', BlkResult);
