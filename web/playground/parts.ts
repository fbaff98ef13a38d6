import { part } from '../parts/part.ts';

/** The playground's elements that are not there before they are wanted, each under what follows "blk-" in its name; the rail's three together. */
export const parts = {
  'beside-dialog': part(() => import('../beside/dialog.ts')),
  find: part(() => import('../elements/find.ts')),
  gallery: part(() => import('../elements/gallery.ts')),
  numbers: part(() => import('../elements/numbers.ts')),
  offline: part(() => import('../offline/offline.ts')),
  rail: part(() => import('./rail-elements.ts')),
  report: part(() => import('../elements/report.ts')),
  share: part(() => import('../share/dialog.ts')),
  text: part(() => import('../elements/text.ts')),
  tour: part(() => import('../tour/tour.ts')),
  trace: part(() => import('../elements/trace.ts')),
};

const standing = new Map<string, keyof typeof parts>();

/**
 * Asks for what a render shows in a place, once for as long as it stands there: a part that
 * does not load is not asked for with every frame, but when a reader wants it again.
 */
export function stands(place: 'right' | 'rail' | 'nowhere', name: keyof typeof parts): void {
  if (standing.get(place) === name) return;
  standing.set(place, name);
  void parts[name]();
}
