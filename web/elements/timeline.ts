import { css, html } from 'lit';
import { inWindow, makeLanes, type Lanes } from '../draw/lanes.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { divide, drawTimeline, timeAt, xOf, type Frame, type Hit } from '../draw/timeline.ts';
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
  static override properties = { ...ViewElement.properties, range: { attribute: false } };
  /** The window, where somebody else decides it, ns; zooming then only asks for another by an event. */
  declare range: readonly [from: number, to: number] | undefined;

  #lanes: Lanes | null = null;
  #index: RunIndex | null = null;
  #palette: Palette | null = null;
  #frame: Frame | null = null;
  #from = 0;
  #to = 1;
  #drawn = '';
  #litDrawn: ReadonlySet<number> | null = null;
  #hits: Hit[] = [];
  #litHere = false;
  #observer = new ResizeObserver(() => this.requestUpdate());
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
        overflow: hidden;
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
        padding: 2px 8px 4px 88px;
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
        <canvas role="img" aria-label=${summary} @pointerdown=${this.#grab} @pointermove=${this.#move} @pointerleave=${this.#leave} @wheel=${this.#wheel}></canvas>
        <div class="cursor"><span class="flag">${ms(view.now)}</span></div>
      </div>
      <div class="foot"><span>${t.thin}</span><span>${t.thick}</span>${view.machine.queuePlug ? html`<span>${rich(t.ended)}</span>` : ''}<span>${t.zoom}</span></div>
      <details @toggle=${() => this.requestUpdate()}>
        <summary>${t.asTable}</summary>
        ${this.renderRoot?.querySelector?.('details')?.open ? table(view) : ''}
      </details>`;
  }

  override updated(): void {
    const { view } = this;
    const canvas = this.renderRoot.querySelector('canvas');
    const scroll = this.renderRoot.querySelector<HTMLElement>('.scroll');
    if (!view || !canvas || !scroll || scroll.clientWidth === 0) return;
    if (view.index !== this.#index) this.#take(view);
    this.#follow(view);
    this.#palette ??= readPalette(this);
    const lanes = inWindow(this.#lanes!, this.#from, this.#to);
    const heights = divide(lanes, scroll.clientHeight, view.machine.queuePlug);
    const width = scroll.clientWidth;
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
    const span = this.#to - this.#from;
    if (view.now >= this.#from && view.now <= this.#to) return;
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
    cursor.firstElementChild!.classList.toggle('left', x > frame.width - 70);
  }

  #themed = (): void => {
    this.#palette = null;
    this.#drawn = '';
    this.requestUpdate();
  };

  #grab = (e: PointerEvent): void => {
    if (e.button !== 0) return;
    (e.currentTarget as Element).setPointerCapture(e.pointerId);
    this.#seek(e);
  };

  #move = (e: PointerEvent): void => {
    if ((e.currentTarget as Element).hasPointerCapture(e.pointerId)) {
      this.#seek(e);
      return;
    }
    const hit = this.#hits.findLast((h) => e.offsetX >= h.x && e.offsetX <= h.x + h.w && e.offsetY >= h.y && e.offsetY <= h.y + h.h);
    if (!hit && !this.#litHere) return;
    this.#litHere = hit !== undefined;
    this.dispatchEvent(new LightEvent(hit?.bios ?? null));
  };

  #leave = (): void => {
    if (!this.#litHere) return;
    this.#litHere = false;
    this.dispatchEvent(new LightEvent(null));
  };

  #seek(e: PointerEvent): void {
    if (this.#frame) this.dispatchEvent(new SeekEvent(Math.max(this.#frame.from, timeAt(this.#frame, e.offsetX))));
  }

  /** Ctrl with the wheel zooms around the pointer, Shift or a sideways wheel pans. */
  #wheel = (e: WheelEvent): void => {
    const frame = this.#frame;
    if (!frame) return;
    const span = this.#to - this.#from;
    if (e.ctrlKey || e.metaKey) {
      e.preventDefault();
      const at = timeAt(frame, e.offsetX);
      const wider = span * Math.exp(e.deltaY * 0.002);
      this.#setWindow(at - ((at - this.#from) / span) * wider, wider);
    } else if (e.shiftKey || Math.abs(e.deltaX) > Math.abs(e.deltaY)) {
      e.preventDefault();
      this.#setWindow(this.#from + ((e.shiftKey ? e.deltaY : e.deltaX) / frame.width) * span, span);
    } else return;
    this.requestUpdate();
  };
}

function prepare(canvas: HTMLCanvasElement, width: number, height: number): CanvasRenderingContext2D {
  const ratio = devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
  const ctx = canvas.getContext('2d')!;
  ctx.scale(ratio, ratio);
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
