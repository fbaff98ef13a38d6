import { isWrite, Kind, letterOf } from '../fold/kinds.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, plural, sentences, strings } from '../strings.ts';
import { causeSentence } from './cause.ts';
import { functionsOf } from './functions.ts';

/** A step in words: its cause first, the kernel function last. */
export interface Why {
  letter: string;
  text: string;
  func: string;
  hidden: boolean; // blktrace prints nothing
}

const s = strings.why;

export function why(view: View, step: number): Why {
  if (step < 0) return { letter: '', text: s.start, func: '', hidden: false };
  const r = view.index.records;
  const i = view.index.steps[step];
  const kind = r.kind(i);
  const told = tellers[kind]?.(view, i) ?? { text: '', func: '' };
  const rule = view.causes[r.cause(i)];
  return {
    letter: letterOf(kind) || (kind === Kind.PlugOff ? '·U' : kind === Kind.Set ? 'set' : 'switch'),
    text: told.text || causeSentence(view.causes, r, i, (id) => taskName(view, id)),
    func: told.func || (rule?.func ?? ''),
    hidden: kind === Kind.PlugOff,
  };
}

interface Told {
  text: string;
  func: string;
}

type Teller = (view: View, i: number) => Told;

const tellers: { [kind: number]: Teller } = {
  [Kind.Queue](view, i) {
    const r = view.index.records;
    const direction = isWrite(r.rwbs(i)) ? strings.fire.writeWord : strings.fire.readWord;
    return {
      text: fill(s.Q, { task: taskName(view, r.task(i)), direction, sectors: r.sectors(i), sector: r.sector(i) }),
      func: functionsOf(view.machine.kernel).queue,
    };
  },

  [Kind.GetRequest](view, i) {
    const r = view.index.records;
    const state = view.index.glance(i);
    const values = { req: r.req(i), count: state.allocated, limit: view.machine.nrRequests };
    const refused = own(view, i, Kind.MergeRefused, (k) => r.bio(k) === r.bio(i));
    if (refused < 0) return { text: fill(s.GnoTouch, values), func: functionsOf(view.machine.kernel).getRequest };
    return { text: sentences(cause(view, refused), fill(s.G, values)), func: view.causes[r.cause(refused)]?.func ?? '' };
  },

  [Kind.Plug](view, i) {
    const r = view.index.records;
    if (r.arg(i) === 0) return { text: fill(s.PTask, { task: taskName(view, r.task(i)) }), func: functionsOf(view.machine.kernel).taskPlug };
    return { text: fill(s.P, { ms: ms(r.arg(i)) }), func: 'blk_plug_device' };
  },

  [Kind.Insert](view, i) {
    const r = view.index.records;
    const state = view.index.glance(i);
    const place = view.machine.elevator === 'none' ? strings.tags.soft : strings.machine.elevator;
    return {
      text: fill(s.I, { req: r.req(i), place, waiting: state.waiting, thresh: state.plug.on ? fill(s.thresh, { n: view.machine.unplugThresh }) : '' }),
      func: functionsOf(view.machine.kernel).insert,
    };
  },

  [Kind.BackMerge](view, i) {
    const r = view.index.records;
    const size = view.index.glance(i).requests.get(r.req(i))?.sectors ?? 0;
    return { text: sentences(fill(s.M, { sector: r.sector(i), req: r.req(i), size }), joined(view, i)), func: foundBy(view, i) };
  },

  [Kind.FrontMerge](view, i) {
    const r = view.index.records;
    const text = fill(s.F, { end: r.sector(i) + r.sectors(i), req: r.req(i), sector: r.sector(i) });
    return { text: sentences(text, joined(view, i)), func: foundBy(view, i) };
  },

  [Kind.UnplugTimer](view, i) {
    return { text: cause(view, i) || s.UT, func: '' };
  },

  [Kind.Unplug](view, i) {
    return { text: cause(view, i) || s.U, func: '' };
  },

  [Kind.PlugOff](view, i) {
    return { text: cause(view, i) || s.hidden, func: '' };
  },

  [Kind.Issue](view, i) {
    const r = view.index.records;
    const chosen = own(view, i, Kind.Choose, (k) => r.req(k) === r.req(i));
    const text = fill(view.machine.queuePlug ? s.DFree : s.D, { req: r.req(i) });
    if (chosen < 0) return { text, func: functionsOf(view.machine.kernel).issue };
    return { text: sentences(text, cause(view, chosen)), func: view.causes[r.cause(chosen)]?.func ?? '' };
  },

  [Kind.Complete](view, i) {
    const r = view.index.records;
    const bios = view.index.glance(i).requests.get(r.req(i))?.bios.length ?? 0;
    return { text: fill(s.C, { req: r.req(i), bios: plural(bios, 'bio') }), func: functionsOf(view.machine.kernel).complete };
  },

  [Kind.Requeue](view, i) {
    return { text: cause(view, i) || fill(s.R, { req: view.index.records.req(i) }), func: 'blk_requeue_request' };
  },

  [Kind.SleepRequest](view, i) {
    const r = view.index.records;
    return { text: cause(view, i) || fill(s.S, { task: taskName(view, r.task(i)) }), func: 'get_request_wait' };
  },

  [Kind.Split](view, i) {
    return { text: fill(s.X, { rest: view.index.records.arg(i) }), func: 'blk_queue_split' };
  },

  [Kind.Set](view, i) {
    const r = view.index.records;
    const name = view.tunables[r.aux(i)] ?? `tunable ${r.aux(i)}`;
    const text = r.arg(i) === 0 ? fill(s.set, { name, value: r.sector(i) }) : fill(s.setRefused, { name, errno: -r.arg(i) });
    return { text, func: '' };
  },

  [Kind.Switch](view, i) {
    const r = view.index.records;
    const name = view.elevators[r.sector(i)] ?? '';
    return { text: fill(r.aux(i) === 1 ? s.switchBegins : s.switchEnds, { name }), func: 'elevator_switch' };
  },
};

function cause(view: View, i: number): string {
  return causeSentence(view.causes, view.index.records, i, (id) => taskName(view, id));
}

/** The last record of our own kind before step record `i`, of its instant, that fits; -1 if there is none. */
function own(view: View, i: number, kind: number, fits: (k: number) => boolean): number {
  const r = view.index.records;
  for (let k = i - 1; k >= 0 && r.time(k) === r.time(i); k--) if (r.kind(k) === kind && fits(k)) return k;
  return -1;
}

function foundBy(view: View, i: number): string {
  const r = view.index.records;
  const found = own(view, i, Kind.MergeFound, (k) => r.bio(k) === r.bio(i));
  const usual = functionsOf(view.machine.kernel).merge;
  return found < 0 ? usual : view.causes[r.cause(found)]?.func || usual;
}

/** The join that follows a merge, which the trace does not show. */
function joined(view: View, i: number): string {
  const r = view.index.records;
  for (let k = i + 1; k < r.length && r.time(k) === r.time(i); k++) {
    if (r.kind(k) === Kind.Queue) break;
    if (r.kind(k) === Kind.Join) return fill(s.joined, { other: r.req(k) === r.req(i) ? r.arg(k) : r.req(k) });
  }
  return '';
}
