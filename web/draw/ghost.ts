import { upperBound } from '../fold/index.ts';
import { clip, xOf, type Pen } from './frame.ts';
import type { Ghost } from './services.ts';

/** Its device as outlines: where it would have been busy. */
export function drawGhost(pen: Pen, ghost: Ghost, y: number, h: number): void {
  const { ctx, f, p } = pen;
  const { services, depth, longest } = ghost;
  const row = (h - 6) / depth;
  const first = upperBound(services, (s) => s.from < f.from - longest);
  const last = upperBound(services, (s) => s.from <= f.to);
  const ends = new Float64Array(depth).fill(-Infinity); // px drawn up to, by slot
  ctx.strokeStyle = p.ink2;
  ctx.lineWidth = 1;
  clip(pen, y, () => {
    for (let k = first; k < last; k++) {
      const { slot, from, to } = services[k];
      const a = xOf(f, from);
      const b = xOf(f, to);
      if (b < f.left || b <= ends[slot] + 0.5) continue;
      ends[slot] = b;
      ctx.strokeRect(a + 0.5, y + 3 + slot * row + 0.5, Math.max(1, b - a - 1), Math.max(1, row - 3));
    }
  });
}
