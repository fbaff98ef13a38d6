import { makeLanes, type Lanes } from '../draw/lanes.ts';
import { readPalette, type Palette } from '../draw/palette.ts';
import { divide, drawTimeline, timeAt, xOf, type Frame, type Heights, type Hit } from '../draw/timeline.ts';
import type { RunIndex } from '../fold/index.ts';
import { LightEvent, SeekEvent } from '../playground/looks.ts';
import { taskName, type View } from '../playground/view.ts';
import { ms } from '../strings.ts';
import { plugEnding } from '../words/cause.ts';

const rowPx = 9;
const mostPx = 300;

/** The whole run on a canvas, with the cursor over it. */
export class PlayTimeline {
  #canvas: HTMLCanvasElement | null = null;
  #index: RunIndex | null = null;
  #lanes: Lanes | null = null;
  #frame: Frame | null = null;
  #palette: Palette | null = null;
  #drawn = '';
  #litDrawn: ReadonlySet<number> | null = null;
  #hits: Hit[] = [];
  #lit = false;

  /** Draws what changed since the last time into a box with a canvas and a .cursor. */
  draw(at: HTMLElement | null, view: View): void {
    const canvas = at?.querySelector('canvas');
    if (!at || !canvas || at.clientWidth === 0) return;
    if (canvas !== this.#canvas) this.#listen(canvas);
    if (view.index !== this.#index) {
      this.#index = view.index;
      this.#lanes = makeLanes(view.index, view.machine.setup.tasks.slice(0, 24).map((t) => t.id));
      this.#drawn = '';
    }
    const lanes = this.#lanes!;
    const heights = heightsOf(lanes, view.machine.queuePlug);
    const width = at.clientWidth;
    const frame: Frame = {
      width,
      left: width < 480 ? 62 : 88,
      from: 0,
      to: view.end,
      jiffy: 1e9 / view.machine.hz,
      thresh: view.machine.queuePlug ? view.machine.unplugThresh : 0,
      nameOf: (task) => taskName(view, task),
      endingOf: (cause) => plugEnding(view.causes[cause]?.name ?? ''),
      lit: view.lit,
    };
    this.#frame = frame;
    const scheme = getComputedStyle(at).color;
    const key = [width, heights.total, frame.to, frame.thresh, devicePixelRatio, scheme].join();
    if (key !== this.#drawn || view.lit !== this.#litDrawn) {
      if (!this.#drawn.endsWith(scheme)) this.#palette = readPalette(at);
      this.#drawn = key;
      this.#litDrawn = view.lit;
      this.#hits = drawTimeline(prepare(canvas, width, heights.total), view.index, lanes, heights, frame, this.#palette!);
    }
    placeCursor(at.querySelector<HTMLElement>('.cursor')!, frame, view.now, heights.total);
  }

  #listen(canvas: HTMLCanvasElement): void {
    this.#canvas = canvas;
    this.#drawn = '';
    const seek = (e: PointerEvent): void => {
      if (this.#frame) canvas.dispatchEvent(new SeekEvent(timeAt(this.#frame, e.offsetX)));
    };
    canvas.addEventListener('pointerdown', (e) => {
      if (e.button !== 0) return;
      canvas.setPointerCapture(e.pointerId);
      seek(e);
    });
    canvas.addEventListener('pointermove', (e) => {
      if (canvas.hasPointerCapture(e.pointerId)) seek(e);
      else this.#point(canvas, this.#hits.findLast((h) => e.offsetX >= h.x && e.offsetX <= h.x + h.w && e.offsetY >= h.y && e.offsetY <= h.y + h.h));
    });
    canvas.addEventListener('pointerleave', () => this.#point(canvas, undefined));
  }

  #point(canvas: HTMLCanvasElement, hit: Hit | undefined): void {
    if (!hit && !this.#lit) return;
    this.#lit = hit !== undefined;
    canvas.dispatchEvent(new LightEvent(hit?.bios ?? null));
  }
}

function heightsOf(lanes: Lanes, plug: boolean): Heights {
  const least = divide(lanes, 0, plug);
  const rows = lanes.tasks.reduce((n, l) => n + l.rows, 0);
  return divide(lanes, Math.min(mostPx, least.total + rows * (rowPx - least.row)), plug);
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

function placeCursor(cursor: HTMLElement, frame: Frame, now: number, height: number): void {
  const x = xOf(frame, now);
  cursor.style.transform = `translateX(${x}px)`;
  cursor.style.height = `${height - 14}px`;
  const flag = cursor.firstElementChild!;
  flag.textContent = ms(now);
  flag.classList.toggle('left', x > frame.width - 70);
}
