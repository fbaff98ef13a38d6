import { css, html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { Kind } from '../fold/kinds.ts';
import { FindEvent, SeekEvent, SpeedEvent, TransportEvent } from '../playground/events.ts';
import type { RunIndex } from '../fold/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, ms, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import { icon } from './icons.ts';

const t = strings.transport;
export const speeds = [0.5, 2, 8, Infinity];
const picks = ['unplug', 'merge', 'dispatch'] as const;
const ticksMost = 400;

/** Play, step, jump, scrub, speed. */
export class BlkTransport extends ViewElement {
  static override properties = { ...ViewElement.properties, playing: { type: Boolean }, speed: { type: Number }, finds: { type: Boolean }, finding: { type: Boolean } };
  declare playing: boolean;
  declare speed: number;
  declare finds: boolean; // there is somebody who finds sleeps and expressions
  declare finding: boolean;

  static override styles = [
    base,
    controls,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 5px;
        min-height: 44px;
        padding: 0 12px;
        isolation: isolate; /* painted by itself: what changes elsewhere does not paint it anew */
      }
      .btn {
        height: 30px;
      }
      .play {
        width: 78px;
      }
      .label {
        margin-left: 6px;
      }
      .scrub {
        position: relative;
        flex: 1;
        min-width: 90px;
        height: 26px;
        margin: 0 8px;
        cursor: pointer;
        touch-action: none;
        contain: layout size;
      }
      .scrub i {
        position: absolute;
        width: 1.5px;
      }
      .unplug {
        top: 1px;
        height: 12px;
        background: var(--blk-ink);
      }
      .merge {
        top: 1px;
        height: 5px;
        background: var(--blk-ink2);
      }
      .scrub .marker {
        top: 0;
        width: 0;
        height: 26px;
        margin-left: -4px;
        border-right: 4px solid transparent;
        border-left: 4px solid transparent;
        border-top: 7px solid var(--blk-ink);
      }
      .dispatch {
        top: 19px;
        height: 6px;
        background: var(--blk-ink2);
      }
      .track,
      .done,
      .now {
        position: absolute;
        top: 13px;
        left: 0;
        height: 5px;
      }
      .track {
        right: 0;
        border: 1px solid var(--blk-line);
        background: var(--blk-sunk);
      }
      /* Moved and scaled within this, not laid out anew in each frame. */
      .moving {
        position: absolute;
        inset: 0 -2px;
        overflow: hidden;
        pointer-events: none;
      }
      .done {
        right: 2px;
        left: 2px;
        background: var(--blk-ink2);
        transform-origin: 0 50%;
      }
      .now {
        top: 0;
        right: 4px;
        height: 26px;
        border-left: 4px solid var(--blk-cur);
      }
      .time {
        flex: none;
        height: 16px;
        font-family: var(--blk-mono);
        font-size: 11px;
        text-align: right;
        white-space: nowrap;
      }
      .figures {
        height: 16px;
        contain: strict; /* a block in a block: only such a one is laid out by itself */
      }
      .speed {
        width: 150px;
        flex: none;
      }
      .phone {
        display: none;
        padding: 0 4px;
      }
      @media (min-width: 1000px) {
        :host {
          contain: layout size;
        }
      }
      @media (max-width: 1279px) {
        .speed-label {
          display: none;
        }
        .speed {
          width: 150px;
        }
      }
      @media (max-width: 999px) {
        :host {
          flex-wrap: wrap;
          padding: 6px 12px;
        }
        .time {
          text-align: left;
        }
        .scrub {
          order: 9;
          flex-basis: 100%;
          margin: 4px 0;
        }
      }
      @media (max-width: 639px) {
        .btn {
          height: 44px;
        }
        .play {
          width: auto;
        }
        .label,
        .speed,
        .merge-button,
        .dispatch-button,
        .sleep-button,
        .find-button,
        .first,
        .speed-label {
          display: none;
        }
        :host {
          display: grid;
          grid-template: 44px 20px 28px / 44px minmax(0, 1fr) 44px auto 76px;
          gap: 0 5px;
          box-sizing: border-box;
          height: 104px; /* the page knows it: what happened stands above */
        }
        .phone {
          display: block;
          width: 100%;
          height: 44px;
        }
        .time,
        .scrub {
          grid-column: 1 / 5;
        }
        .time {
          grid-row: 2;
          margin-top: 5px;
        }
        .scrub {
          grid-row: 3;
          margin: 0;
        }
        .pick {
          grid-column: 5;
        }
        .speed-pick {
          grid-row: 2 / 4;
          grid-column: 5;
          align-self: center;
        }
      }
      @media (max-width: 359px) {
        :host {
          grid-template-columns: 44px minmax(0, 1fr) 44px 0 76px;
        }
        .unplug-button {
          display: none; /* it is in the list too */
        }
      }
    `,
  ];

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { end } = view;
    const at = (view.now / end) * 100;
    const of = ` / ${(view.index.endTime / 1e6).toFixed(1)} ms`;
    return html`
      <button class="btn square first" aria-label=${t.start} title=${t.start} @click=${this.#send('start')}>${icon('start')}</button>
      <button class="btn square" aria-label=${t.back} title="${t.back} (←)" @click=${this.#send('back')}>${icon('back')}</button>
      <button class="btn primary play" @click=${this.#send('play')}>${icon(this.playing ? 'pause' : 'play')} ${this.playing ? t.pause : t.play}</button>
      <button class="btn square" aria-label=${t.forward} title="${t.forward} (→)" @click=${this.#send('forward')}>${icon('forward')}</button>
      <span class="note label" id="next">${t.next}</span>
      <button class="btn unplug-button" aria-describedby="next" @click=${this.#send('unplug')}>${t.unplug}</button>
      <button class="btn merge-button" aria-describedby="next" @click=${this.#send('merge')}>${t.merge}</button>
      <button class="btn dispatch-button" aria-describedby="next" @click=${this.#send('dispatch')}>${t.dispatch}</button>
      ${this.finds
        ? html`<button class="btn sleep-button" aria-describedby="next" @click=${() => this.dispatchEvent(new FindEvent('sleep'))}>${strings.find.sleep}</button>
            <button class="btn find-button" title="/" aria-expanded=${this.finding} @click=${() => this.dispatchEvent(new FindEvent('expression'))}>${strings.find.button}</button>
            <select class="phone pick" aria-label=${t.next} @change=${this.#pick}>
              <option value="" selected hidden>${t.next}…</option>
              ${picks.map((to) => html`<option value=${to}>${t.next} ${t[to]}</option>`)}
              <option value="sleep">${t.next} ${strings.find.sleep}</option>
              ${picks.map((to) => html`<option value="-${to}">${t.previous} ${t[to]}</option>`)}
              <option value="expression">${strings.find.button}</option>
            </select>`
        : ''}
      <div
        class="scrub"
        role="slider"
        tabindex="0"
        aria-label=${t.time}
        aria-valuemin="0"
        aria-valuemax=${(end / 1e6).toFixed(3)}
        aria-valuenow=${ms(view.now)}
        aria-valuetext=${fill(t.valueText, { ms: ms(view.now), n: view.step + 1, count: view.index.steps.length })}
        @pointerdown=${this.#grab}
        @pointermove=${this.#drag}
      >
        ${guard([view.index], () => ticksOf(view.index, end).map((tick) => html`<i class=${tick.kind} style="left:${tick.left}%"></i>`))}
        ${(view.markers ?? []).map((m) => html`<i class="marker" title=${m.name} style="left:${(m.time / end) * 100}%"></i>`)}
        <span class="track"></span><span class="moving"><span class="done" style="transform:scaleX(${at / 100})"></span><span class="now" style="transform:translateX(${at}%)"></span></span>
      </div>
      <div class="time" style="width:${(ms(end) + of).length}ch"><div class="figures"><b>${ms(view.now)}</b>${of}</div></div>
      <span class="note label speed-label">${t.speed}</span>
      <div class="group speed" role="group" aria-label="${t.speed}, ${t.speedUnit}">
        ${speeds.map((x) => html`<button class="btn" aria-pressed=${x === this.speed} @click=${() => this.dispatchEvent(new SpeedEvent(x))}>${x === Infinity ? t.max : x}</button>`)}
      </div>
      <span class="note speed-label">${t.speedUnit}</span>
      <select class="phone speed-pick" aria-label=${t.speed} @change=${(e: Event) => this.dispatchEvent(new SpeedEvent(Number((e.target as HTMLSelectElement).value)))}>
        ${speeds.map((x) => html`<option value=${x} .selected=${x === this.speed}>${x === Infinity ? t.max : `${x} ${t.speedUnit}`}</option>`)}
      </select>
    `;
  }

  #send(command: TransportEvent['command']) {
    return (): void => {
      this.dispatchEvent(new TransportEvent(command));
    };
  }

  /** What a phone's list of jumps was asked for; the list itself stays as it was, so that the same can be asked for again. */
  #pick = (e: Event): void => {
    const list = e.target as HTMLSelectElement;
    const [, back, to] = /^(-?)(.*)$/.exec(list.value)!;
    list.value = '';
    if (to === 'sleep' || to === 'expression') this.dispatchEvent(new FindEvent(to));
    else if (to !== '') this.dispatchEvent(new TransportEvent(to as TransportEvent['command'], back !== ''));
  };

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
    this.dispatchEvent(new SeekEvent(share * this.view!.end));
  }
}

interface Tick {
  kind: 'unplug' | 'merge' | 'dispatch';
  left: number; // %
}

const tickKinds: { [kind: number]: Tick['kind'] } = {
  [Kind.Unplug]: 'unplug',
  [Kind.PlugOff]: 'unplug',
  [Kind.BackMerge]: 'merge',
  [Kind.FrontMerge]: 'merge',
  [Kind.Issue]: 'dispatch',
};

/** Marks of the scrubber, no two of a kind closer than it can show. */
function ticksOf(index: RunIndex, end: number): Tick[] {
  const seen = new Set<string>();
  const list: Tick[] = [];
  for (const i of index.steps) {
    const kind = tickKinds[index.records.kind(i)];
    if (!kind) continue;
    const place = Math.round((index.records.time(i) / end) * ticksMost);
    const key = kind + place;
    if (seen.has(key)) continue;
    seen.add(key);
    list.push({ kind, left: (place / ticksMost) * 100 });
  }
  return list;
}

define('blk-transport', BlkTransport);
