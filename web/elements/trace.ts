import { css, html } from 'lit';
import { LightEvent, StepEvent } from '../playground/events.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { line } from '../words/line.ts';
import { define, ViewElement } from './element.ts';

const rowHeight = 17;
const keptAbove = 5;
/** Browsers cannot lay out taller elements; longer traces scroll in proportion. */
const tallest = 8_000_000;

/** The trace as blkparse prints it, with what blktrace hides in italics. Only the rows in sight exist. */
export class BlkTrace extends ViewElement {
  #top = 0; // first row in sight
  #rows = 12;
  #shownStep = -2;
  #shownIndex: unknown = null;

  static override styles = [
    base,
    css`
      :host {
        position: relative;
        min-height: 60px;
        overflow: auto;
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
        display: flex;
        height: 17px;
        padding: 0 8px;
        border-left: 3px solid transparent;
        cursor: pointer;
        white-space: pre;
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
      .n {
        width: calc(var(--digits) * 1ch);
        text-align: right;
        margin-right: 1ch;
      }
      .a {
        width: 4ch;
        text-align: center;
        font-weight: 700;
      }
      .f {
        width: 4ch;
      }
      .rest {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      :focus-visible {
        outline-offset: -2px;
      }
    `,
  ];

  #observer = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('scroll', this.#scrolled, { passive: true });
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.removeEventListener('scroll', this.#scrolled);
    this.#observer.disconnect();
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const count = view.index.steps.length;
    const first = Math.max(0, Math.min(this.#top, count - this.#rows));
    const last = Math.min(count, first + this.#rows + 1);
    const rows = [];
    this.style.setProperty('--digits', String(Math.max(5, String(count).length + 1)));
    for (let k = first; k < last; k++) rows.push(this.#row(view, k));
    return html`<div
        class="rows"
        role="listbox"
        tabindex="0"
        aria-label=${strings.trace.label}
        aria-activedescendant=${view.step >= first && view.step < last ? `line${view.step}` : ''}
        @keydown=${this.#key}
      >
        ${count === 0 ? html`<span class="line">${strings.trace.empty}</span>` : rows}
      </div>
      <div style="height:${Math.max(0, this.#height(count) - this.clientHeight)}px"></div>`;
  }

  override updated(): void {
    const { view } = this;
    if (!view || (view.step === this.#shownStep && view.index === this.#shownIndex)) return;
    const turned = view.index !== this.#shownIndex;
    this.#shownStep = view.step;
    this.#shownIndex = view.index;
    if (!turned && view.step >= this.#top + 1 && view.step < this.#top + Math.min(this.#rows, keptAbove + 1)) return;
    this.#show(Math.max(0, view.step - keptAbove));
  }

  #row(view: View, k: number) {
    const l = line(view, k);
    const bios = biosOf(view, k);
    const dim = view.lit !== null && !bios.some((b) => view.lit!.has(b));
    const classes = `line${k === view.step ? ' current' : k > view.step ? ' later' : ''}${l.printed ? '' : ' hidden'}${dim ? ' dim' : ''}`;
    return html`<div
      id="line${k}"
      class=${classes}
      role="option"
      aria-selected=${k === view.step}
      @click=${() => this.dispatchEvent(new StepEvent(k))}
      @pointerenter=${() => this.dispatchEvent(new LightEvent(bios.length > 0 ? bios : null))}
      @pointerleave=${() => this.dispatchEvent(new LightEvent(null))}
    ><span class="n">${l.sequence}</span><span>${l.seconds}</span><span class="a">${l.letter}</span><span class="f">${l.rwbs}</span><span class="rest">${l.rest}</span></div>`;
  }

  #height(count: number): number {
    return Math.min(tallest, count * rowHeight + 4);
  }

  /** px of scrolling for a row. */
  #pitch(): number {
    const count = this.view?.index.steps.length ?? 0;
    return count * rowHeight <= tallest ? rowHeight : (tallest - this.clientHeight) / Math.max(1, count - this.#rows);
  }

  #show(row: number): void {
    const most = Math.max(0, (this.view?.index.steps.length ?? 0) - this.#rows);
    this.#top = Math.min(row, most);
    this.scrollTop = this.#top * this.#pitch();
    this.requestUpdate();
  }

  #scrolled = (): void => {
    const top = Math.round(this.scrollTop / this.#pitch());
    if (top === this.#top) return;
    this.#top = top;
    this.requestUpdate();
  };

  #measure(): void {
    this.#rows = Math.max(1, Math.floor(this.clientHeight / rowHeight));
    this.requestUpdate();
  }

  #key = (e: KeyboardEvent): void => {
    const move = { ArrowUp: -1, ArrowDown: 1, PageUp: -this.#rows, PageDown: this.#rows }[e.key];
    if (move === undefined || !this.view) return;
    e.preventDefault();
    e.stopPropagation();
    this.dispatchEvent(new StepEvent(this.view.step + move));
  };
}

/** The bios a line speaks of. */
function biosOf(view: View, step: number): readonly number[] {
  const r = view.index.records;
  const i = view.index.steps[step];
  if (r.bio(i) >= 0) return [r.bio(i)];
  if (r.req(i) < 0) return [];
  return view.index.biosOfRequest(r.req(i));
}

define('blk-trace', BlkTrace);
