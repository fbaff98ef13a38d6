import { css, html } from 'lit';
import { upperBound } from '../fold/index.ts';
import { filterSteps, noFilter, type TraceFilter } from '../fold/filter.ts';
import { LightEvent, StepEvent } from '../playground/events.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { biosOf } from '../words/chain.ts';
import { line } from '../words/line.ts';
import { define, ViewElement } from './element.ts';
import './letters.ts';
import { type FilterEvent } from './tracebar.ts';
import './tracebar.ts';

const rowHeight = 17;
const keptAbove = 5;
/** Browsers cannot lay out taller elements; longer traces scroll in proportion. */
const tallest = 8_000_000;

/** The trace as blkparse prints it, with what blktrace hides in italics. Only the rows in sight exist. */
export class BlkTrace extends ViewElement {
  static override readonly turn = 1;
  static override properties = { ...ViewElement.properties, blkparse: { attribute: false } };
  /** blkparse's own text of some records, for copying and saving. */
  declare blkparse: ((from: number, to: number) => string) | undefined;

  #top = 0; // first row in sight
  #rows = 12;
  #height = 0; // px of the rows' window
  #shownStep = -2;
  #shownIndex: unknown = null;
  #filter: TraceFilter = noFilter;
  #filtered: { of: unknown; by: TraceFilter; steps: Int32Array | null } = { of: null, by: noFilter, steps: null };
  #focused = false;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      @media (min-width: 1000px) {
        :host(:not([compact])) {
          contain: strict; /* the page gives it its size: what changes inside lays out nothing else */
        }
      }
      .scroll {
        position: relative;
        flex: 1;
        min-height: 60px;
        overflow: auto;
        contain: strict;
        overscroll-behavior: contain;
        font: 11px/17px var(--blk-mono);
      }
      .rows {
        position: sticky;
        top: 0;
        height: 100%;
        overflow: hidden;
      }
      .line {
        height: 17px;
        padding: 0 8px;
        overflow: hidden;
        border-left: 3px solid transparent;
        cursor: pointer;
        text-overflow: ellipsis;
        white-space: pre;
        contain: strict;
      }
      .line:hover {
        background: var(--blk-sunk);
      }
      .current,
      .current:hover {
        border-left-color: var(--blk-cur);
        background: var(--blk-cur-bg);
        font-weight: 600;
      }
      .hidden {
        color: var(--blk-ink2);
        font-style: italic;
      }
      .later {
        color: var(--blk-ink2);
      }
      .dim {
        opacity: 0.28;
      }
      .line b {
        padding: 0 1.5ch;
        font-weight: 700;
      }
      .line .two {
        padding: 0 1ch;
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  // In a frame of its own: rows that change the size in the observer's turn would be an error to some browsers.
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));

  override firstUpdated(): void {
    this.#watch();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.#watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const steps = this.#steps(view);
    const count = steps?.length ?? view.index.steps.length;
    const first = Math.max(0, Math.min(this.#top, count - this.#rows));
    const last = Math.min(count, first + this.#rows + 1);
    const rows = [];
    for (let row = first; row < last; row++) rows.push(this.#row(view, steps ? steps[row] : row));
    const shown = steps ? strings.trace.empty0 : strings.trace.empty;
    return html`<blk-tracebar
        .view=${view}
        .filter=${this.#filter}
        .count=${count}
        .text=${(most: number) => this.#text(view, most)}
        @blk-filter=${(e: FilterEvent) => this.#setFilter(e.filter)}
      ></blk-tracebar>
      <div class="scroll" @scroll=${this.#scrolled}>
        <div
          class="rows"
          role="listbox"
          tabindex="0"
          aria-label=${strings.trace.label}
          aria-activedescendant=${this.#inSight(view, steps, first, last) ? `line${view.step}` : ''}
          @keydown=${this.#key}
          @focus=${() => this.#focus(true)}
          @blur=${() => this.#focus(false)}
        >
          ${count === 0 ? html`<span class="line">${shown}</span>` : rows}
        </div>
        <div style="height:${Math.max(0, this.#tall(count) - this.#height)}px"></div>
      </div>
      <blk-letters .view=${view} .filter=${this.#filter} @blk-filter=${(e: FilterEvent) => this.#setFilter(e.filter)}></blk-letters>`;
  }

  /** Brings the current step into sight before its rows are made: afterwards they would be made twice. */
  override willUpdate(): void {
    const { view } = this;
    if (!view || (view.step === this.#shownStep && view.index === this.#shownIndex)) return;
    const turned = view.index !== this.#shownIndex;
    this.#shownStep = view.step;
    this.#shownIndex = view.index;
    this.#lightDue = this.#focused;
    const row = this.#rowOf(view);
    const above = Math.min(keptAbove, this.#rows >> 1);
    if (!turned && row >= this.#top + 1 && row <= this.#top + above) return;
    this.#show(Math.max(0, row - above));
  }
  #lightDue = false;

  override updated(): void {
    if (this.#lightDue && this.view) this.#light(this.view);
    this.#lightDue = false;
  }

  #setFilter(filter: TraceFilter): void {
    this.#filter = filter;
    this.#shownStep = -2;
    this.requestUpdate();
  }

  /** The steps shown, null for all: found once for each run and filter. */
  #steps(view: View): Int32Array | null {
    const { of, by } = this.#filtered;
    if (of !== view.index || by !== this.#filter) this.#filtered = { of: view.index, by: this.#filter, steps: filterSteps(view.index, this.#filter) };
    return this.#filtered.steps;
  }

  /** The row of the current step, or of the last one before it that is shown. */
  #rowOf(view: View): number {
    const steps = this.#steps(view);
    return steps ? upperBound(steps as unknown as number[], (k) => k <= view.step) - 1 : view.step;
  }

  #inSight(view: View, steps: Int32Array | null, first: number, last: number): boolean {
    const row = this.#rowOf(view);
    return row >= first && row < last && (steps === null || steps[row] === view.step);
  }

  #row(view: View, k: number) {
    const l = line(view, k);
    const digits = Math.max(5, String(view.index.steps.length).length + 1);
    const bios = (): readonly number[] => biosOf(view, view.index.steps[k]);
    const dim = view.lit !== null && !bios().some((b) => view.lit!.has(b));
    const classes = `line${k === view.step ? ' current' : k > view.step ? ' later' : ''}${l.printed ? '' : ' hidden'}${dim ? ' dim' : ''}`;
    return html`<div
      id="line${k}"
      class=${classes}
      role="option"
      aria-selected=${k === view.step}
      @click=${() => this.dispatchEvent(new StepEvent(k))}
      @pointerenter=${() => this.#lightUp(bios())}
      @pointerleave=${() => this.dispatchEvent(new LightEvent(null))}
    >${`${l.sequence.padStart(digits)} ${l.seconds}`}<b class=${l.letter.length > 1 ? 'two' : ''} title=${strings.letters[l.letter] ?? ''}>${l.letter}</b>${l.rwbs.padEnd(4) + l.rest}</div>`;
  }

  #tall(count: number): number {
    return Math.min(tallest, count * rowHeight + 4);
  }

  /** px of scrolling for a row. */
  #pitch(): number {
    const count = this.#count();
    return count * rowHeight <= tallest ? rowHeight : (tallest - this.#height) / Math.max(1, count - this.#rows);
  }

  #count(): number {
    const { view } = this;
    return view ? (this.#steps(view)?.length ?? view.index.steps.length) : 0;
  }

  #show(row: number): void {
    const top = Math.max(0, Math.min(row, this.#count() - this.#rows));
    if (top === this.#top) return;
    this.#top = top;
    if (this.#bar !== 0) return;
    // The rows stand still whatever the bar does: moved when the frame is laid out, it costs no layout of its own.
    this.#bar = setTimeout(() => {
      this.#bar = 0;
      const scroll = this.renderRoot.querySelector('.scroll');
      if (scroll) scroll.scrollTop = this.#top * this.#pitch();
    }, 30);
  }
  #bar = 0;

  #scrolled = (e: Event): void => {
    const top = Math.round((e.currentTarget as Element).scrollTop / this.#pitch());
    if (top === this.#top) return;
    this.#top = top;
    this.requestUpdate();
  };

  #watch(): void {
    const scroll = this.renderRoot.querySelector('.scroll');
    if (scroll) this.#observer.observe(scroll);
    else void this.updateComplete.then(() => requestAnimationFrame(() => this.isConnected && this.#watch()));
  }

  #measure(): void {
    this.#height = this.renderRoot.querySelector('.scroll')?.clientHeight ?? 0;
    this.#rows = Math.max(1, Math.floor(this.#height / rowHeight));
    this.#shownStep = -2;
    this.requestUpdate();
  }

  #focus(on: boolean): void {
    this.#focused = on;
    if (on && this.view) this.#light(this.view);
    else this.dispatchEvent(new LightEvent(null));
  }

  /** Whoever goes through the lines by keys sees the same light as under the pointer. */
  #light(view: View): void {
    this.#lightUp(view.step < 0 ? [] : biosOf(view, view.index.steps[view.step]));
  }

  #lightUp(bios: readonly number[]): void {
    this.dispatchEvent(new LightEvent(bios.length > 0 ? bios : null));
  }

  #key = (e: KeyboardEvent): void => {
    const { view } = this;
    const by = { ArrowUp: -1, ArrowDown: 1, PageUp: -this.#rows, PageDown: this.#rows }[e.key];
    if (!view) return;
    if (e.key === 'Enter') {
      const bios = view.step < 0 ? [] : biosOf(view, view.index.steps[view.step]);
      if (bios.length > 0) this.dispatchEvent(new LightEvent(bios, true));
      return;
    }
    if (by === undefined) return;
    e.preventDefault();
    e.stopPropagation();
    const steps = this.#steps(view);
    if (!steps) {
      this.dispatchEvent(new StepEvent(view.step + by));
      return;
    }
    const row = this.#rowOf(view);
    const between = steps[row] !== view.step; // the present line is not shown
    const to = Math.max(0, Math.min(steps.length - 1, row + by + (between && by < 0 ? 1 : 0)));
    if (steps.length > 0) this.dispatchEvent(new StepEvent(steps[to]));
  };

  /** blkparse's lines of what is shown, of at most so many steps. */
  #text(view: View, most: number): string {
    const { blkparse } = this;
    if (!blkparse) return '';
    const steps = this.#steps(view);
    if (!steps) return blkparse(0, view.index.steps.length <= most ? view.index.indexed : view.index.steps[most]);
    const parts: string[] = [];
    for (let row = 0; row < Math.min(steps.length, most); row++) {
      const i = view.index.steps[steps[row]];
      parts.push(blkparse(i, i + 1));
    }
    return parts.join('');
  }
}

define('blk-trace', BlkTrace);
