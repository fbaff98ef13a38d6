import { upperBound, type BioLife, type RunIndex, type Service } from '../fold/index.ts';
import { isWrite, RWBS } from '../fold/kinds.ts';
import { strings } from '../strings.ts';
import type { Lane, Lanes } from './lanes.ts';
import type { Palette } from './palette.ts';

/** What is drawn where: px of the canvas, ns of the run. */
export interface Frame {
  width: number;
  left: number; // where time begins
  from: number;
  to: number;
  jiffy: number; // ns
  thresh: number; // 0: the kernel has none
  nameOf(task: number): string;
  endingOf(cause: number): string;
  lit: ReadonlySet<number> | null;
}

/** Where the parts stand, from top to bottom. */
export interface Heights {
  row: number;
  lanes: number[]; // by lane
  plug: number; // 0: the kernel has none
  waiting: number;
  device: number;
  total: number;
}

/** A bio's place on the canvas, for finding it under the pointer. */
export interface Hit {
  x: number;
  y: number;
  w: number;
  h: number;
  bios: readonly number[];
}

const axis = 22;
const blocksMost = 4000; // drawn one by one; more become a density

/** Divides a height; the total may be more than there is. */
export function divide(lanes: Lanes, height: number, plug: boolean): Heights {
  const rows = lanes.tasks.reduce((n, l) => n + l.rows, 0);
  const fixed = axis + (plug ? 22 : 0) + 52 + deviceHeight(lanes.depth) + 4;
  const room = height - fixed - lanes.tasks.length * 8;
  const row = Math.max(3, Math.min(14, Math.floor(room / Math.max(1, rows))));
  const least = lanes.tasks.map((l) => Math.max(18, l.rows * row + 8));
  const spare = Math.max(0, height - fixed - least.reduce((a, b) => a + b, 0));
  const more = Math.min(64, Math.floor(spare / Math.max(1, least.length)));
  const laneHeights = least.map((h) => h + more);
  const total = fixed + laneHeights.reduce((a, b) => a + b, 0);
  return { row, lanes: laneHeights, plug: plug ? 22 : 0, waiting: 52, device: deviceHeight(lanes.depth), total };
}

function deviceHeight(depth: number): number {
  return Math.min(96, depth * 13 + 8);
}

/** Draws the window of a run and returns what lies where. */
export function drawTimeline(ctx: CanvasRenderingContext2D, index: RunIndex, lanes: Lanes, h: Heights, f: Frame, p: Palette): Hit[] {
  const hits: Hit[] = [];
  ctx.clearRect(0, 0, f.width, h.total);
  ctx.lineWidth = 1;
  drawJiffies(ctx, h, f, p);
  let y = axis;
  lanes.tasks.forEach((lane, k) => {
    drawLane(ctx, lane, lanes.longestLife, y, h.row, f, p, hits);
    drawTaskLabel(ctx, lane.task, y + h.lanes[k] / 2, f, p);
    y += h.lanes[k];
    rule(ctx, y, f, p);
  });
  if (h.plug > 0) {
    label(ctx, strings.timeline.plug, y + h.plug / 2, p);
    drawPlugs(ctx, index, y, f, p);
    y += h.plug;
    rule(ctx, y, f, p);
  }
  label(ctx, strings.timeline.waiting, y + h.waiting / 2, p);
  drawWaiting(ctx, index, y, h.waiting, f, p);
  y += h.waiting;
  rule(ctx, y, f, p);
  label(ctx, strings.timeline.device, y + h.device / 2, p);
  drawDevice(ctx, index, lanes.depth, y, h.device, f, p, hits);
  return hits;
}

export function xOf(f: Frame, time: number): number {
  return f.left + ((time - f.from) / (f.to - f.from)) * (f.width - f.left - 8);
}

export function timeAt(f: Frame, x: number): number {
  return f.from + ((x - f.left) / (f.width - f.left - 8)) * (f.to - f.from);
}

function drawJiffies(ctx: CanvasRenderingContext2D, h: Heights, f: Frame, p: Palette): void {
  const px = (f.jiffy / (f.to - f.from)) * (f.width - f.left - 8);
  const every = niceStep(Math.ceil(12 / px)); // hairlines no closer than 12 px
  const labelEvery = niceStep(Math.ceil(145 / px));
  ctx.font = `10px ${p.mono}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'alphabetic';
  for (let j = Math.ceil(f.from / f.jiffy / every) * every; j * f.jiffy <= f.to; j += every) {
    const x = Math.round(xOf(f, j * f.jiffy)) + 0.5;
    ctx.strokeStyle = p.line;
    line(ctx, x, 16, x, h.total);
    if (j % labelEvery !== 0 || x > f.width - 70) continue;
    ctx.fillStyle = p.ink2;
    ctx.fillText(`${(j * f.jiffy) / 1e6} ms · jiffy ${j}`, x + 3, 11);
  }
}

/** 1, 2, 5, 10, 20, ... not below `least`. */
function niceStep(least: number): number {
  let step = 1;
  for (let k = 0; step < least; k++) step *= k % 3 === 1 ? 2.5 : 2;
  return step;
}

function drawLane(ctx: CanvasRenderingContext2D, lane: Lane, longest: number, y: number, row: number, f: Frame, p: Palette, hits: Hit[]): void {
  const first = upperBound(lane.bios, (b) => b.queued < f.from - longest);
  const last = upperBound(lane.bios, (b) => b.queued <= f.to);
  clip(ctx, f, y, () => {
    if (last - first > blocksMost) {
      drawDensity(ctx, lane, first, last, y, lane.rows * row, f, p);
      return;
    }
    for (let k = first; k < last; k++) {
      const bio = lane.bios[k];
      if (bio.completed >= 0 && bio.completed < f.from) continue;
      drawBio(ctx, bio, y + 4 + lane.rowOf[k] * row, row - 2, f, p, hits);
    }
  });
}

function drawBio(ctx: CanvasRenderingContext2D, bio: BioLife, y: number, h: number, f: Frame, p: Palette, hits: Hit[]): void {
  const hue = p.hues[(bio.task - 1) % 6];
  const x1 = xOf(f, bio.queued);
  const x2 = bio.issued < 0 ? xOf(f, f.to) : xOf(f, bio.issued);
  const x3 = bio.completed < 0 ? xOf(f, f.to) : Math.max(x2 + 2, xOf(f, bio.completed));
  ctx.globalAlpha = alphaOf(f, [bio.id]);
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1.5;
  line(ctx, x1, y + h / 2, x2, y + h / 2);
  line(ctx, x1, y, x1, y + h);
  if (bio.issued >= 0) {
    ctx.beginPath();
    if (bio.rwbs & RWBS.Sync && x3 - x2 > 8) {
      ctx.moveTo(x2, y);
      ctx.lineTo(x3 - 6, y);
      ctx.lineTo(x3, y + Math.min(6, h));
      ctx.lineTo(x3, y + h);
      ctx.lineTo(x2, y + h);
      ctx.closePath();
    } else {
      ctx.rect(x2, y + 0.5, x3 - x2, h - 1);
    }
    ctx.fillStyle = isWrite(bio.rwbs) ? hue : p.tints[(bio.task - 1) % 6];
    ctx.fill();
    ctx.lineWidth = 1.2;
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
  hits.push({ x: x1 - 2, y: y - 1, w: Math.max(6, x3 - x1 + 4), h: h + 2, bios: [bio.id] });
}

/** So many bios that one is less than a pixel: how many are open, by column. */
function drawDensity(ctx: CanvasRenderingContext2D, lane: Lane, first: number, last: number, y: number, h: number, f: Frame, p: Palette): void {
  const columns = Math.max(1, Math.floor(f.width - f.left));
  const open = new Int32Array(columns + 1);
  const column = (t: number): number => Math.max(0, Math.min(columns, Math.round(xOf(f, t) - f.left)));
  for (let k = first; k < last; k++) {
    const bio = lane.bios[k];
    open[column(bio.queued)]++;
    open[Math.min(columns, column(bio.completed < 0 ? f.to : bio.completed) + 1)]--;
  }
  let most = 1;
  for (let c = 0, n = 0; c < columns; c++) most = Math.max(most, (n += open[c]));
  ctx.fillStyle = p.hues[(lane.task - 1) % 6];
  for (let c = 0, n = 0; c < columns; c++) {
    n += open[c];
    const tall = (n / most) * h;
    ctx.fillRect(f.left + c, y + 4 + h - tall, 1, tall);
  }
}

function drawPlugs(ctx: CanvasRenderingContext2D, index: RunIndex, y: number, f: Frame, p: Palette): void {
  const list = index.plugged;
  const first = Math.max(0, upperBound(list, (x) => x.from < f.from) - 1);
  const last = upperBound(list, (x) => x.from <= f.to);
  const hatch = ctx.createPattern(hatchTile(p), 'repeat')!;
  let labelled = -Infinity;
  clip(ctx, f, y, () => {
    let column = -Infinity;
    for (let k = first; k < last; k++) {
      const a = xOf(f, list[k].from);
      const b = list[k].to < 0 ? xOf(f, f.to) : xOf(f, list[k].to);
      if (b - a < 2.5) {
        if (a - column < 1) continue; // a tick stands there already
        column = a;
        ctx.fillStyle = p.ink;
        ctx.fillRect(a - 1, y + 3, 2, 16);
      } else {
        ctx.fillStyle = hatch;
        ctx.fillRect(a, y + 5, b - a, 12);
        ctx.strokeStyle = p.ink;
        ctx.lineWidth = 1;
        ctx.strokeRect(a, y + 5, b - a, 12);
      }
      if (list[k].to < 0 || b - labelled < 10) continue;
      labelled = b;
      ctx.font = `700 10px ${p.mono}`;
      ctx.fillStyle = p.ink;
      ctx.textAlign = 'left';
      ctx.textBaseline = 'middle';
      ctx.fillText(f.endingOf(list[k].cause), b + 3, y + 11);
    }
  });
}

function hatchTile(p: Palette): HTMLCanvasElement {
  const tile = document.createElement('canvas');
  tile.width = tile.height = 8;
  const c = tile.getContext('2d')!;
  c.fillStyle = p.panel;
  c.fillRect(0, 0, 8, 8);
  c.strokeStyle = p.ink;
  c.lineWidth = 3;
  for (const d of [-8, 0, 8]) line(c, d, 8, d + 8, 0);
  return tile;
}

function drawWaiting(ctx: CanvasRenderingContext2D, index: RunIndex, y: number, h: number, f: Frame, p: Palette): void {
  const most = Math.max(4, index.maxWaiting, f.thresh <= 2 * index.maxWaiting ? f.thresh : 0);
  const yOf = (n: number): number => y + h - 4 - (n / most) * (h - 10);
  if (f.thresh > 0 && f.thresh <= most) {
    const t = Math.round(yOf(f.thresh)) + 0.5;
    ctx.strokeStyle = p.ink2;
    ctx.lineWidth = 1;
    ctx.setLineDash([2, 3]);
    line(ctx, f.left, t, f.width, t);
    ctx.setLineDash([]);
    ctx.fillStyle = p.ink2;
    ctx.font = `10px ${p.ui}`;
    ctx.textAlign = 'right';
    ctx.textBaseline = 'middle';
    ctx.fillText(String(f.thresh), f.left - 4, t);
  }
  clip(ctx, f, y, () => {
    const path = waitingPath(index, f, yOf);
    const area = new Path2D(path);
    area.lineTo(xOf(f, f.to), yOf(0));
    area.lineTo(f.left - 6, yOf(0));
    ctx.fillStyle = p.sunk;
    ctx.fill(area);
    ctx.strokeStyle = p.ink;
    ctx.lineWidth = 1.5;
    ctx.stroke(path);
  });
}

/** The depth is a step; where several fall into one pixel their least and most are drawn. */
function waitingPath(index: RunIndex, f: Frame, yOf: (n: number) => number): Path2D {
  const { waitingTimes: times, waitingCounts: counts } = index;
  const path = new Path2D();
  let k = upperBound(times, (t) => t < f.from) - 1;
  let n = k >= 0 ? counts[k] : 0;
  path.moveTo(f.left - 6, yOf(n));
  for (k++; k < times.length && times[k] <= f.to; ) {
    const x = xOf(f, times[k]);
    path.lineTo(x, yOf(n));
    let least = counts[k];
    let most = counts[k];
    for (; k < times.length && times[k] <= f.to && xOf(f, times[k]) < x + 0.5; k++) {
      n = counts[k];
      least = Math.min(least, n);
      most = Math.max(most, n);
    }
    path.lineTo(x, yOf(most));
    path.lineTo(x, yOf(least));
    path.lineTo(x, yOf(n));
  }
  path.lineTo(xOf(f, f.to), yOf(n));
  return path;
}

function drawDevice(ctx: CanvasRenderingContext2D, index: RunIndex, depth: number, y: number, h: number, f: Frame, p: Palette, hits: Hit[]): void {
  const list = index.services;
  const row = (h - 8) / depth;
  const last = upperBound(list, (s) => s.from <= f.to);
  let first = upperBound(list, (s) => s.from < f.from);
  first = Math.max(0, first - 4 * depth);
  const ends = new Float64Array(depth).fill(-Infinity); // px drawn up to, by slot
  clip(ctx, f, y, () => {
    for (let k = first; k < last; k++) {
      const s = list[k];
      const a = xOf(f, s.from);
      const b = s.to < 0 ? xOf(f, f.to) : xOf(f, s.to);
      if (b < f.left || b <= ends[s.slot] + 0.5) continue;
      ends[s.slot] = b;
      drawService(ctx, s, a, b, y + 4 + s.slot * row, row - 2, f, p);
      hits.push({ x: a, y: y + 4 + s.slot * row, w: Math.max(4, b - a), h: row, bios: s.bios });
    }
  });
}

function drawService(ctx: CanvasRenderingContext2D, s: Service, a: number, b: number, y: number, h: number, f: Frame, p: Palette): void {
  const hue = p.hues[(s.task - 1 + 6) % 6];
  ctx.globalAlpha = alphaOf(f, s.bios);
  ctx.fillStyle = isWrite(s.rwbs) ? hue : p.tints[(s.task - 1 + 6) % 6];
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1.2;
  ctx.fillRect(a + 0.5, y, Math.max(2, b - a - 1), Math.max(1, h));
  ctx.strokeRect(a + 0.5, y, Math.max(2, b - a - 1), Math.max(1, h));
  const text = `#${s.req}`;
  if (h >= 9 && b - a > 8 + text.length * 6) {
    ctx.font = `600 10px ${p.mono}`;
    ctx.textAlign = 'left';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = isWrite(s.rwbs) ? p.on : hue;
    ctx.fillText(text, Math.max(a, f.left) + 4, y + h / 2 + 0.5);
  }
  ctx.globalAlpha = 1;
}

function drawTaskLabel(ctx: CanvasRenderingContext2D, task: number, y: number, f: Frame, p: Palette): void {
  const digit = String(task);
  const wide = Math.max(16, digit.length * 6 + 8);
  ctx.fillStyle = p.hues[(task - 1) % 6];
  ctx.beginPath();
  ctx.roundRect(6, y - 8, wide, 16, 8);
  ctx.fill();
  ctx.font = `600 10px ${p.mono}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = p.on;
  ctx.fillText(digit, 6 + wide / 2, y + 0.5);
  ctx.font = `11px ${p.ui}`;
  ctx.textAlign = 'left';
  ctx.fillStyle = p.ink;
  ctx.fillText(f.nameOf(task), 10 + wide, y + 0.5, f.left - wide - 16);
}

function label(ctx: CanvasRenderingContext2D, text: string, y: number, p: Palette): void {
  ctx.font = `11px ${p.ui}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = p.ink;
  ctx.fillText(text, 6, y);
}

function alphaOf(f: Frame, bios: readonly number[]): number {
  return f.lit === null || bios.some((b) => f.lit!.has(b)) ? 1 : 0.28;
}

function rule(ctx: CanvasRenderingContext2D, y: number, f: Frame, p: Palette): void {
  ctx.strokeStyle = p.line;
  ctx.lineWidth = 1;
  line(ctx, 0, y + 0.5, f.width, y + 0.5);
}

function line(ctx: CanvasRenderingContext2D, x1: number, y1: number, x2: number, y2: number): void {
  ctx.beginPath();
  ctx.moveTo(x1, y1);
  ctx.lineTo(x2, y2);
  ctx.stroke();
}

/** Draws only where time is. */
function clip(ctx: CanvasRenderingContext2D, f: Frame, y: number, draw: () => void): void {
  ctx.save();
  ctx.beginPath();
  ctx.rect(f.left - 6, y - 1, f.width - f.left + 6, 4096);
  ctx.clip();
  draw();
  ctx.restore();
}
