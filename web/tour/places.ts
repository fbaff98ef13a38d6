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

/** Where a card of that size covers none of the boxes: below, above, right or left of them, right of what is tall; else in the lower right corner. */
export function placeBeside(boxes: readonly Box[], width: number, height: number, screen: { width: number; height: number }): { left: number; top: number } {
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
  const tall = all.bottom - all.top > screen.height / 2;
  const right = all.right + gap + width + gap <= screen.width;
  if (tall && right) return { left: all.right + gap, top: along };
  if (all.bottom + gap + height + gap <= screen.height) return { left: across, top: all.bottom + gap };
  if (all.top - gap - height >= gap) return { left: across, top: all.top - gap - height };
  if (right) return { left: all.right + gap, top: along };
  if (all.left - gap - width >= gap) return { left: all.left - gap - width, top: along };
  return corner;
}
