import { part } from '../parts/part.ts';

/** The playground's elements that are not there before they are wanted, each under what follows "blk-" in its name. */
export const parts = {
  'beside-dialog': part(() => import('../beside/dialog.ts')),
  gallery: part(() => import('../elements/gallery.ts')),
  numbers: part(() => import('../elements/numbers.ts')),
  report: part(() => import('../elements/report.ts')),
  share: part(() => import('../share/dialog.ts')),
  tour: part(() => import('../tour/tour.ts')),
};
