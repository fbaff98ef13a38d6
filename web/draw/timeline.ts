import type { RunIndex } from '../fold/index.ts';
import { fill, strings } from '../strings.ts';
import { drawLane } from './bios.ts';
import { dotEvery, drawDevice, drawSectors } from './device.ts';
import { clip, hueOf, label, line, xOf, type Frame, type Hit, type Pen } from './frame.ts';
import { drawGhost } from './ghost.ts';
import type { Ghost } from './services.ts';
import type { Lanes } from './lanes.ts';
import type { Palette } from './palette.ts';
import { drawPeriods } from './periods.ts';
import { drawSteps } from './steps.ts';

export { timeAt, xOf, type Frame, type Hit } from './frame.ts';

/** Where the parts stand, from top to bottom. */
export interface Heights {
  row: number;
  lanes: number[]; // by lane
  plug: number; // 0: the kernel has none
  waiting: number;
  device: number;
  sectors: number;
  ghost: number; // 0: none is shown
  total: number;
}

export const axis = 22;
const ownPlug = 12; // px of a task's lane for its own plug

/** Divides a height; the total may be more than there is. */
export function divide(lanes: Lanes, height: number, plug: boolean, ghost: Ghost | null = null): Heights {
  const rows = lanes.tasks.reduce((n, l) => n + l.rows, 0);
  const plugged: number[] = lanes.tasks.map((l) => (l.plugs.length > 0 ? ownPlug : 0));
  const device = Math.min(96, lanes.depth * 13 + 8);
  const low = height < 380;
  const waiting = low ? 40 : 52;
  const sectors = low ? 28 : 40;
  const ghostly = ghost ? Math.min(48, ghost.depth * 9 + 8) : 0;
  const fixed = axis + (plug ? 22 : 0) + waiting + device + sectors + ghostly + 4;
  const room = height - fixed - plugged.reduce((a, b) => a + b + 8, 0);
  const row = Math.max(4, Math.min(14, Math.floor(room / Math.max(1, rows))));
  const least = lanes.tasks.map((l, k) => Math.max(18, l.rows * row + 8) + plugged[k]);
  const spare = Math.max(0, height - fixed - least.reduce((a, b) => a + b, 0));
  const more = Math.min(64, Math.floor(spare / Math.max(1, least.length)));
  const laneHeights = least.map((h) => h + more);
  const total = fixed + laneHeights.reduce((a, b) => a + b, 0);
  return { row, lanes: laneHeights, plug: plug ? 22 : 0, waiting, device, sectors, ghost: ghostly, total };
}

/** Draws the window of a run and returns what lies where. */
export function drawTimeline(ctx: CanvasRenderingContext2D, index: RunIndex, lanes: Lanes, h: Heights, f: Frame, p: Palette): Hit[] {
  const names = strings.timeline;
  const pen: Pen = { ctx, f, p, hits: [] };
  ctx.clearRect(0, 0, f.width, h.total);
  ctx.lineWidth = 1;
  drawJiffies(ctx, h, f, p);
  let y = axis;
  lanes.tasks.forEach((lane, k) => {
    drawLane(pen, lane, lanes.longestLife, y, h.row);
    drawPeriods(pen, lane.plugs, y + h.lanes[k] - ownPlug, ownPlug - 2);
    drawTaskLabel(ctx, lane.task, y + h.lanes[k] / 2, f, p);
    y += h.lanes[k];
    rule(ctx, y, f, p);
  });
  const part = (name: string, height: number, draw: (y: number, height: number) => void): void => {
    label(pen, name, y + height / 2);
    draw(y, height);
    y += height;
    rule(ctx, y, f, p);
  };
  if (h.plug > 0) part(names.plug, h.plug, (y) => drawPeriods(pen, index.plugged, y + 4, 14));
  part(names.waiting, h.waiting, (y, height) => drawWaiting(pen, index, lanes, y, height));
  part(names.device, h.device, (y, height) => drawDevice(pen, index, lanes, y, height));
  const every = dotEvery(index, lanes, f);
  part(every > 1 ? fill(names.sectorsOf, { every }) : names.sectors, h.sectors, (y, height) => drawSectors(pen, index, lanes, y, height));
  if (f.ghost && h.ghost > 0) part(names.ghost, h.ghost, (y, height) => drawGhost(pen, f.ghost!, y, height));
  return pen.hits;
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

function drawWaiting(pen: Pen, index: RunIndex, lanes: Lanes, y: number, h: number): void {
  const { ctx, f, p } = pen;
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
  clip(pen, y, () => drawSteps(pen, lanes.waiting, yOf));
}

function drawTaskLabel(ctx: CanvasRenderingContext2D, task: number, y: number, f: Frame, p: Palette): void {
  const digit = String(task);
  const wide = Math.max(16, digit.length * 6 + 8);
  ctx.fillStyle = hueOf(p, task);
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

function rule(ctx: CanvasRenderingContext2D, y: number, f: Frame, p: Palette): void {
  ctx.strokeStyle = p.line;
  ctx.lineWidth = 1;
  line(ctx, 0, y + 0.5, f.width, y + 0.5);
}
