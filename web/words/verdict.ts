import { Kind } from '../fold/kinds.ts';
import type { Request } from '../fold/state.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, listed, ms, plural, sentences, strings } from '../strings.ts';
import { causeSentence } from './cause.ts';
import { deadlockWords } from './deadlock.ts';
import { hasTags, sleepersFor, tagSleepers, tagWaiters, whyQueued } from './tags.ts';

/** The answers to the three questions of every moment; ** marks bold. */
export interface Verdict {
  what: string;
  why: string;
  go: string[]; // the soonest first
  next: boolean; // the first is certain
}

const s = strings.verdict;

const waitsIn = ['task plug', 'elevator', 'software queue', 'hardware queue', 'dispatch'] as const;

/** Requests that wait: in the elevator, in the dispatch list or in a task's plug. */
export function waitingRequests(view: View): Request[] {
  return ([] as Request[]).concat(...waitsIn.map((place) => view.state.at(place))); // flatMap takes a millisecond for ten thousand
}

export function verdict(view: View): Verdict {
  const waiting = waitingRequests(view);
  const bios = waiting.reduce((n, rq) => n + rq.bios.length, 0);
  const askers = waiting.length === 0 ? [...sleepersFor(view, 'sleep-request'), ...tagWaiters(view)] : []; // no request or tag for their bio yet
  const what = askers.length > 0 ? fill(s.tasksWait, { tasks: listed(askers.map((id) => taskName(view, id))), what: hasTags(view) ? s.aTag : s.aRequest }) : waiting.length === 0 ? s.nothing : fill(s.waits, { requests: plural(waiting.length, 'request'), bios: plural(bios, 'bio') });
  const [sleeper] = sleepersFor(view, 'sleep-request');
  const answer = waiting.length > 0 ? whyWaiting(view, waiting) : whyQuiet(view, askers.length === 0);
  if (sleeper) answer.why = sentences(answer.why, fill(s.sleeps, { task: taskName(view, sleeper), limit: view.machine.nrRequests }));
  answer.why = sentences(answer.why, tagSleepers(view));
  if (answer.next && answer.go[0].endsWith('**')) answer.go[0] = s.next + answer.go[0];
  return { what, ...answer };
}

type Answer = Omit<Verdict, 'what'>;

function whyWaiting(view: View, waiting: Request[]): Answer {
  const { state, machine } = view;
  if (state.waitsFor.length > 0) return { why: deadlockWords(view), go: [strings.deadlock.nothing], next: false };
  if (state.end !== 0) return { why: fill(s.stuck, { bios: plural(state.bios.size, 'bio') }), go: [], next: false };
  if (state.plug.on) return plugged(view);
  const held = view.state.at('task plug');
  if (held.length === waiting.length) {
    const owner = taskName(view, held[0].task);
    return {
      why: fill(s.taskPlug, { task: owner, requests: plural(held.length, 'request') }),
      go: [fill(s.ownerFinishes, { task: owner })],
      next: false,
    };
  }
  const hold = heldBack(view);
  if (hold !== '' || hasTags(view)) {
    const { why, run } = hold ? { why: hold, run: false } : whyQueued(view, waiting);
    // The end of a request has 6.18 run the queue if that is marked RESTART, or through a task that waits for its tag.
    const ends = machine.elevator !== 'mq-deadline' || state.restart || state.tags.waiters > 0;
    const go = [...(run ? [strings.tags.runNow] : []), ...(ends ? completions(view) : []), ...elevatorTimers(view)];
    return { why, go, next: go.length > 0 };
  }
  if (state.inService < machine.depth) return { why: machine.queuePlug ? s.pulled : s.open, go: [s.driverNow], next: true };
  const full = fill(s.full, { busy: state.inService, depth: machine.depth });
  return { why: machine.queuePlug ? sentences(full, s.notPlugged) : full, go: completions(view), next: true };
}

/** How many records back an elevator's refusal is looked for: a slice that idles may be long. */
const refusalsWithin = 4096;

/** The reason why an elevator gives none of its requests, if that is what it said when the queue last ran. */
function heldBack(view: View): string {
  const r = view.index.records;
  for (let i = view.state.applied - 1, last = Math.max(0, i - refusalsWithin); i >= last; i--) {
    const kind = r.kind(i);
    if (kind === Kind.RequestFree && view.machine.elevator === 'mq-deadline') return ''; // a higher priority may have none left
    if (kind === Kind.Hold) return causeSentence(view.causes, r, i, (id) => taskName(view, id));
    if (kind === Kind.Choose || kind === Kind.Dispatch || kind === Kind.Issue) return '';
  }
  return '';
}

function plugged(view: View): Answer {
  const { state, machine } = view;
  const idle = machine.depth - state.inService;
  let why = state.plug.workQueued ? s.timerWork : fill(s.plugged, { waiting: state.waiting, thresh: machine.unplugThresh });
  if (idle === machine.depth) why = sentences(why, s.deviceIdle);
  else if (idle > 0) why = sentences(why, fill(s.slotIdle, { slots: plural(idle, 'slot') }));

  const dated: [number, string][] = completionTimes(view);
  if (state.plug.workQueued) dated.push([view.now, s.workNow]);
  else if (state.plug.fires > 0) dated.push([state.plug.fires, s.timer]);
  const more = machine.unplugThresh - state.waiting;
  const go = soonest(view, dated);
  if (more > 0) go.push(fill(s.more, { requests: plural(more, 'request') }));
  go.push(s.sync, s.waiter);
  return { why, go, next: dated.length > 0 };
}

function whyQuiet(view: View, flows: boolean): Answer {
  const { state } = view;
  if (state.inService > 0) {
    return { why: fill(s.inService, { requests: plural(state.inService, 'request') }), go: completions(view), next: true };
  }
  const entering = flows && [...state.bios.values()].find((b) => b.req < 0 || state.requests.get(b.req)?.place === 'new');
  if (entering) {
    return { why: fill(s.entering, { task: taskName(view, entering.task) }), go: [s.entersNow], next: true };
  }
  const wakers = [...state.tasks.values()].filter((t) => t.until > view.now);
  const [go] = soonest(view, wakers.map((t) => [t.until, fill(s.taskGoes, { task: taskName(view, t.id) })]));
  const over = view.step >= 0 && view.step === view.index.steps.length - 1;
  return { why: over && !go ? s.over : s.idle, go: [go ?? s.newBio], next: go !== undefined };
}

function completionTimes(view: View): [number, string][] {
  return view.state.slots
    .filter((id) => id >= 0)
    .map((id): [number, string] => [view.state.requests.get(id)?.serviceEnd ?? 0, fill(s.completion, { req: id })]);
}

const completions = (view: View): string[] => soonest(view, completionTimes(view)).slice(0, 2);

/** The elevator's own timers, the soonest first: they make it go on after a wait. */
function elevatorTimers(view: View): string[] {
  const names = strings.schedulers.timers;
  return soonest(view, [...view.state.timers].filter(([which, fires]) => names[which] && fires > view.now).map(([which, fires]) => [fires, names[which]]));
}

/** What comes at which time, in words, the soonest first. */
function soonest(view: View, list: [number, string][]): string[] {
  return list.sort((a, b) => a[0] - b[0]).map(([time, what]) => (time > view.now ? fill(s.inMs, { what, ms: ms(time - view.now) }) : what));
}

export function sleepsForRequest(view: View, cause: number): boolean {
  return view.causes[cause]?.name === 'sleep-request';
}
