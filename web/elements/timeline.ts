import { css, html } from 'lit';
import { makeGhost, type Ghost, type GhostService } from '../draw/services.ts';
import { inWindow, makeLanes, type Lanes } from '../draw/lanes.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { divide, drawTimeline, timeAt, xOf, type Frame, type Hit } from '../draw/timeline.ts';
import { controls } from '../styles/controls.ts';
import { Gestures } from './gestures.ts';
import type { RunIndex } from '../fold/index.ts';
import { LightEvent, RangeEvent, SeekEvent } from '../playground/events.ts';
import { taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { plugEnding } from '../words/cause.ts';
import { rich } from '../words/rich.ts';
import { define, ViewElement } from './element.ts';

const t = strings.timeline;
const biosInWindow = 300; // a longer run begins with a window of about so many
const tableMost = 500;

/** All of a run, or a window of it: a lane per task, plugged times, what waits, the device. */
export class BlkTimeline extends ViewElement {
  static override properties = { ...ViewElement.properties, range: { attribute: false }, ghost: { attribute: false } };
  /** The window, where somebody else decides it, ns; zooming then only asks for another by an event. */
  declare range: readonly [from: number, to: number] | undefined;
  /** The device in a run that is shown beside this one. */
  declare ghost: readonly GhostService[] | undefined;
  #ghost: Ghost | null = null;

  #lanes: Lanes | null = null;
  #index: RunIndex | null = null;
  #palette: Palette | null = null;
  #frame: Frame | null = null;
  #from = 0;
  #to = 1;
  #drawn = '';
  #litDrawn: ReadonlySet<number> | null = null;
  #hits: Hit[] = [];
  #litHere: Hit | undefined;
  #away = false; // a hand moved the window: it stays, though now is elsewhere
  #nowThen = -1;
  #width = 0; // px of the picture; reading it each frame would lay the page out each frame
  #height = 0;
  #observer = new ResizeObserver(() => this.#measure());
  #hand = new Gestures(this.#window());
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  static override styles = [
    base,
    controls,
    css`
      :host {
        position: relative;
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
        contain: layout style;
      }
      @media (min-width: 1000px) {
        :host(:not([compact])) {
          contain: strict; /* the page gives it its size: what changes inside lays out nothing else */
        }
      }
      .scroll {
        position: relative;
        flex: 1;
        min-height: 120px;
        margin-top: 4px;
        overflow: hidden auto;
      }
      canvas {
        display: block;
        touch-action: pan-y;
        cursor: crosshair;
      }
      .cursor {
        position: absolute;
        top: 14px;
        width: 1.5px;
        background: var(--blk-cur);
        pointer-events: none;
      }
      .out {
        display: none;
      }
      .marker {
        position: absolute;
        top: 14px;
        border-left: 1.5px dashed var(--blk-ink);
        pointer-events: none;
      }
      .marker span {
        position: absolute;
        bottom: 0;
        left: 2px;
        max-width: 120px;
        overflow: hidden;
        padding: 0 3px;
        background: var(--blk-panel);
        font-size: 10px;
        line-height: 13px;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      .zoom {
        position: absolute;
        right: 6px;
        bottom: 2px;
        display: flex;
        gap: 4px;
      }
      .zoom .btn {
        height: 20px;
        font-size: 12px;
      }
      .zoom .square {
        width: 26px;
      }
      @media (pointer: coarse), (max-width: 639px) {
        .zoom .btn {
          height: 44px;
        }
        details {
          padding-right: 200px;
        }
        summary {
          line-height: 44px;
        }
      }
      canvas:focus-visible {
        outline-offset: -2px;
        box-shadow: none;
      }
      .flag {
        position: absolute;
        top: -1px;
        left: 4px;
        padding: 0 5px;
        background: var(--blk-cur);
        color: var(--blk-inv);
        font: 600 10px/14px var(--blk-mono);
      }
      .flag.left {
        right: 4px;
        left: auto;
      }
      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0 14px;
        padding: 2px 8px 1px;
        color: var(--blk-ink2);
        font-size: 11px;
        line-height: 15px;
      }
      details {
        max-height: 45%;
        padding: 0 8px 4px;
        overflow: auto;
        font-size: 11px;
        line-height: 15px;
        color: var(--blk-ink2);
      }
      summary {
        cursor: pointer;
      }
      table {
        border-collapse: collapse;
        color: var(--blk-ink);
        font-family: var(--blk-mono);
      }
      th,
      td {
        padding: 1px 12px 1px 0;
        text-align: right;
        font-weight: 400;
      }
      th {
        position: sticky;
        top: 0;
        background: var(--blk-panel);
      }
      :host([compact]) .foot {
        display: none;
      }
      @media (max-width: 639px) {
        .scroll {
          min-height: 220px;
        }
        .foot {
          padding-left: 8px;
        }
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    this.#scheme.addEventListener('change', this.#themed);
    addEventListener('blk-theme', this.#themed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#scheme.removeEventListener('change', this.#themed);
    removeEventListener('blk-theme', this.#themed);
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const { index } = view;
    const summary = fill(t.label, { bios: plural(index.bios.length, 'bio'), plugs: plural(index.plugged.length, 'plugged period'), ms: ms(index.endTime) });
    return html`<div class="scroll">
        <canvas
          role="img"
          tabindex="0"
          aria-label=${summary}
          aria-keyshortcuts="+ - PageUp PageDown W"
          @pointerdown=${this.#hand.down}
          @pointermove=${this.#hand.move}
          @pointerup=${this.#hand.up}
          @pointercancel=${this.#hand.up}
          @pointerleave=${this.#hand.leave}
          @wheel=${this.#hand.wheel}
          @keydown=${this.#hand.key}
        ></canvas>
        ${(view.markers ?? []).map((m) => html`<div class="marker" data-time=${m.time}><span title=${m.name}>${m.name}</span></div>`)}
        <div class="cursor"><span class="flag">${ms(view.now)}</span></div>
      </div>
      <div class="foot"><span>${t.thin}</span><span>${t.thick}</span><span>${rich(view.machine.queuePlug ? t.ended : t.endedOwn)}</span></div>
      <span class="zoom" role="group" title=${t.zoom}>
        <button class="btn square" aria-label=${t.zoomOut} title="${t.zoomOut} (-)" @click=${() => this.#zoom(2)}>−</button>
        <button class="btn square" aria-label=${t.zoomIn} title="${t.zoomIn} (+)" @click=${() => this.#zoom(0.5)}>+</button>
        <button class="btn" title="${t.whole} (W)" @click=${() => this.#whole()}>${t.whole}</button>
      </span>
      <details @toggle=${() => this.requestUpdate()}>
        <summary>${t.asTable}</summary>
        ${this.renderRoot?.querySelector?.('details')?.open ? table(view) : ''}
      </details>`;
  }

  override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('ghost')) return;
    this.#ghost = makeGhost(this.ghost ?? []);
    this.#drawn = '';
  }

  override updated(): void {
    const { view } = this;
    const canvas = this.renderRoot.querySelector('canvas');
    if (!view || !canvas) return;
    if (this.#width === 0) this.#measure();
    if (this.#width === 0) return;
    if (view.index !== this.#index) this.#take(view);
    this.#follow(view);
    this.#palette ??= readPalette(this);
    const lanes = inWindow(this.#lanes!, this.#from, this.#to);
    const heights = divide(lanes, this.#height, view.machine.queuePlug, this.#ghost);
    const width = this.#width;
    const frame: Frame = {
      width,
      left: 88,
      from: this.#from,
      to: this.#to,
      jiffy: 1e9 / view.machine.hz,
      thresh: view.machine.queuePlug ? view.machine.unplugThresh : 0,
      nameOf: (task) => taskName(view, task),
      endingOf: (cause) => plugEnding(view.causes[cause]?.name ?? ''),
      lit: view.lit,
      ghost: this.#ghost,
    };
    this.#frame = frame;
    const key = [width, heights.total, this.#from, this.#to, frame.thresh, devicePixelRatio].join();
    if (key !== this.#drawn || view.lit !== this.#litDrawn) {
      this.#drawn = key;
      this.#litDrawn = view.lit;
      const ctx = prepare(canvas, width, heights.total);
      this.#hits = drawTimeline(ctx, view.index, lanes, heights, frame, this.#palette);
    }
    this.#placeCursor(view, frame, heights.total);
  }

  /** A new run: its lanes, and a window of it. */
  #take(view: View): void {
    const { index } = view;
    const first = this.#index === null || this.#index.records.length === 0;
    this.#index = index;
    this.#drawn = '';
    this.#lanes = makeLanes(index, view.machine.setup.tasks.slice(0, 24).map((x) => x.id));
    const { end } = view;
    const whole = this.#from === 0;
    const share = Math.min(1, biosInWindow / Math.max(1, index.bios.length));
    if (first || whole || this.#to > end) {
      this.#from = 0;
      this.#to = end * share;
    }
  }

  /** Keeps now in the window. */
  #follow(view: View): void {
    if (this.range) {
      [this.#from, this.#to] = this.range;
      return;
    }
    const moved = view.now !== this.#nowThen;
    this.#nowThen = view.now;
    if (moved) this.#away = false;
    if (this.#away || (view.now >= this.#from && view.now <= this.#to)) return;
    const span = this.#to - this.#from;
    this.#setWindow(view.now - span * 0.3, span);
  }

  #setWindow(from: number, span: number): void {
    const { end } = this.view!;
    const wide = Math.max(1000, Math.min(span, end));
    const begin = Math.max(0, Math.min(from, end - wide));
    if (this.range) {
      this.dispatchEvent(new RangeEvent(begin, begin + wide));
      return;
    }
    this.#from = begin;
    this.#to = begin + wide;
  }

  #placeCursor(view: View, frame: Frame, height: number): void {
    const cursor = this.renderRoot.querySelector<HTMLElement>('.cursor')!;
    const x = xOf(frame, view.now);
    cursor.style.transform = `translateX(${x}px)`;
    cursor.style.height = `${height - 14}px`;
    cursor.classList.toggle('out', view.now < frame.from || view.now > frame.to);
    cursor.firstElementChild!.classList.toggle('left', x > frame.width - 70);
    for (const marker of this.renderRoot.querySelectorAll<HTMLElement>('.marker')) {
      const time = Number(marker.dataset.time);
      marker.style.transform = `translateX(${xOf(frame, time)}px)`;
      marker.style.height = `${height - 14}px`;
      marker.classList.toggle('out', time < frame.from || time > frame.to);
    }
  }

  #themed = (): void => {
    this.#palette = null;
    this.#drawn = '';
    this.requestUpdate();
  };

  #measure(): void {
    const scroll = this.renderRoot.querySelector<HTMLElement>('.scroll');
    const [width, height] = [scroll?.clientWidth ?? 0, scroll?.clientHeight ?? 0];
    if (width === this.#width && height === this.#height) return;
    this.#width = width;
    this.#height = height;
    this.requestUpdate();
  }

  /** Makes the window so many times as wide, around the instant looked at. */
  zoom(by: number): void {
    this.#zoom(by);
  }

  #zoom(by: number, at?: number): void {
    const frame = this.#frame;
    if (!frame) return;
    const span = this.#to - this.#from;
    const now = this.view!.now;
    const time = at !== undefined ? timeAt(frame, at) : now >= this.#from && now <= this.#to ? now : this.#from + span / 2;
    this.#away = true;
    this.#setWindow(time - (time - this.#from) * by, span * by);
    this.requestUpdate();
  }

  #pan(px: number): void {
    const frame = this.#frame;
    if (!frame) return;
    const span = this.#to - this.#from;
    this.#away = true;
    this.#setWindow(this.#from + (px / (frame.width - frame.left - 8)) * span, span);
    this.requestUpdate();
  }

  #whole(): void {
    this.#setWindow(0, this.view?.end ?? 0);
    this.requestUpdate();
  }

  #window() {
    const timeline = this;
    return {
      zoom: (by: number, at?: number) => this.#zoom(by, at),
      pan: (px: number) => this.#pan(px),
      whole: () => this.#whole(),
      scrub: (at: number) => this.#scrub(at),
      point: (x: number, y: number) => this.#point(x, y),
      leave: () => this.#leave(),
      get zoomed() {
        return timeline.#to - timeline.#from < (timeline.view?.end ?? 0) * 0.999;
      },
      get scroller() {
        return timeline.renderRoot.querySelector<HTMLElement>('.scroll');
      },
    };
  }

  #scrub(x: number): void {
    if (this.#frame) this.dispatchEvent(new SeekEvent(Math.max(this.#frame.from, Math.min(this.#frame.to, timeAt(this.#frame, x)))));
  }

  #point(x: number, y: number): void {
    const hit = this.#hits.findLast((h) => x >= h.x && x <= h.x + h.w && y >= h.y && y <= h.y + h.h);
    if (hit === this.#litHere) return;
    this.#litHere = hit;
    this.dispatchEvent(new LightEvent(hit?.bios ?? null));
  }

  #leave(): void {
    if (!this.#litHere) return;
    this.#litHere = undefined;
    this.dispatchEvent(new LightEvent(null));
  }
}

function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = devicePixelRatio || 1;
  const ctx = canvas.getContext('2d')!;
  // Setting a canvas' size makes it anew, even to the size it has.
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  return ctx;
}

/** The bios as a table, for whoever does not see the picture. */
function table(view: View) {
  const cell = (time: number): string => (time < 0 ? '–' : ms(time));
  return html`<table>
    <thead>
      <tr>${t.columns.map((c) => html`<th scope="col">${c}</th>`)}</tr>
    </thead>
    <tbody>
      ${view.index.bios.slice(0, tableMost).map(
        (b) => html`<tr>
          <td>${b.id}</td><td>${b.task} ${taskName(view, b.task)}</td><td>${b.sector} + ${b.sectors}</td><td>${cell(b.queued)}</td><td>${cell(b.issued)}</td><td>${cell(b.completed)}</td><td>${b.issued < 0 ? '–' : ms(b.issued - b.queued)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

define('blk-timeline', BlkTimeline);
