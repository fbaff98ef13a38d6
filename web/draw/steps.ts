import { xOf, type Frame, type Pen } from './frame.ts';
import type { Series } from './series.ts';

/** Draws a number that changes in steps as a line over a filled area. Where several steps fall into one pixel, from the least to the most. */
export function drawSteps({ ctx, f, p }: Pen, series: Series, yOf: (n: number) => number): void {
  const path = pathOf(series, f, yOf);
  const area = new Path2D(path);
  area.lineTo(xOf(f, f.to), yOf(0));
  area.lineTo(f.left - 6, yOf(0));
  ctx.fillStyle = p.sunk;
  ctx.fill(area);
  ctx.strokeStyle = p.ink;
  ctx.lineWidth = 1.5;
  ctx.stroke(path);
}

function pathOf(series: Series, f: Frame, yOf: (n: number) => number): Path2D {
  const path = new Path2D();
  const { times, values } = series;
  let k = series.before(f.from);
  const last = series.before(f.to);
  let n = series.after(k);
  path.moveTo(f.left - 6, yOf(n));
  const px = (f.to - f.from) / (f.width - f.left - 8);
  while (k < last) {
    const x = xOf(f, times[k]);
    const next = times[k] + px / 2 < f.to ? Math.min(last, stepsBefore(series, k, times[k] + px / 2)) : last;
    path.lineTo(x, yOf(n));
    if (next - k > 1) {
      const [least, most] = series.range(k, next);
      path.lineTo(x, yOf(most));
      path.lineTo(x, yOf(least));
    }
    n = values[next - 1];
    path.lineTo(x, yOf(n));
    k = next;
  }
  path.lineTo(xOf(f, f.to), yOf(n));
  return path;
}

/** How many steps are at or before a time; it is not far behind step k. */
function stepsBefore(series: Series, k: number, time: number): number {
  const { times } = series;
  let step = 1;
  while (k + step < times.length && times[k + step] <= time) step *= 2;
  let low = k + (step >> 1) + 1;
  let high = Math.min(times.length, k + step);
  while (low < high) {
    const mid = (low + high) >> 1;
    if (times[mid] <= time) low = mid + 1;
    else high = mid;
  }
  return low;
}

/** Draws a series as columns that stand on `bottom`: the most of each pixel. */
export function drawColumns({ ctx, f }: Pen, series: Series, bottom: number, height: number, colour: string): void {
  const most = Math.max(1, series.most);
  const columns = Math.max(1, Math.floor(f.width - f.left - 8));
  const px = (f.to - f.from) / columns;
  ctx.fillStyle = colour;
  ctx.beginPath();
  let k = series.before(f.from);
  for (let c = 0; c < columns; c++) {
    const next = k < series.times.length && series.times[k] <= f.from + (c + 1) * px ? stepsBefore(series, k, f.from + (c + 1) * px) : k;
    const n = Math.max(series.after(k), next > k ? series.range(k, next)[1] : 0);
    k = next;
    if (n === 0) continue;
    const tall = Math.max(1, (n / most) * height);
    ctx.rect(f.left + c, bottom - tall, 1, tall);
  }
  ctx.fill();
}
