import { upperBound } from '../fold/index.ts';
import { clip, xOf, type Pen } from './frame.ts';

/** When a slot of the device was busy in a run that is not the one shown, ns. */
export interface GhostService {
  readonly slot: number;
  readonly from: number;
  readonly to: number;
}

/** That run's device, in order of time. */
export interface Ghost {
  readonly services: readonly GhostService[];
  readonly depth: number;
  readonly longest: number; // ns
}

export function makeGhost(services: readonly GhostService[]): Ghost | null {
  if (services.length === 0) return null;
  return {
    services,
    depth: services.reduce((n, s) => Math.max(n, s.slot + 1), 1),
    longest: services.reduce((n, s) => Math.max(n, s.to - s.from), 0),
  };
}

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
