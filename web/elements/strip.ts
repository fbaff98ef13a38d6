import { css, html, svg } from 'lit';
import { hueOf } from '../draw/frame.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { isWrite } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import { AimEvent } from '../playground/events.ts';
import { hueClass, lightClass, type View } from '../playground/view.ts';
import { base } from '../styles/base.ts';
import { blocks } from '../styles/blocks.ts';
import { strings } from '../strings.ts';
import { light, unlight } from './blocks.ts';
import { define, ViewElement } from './element.ts';

const s = strings.strip;
const width = 1166; // of the drawing; it is scaled to the element
const top = 25;
const height = 18;
const extentsMost = 200;

/** Where on the disk everything lies that waits or is in service; a slider for the sector of the next fire. */
export class BlkStrip extends ViewElement {
  #width = width;
  #observer = new ResizeObserver(([entry]) => {
    this.#width = Math.max(280, entry.contentRect.width);
    this.requestUpdate();
  });

  static override styles = [
    base,
    blocks,
    css`
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
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 62px;
        pointer-events: none;
      }
      svg {
        display: block;
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
    const all = [...view.state.requests.values()].filter((rq) => rq.place !== 'new' && rq.place !== 'done');
    const many = all.length > extentsMost;
    const shown = many ? [] : all.sort((a, b) => a.sector - b.sector);
    this.#many = many ? all : [];
    return html`<div class="pair">
        <span>${s.label}</span>
        <span>${s.scale} <i class="sample" style="width:${Math.max(4, 8 * view.scale)}px"></i> ${s.scaleEnd}</span>
      </div>
      <div class="drawing">${many ? html`<canvas aria-hidden="true"></canvas>` : ''}
      <svg
        viewBox="0 0 ${w} 62"
        role="slider"
        tabindex="0"
        aria-label=${s.slider}
        aria-valuemin="0"
        aria-valuemax=${view.maxSector}
        aria-valuenow=${view.aim}
        @click=${this.#aim}
        @keydown=${this.#key}
      >
        <rect x="0.5" y=${top} width=${w - 1} height=${height} fill="var(--blk-sunk)" stroke="var(--blk-line2)" />
        ${ticks(view, w, x)} ${extents(view, shown, w, x)} ${mark(Math.min(x(view.state.head), w - 1), s.head, 'var(--blk-ink)', w, near(x(view.state.head), x(view.aim)))}
        ${mark(x(view.aim), s.aim, 'var(--blk-cur)', w, 0)}
      </svg></div>`;
  }

  #many: Request[] = []; // more than are worth an element each
  #palette: Palette | null = null;

  /** Many extents are drawn, not built. */
  override updated(): void {
    const { view } = this;
    const canvas = this.renderRoot.querySelector('canvas');
    if (!view || !canvas) return;
    this.#palette ??= readPalette(this);
    const ratio = devicePixelRatio || 1;
    const [w, h] = [Math.round(this.#width * ratio), Math.round(62 * ratio)];
    if (canvas.width !== w || canvas.height !== h) {
      canvas.width = w;
      canvas.height = h;
    }
    const ctx = canvas.getContext('2d')!;
    ctx.clearRect(0, 0, w, h);
    const scale = w / view.maxSector;
    const drawn = new Uint8Array(w + 1); // by column: whose extent stands there already; as good as all of them
    for (const rq of this.#many) {
      const column = Math.floor(rq.sector * scale);
      const who = 1 + ((view.index.bios[rq.bios[0]]?.task ?? rq.task) % 200);
      if (view.lit === null && rq.place !== 'device' && drawn[column] === who) continue;
      drawn[column] = who;
      ctx.globalAlpha = view.lit === null || rq.bios.some((b) => view.lit!.has(b)) ? 1 : 0.28;
      ctx.fillStyle = hueOf(this.#palette, view.index.bios[rq.bios[0]]?.task ?? rq.task);
      const inDevice = rq.place === 'device';
      ctx.fillRect(rq.sector * scale, (top + (inDevice ? -6 : 1)) * ratio, Math.max(ratio, rq.sectors * scale), (height - 2 + (inDevice ? 7 : 0)) * ratio);
    }
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

function ticks(view: View, w: number, x: Scale) {
  const labels = w > 700 ? 8 : 4;
  const marks = [view.state.head, view.aim].map(x);
  const list = [];
  for (let k = 0; k <= 16; k++) {
    const sector = (view.maxSector / 16) * k;
    list.push(svg`<path d="M${x(sector)} ${top + height}v${k % 4 === 0 ? 6 : 3}" stroke="var(--blk-line2)" />`);
    if (k % (16 / labels) !== 0 || marks.some((m) => Math.abs(m - x(sector)) < 75)) continue;
    const last = k === 16;
    list.push(svg`<text class="tick" x=${last ? w - 2 : x(sector) + 3} y=${top + height + 13} text-anchor=${last ? 'end' : 'start'}>${Math.round(sector)}</text>`);
  }
  return list;
}

function extents(view: View, list: Request[], w: number, x: Scale) {
  const taken = [-Infinity, -Infinity]; // px up to which each of two rows of labels is full
  return list.map((rq) => {
    const inDevice = rq.place === 'device';
    const task = view.index.bios[rq.bios[0]]?.task ?? rq.task;
    const at = x(rq.sector);
    const wide = Math.max(4, x(rq.sectors));
    const label = `#${rq.id}${inDevice ? ' ' + s.inDevice : ''}`;
    const half = label.length * 3.2;
    const middle = Math.min(Math.max(at + wide / 2, half), w - half);
    const row = taken.findIndex((end) => middle - half > end);
    if (row >= 0) taken[row] = middle + half + 3;
    return svg`<g class="${hueClass(task)}${lightClass(view, rq.bios)}" @pointerenter=${light(rq.bios)} @pointerleave=${unlight}>
      <rect x=${at - 2} y=${top - 18} width=${wide + 4} height="38" fill="transparent" />
      <rect x=${at} y=${top + 1} width=${wide} height=${height - 2} fill=${isWrite(rq.rwbs) ? 'var(--hue)' : 'var(--tint)'} stroke="var(--hue)" stroke-width="1.5" />
      ${row < 0 ? '' : svg`<text x=${middle} y=${top - 4 - row * 10} text-anchor="middle">${label}</text>`}
    </g>`;
  });
}

/** px by which the head's word makes room for that of the aim. */
function near(head: number, aim: number): number {
  return head - aim > -34 && head - aim < 36 ? Math.max(0, 34 - (head - aim)) : 0;
}

function mark(at: number, text: string, colour: string, w: number, shift: number) {
  const left = at > w - 60;
  const arrow = Math.max(6, Math.min(at, w - 6));
  return svg`<g pointer-events="none">
    <path d="M${at} ${top - 3}v${height + 7}" stroke=${colour} stroke-width="2" />
    <path d="M${arrow - 6} ${top + height + 11}h12l-6 -8z" fill=${colour} />
    <text class="mark" x=${left ? arrow - 9 - shift : arrow + 9 + shift} y=${top + height + 13} text-anchor=${left ? 'end' : 'start'} style="fill:${colour}">${text}</text>
  </g>`;
}

define('blk-strip', BlkStrip);
