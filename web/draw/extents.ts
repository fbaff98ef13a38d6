import { isWrite } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import { prepare } from './canvas.ts';
import { hueOf, tintOf } from './frame.ts';
import type { Palette } from './palette.ts';

/** Where the extents stand on their canvas, px. */
export const strip = { height: 62, top: 25, bar: 18 } as const;

/** What of a moment is drawn: requests by where they lie on the disk. */
export interface Extents {
  readonly requests: readonly (readonly Request[])[]; // by place
  readonly width: number; // px of the whole disk
  readonly maxSector: number;
  readonly lit: ReadonlySet<number> | null; // bios
  readonly inDevice: string; // the word for it
  taskOf(rq: Request): number;
}

const eachMost = 200; // drawn one by one; of more, what each column shows
const inDeviceRise = 6; // px by which a column that is in service stands out
const fontPx = 10;

/** The extents of a moment, drawn; it knows what it drew last, and what lies where. */
export class ExtentPicture {
  #hits: { from: number; to: number; bios: readonly number[] }[] = [];
  #shown = new Uint8Array(0); // by column of the screen, see codeOf; empty: not drawn as columns
  #next = new Uint8Array(0);
  #palette: Palette | null = null;

  draw(canvas: HTMLCanvasElement, e: Extents, p: Palette): void {
    const { width, height } = canvas;
    const ctx = prepare(canvas, e.width, strip.height);
    if (canvas.width !== width || canvas.height !== height || p !== this.#palette) this.#shown = new Uint8Array(0);
    this.#palette = p;
    this.#hits = [];
    if (e.requests.reduce((n, list) => n + list.length, 0) > eachMost) {
      this.#drawColumns(ctx, canvas.width, e, p);
      return;
    }
    this.#shown = new Uint8Array(0);
    ctx.clearRect(0, 0, e.width, strip.height);
    this.#drawEach(ctx, e, p);
  }

  /** The bios of the extent that lies there, null if none does. */
  at(x: number, y: number): readonly number[] | null {
    if (y < strip.top - 18 || y > strip.top + 20) return null;
    return this.#hits.findLast((h) => x >= h.from && x <= h.to)?.bios ?? null;
  }

  #drawEach(ctx: CanvasRenderingContext2D, e: Extents, p: Palette): void {
    const taken = [-Infinity, -Infinity]; // px up to which each of two rows of labels is full
    ctx.lineWidth = 1.5;
    ctx.font = `600 ${fontPx}px ${p.mono}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'alphabetic';
    for (const rq of e.requests.flat().sort((a, b) => a.sector - b.sector)) {
      const task = e.taskOf(rq);
      const at = (rq.sector / e.maxSector) * e.width;
      const wide = Math.max(4, (rq.sectors / e.maxSector) * e.width);
      ctx.globalAlpha = isLit(e, rq) ? 1 : 0.28;
      ctx.fillStyle = isWrite(rq.rwbs) ? hueOf(p, task) : tintOf(p, task);
      ctx.strokeStyle = hueOf(p, task);
      ctx.fillRect(at, strip.top + 1, wide, strip.bar - 2);
      ctx.strokeRect(at, strip.top + 1, wide, strip.bar - 2);
      this.#hits.push({ from: at - 2, to: at + wide + 2, bios: rq.bios });
      const label = `#${rq.id}${rq.place === 'device' ? ' ' + e.inDevice : ''}`;
      const half = label.length * 3.2;
      const middle = Math.min(Math.max(at + wide / 2, half), e.width - half);
      const row = taken.findIndex((end) => middle - half > end);
      if (row < 0) continue;
      taken[row] = middle + half + 3;
      ctx.fillStyle = p.ink;
      ctx.fillText(label, middle, strip.top - 4 - row * fontPx);
    }
    ctx.globalAlpha = 1;
  }

  /** Ten thousand extents are columns, of which from one frame to the next few change. */
  #drawColumns(ctx: CanvasRenderingContext2D, columns: number, e: Extents, p: Palette): void {
    const next = this.#next.length === columns ? this.#next.fill(0) : new Uint8Array(columns);
    const scale = columns / e.maxSector;
    for (const list of e.requests) {
      for (const rq of list) {
        const code = codeOf(e, rq);
        const first = Math.floor(rq.sector * scale);
        const last = Math.min(columns, Math.max(first + 1, Math.round((rq.sector + rq.sectors) * scale)));
        for (let x = first; x < last; x++) if (next[x] >> 3 <= code >> 3) next[x] = code;
      }
    }
    const ratio = columns / e.width;
    const before = this.#shown.length === columns ? this.#shown : null;
    if (!before) ctx.clearRect(0, 0, e.width, strip.height);
    for (let x = 0; x < columns; ) {
      const code = next[x];
      let end = x + 1;
      if (before?.[x] !== code) {
        while (end < columns && next[end] === code && before?.[end] !== code) end++;
        drawColumn(ctx, x / ratio, (end - x) / ratio, code, p);
      }
      x = end;
    }
    this.#next = before ?? new Uint8Array(columns);
    this.#shown = next;
  }
}

function isLit(e: Extents, rq: Request): boolean {
  return e.lit === null || rq.bios.some((b) => e.lit!.has(b));
}

/** What a column shows: its hue (1..6), and above that what shows before what: in service before waiting, lit before dim. */
function codeOf(e: Extents, rq: Request): number {
  return (((e.taskOf(rq) + 5) % 6) + 1) | (rq.place === 'device' ? 8 : 0) | (isLit(e, rq) ? 16 : 0);
}

function drawColumn(ctx: CanvasRenderingContext2D, x: number, width: number, code: number, p: Palette): void {
  ctx.clearRect(x, 0, width, strip.height);
  if (code === 0) return;
  const rise = code & 8 ? inDeviceRise : -1;
  ctx.globalAlpha = code & 16 ? 1 : 0.28;
  ctx.fillStyle = p.hues[(code & 7) - 1];
  ctx.fillRect(x, strip.top - rise, width, strip.bar - 1 + rise);
  ctx.globalAlpha = 1;
}
