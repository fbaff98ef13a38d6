import { css, html, LitElement } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { SeekEvent, SpeedEvent } from '../playground/events.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { scrubber } from '../styles/scrubber.ts';
import { define } from '../elements/element.ts';
import { icon } from '../elements/icons.ts';
import { Speaks } from '../elements/speaks.ts';
import { jumpList, speedList, speeds } from '../elements/lists.ts';
import { fill, ms, strings } from '../strings.ts';
import type { Span } from './differences.ts';

export type BarCommand = 'play' | 'start' | 'back' | 'forward' | 'unplug' | 'merge' | 'dispatch' | 'first' | 'next';

const jumps = ['unplug', 'merge', 'dispatch'] as const;

export class BarEvent extends Event {
  static readonly type = 'blk-bar';
  constructor(readonly command: BarCommand) {
    super(BarEvent.type, { bubbles: true, composed: true });
  }
}

/** One transport for all machines: its scrubber shows where they differ. */
export class BlkCompareBar extends LitElement {
  static override properties = {
    now: { type: Number },
    end: { type: Number },
    playing: { type: Boolean },
    speed: { type: Number },
    spans: { attribute: false },
  };
  declare now: number;
  declare end: number;
  declare playing: boolean;
  declare speed: number;
  declare spans: readonly Span[];
  readonly speaks = new Speaks(this);

  constructor() {
    super();
    this.now = 0;
    this.end = 1;
    this.playing = false;
    this.speed = 2;
    this.spans = [];
  }

  static override styles = [
    base,
    controls,
    scrubber,
    css`
      :host {
        flex-wrap: wrap;
        padding: 6px 12px;
      }
      .play {
        min-width: 84px;
      }
      .scrub {
        min-width: 140px;
      }
      .scrub i {
        top: 20px;
        min-width: 2px;
        height: 4px;
        background: var(--blk-ink2);
      }
      @media (max-width: 639px) {
        .square {
          width: 44px;
        }
        .play {
          flex: 1;
        }
        .jump {
          display: none;
        }
        .phone {
          flex: 1 1 72px;
          width: auto;
          min-width: 0;
        }
      }
    `,
  ];

  override render() {
    const t = strings.transport;
    const c = strings.compare;
    const share = (time: number): number => (time / this.end) * 100;
    return html`
      <button class="btn square" aria-label=${t.start} title=${t.start} @click=${this.#send('start')}>${icon('start')}</button>
      <button class="btn square" aria-label=${t.back} title="${t.back} (←)" @click=${this.#send('back')}>${icon('back')}</button>
      <button class="btn primary play" @click=${this.#send('play')}>${icon(this.playing ? 'pause' : 'play')} ${this.playing ? t.pause : c.play}</button>
      <button class="btn square" aria-label=${t.forward} title="${t.forward} (→)" @click=${this.#send('forward')}>${icon('forward')}</button>
      <span class="note label" id="next">${t.next}</span>
      ${jumps.map((x) => html`<button class="btn jump" aria-describedby="next" @click=${this.#send(x)}>${c[x]}</button>`)}
      ${jumpList(jumps.map((x) => [x, `${t.next} ${c[x]}`] as const), (x) => this.dispatchEvent(new BarEvent(x as BarCommand)))}
      ${speedList(this.speed, (speed) => this.dispatchEvent(new SpeedEvent(speed)))}
      <button class="btn" @click=${this.#send('first')}>${c.firstDifference}</button>
      <button class="btn" title="N" @click=${this.#send('next')}>${c.nextDifference}</button>
      <div
        class="scrub"
        role="slider"
        tabindex="0"
        aria-label=${t.time}
        aria-valuemin="0"
        aria-valuemax=${ms(this.end)}
        aria-valuenow=${ms(this.now)}
        aria-valuetext=${fill(c.oneClock, { now: ms(this.now), end: ms(this.end) })}
        @pointerdown=${this.#grab}
        @pointermove=${this.#drag}
      >
        <span class="track"></span><span class="done" .style=${`width:${share(this.now)}%`}></span>
        ${guard([this.spans, this.end], () => this.#marks().map((m) => html`<i .style=${`left:${share(m.from)}%;width:${share(m.to - m.from)}%`}></i>`))}
        <span class="now" .style=${`left:${share(this.now)}%`}></span>
      </div>
      <span class="time">${fill(c.oneClock, { now: ms(this.now), end: (this.end / 1e6).toFixed(1) })}</span>
      <div class="group speed" role="group" aria-label="${t.speed}, ${t.speedUnit}">
        ${speeds.map((x) => html`<button class="btn" aria-pressed=${x === this.speed} @click=${() => this.dispatchEvent(new SpeedEvent(x))}>${x === Infinity ? t.max : x}</button>`)}
      </div>
    `;
  }

  /** The spans, those closer than can be seen drawn as one. */
  #marks(): Span[] {
    const least = this.end / 500;
    const list: Span[] = [];
    for (const s of this.spans) {
      const last = list[list.length - 1];
      if (last && s.from - last.to < least) last.to = Math.max(last.to, s.to);
      else list.push({ ...s });
    }
    return list;
  }

  #send(command: BarCommand) {
    return (): void => {
      this.dispatchEvent(new BarEvent(command));
    };
  }

  #grab = (e: PointerEvent): void => {
    (e.currentTarget as Element).setPointerCapture(e.pointerId);
    this.#seek(e);
  };

  #drag = (e: PointerEvent): void => {
    if ((e.currentTarget as Element).hasPointerCapture(e.pointerId)) this.#seek(e);
  };

  #seek(e: PointerEvent): void {
    const box = (e.currentTarget as Element).getBoundingClientRect();
    const share = Math.max(0, Math.min(1, (e.clientX - box.left) / box.width));
    this.dispatchEvent(new SeekEvent(share * this.end));
  }
}

define('blk-compare-bar', BlkCompareBar);
