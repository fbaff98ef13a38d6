import { css, html } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { Kind } from '../fold/kinds.ts';
import { FindEvent, SeekEvent, SpeedEvent, TransportEvent } from '../playground/events.ts';
import type { RunIndex } from '../fold/index.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { scrubber } from '../styles/scrubber.ts';
import { fill, ms, strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';
import { icon } from './icons.ts';
import { jumpList, speedList, speeds } from './lists.ts';

const t = strings.transport;
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
    scrubber,
    css`
      :host {
        padding: 0 12px;
        isolation: isolate; /* painted by itself: what changes elsewhere does not paint it anew */
      }
      .play {
        width: 78px;
      }
      .label {
        margin-left: 6px;
      }
      .scrub {
        contain: layout size;
      }
      .scrub i {
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
      /* Moved and scaled within this, not laid out anew in each frame. */
      .moving {
        position: absolute;
        inset: 0 -2px;
        overflow: hidden;
        pointer-events: none;
      }
      .moving .done {
        right: 2px;
        left: 2px;
        transform-origin: 0 50%;
      }
      .moving .now {
        right: 4px;
        left: 0;
        width: auto;
        margin: 0;
        border-left: 4px solid var(--blk-cur);
        background: none;
      }
      .time {
        flex: none;
        height: 16px;
        text-align: right;
      }
      .figures {
        height: 16px;
        contain: strict; /* a block in a block: only such a one is laid out by itself */
      }
      @media (max-width: 1279px) {
        .speed-label {
          display: none;
        }
      }
      @media (max-width: 999px) {
        :host {
          padding: 6px 12px;
        }
        .time {
          text-align: left;
        }
      }
      @media (max-width: 639px) {
        .play {
          width: auto;
        }
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
          width: 100%;
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
            <button class="btn find-button" title="/" aria-expanded=${this.finding} @click=${() => this.dispatchEvent(new FindEvent('expression'))}>${strings.find.button}</button>`
        : ''}
      ${jumpList(this.#jumps(), this.#jump)}
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
      ${speedList(this.speed, (speed) => this.dispatchEvent(new SpeedEvent(speed)))}
    `;
  }

  #send(command: TransportEvent['command']) {
    return (): void => {
      this.dispatchEvent(new TransportEvent(command));
    };
  }

  /** A phone's list of jumps, those backwards with a minus before them. */
  #jumps(): [string, string][] {
    const { sleep, button } = strings.find;
    return [
      ...picks.map((to): [string, string] => [to, `${t.next} ${t[to]}`]),
      ...(this.finds ? ([['sleep', `${t.next} ${sleep}`]] as [string, string][]) : []),
      ...picks.map((to): [string, string] => [`-${to}`, `${t.previous} ${t[to]}`]),
      ...(this.finds ? ([['expression', button]] as [string, string][]) : []),
    ];
  }

  #jump = (to: string): void => {
    if (to === 'sleep' || to === 'expression') this.dispatchEvent(new FindEvent(to));
    else this.dispatchEvent(new TransportEvent(to.replace('-', '') as TransportEvent['command'], to.startsWith('-')));
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
