import { css, html, LitElement } from 'lit';
import { lessonNames } from '../author/shelf.ts';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import { writeAddress } from '../exercise/address.ts';
import { saveFile } from '../playground/files.ts';
import '../share/copy.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { documentStyle } from '../styles/document.ts';
import { words } from './words.ts';

const studentsMost = 500;
const seedMost = 1_000_000_000;

/** Links to one exercise, with a seed for each student. */
export class BlkClassLinks extends LitElement {
  static override properties = { names: { state: true }, lesson: { state: true }, students: { state: true }, first: { state: true } };
  declare names: readonly string[];
  declare lesson: string;
  declare students: number;
  declare first: number;
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    documentStyle,
    css`
      .fields-of {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 16px;
      }
      label {
        display: grid;
        gap: 4px;
      }
      select,
      input[type='number'] {
        width: 7rem;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.names = [];
    this.lesson = 'e02';
    this.students = 30;
    this.first = 1001;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void lessonNames().then((names) => (this.names = names));
  }

  override render() {
    const w = words().classLinks;
    const lines = this.#lines();
    return html`<section class="box" aria-labelledby="title">
      <h3 id="title">${w.title}</h3>
      <div class="fields-of">
        <label>${w.exercise}<select @change=${(e: Event) => (this.lesson = (e.target as HTMLSelectElement).value)}>${this.names.map((n) => html`<option value=${n} ?selected=${n === this.lesson}>${n.toUpperCase()}</option>`)}</select></label>
        <label>${w.students}<input type="number" min="1" max=${studentsMost} .value=${String(this.students)} @input=${(e: Event) => (this.students = numberIn(e, 1, studentsMost))} /></label>
        <label>${w.first}<input type="number" min="0" max=${seedMost} .value=${String(this.first)} @input=${(e: Event) => (this.first = numberIn(e, 0, seedMost))} /></label>
      </div>
      <blk-copy .label=${w.list} .text=${lines} .rows=${4}></blk-copy>
      <p><button type="button" class="btn" @click=${() => saveFile(`links-${this.lesson}.csv`, `${lines}\n`, 'text/csv')}>${w.save}</button></p>
    </section>`;
  }

  #lines(): string {
    const page = new URL('exercise.html', document.baseURI).href;
    const link = (seed: number): string => page + writeAddress({ kind: 'site', name: this.lesson }, String(seed), '');
    return Array.from({ length: this.students }, (_, k) => `${k + 1},${link(this.first + k)}`).join('\n');
  }
}

function numberIn(e: Event, least: number, most: number): number {
  const n = Math.round((e.target as HTMLInputElement).valueAsNumber);
  return Number.isNaN(n) ? least : Math.min(Math.max(n, least), most);
}

define('blk-class-links', BlkClassLinks);
