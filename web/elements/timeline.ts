import { html } from 'lit';
import { prepare } from '../draw/canvas.ts';
import { makeGhost, type Ghost, type GhostService } from '../draw/services.ts';
import { inWindow, makeLanes, type Lanes } from '../draw/lanes.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { divide, drawTimeline, timeAt, xOf, type Frame, type Hit } from '../draw/timeline.ts';
import type { RunIndex } from '../fold/index.ts';
import { LightEvent, RangeEvent, SeekEvent } from '../playground/events.ts';
import { taskName, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { controls } from '../styles/controls.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { plugEnding } from '../words/cause.ts';
import { rich } from '../words/rich.ts';
import { bioTable } from './biotable.ts';
import { define, ViewElement } from './element.ts';
import { Gestures } from './gestures.ts';
import { timelineStyle } from './timelinestyle.ts';
import { VisibleTime } from './visibletime.ts';

const t = strings.timeline;

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
  #shown = new VisibleTime();
  #drawn = '';
  #litDrawn: ReadonlySet<number> | null = null;
  #hits: Hit[] = [];
  #litHere: Hit | undefined;
  #width = 0; // px of the picture; reading it each frame would lay the page out each frame
  #height = 0;
  // In a frame of its own, as a trace's.
  #observer = new ResizeObserver(() => requestAnimationFrame(() => this.#measure()));
  #hand = new Gestures(this.#window());
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  static override styles = [base, controls, timelineStyle];

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
    return html`<div class="all">
      <div class="scroll">
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
      <div class="below">
        <details @toggle=${() => this.requestUpdate()}>
          <summary>${t.asTable}</summary>
          ${this.renderRoot?.querySelector?.('details')?.open ? bioTable(view) : ''}
        </details>
        <span class="zoom" role="group" title=${t.zoom}>
          <button class="btn square" aria-label=${t.zoomOut} title="${t.zoomOut} (-)" @click=${() => this.#zoom(2)}>−</button>
          <button class="btn square" aria-label=${t.zoomIn} title="${t.zoomIn} (+)" @click=${() => this.#zoom(0.5)}>+</button>
          <button class="btn" title="${t.whole} (W)" @click=${() => this.#whole()}>${t.whole}</button>
        </span>
      </div>
    </div>`;
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
    if (this.range) this.#shown.obey(this.range);
    else this.#shown.follow(view);
    const { from, to } = this.#shown;
    this.#palette ??= readPalette(this);
    const lanes = inWindow(this.#lanes!, from, to);
    const heights = divide(lanes, this.#height, view.machine.queuePlug, this.#ghost);
    const width = this.#width;
    const frame: Frame = {
      width,
      left: 88,
      from,
      to,
      jiffy: 1e9 / view.machine.hz,
      thresh: view.machine.queuePlug ? view.machine.unplugThresh : 0,
      nameOf: (task) => taskName(view, task),
      endingOf: (cause) => plugEnding(view.causes[cause]?.name ?? ''),
      lit: view.lit,
      ghost: this.#ghost,
    };
    this.#frame = frame;
    const key = [width, heights.total, from, to, frame.thresh, devicePixelRatio].join();
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
    this.#shown.take(view, first);
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
    if (frame) this.#show(this.#shown.zoomed(by, this.view!, at === undefined ? undefined : timeAt(frame, at)));
  }

  #pan(px: number): void {
    const frame = this.#frame;
    if (frame) this.#show(this.#shown.panned((px / (frame.width - frame.left - 8)) * this.#shown.span, this.view!));
  }

  #whole(): void {
    this.#show([0, this.view?.end ?? 1]);
  }

  #show(stretch: readonly [from: number, to: number]): void {
    if (this.range) this.dispatchEvent(new RangeEvent(...stretch));
    else this.#shown.set(stretch);
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
        return timeline.#shown.span < (timeline.view?.end ?? 0) * 0.999;
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

define('blk-timeline', BlkTimeline);
