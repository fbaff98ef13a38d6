import text from '../scenarios/tour.blkplay';
import { spokenSample } from '../scenarios/gallery.ts';

/** The tour's run, a golden case of the kernel's own code, with its title in the present language. */
export function tourText(): string {
  return spokenSample({ name: 'tour', title: '', lookAt: 0, text }).text;
}

/** Whether a text is still the tour's run, however a reader has tuned it and whatever was fired into it. */
export function isTour(now: string): boolean {
  return [...text.matchAll(/^task .*$/gm)].every(([task]) => now.includes(task));
}

/** Ways through shadow roots, one selector for each. */
export type Place = readonly string[];

/** Where a step looks: the traced event, and what is ringed. Its words stand in the strings, at the same index. */
export interface TourStep {
  readonly event: number; // counted from 1
  readonly letter: string; // of that event
  readonly places: readonly Place[];
}

const task = (n: number): Place => ['blk-machine', `blk-task:nth-of-type(${n})`];
const plug: Place = ['blk-machine', 'blk-queue', 'blk-plug'];
const elevator: Place = ['blk-machine', 'blk-queue', 'blk-elevator'];
const device: Place = ['blk-machine', 'blk-slots'];

/** What a reader looks at in every step: what waits and why, the machine, and the cause. */
export const looks: readonly Place[] = [['blk-verdict'], ['blk-machine'], ['blk-why']];

export const tourSteps: readonly TourStep[] = [
  { event: 1, letter: 'Q', places: [task(1)] },
  { event: 4, letter: 'I', places: [plug, device] },
  { event: 8, letter: 'G', places: [elevator] },
  { event: 10, letter: 'UT', places: [plug] },
  { event: 12, letter: 'D', places: [device] },
  { event: 20, letter: 'U', places: [task(2), plug] },
  { event: 22, letter: 'C', places: [['blk-tune']] },
];

/** What the last step offers to turn: a changed text, and the traced event that shows what became of it. */
export const tourTries: readonly { change: (text: string) => string; event: number; letter: string }[] = [
  { change: (t) => t.replace(/^hz .*$/m, 'hz 100'), event: 13, letter: 'U' },
  { change: (t) => t.replace(/^(queue .*)$/m, '$1 unplug_thresh=2'), event: 10, letter: 'D' },
];
