import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { pageHead } from '../elements/pagehead.ts';
import { Speaks } from '../elements/speaks.ts';
import { saveFile } from '../playground/files.ts';
import { listExercises, textOf, titleOf, type Listed } from '../exercise/source.ts';
import { counted, fill, language, strings } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { BoardError, BoardServer, type MadeBoard, type Results } from './api.ts';
import { boardStyle } from './board-style.ts';
import { resultsAsCSV } from './csv.ts';

/** How long a teacher may keep a board, in days; the server has the last word. */
const dayChoices = [1, 7, 30, 90, 180];

type Stage =
  | { at: 'form' }
  | { at: 'made'; made: MadeBoard }
  | { at: 'results'; results: Results | null }
  | { at: 'removed' };

/**
 * The teacher's page of class boards: makes one, or with `#board=ID&key=KEY` shows
 * what was posted to it. The key is nowhere but in that link.
 */
export class BlkBoard extends LitElement {
  static override properties = {
    stage: { state: true },
    exercises: { state: true },
    chosen: { state: true },
    busy: { state: true },
    failure: { state: true },
    asking: { state: true },
    copied: { state: true },
  };
  declare stage: Stage;
  declare exercises: readonly Listed[];
  declare chosen: string;
  declare busy: boolean;
  declare failure: BoardError | null;
  declare asking: boolean; // whether the board is really to go
  declare copied: string;

  static override styles = [base, controls, documentStyle, boardStyle];
  readonly speaks = new Speaks(this);
  readonly server = new BoardServer();
  #board = '';
  #key = '';

  constructor() {
    super();
    this.stage = { at: 'form' };
    this.exercises = [];
    this.chosen = '';
    this.busy = false;
    this.failure = null;
    this.asking = false;
    this.copied = '';
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#enter);
    this.#enter();
    void this.#list();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#enter);
  }

  #enter = (): void => {
    const given = new URLSearchParams(location.hash.slice(1));
    this.#board = given.get('board') ?? '';
    this.#key = given.get('key') ?? '';
    if (this.#board === '' || this.#key === '') return;
    this.stage = { at: 'results', results: null };
    void this.#look();
  };

  /** The exercises that come with the site; without them a teacher still has their own. */
  async #list(): Promise<void> {
    this.exercises = await listExercises().catch(() => []);
    this.chosen ||= this.exercises[0]?.name ?? '';
  }

  override render() {
    const b = strings.board;
    return html`${pageHead(b.heading, html`<a class="btn" href="grade.html">${b.grade}</a>`)}
      <main class="document" aria-busy=${this.busy}>
        ${this.stage.at === 'results' && this.stage.results ? nothing : html`<h1>${b.heading}</h1>`}
        ${this.#failed()}
        ${this.stage.at === 'form' ? this.#form() : nothing}
        ${this.stage.at === 'made' ? this.#made(this.stage.made) : nothing}
        ${this.stage.at === 'results' ? this.#results(this.stage.results) : nothing}
        ${this.stage.at === 'removed' ? html`<p role="status">${b.removed}</p>` : nothing}
        <p><a href="teachers.html">${b.about}</a></p>
      </main>`;
  }

  #failed() {
    const { failure } = this;
    const b = strings.board;
    if (!failure) return nothing;
    if (failure.status === 0) {
      return html`<div class="message" role="alert"><p>${b.noServer}</p><p><a class="btn" href="grade.html">${b.grade}</a></p></div>`;
    }
    const text = failure.status === 404 ? b.gone : failure.status === 401 || failure.status === 403 ? b.wrongKey : fill(b.failed, { reason: failure.message });
    return html`<div class="message" role="alert">
      <p>${text}</p>
      ${this.stage.at === 'results' ? html`<p><button class="btn" @click=${() => void this.#look()}>${b.again}</button></p>` : nothing}
    </div>`;
  }

  #form() {
    const b = strings.board;
    return html`<p class="read">${b.intro}</p>
      <form class="box" @submit=${this.#make}>
        <label for="exercise">${b.exercise}</label>
        <select id="exercise" name="exercise" .value=${this.chosen} @change=${(e: Event) => (this.chosen = (e.target as HTMLSelectElement).value)}>
          ${this.exercises.map((x) => html`<option value=${x.name} ?selected=${x.name === this.chosen}>${`${x.name.toUpperCase()} ${titleOf(x).text}`}</option>`)}
          <option value="">${b.own}</option>
        </select>
        ${this.chosen === ''
          ? html`<label for="text">${b.ownText}</label><textarea id="text" name="text" rows="12" required spellcheck="false"></textarea>`
          : nothing}
        <label for="title">${b.name}</label>
        <input id="title" name="title" type="text" maxlength="100" />
        <label for="days">${b.days}</label>
        <select id="days" name="days">${dayChoices.map((n) => html`<option value=${n} ?selected=${n === 30}>${fill(b.dayCount, { n })}</option>`)}</select>
        <button class="btn primary" ?disabled=${this.busy}>${this.busy ? b.working : b.make}</button>
      </form>`;
  }

  #made({ board, key, expires }: MadeBoard) {
    const b = strings.board;
    const students = new URL(`exercise.html#board=${board}`, document.baseURI).href;
    const own = new URL(`board.html#board=${board}&key=${key}`, document.baseURI).href;
    return html`<p role="status">${fill(b.made, { date: dateOf(expires) })}</p>
      ${this.#link('students', b.forStudents, students)} ${this.#link('own', b.forYou, own)}
      <p class="muted">${b.keyOnce}</p>
      <p><a class="btn primary" href=${own}>${b.results}</a></p>`;
  }

  #link(id: string, label: string, href: string) {
    const b = strings.board;
    return html`<div class="link">
      <label for=${id}>${label}</label>
      <input id=${id} type="text" readonly .value=${href} @focus=${(e: Event) => (e.target as HTMLInputElement).select()} />
      <button class="btn" @click=${() => void this.#copy(id, href)}>${this.copied === id ? b.copied : b.copy}</button>
      ${this.copied === `${id} refused` ? html`<p class="muted" role="status">${b.copyRefused}</p>` : nothing}
    </div>`;
  }

  async #copy(id: string, text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      this.copied = id;
    } catch {
      this.copied = `${id} refused`;
      this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.focus();
    }
  }

  #results(results: Results | null) {
    const b = strings.board;
    if (!results) return this.failure ? nothing : html`<p role="status">${b.working}</p>`;
    const list = results.results;
    return html`<div class="bar">
        <h1>${results.title || b.results}</h1>
        <span class="muted">${counted(b.resultCount, list.length)}, ${fill(b.until, { date: dateOf(results.expires) })}</span>
        <button class="btn" ?disabled=${this.busy} @click=${() => void this.#look()}>${b.refresh}</button>
        <button class="btn" ?disabled=${list.length === 0} @click=${() => saveFile('board.csv', resultsAsCSV(list), 'text/csv')}>${b.csv}</button>
      </div>
      ${list.length === 0 ? html`<p>${b.none}</p>` : this.#table(results)}
      ${this.asking
        ? html`<div class="message" role="alertdialog" aria-label=${b.removeBoard}>
            <p>${fill(b.sure, { results: counted(b.resultCount, list.length) })}</p>
            <p class="buttons"><button class="btn primary" @click=${() => void this.#remove()}>${b.yes}</button><button class="btn" @click=${() => (this.asking = false)}>${b.no}</button></p>
          </div>`
        : html`<p><button class="btn" @click=${() => (this.asking = true)}>${b.removeBoard}</button></p>`}`;
  }

  #table({ results }: Results) {
    const b = strings.board;
    return html`<div class="wide" tabindex="0" role="region" aria-label=${b.results}>
      <table>
        <thead>
          <tr><th scope="col">${b.number}</th><th scope="col">${b.who}</th><th scope="col">${b.score}</th><th scope="col">${b.variant}</th><th scope="col">${b.posted}</th><th scope="col">${b.code}</th><td></td></tr>
        </thead>
        <tbody>
          ${results.map(
            ({ number, name, verdict, posted, code }) => html`<tr>
              <td>${number}</td>
              <td>${name ?? ''}</td>
              <td>${fill(b.scoreOf, { score: verdict.right, of: verdict.of })} <span aria-hidden="true">${verdict.answers.map((a) => (a.right ? '✓' : '✗')).join('')}</span>${verdict.status === 'altered' ? html`<br /><b class="bad">${b.altered}</b>` : nothing}</td>
              <td>${verdict.seed}</td>
              <td>${dateOf(posted, true)}</td>
              <td class="mono">${code}</td>
              <td><button class="btn" aria-label=${fill(b.removeThis, { number })} @click=${() => void this.#removeResult(number)}>${b.remove}</button></td>
            </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
  }

  #make = (e: SubmitEvent): void => {
    e.preventDefault();
    const form = new FormData(e.target as HTMLFormElement);
    void this.#work(async () => {
      const lesson = this.chosen === '' ? String(form.get('text')) : (await textOf({ kind: 'site', name: this.chosen })).text;
      const made = await this.server.make(String(form.get('title')), lesson, Number(form.get('days')));
      this.stage = { at: 'made', made };
    });
  };

  #look(): Promise<void> {
    return this.#work(async () => {
      this.stage = { at: 'results', results: await this.server.results(this.#board, this.#key) };
    });
  }

  #remove(): Promise<void> {
    this.asking = false;
    return this.#work(async () => {
      await this.server.remove(this.#board, this.#key);
      this.stage = { at: 'removed' };
    });
  }

  async #removeResult(number: number): Promise<void> {
    await this.#work(() => this.server.removeResult(this.#board, this.#key, number));
    if (!this.failure) await this.#look();
  }

  /** Does something with the server; what goes wrong is shown, and what was typed stays. */
  async #work(what: () => Promise<void>): Promise<void> {
    this.busy = true;
    this.failure = null;
    try {
      await what();
    } catch (e) {
      this.failure = e instanceof BoardError ? e : new BoardError(e instanceof Error ? e.message : String(e), 400);
    } finally {
      this.busy = false;
    }
  }
}

function dateOf(iso: string, withTime = false): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', ...(withTime && { timeStyle: 'short' }) }).format(new Date(iso));
}

define('blk-board', BlkBoard);
