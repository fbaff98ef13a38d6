import type { Place } from './steps.ts';

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The element at the end of a way through shadow roots, if it is there and can be seen. */
export function elementAt(root: ParentNode, place: Place): HTMLElement | null {
  let at: ParentNode | null = root;
  let found: HTMLElement | null = null;
  for (const selector of place) {
    found = at?.querySelector<HTMLElement>(selector) ?? null;
    at = found?.shadowRoot ?? found;
  }
  return found?.checkVisibility({ visibilityProperty: true }) ? found : null;
}

const gap = 14;

/**
 * Where a card of that size covers none of the boxes, and as little as can be of what else a reader looks at:
 * below, above, right or left of the boxes, right of what is tall; or at the lower edge.
 */
export function placeBeside(boxes: readonly Box[], others: readonly Box[], width: number, height: number, screen: { width: number; height: number }): { left: number; top: number } {
  const corner = { left: screen.width - width - gap, top: screen.height - height - gap };
  if (boxes.length === 0) return corner;
  const all = {
    left: Math.min(...boxes.map((b) => b.left)),
    top: Math.min(...boxes.map((b) => b.top)),
    right: Math.max(...boxes.map((b) => b.right)),
    bottom: Math.max(...boxes.map((b) => b.bottom)),
  };
  const inside = (at: number, most: number): number => Math.max(gap, Math.min(at, most - gap));
  const across = inside(all.left, screen.width - width);
  const along = inside(all.top, screen.height - height);
  const right = { left: all.right + gap, top: along };
  const places = [
    { left: across, top: all.bottom + gap },
    { left: across, top: all.top - gap - height },
    right,
    { left: all.left - gap - width, top: along },
    { left: across, top: corner.top },
    { left: right.left, top: corner.top },
    corner,
  ];
  if (all.bottom - all.top > screen.height / 2) places.unshift(right);
  const fits = places.filter(({ left, top }) => left >= gap && top >= gap && left <= corner.left && top <= corner.top);
  const covered = (place: { left: number; top: number }, list: readonly Box[]): number =>
    list.reduce((sum, b) => sum + shared(place.left, width, b.left, b.right) * shared(place.top, height, b.top, b.bottom), 0);
  const free = fits.filter((p) => covered(p, [all]) === 0);
  return (free.length > 0 ? free : [corner]).reduce((best, p) => (covered(p, others) < covered(best, others) ? p : best));
}

/** How much of [from, to) lies in the length behind start. */
function shared(start: number, length: number, from: number, to: number): number {
  return Math.max(0, Math.min(start + length, to) - Math.max(start, from));
}
