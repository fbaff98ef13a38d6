import { upperBound, type Plugged } from '../fold/index.ts';
import { clip, line, xOf, type Pen } from './frame.ts';
import type { Palette } from './palette.ts';

/** Periods in which something was plugged: hatched, with a letter for how each ended; without length a tick. */
export function drawPeriods(pen: Pen, list: readonly Plugged[], y: number, height: number): void {
  const { ctx, f, p } = pen;
  const first = Math.max(0, upperBound(list, (x) => x.from < f.from) - 1);
  const last = upperBound(list, (x) => x.from <= f.to);
  if (first >= last) return;
  const hatch = ctx.createPattern(hatchTile(p), 'repeat')!;
  const px = (f.to - f.from) / (f.width - f.left - 8);
  let labelled = -Infinity;
  clip(pen, y, () => {
    for (let k = first; k < last; ) {
      const period = list[k];
      const a = xOf(f, period.from);
      const b = period.to < 0 ? xOf(f, f.to) : xOf(f, period.to);
      if (b - a < 2.5) {
        ctx.fillStyle = p.ink;
        ctx.fillRect(a - 1, y, 2, height);
      } else {
        ctx.fillStyle = hatch;
        ctx.fillRect(a, y + 1, b - a, height - 2);
        ctx.strokeStyle = p.ink;
        ctx.lineWidth = 1;
        ctx.strokeRect(a, y + 1, b - a, height - 2);
      }
      if (period.to >= 0 && b - labelled >= 10 && height >= 9) {
        labelled = b;
        ctx.font = `700 10px ${p.mono}`;
        ctx.fillStyle = p.ink;
        ctx.textAlign = 'left';
        ctx.textBaseline = 'middle';
        ctx.fillText(f.endingOf(period.cause), b + 3, y + height / 2);
      }
      // What begins within the same pixel would be drawn over this.
      const until = period.from + px;
      k = k + 1 < last && list[k + 1].from < until ? upperBound(list, (x) => x.from < until, k + 1) : k + 1;
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
