import { css, html, LitElement, nothing } from 'lit';
import { noFilter, readExtent, type TraceFilter } from '../fold/filter.ts';
import { saveFile } from '../playground/files.ts';
import { taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, strings } from '../strings.ts';
import { define } from './element.ts';
import { Speaks } from './speaks.ts';

/** Another filter of the trace. */
export class FilterEvent extends Event {
  static readonly type = 'blk-filter';
  constructor(readonly filter: TraceFilter) {
    super(FilterEvent.type, { bubbles: true, composed: true });
  }
}

const copyMost = 20_000; // lines: more hardly fit a clipboard

/** Filters by task and sector, how many lines are left, and ways to take them along. Letters are chosen below the lines. */
export class BlkTraceBar extends LitElement {
  static override properties = {
    view: { attribute: false },
    filter: { attribute: false },
    count: { type: Number },
    text: { attribute: false },
    said: { state: true },
    refused: { state: true },
    wrong: { state: true },
  };
  declare view: View | undefined;
  declare filter: TraceFilter;
  declare count: number;
  declare text: (most: number) => string;
  declare said: string;
  declare refused: string; // the text that the clipboard did not take
  declare wrong: boolean; // what stands in the sector field is no sector
  readonly speaks = new Speaks(this);

  static override styles = [
    base,
    controls,
    css`
      .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px;
        padding: 4px 8px;
        border-bottom: 1px solid var(--blk-line);
      }
      select {
        width: 80px;
        height: 24px;
        padding: 0 2px;
        font-family: var(--blk-ui);
        font-size: 11px;
      }
      input[type='text'] {
        width: 80px;
        height: 24px;
        font-size: 11px;
      }
      input[aria-invalid='true'] {
        border: 2px solid var(--blk-bad);
      }
      .btn {
        height: 24px;
        padding: 0 7px;
        font-size: 11px;
      }
      .count {
        flex: 1;
        min-width: 60px;
        text-align: right;
      }
      .said {
        flex-basis: 100%;
      }
      .refused {
        flex-basis: 100%;
      }
      textarea {
        width: 100%;
        height: 72px;
        border: 1px solid var(--blk-line2);
        background: var(--blk-panel);
        color: var(--blk-ink);
        font: 11px/14px var(--blk-mono);
      }
      @media (max-width: 639px), (pointer: coarse) {
        select,
        input[type='text'],
        .btn {
          height: 44px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.filter = noFilter;
    this.count = 0;
    this.text = () => '';
    this.said = '';
    this.refused = '';
    this.wrong = false;
  }

  override render() {
    const { view, filter } = this;
    if (!view) return html``;
    const t = strings.trace;
    const all = view.index.steps.length;
    const filtered = filter !== noFilter || this.wrong;
    return html`<div class="bar" role="group" aria-label=${t.filters}>
      <select aria-label=${t.byTask} .value=${String(filter.task)} @change=${this.#task}>
        <option value="-1" ?selected=${filter.task < 0}>${t.anyTask}</option>
        ${view.index.tasks.slice(0, 200).map((id) => html`<option value=${id} ?selected=${id === filter.task}>${id} ${taskName(view, id)}</option>`)}
      </select>
      <input type="text" id="sectors" aria-label=${t.bySector} title=${t.bySectorNote} placeholder=${t.sectorHint} aria-invalid=${this.wrong} @input=${this.#sector} />
      <span class="note count" role="status">${filtered ? fill(t.count, { shown: this.count, all }) : fill(t.all, { all })}</span>
      ${filtered ? html`<button class="btn" @click=${this.#clear}>${t.clear}</button>` : nothing}
      <button class="btn" @click=${this.#copy}>${t.copy}</button>
      <button class="btn" @click=${this.#save}>${t.save}</button>
      ${this.wrong ? html`<span class="note said">⚠ ${t.bySectorNote}</span>` : nothing}
      ${this.said ? html`<span class="note said" role="status">${this.said}</span>` : nothing}
      ${this.refused ? html`<div class="refused">
        <textarea readonly aria-label=${t.copyRefused} .value=${this.refused} @focus=${(e: Event) => (e.target as HTMLTextAreaElement).select()}></textarea>
        <button class="btn" @click=${() => ((this.refused = ''), (this.said = ''))}>${strings.close}</button>
      </div>` : nothing}
    </div>`;
  }

  #send(filter: TraceFilter): void {
    this.said = '';
    const none = filter.letters.size === 0 && filter.task < 0 && !filter.sectors;
    this.dispatchEvent(new FilterEvent(none ? noFilter : filter));
  }

  #task = (e: Event): void => this.#send({ ...this.filter, task: Number((e.target as HTMLSelectElement).value) });

  #sector = (e: Event): void => {
    const text = (e.target as HTMLInputElement).value.trim();
    const sectors = text === '' ? null : readExtent(text);
    this.wrong = text !== '' && sectors === null;
    if (!this.wrong) this.#send({ ...this.filter, sectors });
  };

  #clear = (): void => {
    this.renderRoot.querySelector<HTMLInputElement>('#sectors')!.value = '';
    this.wrong = false;
    this.#send(noFilter);
  };

  #copy = async (): Promise<void> => {
    const t = strings.trace;
    const text = this.text(copyMost);
    this.refused = '';
    try {
      await navigator.clipboard.writeText(text);
      this.said = this.count > copyMost ? fill(t.copiedSome, { shown: copyMost, all: this.count }) : fill(t.copied, { shown: this.count });
    } catch {
      this.said = t.copyRefused;
      this.refused = text;
      await this.updateComplete;
      this.renderRoot.querySelector('textarea')?.focus();
    }
  };

  #save = (): void => saveFile('blkparse.txt', this.text(Infinity), 'text/plain');
}

define('blk-tracebar', BlkTraceBar);
