import { Timer } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, listed, plural, strings } from '../strings.ts';

const s = strings.tags;

/** Whether requests are born with tags instead of being counted: blk-mq. */
export function hasTags(view: View): boolean {
  return view.machine.kernel === '6.18';
}

/** How many requests there can be: the scheduler's tags, or without one the driver's. */
export function requestTags(view: View): number {
  const { machine, state } = view;
  const given = state.settings.get(view.tunables.indexOf('nr_requests')) ?? machine.setup.queue.nr_requests;
  return given ?? (machine.elevator === 'none' ? machine.depth : 2 * Math.min(machine.depth, 128));
}

export function sleepsForTag(view: View, cause: number): boolean {
  return view.causes[cause]?.name === 'sleep-tag';
}

/** The tasks that sleep for a cause of that name. */
export function sleepersFor(view: View, cause: string): number[] {
  return [...view.state.tasks.values()].filter((t) => view.causes[t.cause]?.name === cause).map((t) => t.id);
}

/** The tasks that sleep until a tag comes free. */
export const tagWaiters = (view: View): number[] => sleepersFor(view, 'sleep-tag');

/** "grep sleeps until a tag is free", '' if nobody does. */
export function tagSleepers(view: View): string {
  const names = tagWaiters(view).map((id) => taskName(view, id));
  if (names.length === 0) return '';
  return fill(names.length === 1 ? s.sleeps : s.sleep, { tasks: listed(names), limit: requestTags(view) });
}

/** Why requests of 6.18 wait outside of plugs: no timer, only tags and runs of the hardware queue. */
export function whyQueued(view: View, waiting: readonly Request[]): { why: string; run: boolean } {
  const { state, machine } = view;
  const used = state.tags.driver;
  const place = whereabouts(view, waiting);
  if (view.now < (state.timers.get(Timer.RunWork) ?? 0)) return { why: fill(s.onlyRetry, { place }), run: false };
  if (used >= machine.depth && machine.elevator !== 'none') return { why: fill(s.noDriverTag, { place, used, depth: machine.depth }), run: false };
  return { why: fill(s.aboutToRun, { place }), run: true };
}

function whereabouts(view: View, waiting: readonly Request[]): string {
  const places: [string, ...Request['place'][]][] = [
    [fill(s.inElevator, { elevator: view.machine.elevator }), 'elevator', 'dispatch'],
    [s.inSoft, 'software queue'],
    [s.inHard, 'hardware queue'],
    [s.inPlugs, 'task plug'],
  ];
  return listed(
    places.flatMap(([where, ...of]) => {
      const n = waiting.filter((rq) => of.includes(rq.place)).length;
      return n > 0 ? fill(where, { requests: plural(n, 'request') }) : [];
    }),
  );
}
