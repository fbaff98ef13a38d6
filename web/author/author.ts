import { html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { pageHead } from '../elements/pagehead.ts';
import { Speaks } from '../elements/speaks.ts';
import { textOf } from '../engine/errors.ts';
import type { NamedText } from '../engine/tools.ts';
import { newSeed, seedOf, writeAddress } from '../exercise/address.ts';
import { saveFile, stemOf } from '../playground/files.ts';
import { fill, language, languageEvent, said } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { authorStyle } from './author-style.ts';
import { Check } from './check.ts';
import { keepDraft, readDraft } from './draft.ts';
import { BlkLessonEditor, TextEvent } from './editor.ts';
import { GoEvent } from './findings.ts';
import './preview.ts';
import type { Variant } from './preview.ts';
import { SeedEvent } from './seeds.ts';
import { lessonNames, textOfLesson } from './shelf.ts';
import { template } from './template.ts';
import { tongue } from './tongue.ts';
import { InsertEvent } from './wordlist.ts';
import { words } from './words.ts';

/** Bytes of a lesson's text; see core/lesson. */
const textBytesMax = 128 << 10;

/** How long a text rests before it is read. */
const restMs = 300;

type View = 'preview' | 'seeds' | 'wordsTitle';

/** The page on which exercises are written: the text, what is wrong with it, and what students will see. */
export class BlkAuthor extends LitElement {
  static override properties = {
    text: { state: true },
    seed: { state: true },
    view: { state: true },
    right: { state: true },
    names: { state: true },
    failure: { state: true },
    list: { state: true },
    told: { state: true },
  };
  declare text: string;
  declare seed: string;
  declare view: View;
  declare right: boolean; // the right answers are shown
  declare names: readonly string[]; // of the site's exercises
  declare failure: string;
  declare list: { words: NamedText[]; rules: NamedText[] } | null;
  declare told: string | null; // the language of the preview, '': the text's own; null: the page's
  readonly speaks = new Speaks(this);
  readonly check = new Check(() => this.requestUpdate());
  #rest = 0;

  static override styles = [base, controls, documentStyle, authorStyle];

  constructor() {
    super();
    this.text = readDraft() || template;
    this.seed = '0';
    this.view = 'preview';
    this.right = false;
    this.names = [];
    this.failure = '';
    this.list = this.told = null;
    this.addEventListener(TextEvent.type, (e) => this.#typed((e as TextEvent).text));
    this.addEventListener(GoEvent.type, (e) => this.#editor.goTo((e as GoEvent).line, (e as GoEvent).column));
    this.addEventListener(InsertEvent.type, (e) => this.#editor.insert((e as InsertEvent).text));
    this.addEventListener(SeedEvent.type, (e) => {
      this.view = 'preview';
      this.#reseed((e as SeedEvent).seed);
    });
    this.addEventListener('dragover', (e) => e.preventDefault());
    this.addEventListener('drop', (e) => {
      e.preventDefault();
      void this.#open(e.dataTransfer?.files[0]);
    });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#read();
    addEventListener(languageEvent, this.#read);
    void lessonNames().then((names) => (this.names = names));
    const asked = new URLSearchParams(location.hash.slice(1)).get('lesson');
    if (asked && /^[\w-]{1,40}$/.test(asked) && !readDraft()) void this.#start(asked);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#rest);
    removeEventListener(languageEvent, this.#read);
    this.check.close();
  }

  get #editor(): BlkLessonEditor {
    return this.renderRoot.querySelector('blk-lesson-editor')!;
  }

  override render() {
    const w = words();
    const { known } = this.check;
    return html`${pageHead(w.pageTitle, html`<a class="btn" href="teachers.html">${w.teachers}</a>`)}
      <main>
        <div class="text">
          ${this.#bar()}
          ${this.failure ? html`<p class="message" role="alert">${this.failure}</p>` : nothing}
          <blk-lesson-editor .text=${this.text} .findings=${known.findings}></blk-lesson-editor>
          <blk-findings .findings=${known.findings} .checking=${known.checking} .failure=${known.failure}></blk-findings>
        </div>
        <section class="beside" aria-label=${w.views}>
          <div class="views group" role="group" aria-label=${w.views}>
            ${(['preview', 'seeds', 'wordsTitle'] as const).map((v) => html`<button class="btn" aria-pressed=${this.view === v} @click=${() => this.#look(v)}>${w[v]}</button>`)}
          </div>
          ${this.view === 'preview' ? this.#preview() : this.view === 'seeds' ? this.#seeds() : html`${tongue(known.formatted, (text) => this.#editor.replace(text))}<blk-word-list .list=${this.list?.words ?? []} .rules=${this.list?.rules ?? []}></blk-word-list>`}
        </section>
      </main>`;
  }

  #bar() {
    const w = words();
    const { known } = this.check;
    const student = `exercise.html${writeAddress({ kind: 'text', text: this.text }, this.seed, '')}`;
    return html`<div class="bar">
      <h1>${w.title}</h1>
      <select aria-label=${w.start} @change=${this.#chosen}>
        <option value="">${w.start}…</option>
        <option value="template">${w.template}</option>
        ${this.names.map((n) => html`<option value=${n}>${n.toUpperCase()}</option>`)}
      </select>
      <button class="btn" @click=${() => this.renderRoot.querySelector<HTMLInputElement>('#file')!.click()}>${w.open}</button>
      <input id="file" type="file" hidden accept=".lesson,text/plain" aria-label=${w.openLabel} @change=${this.#picked} />
      <button class="btn" title=${w.kept} @click=${this.#save}>${w.save}</button>
      <button class="btn" title=${w.tidyNote} ?disabled=${known.formatted === ''} @click=${() => this.#editor.replace(known.formatted)}>${w.tidy}</button>
      ${known.readable
        ? html`<a class="btn primary" href=${student} target="_blank" rel="noopener" title=${w.studentNote}>${w.student}</a>`
        : html`<span class="btn" role="link" aria-disabled="true" tabindex="0" title=${w.cannotYet}>${w.student}<span class="hidden-text">: ${w.cannotYet}</span></span>`}
    </div>`;
  }

  #preview() {
    const w = words();
    const { known } = this.check;
    return html`<form class="seed" @submit=${this.#useSeed}>
        <label for="seed">${w.seed}</label>
        <input id="seed" name="seed" type="text" inputmode="numeric" pattern="[0-9]{1,20}" autocomplete="off" .value=${this.seed} @change=${this.#useSeed} />
        <button type="button" class="btn" @click=${() => this.#reseed(newSeed())}>${w.newSeed}</button>
        ${this.#languages(known.variant)}
        <label class="check"><input type="checkbox" .checked=${this.right} @change=${(e: Event) => (this.right = (e.target as HTMLInputElement).checked)} /> ${w.answers}</label>
      </form>
      <div role="status">
        ${known.unmade ? html`<p class="message bad">${fill(w.cannotRun, { reason: said(known.unmade) })}</p>` : nothing}
        ${known.readable ? nothing : html`<p class="message">${known.variant ? w.stale : known.checking ? w.running : w.nothingYet}</p>`}
      </div>
      ${known.variant ? html`<blk-lesson-preview .variant=${known.variant} .tools=${this.check.preview} .known=${this.right}></blk-lesson-preview>` : nothing}`;
  }

  /** Which words the preview is in, if there are others than the text's own. */
  #languages(variant: Variant | null) {
    const w = words();
    const { languages = [], language: told = '' } = variant?.lesson ?? {};
    if (languages.length === 0) return nothing;
    return html`<label for="told">${w.told}</label>
      <select id="told" @change=${this.#tell}>
        ${['', ...languages].map((l) => html`<option value=${l} ?selected=${l === told} lang=${l || nothing}>${l === '' ? w.toldOwn : nameOf(l)}</option>`)}
      </select>`;
  }

  #seeds() {
    const { variant } = this.check.known;
    return html`<blk-lesson-seeds .text=${variant?.text ?? ''} .questions=${variant?.lesson.questions.map((q) => q.name) ?? []} .tools=${this.check.preview}></blk-lesson-seeds>`;
  }

  #look(view: View): void {
    this.view = view;
    if (view === 'wordsTitle' && !this.list) void this.check.preview.lessonWords().then((list) => (this.list = list));
  }

  #typed(text: string): void {
    this.text = text;
    this.failure = '';
    keepDraft(text);
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#read(), restMs);
  }

  #read = (): void => this.check.take(this.text, this.seed, this.told ?? language());

  #tell = (e: Event): void => {
    this.told = (e.target as HTMLSelectElement).value;
    this.#read();
  };

  #reseed(seed: string): void {
    this.seed = seed;
    this.#read();
  }

  #useSeed = (e: Event): void => {
    e.preventDefault();
    const seed = seedOf(this.renderRoot.querySelector<HTMLInputElement>('#seed')!.value);
    if (seed !== '' && seed !== this.seed) this.#reseed(seed);
  };

  #chosen = (e: Event): void => {
    const select = e.target as HTMLSelectElement;
    const name = select.value;
    select.value = '';
    if (name === 'template') this.#editor.replace(template);
    else if (name !== '') void this.#start(name);
  };

  async #start(name: string): Promise<void> {
    try {
      const text = await textOfLesson(name);
      await this.updateComplete;
      this.#editor.replace(text);
    } catch (e) {
      this.failure = fill(words().noExercise, { reason: said(textOf(e)) });
    }
  }

  #picked = (e: Event): void => {
    const input = e.target as HTMLInputElement;
    void this.#open(input.files?.[0]);
    input.value = '';
  };

  async #open(file: File | undefined): Promise<void> {
    if (!file) return;
    if (file.size > textBytesMax) {
      this.failure = fill(words().tooLong, { most: textBytesMax >> 10, n: Math.ceil(file.size / 1024) });
      return;
    }
    this.#editor.replace((await file.text()).replace(/\r\n?/g, '\n'));
  }

  #save = (): void => {
    const name = /^name +(\S+)/m.exec(this.text)?.[1] ?? 'exercise';
    saveFile(`${stemOf(name)}.lesson`, this.text, 'text/plain');
  };
}

/** A language's name in itself, by its tag. */
function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag; // no tag that the browser knows
  }
}

define('blk-author', BlkAuthor);
