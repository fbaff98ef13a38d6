import { css, html, LitElement, nothing } from 'lit';
import { define } from '../elements/element.ts';
import { Speaks } from '../elements/speaks.ts';
import '../elements/timeline.ts';
import type { Engine } from '../engine/engine.ts';
import type { Difference } from '../engine/tools.ts';
import { LightEvent, RangeEvent, SeekEvent } from '../playground/events.ts';
import { Session } from '../playground/session.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, ms } from '../strings.ts';
import { Real } from './real.ts';
import { drawnMost } from './trial.ts';
import { words } from './words.ts';

/** A run of so many bios is shown whole; of a longer one the beginning. */
const biosInWindow = 300;

/** A real trace above its replay, on one clock. */
export class BlkBesideLines extends LitElement {
  static override properties = { difference: { attribute: false }, engine: { attribute: false }, name: {} };
  declare difference: Difference | null;
  declare engine: Engine | null;
  declare name: string; // of the trace
  readonly speaks = new Speaks(this);
  now = 0;
  #range: readonly [number, number] = [0, 1];
  #real: Real | null = null;
  #litReal: ReadonlySet<number> | null = null;
  #session = new Session(() => this.#ran());

  constructor() {
    super();
    this.difference = null;
    this.engine = null;
    this.name = '';
  }

  override firstUpdated(): void {
    const on = <E extends Event>(type: string, does: (e: E) => void): void =>
      this.renderRoot.addEventListener(type, (e) => {
        e.stopPropagation(); // another clock is none of theirs
        does(e as E);
      });
    on<SeekEvent>(SeekEvent.type, (e) => this.seek(e.time));
    on<RangeEvent>(RangeEvent.type, (e) => this.#setRange(e.from, e.to));
    on<LightEvent>(LightEvent.type, (e) => this.#light(e));
  }

  static override styles = [
    base,
    controls,
    css`
      .head {
        display: flex;
        align-items: center;
        gap: 8px;
        padding: 6px 12px 4px;
      }
      .letter {
        display: grid;
        flex: none;
        place-content: center;
        width: 22px;
        height: 22px;
        border: 2px solid var(--blk-ink);
        border-radius: var(--blk-radius);
        background: var(--blk-ink);
        color: var(--blk-inv);
        font-weight: 700;
      }
      .letter.second {
        background: none;
        color: var(--blk-ink);
      }
      h3 {
        overflow-wrap: anywhere;
        font-size: 13px;
        font-weight: 700;
      }
      blk-timeline {
        height: 280px;
        border-bottom: 1px solid var(--blk-line);
      }
      .clock {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
        padding: 4px 12px;
      }
      .clock label {
        display: flex;
        flex: 1 1 280px;
        align-items: center;
        gap: 8px;
      }
      .clock label span {
        flex: none;
      }
      .clock output {
        font-family: var(--blk-mono);
      }
      .foot {
        padding: 4px 12px 6px;
      }
      @media (max-width: 639px) {
        blk-timeline {
          height: 300px;
        }
      }
    `,
  ];

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('difference') || !this.difference || !this.engine) return;
    const { difference, engine } = this;
    const first = this.#real === null;
    this.#real = new Real(difference);
    this.#litReal = this.#session.lit = null;
    this.#session.engine = engine;
    this.#session.setText(difference.scenario);
    if (first) this.#begin();
  }

  /** The window of a trace that is new here. */
  #begin(): void {
    const { index } = this.#real!;
    this.now = 0;
    this.#range = [0, Math.max(1, index.endTime) * Math.min(1, biosInWindow / Math.max(1, index.bios.length))];
  }

  #ran(): void {
    this.requestUpdate();
  }

  get end(): number {
    return Math.max(1, this.#real?.index.endTime ?? 0, this.#session.goodText === '' ? 0 : this.#session.end);
  }

  /** Both at an instant, ns. */
  seek(time: number): void {
    this.now = Math.max(0, Math.min(time, this.end));
    const [from, to] = this.#range;
    if (this.now < from || this.now > to) this.#setRange(this.now - (to - from) * 0.3, this.now + (to - from) * 0.7);
    this.requestUpdate();
  }

  #setRange(from: number, to: number): void {
    const span = Math.min(to - from, this.end);
    const begin = Math.max(0, Math.min(from, this.end - span));
    this.#range = [begin, begin + span];
    this.requestUpdate();
  }

  #light(e: LightEvent): void {
    const real = this.#real;
    if (!real) return;
    const ofReal = (e.composedPath()[0] as Element).classList.contains('real');
    const { bios } = e;
    this.#litReal = bios && new Set(ofReal ? bios : real.realOf(bios));
    this.#session.lit = bios && new Set(ofReal ? real.simulatedOf(bios) : bios);
    this.requestUpdate();
  }

  override render() {
    const { difference, engine } = this;
    const real = this.#real;
    if (!difference || !engine || !real) return nothing;
    const w = words;
    const { now, end } = this;
    const simulated = { ...this.#session.view(), now, end };
    const text = fill(w.nowText, { now: ms(now), end: ms(end) });
    const notice = this.#session.notice;
    return html`
      <div class="clock">
        <label><span>${w.now}</span><input type="range" min="0" max=${end} step="1000" .value=${String(now)} aria-valuetext=${text} @input=${(e: Event) => this.seek(Number((e.target as HTMLInputElement).value))} /></label>
        <output>${text}</output>
      </div>
      <div class="head"><b class="letter" aria-hidden="true">A</b><h3>${fill(w.realLine, { device: difference.device, name: this.name })}</h3></div>
      <blk-timeline compact class="real" .view=${real.view(engine, now, end, this.#litReal)} .range=${this.#range}></blk-timeline>
      <div class="head"><b class="letter second" aria-hidden="true">B</b><h3>${fill(w.simulatedLine, { kernel: difference.kernel, elevator: difference.elevator })}</h3></div>
      ${notice ? html`<p class="foot"><b>${notice.title}</b> ${notice.text}</p>` : nothing}
      <blk-timeline compact .view=${simulated} .range=${this.#range}></blk-timeline>
      <p class="foot note">${w.clockNote} ${real.index.records.length === drawnMost ? fill(w.cut, { n: drawnMost }) : nothing}</p>
    `;
  }
}

define('blk-beside-lines', BlkBesideLines);
