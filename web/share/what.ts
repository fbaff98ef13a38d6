import type { Tools } from '../engine/tools.ts';
import type { Shared } from './fields.ts';

/** What the dialog shares: a scenario as it is now, and what makes files of it. */
export interface What {
  shared: Shared; // with the view
  title: string;
  kernel: string;
  tools: Tools;
}
