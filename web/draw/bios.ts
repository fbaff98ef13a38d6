import { upperBound, type BioLife } from '../fold/index.ts';
import { isWrite, RWBS } from '../fold/kinds.ts';
import { alphaOf, clip, hueOf, line, tintOf, xOf, type Pen } from './frame.ts';
import type { Lane } from './lanes.ts';
import { drawColumns } from './steps.ts';

const blocksMost = 1200; // of a lane, drawn one by one; more become columns

/** A task's bios: thin while they wait, thick in service. Of very many, how many are open. */
export function drawLane(pen: Pen, lane: Lane, longest: number, y: number, row: number): void {
  const { f } = pen;
  const first = upperBound(lane.bios, (b) => b.queued < f.from - longest);
  const last = upperBound(lane.bios, (b) => b.queued <= f.to);
  clip(pen, y, () => {
    if (last - first > blocksMost) {
      drawColumns(pen, lane.open(), y + 4 + lane.rows * row, lane.rows * row, hueOf(pen.p, lane.task));
      return;
    }
    for (let k = first; k < last; k++) {
      const bio = lane.bios[k];
      if (bio.completed >= 0 && bio.completed < f.from) continue;
      drawBio(pen, bio, y + 4 + lane.rowOf[k] * row, row - 2);
    }
  });
}

function drawBio({ ctx, f, p, hits }: Pen, bio: BioLife, y: number, h: number): void {
  const hue = hueOf(p, bio.task);
  const x1 = xOf(f, bio.queued);
  const x2 = bio.issued < 0 ? xOf(f, f.to) : xOf(f, bio.issued);
  const x3 = bio.completed < 0 ? xOf(f, f.to) : Math.max(x2 + 2, xOf(f, bio.completed));
  ctx.globalAlpha = f.lit === null ? 1 : alphaOf(f, [bio.id]);
  ctx.strokeStyle = hue;
  ctx.lineWidth = 1.5;
  if (x2 - x1 > 1) line(ctx, x1, y + h / 2, x2, y + h / 2);
  line(ctx, x1, y, x1, y + h);
  if (bio.issued >= 0) {
    ctx.fillStyle = isWrite(bio.rwbs) ? hue : tintOf(p, bio.task);
    if (x3 - x2 < 4) {
      ctx.fillStyle = hue;
      ctx.fillRect(x2, y + 0.5, x3 - x2, h - 1);
    } else {
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
      ctx.fill();
      ctx.lineWidth = 1.2;
      ctx.stroke();
    }
  }
  ctx.globalAlpha = 1;
  hits.push({ x: x1 - 2, y: y - 1, w: Math.max(6, x3 - x1 + 4), h: h + 2, bios: [bio.id] });
}
