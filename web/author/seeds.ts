import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { textOf } from '../engine/errors.ts';
import type { Tools } from '../engine/tools.ts';
import { fill } from '../strings/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { words } from './words.ts';
import { told } from '../words/told.ts';

/** Show the variant of a seed. */
export class SeedEvent extends Event {
  static readonly type = 'blk-seed';
  constructor(readonly seed: string) {
    super(SeedEvent.type, { bubbles: true, composed: true });
  }
}

interface Row {
  seed: string;
  params: string;
  answers: string[]; // by question
  failure: string;
}

const seedsMost = 100;

/** The variants of the first seeds with their right answers. */
export class BlkLessonSeeds extends LitElement {
  static override properties = { text: {}, questions: { attribute: false }, tools: { attribute: false }, rows: { state: true }, many: { state: true }, stop: { state: true } };
  declare text: string; // that can be read
  declare questions: readonly string[];
  declare tools: Tools;
  declare rows: readonly Row[];
  declare many: number;
  declare stop: AbortController | null; // while it works
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    documentStyle,
    css`
      :host > * + * {
        margin-top: 12px;
      }
      input {
        max-width: 5rem;
      }
      td {
        font: 12px/18px var(--blk-mono);
        overflow-wrap: anywhere;
      }
      th,
      td {
        padding-right: 14px;
      }
      td .btn {
        min-width: 44px;
      }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.questions = this.rows = [];
    this.many = 8;
    this.stop = null;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('text')) return;
    this.stop?.abort();
    this.rows = [];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop?.abort();
  }

  override render() {
    const w = words();
    const { rows, questions } = this;
    return html`<p>${w.tryNote}</p>
      <form class="buttons" @submit=${this.#try}>
        <label for="many">${w.trySeeds}</label>
        <input id="many" type="number" min="1" max=${seedsMost} required .value=${String(this.many)} @change=${(e: Event) => (this.many = Number((e.target as HTMLInputElement).value))} />
        ${this.stop
          ? html`<button type="button" class="btn" @click=${() => this.stop?.abort()}>${w.stop}</button>`
          : html`<button class="btn primary" ?disabled=${this.text === ''}>${w.try}</button>`}
        <span role="status">${this.stop ? fill(w.tried, { n: rows.length, of: this.many }) : nothing}</span>
      </form>
      ${rows.length === 0
        ? nothing
        : html`<div class="wide" tabindex="0" role="region" aria-label=${w.seeds}>
            <table>
              <thead>
                <tr><th scope="col">${w.seed}</th>${questions.map((q, k) => html`<th scope="col"><span lang="en">${q}</span><br />${fill(w.distinct, { n: new Set(rows.filter((r) => !r.failure).map((r) => r.answers[k])).size })}</th>`)}<th scope="col">${w.drawn}</th></tr>
              </thead>
              <tbody>
                ${rows.map(
                  (r) => html`<tr>
                    <th scope="row"><button class="btn" aria-label=${fill(w.useSeed, { n: r.seed })} @click=${() => this.dispatchEvent(new SeedEvent(r.seed))}>${r.seed}</button></th>
                    ${r.failure ? html`<td class="bad" colspan=${questions.length + 1} >× ${told(r.failure)}</td>` : html`${r.answers.map((a) => html`<td>${a || '–'}</td>`)}<td>${r.params}</td>`}
                  </tr>`,
                )}
              </tbody>
            </table>
          </div>`}`;
  }

  #try = async (e: Event): Promise<void> => {
    e.preventDefault();
    const stop = (this.stop = new AbortController());
    const many = Math.min(Math.max(this.many || 1, 1), seedsMost);
    this.rows = [];
    try {
      for (let n = 0; n < many; n++) {
        const row = await this.#row(String(n), stop.signal);
        this.rows = [...this.rows, row];
      }
    } catch (e) {
      if (!stop.signal.aborted) throw e;
    } finally {
      if (this.stop === stop) this.stop = null;
    }
  };

  async #row(seed: string, signal: AbortSignal): Promise<Row> {
    const { text, tools, questions } = this;
    const row: Row = { seed, params: '', answers: [], failure: '' };
    try {
      const lesson = await tools.lesson(text, seed, '', { signal });
      row.params = lesson.parameters.map((p) => `${p.name}=${p.text}`).join(' ');
      for (const q of questions) row.answers.push(await tools.lessonAnswer(text, seed, q, { signal }));
    } catch (e) {
      if (signal.aborted) throw e;
      row.failure = textOf(e);
    }
    return row;
  }
}

define('blk-lesson-seeds', BlkLessonSeeds);
