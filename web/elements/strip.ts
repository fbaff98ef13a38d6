import { css, html, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ExtentPicture, strip } from '../draw/extents.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import type { Request } from '../fold/state.ts';
import { AimEvent, LightEvent } from '../playground/events.ts';
import type { View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { strings } from '../strings.ts';
import { define, ViewElement } from './element.ts';

const s = strings.strip;
const width = 1166; // of the drawing; it is scaled to the element
const { height, top, bar } = strip;
/** The places in which a request lies somewhere on the disk. */
const onDisk = ['task plug', 'software queue', 'elevator', 'hardware queue', 'dispatch', 'device'] as const;

/** Where on the disk everything lies that waits or is in service; a slider for the sector of the next fire. */
export class BlkStrip extends ViewElement {
  #width = width;
  // In a frame of its own, as a trace's.
  #observer = new ResizeObserver(([entry]) =>
    requestAnimationFrame(() => {
      this.#width = Math.max(280, entry.contentRect.width);
      this.requestUpdate();
    }),
  );

  static override styles = [
    base,
    css`
      :host {
        isolation: isolate; /* painted by itself: what changes elsewhere does not paint it anew */
      }
      .pair span {
        overflow: hidden;
        text-overflow: ellipsis;
      }
      @media (max-width: 639px) {
        .pair span:first-child {
          flex: 1;
          white-space: normal;
        }
      }
      .sample {
        display: inline-block;
        height: 9px;
        border: 1.5px solid var(--blk-ink2);
        vertical-align: -1px;
      }
      .drawing {
        position: relative;
      }
      .bar {
        position: absolute;
        inset: ${top}px 0 auto;
        height: ${bar}px;
        border: 1px solid var(--blk-line2);
        background: var(--blk-sunk);
      }
      canvas {
        position: absolute;
        inset: 0;
      }
      svg {
        display: block;
        position: relative;
        width: 100%;
        height: 62px;
        cursor: crosshair;
        touch-action: pan-y;
      }
      text {
        fill: var(--blk-ink);
        font: 600 10px var(--blk-mono);
      }
      text.tick {
        fill: var(--blk-ink2);
        font-weight: 400;
      }
      text.mark {
        font: 600 11px var(--blk-ui);
        paint-order: stroke;
        stroke: var(--blk-bg);
        stroke-width: 4px;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    this.#scheme.addEventListener('change', this.#themed);
    addEventListener('blk-theme', this.#themed);
  }
  #scheme = matchMedia('(prefers-color-scheme: dark)');

  #themed = (): void => {
    this.#palette = null;
    this.requestUpdate();
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
    this.#scheme.removeEventListener('change', this.#themed);
    removeEventListener('blk-theme', this.#themed);
  }

  override render() {
    const { view } = this;
    if (!view) return html``;
    const w = this.#width;
    const x = (sector: number): number => (sector / view.maxSector) * w;
    return html`<div class="pair">
        <span>${s.label}</span>
        <span>${s.scale} <i class="sample" style="width:${Math.max(4, 8 * view.scale)}px"></i> ${s.scaleEnd}</span>
      </div>
      <div class="drawing">
      <i class="bar"></i><canvas aria-hidden="true"></canvas>
      <svg
        viewBox="0 0 ${w} ${height}"
        role="slider"
        tabindex="0"
        aria-label=${s.slider}
        aria-valuemin="0"
        aria-valuemax=${view.maxSector}
        aria-valuenow=${view.aim}
        @click=${this.#aim}
        @pointermove=${this.#point}
        @pointerleave=${this.#leave}
        @keydown=${this.#key}
      >
        <rect width=${w} height=${height} fill="transparent" />
        ${guard([w, view.maxSector], () => ticks(view.maxSector, w, x))} ${labels(view, w, x)}
        ${mark(Math.min(x(view.state.head), w - 1), s.head, 'var(--blk-ink)', w, near(x(view.state.head), x(view.aim)))} ${mark(x(view.aim), s.aim, 'var(--blk-cur)', w, 0)}
      </svg></div>`;
  }

  /** What lies on the disk is drawn, not built: there may be ten thousand of it. */
  override updated(): void {
    const { view } = this;
    const canvas = this.renderRoot.querySelector('canvas');
    if (!view || !canvas) return;
    const { state, lit, maxSector } = view;
    const drawn = [state, state.applied, lit, maxSector, this.#width, devicePixelRatio];
    if (this.#palette && drawn.every((x, k) => x === this.#drawn[k])) return;
    this.#drawn = drawn;
    this.#palette ??= readPalette(this);
    const { bios } = view.index;
    const taskOf = (rq: Request): number => bios[rq.bios[0]]?.task ?? rq.task;
    this.#picture.draw(canvas, { requests: onDisk.map((place) => state.at(place)), width: this.#width, maxSector, lit, inDevice: s.inDevice, taskOf }, this.#palette);
  }
  #picture = new ExtentPicture();
  #palette: Palette | null = null;
  #drawn: unknown[] = [];
  #litHere: readonly number[] | null = null;

  #point = (e: PointerEvent): void => {
    const box = (e.currentTarget as Element).getBoundingClientRect();
    this.#light(this.#picture.at(e.clientX - box.left, e.clientY - box.top));
  };

  #leave = (): void => this.#light(null);

  #light(bios: readonly number[] | null): void {
    if (bios === this.#litHere) return;
    this.#litHere = bios;
    this.dispatchEvent(new LightEvent(bios));
  }

  #aim = (e: MouseEvent): void => {
    const box = (e.currentTarget as Element).getBoundingClientRect();
    const sector = ((e.clientX - box.left) / box.width) * this.view!.maxSector;
    this.#send(Math.round(sector / 8) * 8);
  };

  #key = (e: KeyboardEvent): void => {
    const { view } = this;
    if (!view) return;
    const step = e.shiftKey ? 1024 : 8;
    const to: Record<string, number> = {
      ArrowLeft: view.aim - step,
      ArrowDown: view.aim - step,
      ArrowRight: view.aim + step,
      ArrowUp: view.aim + step,
      Home: 0,
      End: view.maxSector - 8,
    };
    if (!(e.key in to)) return;
    e.preventDefault();
    e.stopPropagation();
    this.#send(to[e.key]);
  };

  #send(sector: number): void {
    this.dispatchEvent(new AimEvent(Math.max(0, Math.min(sector, this.view!.maxSector - 8))));
  }
}

type Scale = (sector: number) => number;

function ticks(maxSector: number, w: number, x: Scale) {
  const marks = Array.from({ length: 17 }, (_, k) => `M${x((maxSector / 16) * k)} ${top + bar}v${k % 4 === 0 ? 6 : 3}`);
  return svg`<path d=${marks.join('')} stroke="var(--blk-line2)" />`;
}

/** Sectors below the ticks; those that a mark would cover step back. */
function labels(view: View, w: number, x: Scale) {
  const marks = [view.state.head, view.aim].map(x);
  const every = w > 700 ? 2 : 4;
  const list = [];
  for (let k = 0; k <= 16; k += every) {
    const sector = (view.maxSector / 16) * k;
    const last = k === 16;
    const covered = marks.some((m) => Math.abs(m - x(sector)) < 75);
    list.push(svg`<text class="tick" visibility=${covered ? 'hidden' : 'visible'} x=${last ? w - 2 : x(sector) + 3} y=${top + bar + 13} text-anchor=${last ? 'end' : 'start'}>${Math.round(sector)}</text>`);
  }
  return list;
}

/** px by which the head's word makes room for that of the aim. */
function near(head: number, aim: number): number {
  return head - aim > -34 && head - aim < 36 ? Math.max(0, 34 - (head - aim)) : 0;
}

/** A mark and its word. Both are moved as one: setting text anew would lay it out anew. */
function mark(at: number, text: string, colour: string, w: number, shift: number) {
  const left = at > w - 60;
  const arrow = Math.max(6, Math.min(at, w - 6)) - at;
  return svg`<g pointer-events="none" transform="translate(${at.toFixed(1)})">
    <path d="M0 ${top - 3}v${bar + 7}" stroke=${colour} stroke-width="2" />
    <path d="M${arrow - 6} ${top + bar + 11}h12l-6 -8z" fill=${colour} />
    <text class="mark" x=${left ? arrow - 9 - shift : arrow + 9 + shift} y=${top + bar + 13} text-anchor=${left ? 'end' : 'start'} style="fill:${colour}">${text}</text>
  </g>`;
}

define('blk-strip', BlkStrip);
