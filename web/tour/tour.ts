import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import type { Session } from '../playground/session.ts';
import { fill, ms, strings } from '../strings.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { elementAt, placeBeside, type Box } from './places.ts';
import { isTour, looks, tourSteps, tourText, tourTries, type Place } from './steps.ts';
import type { Opening } from './visit.ts';

/** What the tour needs of the shell it leads through. */
export interface TourShell {
  readonly session: Session;
  readonly renderRoot: HTMLElement | DocumentFragment;
  tab: string;
  panel: string | null;
  requestUpdate(): void;
}

const t = strings.tour;
const phone = '(max-width: 639px)';

/** Seven steps through a run: each looks at its event and rings its place. Never in the way: all else stays usable. */
export class BlkTour extends LitElement {
  static override properties = {
    shell: { attribute: false },
    view: { attribute: false },
    step: { state: true },
    offered: { state: true },
    tried: { state: true },
    boxes: { state: true },
  };
  declare shell: TourShell;
  declare view: unknown; // a new one after each move: then the ring moves along
  declare step: number; // -1: no tour
  declare offered: boolean;
  declare tried: number;
  declare boxes: readonly Box[];
  readonly speaks = new Speaks(this);
  #before: { text: string; now: number } | null = null;

  constructor() {
    super();
    this.step = -1;
    this.offered = false;
    this.tried = -1;
    this.boxes = [];
  }

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: contents;
      }
      .ring {
        position: fixed;
        z-index: 10;
        border: 3px solid var(--blk-ink);
        border-radius: 6px;
        box-shadow: 0 0 0 3px var(--blk-bg);
        pointer-events: none;
      }
      .card {
        position: fixed;
        z-index: 11;
        width: min(380px, 100vw - 16px);
        padding: 12px 14px;
        border: 2px solid var(--blk-ink);
        border-radius: var(--blk-radius-panel);
        background: var(--blk-panel);
      }
      .card.offer {
        right: 14px;
        bottom: 14px;
      }
      .head {
        display: flex;
        gap: 10px;
        align-items: baseline;
        justify-content: space-between;
      }
      h2 {
        font-size: 15px;
        font-weight: 700;
        line-height: 20px;
      }
      .text {
        margin: 4px 0 10px;
        font-size: 14px;
        line-height: 20px;
      }
      .tries {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-bottom: 10px;
      }
      .ways {
        display: flex;
        gap: 6px;
      }
      .ways .skip {
        margin-right: auto;
        border-color: transparent;
        text-decoration: underline;
      }
      .dots {
        display: flex;
        gap: 4px;
      }
      .dots i {
        width: 8px;
        height: 8px;
        border: 1px solid var(--blk-ink);
        border-radius: 4px;
      }
      .dots .past {
        background: var(--blk-ink);
      }
      @media (max-width: 639px) {
        .card,
        .card.offer {
          right: 8px;
          bottom: 60px;
          left: 8px;
          width: auto;
        }
        .btn {
          min-height: 44px;
        }
      }
      @media (forced-colors: active) {
        .ring {
          border-color: Highlight;
        }
        .dots .past {
          background: CanvasText;
          forced-color-adjust: none;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('resize', this.#place);
    addEventListener('scroll', this.#place, true);
    addEventListener('keydown', this.#keydown, true);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('resize', this.#place);
    removeEventListener('scroll', this.#place, true);
    removeEventListener('keydown', this.#keydown, true);
  }

  get isOpen(): boolean {
    return this.step >= 0;
  }

  /** What the page's opening asks for. */
  begin(todo: Opening): void {
    if (todo === 'offer') this.offered = true;
    if (todo === 'show') this.start(false);
  }

  /** Begins at the first step; what was there before comes back if it is skipped. */
  start(takeFocus = true): void {
    const { session } = this.shell;
    this.#before = { text: session.text, now: session.now };
    this.offered = false;
    this.tried = -1;
    this.shell.tab = 'machine';
    this.shell.panel = null;
    session.start(tourText(), 0, tourSteps[0].event);
    this.step = 0;
    if (takeFocus) this.#focusNext();
  }

  /** Ends it; what was on the page before is there again. */
  skip(): void {
    const before = this.#before;
    this.#end();
    if (before) this.shell.session.start(before.text, before.now);
    this.shell.requestUpdate();
  }

  #end(): void {
    this.step = -1;
    this.offered = false;
    this.boxes = [];
    this.#before = null;
  }

  #go(step: number): void {
    const { session } = this.shell;
    this.tried = -1;
    this.shell.tab = 'machine';
    this.shell.panel = null;
    if (session.text !== tourText()) session.start(tourText(), 0, tourSteps[step].event);
    else session.seekStep(session.index.sequence.indexOf(tourSteps[step].event));
    this.step = step;
    this.shell.requestUpdate();
    this.#focusNext();
  }

  #try(which: number): void {
    const { change, event } = tourTries[which];
    this.shell.session.start(change(tourText()), 0, event);
    this.tried = which;
    this.shell.requestUpdate();
  }

  /** Who opens something else has done with the tour, and is not to lose it for what was there before. */
  override willUpdate(): void {
    if (this.isOpen && !isTour(this.shell.session.text)) this.#end();
  }

  override updated(changed: Map<string, unknown>): void {
    if (!this.isOpen || (changed.size === 1 && changed.has('boxes'))) return;
    if (changed.has('step') && matchMedia(phone).matches) {
      for (const place of tourSteps[this.step].places) elementAt(this.shell.renderRoot, place)?.scrollIntoView({ block: 'center' });
    }
    // The views beside us are drawn after this, some of them a frame later.
    requestAnimationFrame(() => requestAnimationFrame(this.#place));
  }

  override render() {
    if (this.offered) return this.#offer();
    if (!this.isOpen) return nothing;
    const words = t.steps[this.step];
    const last = this.step === tourSteps.length - 1;
    const { session } = this.shell;
    return html`${this.boxes.map((b) => html`<div class="ring" .style=${`left:${b.left}px;top:${b.top}px;width:${b.right - b.left}px;height:${b.bottom - b.top}px`}></div>`)}
      <section class="card" role="dialog" aria-label=${t.name}>
        <div aria-live="polite" aria-atomic="true">
          <div class="head">
            <h2>${words.title}</h2>
            <span class="note"><span class="hidden-text">${t.name} </span>${fill(t.count, { n: this.step + 1, count: tourSteps.length })}</span>
          </div>
          <p class="text">${this.tried < 0 ? words.text : t.tries[this.tried].text}</p>
        </div>
        ${last ? html`<div class="tries">${t.tries.map((x, k) => html`<button class="btn" aria-pressed=${this.tried === k} @click=${() => this.#try(k)}>${x.label}</button>`)}</div>` : nothing}
        <div class="ways">
          <button class="btn skip" @click=${() => this.skip()}>${t.skip}</button>
          ${this.step > 0 ? html`<button class="btn" @click=${() => this.#go(this.step - 1)}>${t.back}</button>` : nothing}
          ${last
            ? html`<button class="btn primary next" @click=${() => this.#end()}>${t.done}</button>`
            : html`<button class="btn primary next" @click=${() => this.#go(this.step + 1)}>${t.next}</button>`}
        </div>
        <span class="note">${fill(t.event, { n: session.index.sequence[session.step] ?? 0, ms: ms(session.now) })}</span>
      </section>`;
  }

  #offer() {
    return html`<section class="card offer" aria-label=${t.name}>
      <p class="text">${t.offer}</p>
      <div class="ways">
        <button class="btn primary" @click=${() => this.start()}>${t.take}</button>
        <button class="btn" @click=${() => this.#end()}>${t.later}</button>
      </div>
    </section>`;
  }

  #focusNext(): void {
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('.next')?.focus({ preventScroll: true }));
  }

  #place = (): void => {
    if (!this.isOpen) return;
    const boxes = this.#boxesOf(tourSteps[this.step].places, 5);
    if (JSON.stringify(boxes) !== JSON.stringify(this.boxes)) this.boxes = boxes;
    const card = this.renderRoot.querySelector<HTMLElement>('.card');
    if (!card) return;
    if (matchMedia(phone).matches) {
      card.style.removeProperty('left');
      card.style.removeProperty('top');
      return;
    }
    const { left, top } = placeBeside(boxes, this.#boxesOf(looks, 0), card.offsetWidth, card.offsetHeight, { width: innerWidth, height: innerHeight });
    card.style.setProperty('left', `${left}px`);
    card.style.setProperty('top', `${top}px`);
  };

  /** Where the places are that can be seen, with so much room around them. */
  #boxesOf(places: readonly Place[], room: number): Box[] {
    const boxes: Box[] = [];
    for (const place of places) {
      const r = elementAt(this.shell.renderRoot, place)?.getBoundingClientRect();
      if (r && r.width > 0) boxes.push({ left: r.left - room, top: r.top - room, right: r.right + room, bottom: r.bottom + room });
    }
    return boxes;
  }

  #keydown = (e: KeyboardEvent): void => {
    if (e.key !== 'Escape' || (!this.isOpen && !this.offered)) return;
    e.stopPropagation();
    if (this.offered) this.#end();
    else this.skip();
  };
}

define('blk-tour', BlkTour);
