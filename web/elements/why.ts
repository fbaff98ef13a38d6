import { css, html, nothing } from 'lit';
import { EditEvent, LightEvent, SeekEvent, StepEvent } from '../playground/events.ts';
import { isLit, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, language, ms, strings } from '../strings.ts';
import { chainOf, type Chain, type Link } from '../words/chain.ts';
import { otherwise, type Otherwise } from '../words/otherwise.ts';
import { why, type Why } from '../words/why.ts';
import { define, ViewElement } from './element.ts';

const linksAtFirst = 6;
const linksMost = 60;

/** The event looked at: its cause in words, the chain behind it, and what would have changed it. */
export class BlkWhy extends ViewElement {
  static override readonly turn = 2;
  static override properties = { ...ViewElement.properties, asked: { type: Boolean }, whole: { type: Boolean, reflect: true } };
  declare asked: boolean; // what would have changed it is somebody's question here
  declare whole: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        flex-direction: column;
        justify-content: center;
        gap: 3px;
        min-height: 84px;
        isolation: isolate; /* painted by itself: what changes elsewhere does not paint it anew */
        padding: 4px 12px;
        font-size: 14px;
        line-height: 18px;
      }
      .told {
        display: flex;
        align-items: center;
        gap: 2px 10px;
      }
      .event {
        padding: 3px 8px;
        border-left: 3px solid var(--blk-cur);
        background: var(--blk-cur-bg);
        font: 600 12px/16px var(--blk-mono);
        white-space: nowrap;
      }
      code {
        font-size: 12px;
        color: var(--blk-ink2);
      }
      .chip {
        border-color: var(--blk-cur);
        color: var(--blk-cur);
      }
      b {
        min-width: 0;
        max-height: 36px;
        overflow: hidden;
      }
      .behind {
        display: flex;
        min-width: 0;
        font-size: 12px;
        line-height: 18px;
        color: var(--blk-ink2);
      }
      ol {
        display: flex;
        min-width: 0;
        margin: 0;
        padding: 2px 0;
        overflow: auto hidden;
        scrollbar-width: thin;
        list-style: none;
        white-space: nowrap;
      }
      .whole ol {
        flex-wrap: wrap;
        max-height: 76px;
        overflow: auto;
      }
      li {
        display: flex;
        flex: none;
        align-items: center;
      }
      li::before {
        content: '◂';
        padding: 0 4px;
        color: var(--blk-ink2);
      }
      li button,
      .more {
        padding: 0 3px;
        border: 0;
        border-radius: var(--blk-radius);
        background: none;
        color: var(--blk-ink);
        text-decoration: underline;
        text-decoration-color: var(--blk-line2);
        text-underline-offset: 3px;
        white-space: nowrap;
        cursor: pointer;
      }
      li button:hover,
      .more:hover {
        background: var(--blk-sunk);
      }
      li button.lit {
        outline: 2px solid var(--blk-cur);
        outline-offset: -1px;
      }
      li button:focus-visible {
        outline-offset: -2px;
        box-shadow: none;
      }
      .more {
        flex: none;
        color: var(--blk-ink2);
      }
      .label {
        flex: none;
        width: 68px;
      }
      .else {
        display: flex;
        align-items: center;
        min-height: 22px;
        font-size: 12px;
        line-height: 18px;
        color: var(--blk-ink2);
      }
      .else .btn {
        flex: none;
        height: 22px;
        margin-left: 8px;
        color: var(--blk-ink);
        font-size: 12px;
      }
      @media (min-width: 1000px) {
        :host(:not([whole])) {
          height: 96px; /* for the longest words: the picture below stands still while they change */
          overflow: hidden auto;
          contain: layout size;
        }
        :host([asked]:not([whole])) {
          height: 84px;
        }
      }
      @media (max-width: 999px) {
        .told {
          flex-wrap: wrap;
          min-height: 40px;
        }
        b {
          max-height: none;
        }
        :host {
          min-height: 104px;
        }
        .else {
          flex-wrap: wrap;
        }
      }
      @media (max-width: 639px) {
        .told {
          display: block;
        }
        .told > * {
          margin-right: 6px;
        }
        ol {
          flex-wrap: wrap;
        }
        li button {
          white-space: normal;
          text-align: left;
        }
        /* What happened is always seen: it stays above the transport until its own place is. */
        :host([docked]) {
          display: contents;
        }
        :host([docked]) > * {
          flex: none;
          padding: 4px 12px;
          background: var(--blk-panel);
        }
        :host([docked]) .told {
          position: sticky;
          z-index: 2;
          bottom: 104px;
          border-top: 1px solid var(--blk-line);
        }
      }
      @media (max-width: 639px), (pointer: coarse) {
        li button,
        .more {
          min-height: 44px;
          min-width: 44px;
        }
        .behind {
          align-items: center;
        }
        .else .btn {
          height: 44px;
          margin-left: 0;
        }
      }
    `,
  ];

  #of: unknown = null; // what the words below were made of
  #step = -2;
  #language = '';
  #whole = false;
  #told: Why = { letter: '', text: '', func: '', hidden: false };
  #chain: Chain = { links: [], more: false };
  #else: Otherwise | null = null;

  constructor() {
    super();
    this.whole = this.asked = false;
  }

  override willUpdate(): void {
    if (this.view) this.#think(this.view);
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const w = this.#told;
    const number = view.index.sequence[view.step];
    return html`<div class="told">
        ${view.step >= 0 ? html`<span class="event">${number > 0 ? number : '–'} ${w.letter} ${ms(view.index.timeOf(view.step))}</span>` : ''}
        <b>${view.index.steps.length > 0 ? w.text : strings.machine.emptyText}</b>${w.func ? html`<code>${w.func}()</code>` : ''}${w.hidden ? html`<span class="chip">${strings.why.invisible}</span>` : ''}
      </div>
      ${this.#behind(view)} ${this.asked ? '' : this.#instead()}`;
  }

  #behind(view: View) {
    const s = strings.chain;
    const { links, more } = this.#chain;
    if (links.length === 0) return nothing;
    return html`<nav class="behind ${this.whole ? 'whole' : ''}" aria-label=${s.label}>
      <span class="label">${s.because}</span>
      <ol>
        ${links.map((link) => this.#link(view, link))}
        ${more || this.whole ? html`<li><button class="more" aria-expanded=${this.whole} @click=${() => (this.whole = !this.whole)}>${this.whole ? s.less : '… ' + s.more}</button></li>` : nothing}
      </ol>
    </nav>`;
  }

  #link(view: View, link: Link) {
    const light = (on: boolean) => (): void => {
      if (link.bios.length > 0) this.dispatchEvent(new LightEvent(on ? link.bios : null));
    };
    return html`<li><button
      class=${isLit(view, link.bios) ? 'lit' : ''}
      title=${link.note}
      @click=${() => this.#goTo(view, link.at)}
      @pointerenter=${light(true)}
      @pointerleave=${light(false)}
      @focus=${light(true)}
      @blur=${light(false)}
    >${link.text}</button></li>`;
  }

  #instead() {
    const other = this.#else;
    if (!other) return nothing;
    const s = strings.otherwise;
    const { setting } = other;
    return html`<div class="else"><span class="label">${s.label}</span><span>${other.text}</span>
      ${setting ? html`<button class="btn" title=${s.tryNote} @click=${() => this.dispatchEvent(new EditEvent((text) => setting.edit(text)))}>${fill(s.try, { setting: setting.name, value: setting.value })}</button>` : nothing}
    </div>`;
  }

  /** The event that record `at` is or belongs to. */
  #goTo(view: View, at: number): void {
    const { index } = view;
    const step = index.stepOfRecord(at);
    const time = index.records.time(at);
    if (step >= 0 && index.timeOf(step) === time) this.dispatchEvent(new StepEvent(step));
    else this.dispatchEvent(new SeekEvent(time));
  }

  /** Thinks once about each event: while time passes between two, nothing changes. */
  #think(view: View): void {
    const another = this.#of !== view.index || this.#step !== view.step || this.#language !== language();
    if (!another && this.#whole === this.whole) return;
    if (another) this.whole = false;
    this.#of = view.index;
    this.#step = view.step;
    this.#language = language();
    this.#whole = this.whole;
    this.#told = why(view, view.step);
    const i = view.index.steps[view.step];
    this.#chain = i === undefined ? { links: [], more: false } : chainOf(view, i, this.whole ? linksMost : linksAtFirst, this.whole);
    this.#else = i === undefined ? null : otherwise(view, i);
  }
}

define('blk-why', BlkWhy);
