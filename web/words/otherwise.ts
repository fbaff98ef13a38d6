import { upperBound } from '../fold/index.ts';
import { isWrite, Kind } from '../fold/kinds.ts';
import { setTunable } from '../scenario/device.ts';
import { setPair } from '../scenario/text.ts';
import { taskName, type View } from '../playground/view.ts';
import { fill, ms, plural, strings } from '../strings.ts';
import { causesOf } from './chain.ts';

/** What would have changed an event, and if a setting would, that setting. */
export interface Otherwise {
  text: string;
  setting?: { name: string; value: number; edit(text: string): string };
}

const depthSearched = 16; // links of the chain

/** What would have changed record `i`: the nearest thing in its chain of which that can be said. */
export function otherwise(view: View, i: number): Otherwise | null {
  for (const at of [i, ...causesOf(view, i, depthSearched)]) {
    const cause = view.causes[view.index.records.cause(at)]?.name ?? '';
    const found = (byCause[cause] ?? byKind[view.index.records.kind(at)])?.(view, at, i);
    if (found) return found;
  }
  return null;
}

type Teller = (view: View, at: number, asked: number) => Otherwise | null;

/** When the timer of the plug that was in at record `i` would fire, ns; 0 if none was. */
function timerAt(view: View, i: number): number {
  const time = view.index.records.time(i);
  const last = upperBound(view.index.plugged, (p) => p.from <= time) - 1;
  for (let k = last; k >= 0 && k > last - 3; k--) {
    const p = view.index.plugged[k];
    if (p.at < i && (p.offAt < 0 || p.offAt >= i)) return p.fires;
  }
  return 0;
}

function queue(name: string, value: number): Otherwise['setting'] {
  return { name, value, edit: (text) => setPair(text, 'queue', name, value) };
}

function tunable(view: View, name: string, value: number): Otherwise['setting'] {
  return { name, value, edit: (text) => setTunable(text, view.machine.elevator, name, value) };
}

const s = strings.otherwise;

function plain(key: 'elevatorRefused' | 'direction' | 'ioprio' | 'aged' | 'starved' | 'idledOut' | 'finished' | 'sixteen' | 'headLarge' | 'implicit' | 'exit' | 'queue' | 'plug'): Teller {
  return () => ({ text: s[key] });
}

/** What unplugs, told by when the timer would have done it. */
function unplugs(key: 'sync' | 'wait' | 'call' | 'completion'): Teller {
  return (view, at) => {
    const fires = timerAt(view, at);
    if (fires === 0) return view.index.records.kind(at) === Kind.Unplug ? { text: s.nothingPlugged } : null;
    return { text: fill(s[key], { task: taskName(view, view.index.records.task(at)), fires: ms(fires) }) };
  };
}

const flushSleep: Teller = (view, at) => ({ text: fill(s.flushSleep, { task: taskName(view, view.index.records.task(at)) }) });

/** A choice for being late: a longer deadline of its direction would have let the batch go on. */
const late: Teller = (view, at) => {
  const r = view.index.records;
  const rq = r.req(at);
  const inserted = back(view, at, (k) => r.kind(k) === Kind.Insert && r.req(k) === rq);
  if (inserted < 0) return null;
  const name = isWrite(r.rwbs(inserted)) ? 'write_expire' : 'read_expire';
  const waited = r.time(at) - r.time(inserted);
  return { text: fill(s.late, { name, waited: ms(waited) }), setting: tunable(view, name, Math.ceil(waited / 1e6) + 1) };
};

const byCause: Record<string, Teller> = {
  'plug-off-threshold'(view, at) {
    const r = view.index.records;
    const more = r.sector(at) + 1;
    const fires = timerAt(view, at);
    return { text: fires > 0 ? fill(s.threshold, { more, fires: ms(fires) }) : fill(s.thresholdBare, { more }), setting: queue('unplug_thresh', more) };
  },
  'plug-off-timer'(view, at) {
    const armed = back(view, at, (k) => view.index.records.kind(k) === Kind.TimerArm && view.index.records.aux(k) === 1);
    if (armed < 0) return null;
    const r = view.index.records;
    const hz = view.machine.hz;
    const delay = Math.ceil(((r.arg(armed) + 1) * 1000) / hz);
    const waiting = r.kind(at) === Kind.PlugOff ? r.sector(at) : r.sectors(at);
    const left = Math.max(1, view.machine.unplugThresh - waiting);
    return {
      text: fill(s.timer, { delay, fires: ms(r.sector(armed) + (Math.floor((delay * hz) / 1000) - r.arg(armed)) * (1e9 / hz)), requests: plural(left, 'request') }),
      setting: queue('unplug_delay_ms', delay),
    };
  },
  'plug-off-sync': unplugs('sync'),
  'plug-off-wait': unplugs('wait'),
  'plug-off-call': unplugs('call'),
  'plug-off-completion': unplugs('completion'),
  'plug-off-get-request'(view, at) {
    const limit = view.machine.nrRequests;
    return { text: fill(s.getRequest, { limit, fires: ms(timerAt(view, at)) }), setting: queue('nr_requests', 2 * limit) };
  },

  'flush-finished': plain('finished'),
  'flush-finish': plain('finished'),
  'flush-sixteen': plain('sixteen'),
  'flush-full': plain('sixteen'),
  'flush-head-large': plain('headLarge'),
  'flush-implicit': plain('implicit'),
  'flush-sleep': flushSleep,
  'flush-wait': flushSleep,
  'flush-blocking': flushSleep,
  'flush-reclaim': flushSleep,
  'flush-get-request': flushSleep,
  'flush-exit': plain('exit'),
  'flush-at-exit': plain('exit'),

  'deadline-late': late,
  'mq-deadline-expired': late,
  'deadline-batch': batch,
  'mq-deadline-batch': batch,
  'mq-deadline-starved': plain('starved'),
  'mq-deadline-aged': plain('aged'),
  'cfq-idled-in-vain': plain('idledOut'),
  'cfq44-expire-idled': plain('idledOut'),

  'run-restart': deeper,
};

/** It waited until something left the device. */
function deeper(view: View): Otherwise {
  const { depth } = view.machine;
  const value = depth + 1;
  return { text: fill(s.depthMore, { depth }), setting: { name: 'depth', value, edit: (text) => setPair(text, 'device', 'depth', value) } };
}

function batch(view: View, at: number): Otherwise | null {
  const fewer = view.index.records.arg(at) - 1;
  if (fewer < 1) return null; // the first of a batch: nothing shorter would have stopped it
  return { text: fill(s.batch, { fewer }), setting: tunable(view, 'fifo_batch', fewer) };
}

const merged: Teller = (view, at, asked) => {
  const r = view.index.records;
  if (at !== asked) return null;
  const issued = view.index.issuedAt(r.req(at));
  return { text: issued < 0 ? fill(s.mergeStill, { req: r.req(at) }) : fill(s.merge, { req: r.req(at), issued: ms(issued) }) };
};

/** What would have changed what is asked about itself, and no more: of a thing farther back other things can be said. */
const byKind: { [kind: number]: Teller } = {
  [Kind.BackMerge]: merged,
  [Kind.FrontMerge]: merged,

  [Kind.Queue]: (_view, at, asked) => (at === asked ? { text: s.queue } : null),

  [Kind.GetRequest](view, at, asked) {
    if (at !== asked) return null;
    const r = view.index.records;
    const bio = r.bio(at);
    const refused = back(view, at, (k) => r.kind(k) === Kind.MergeRefused && r.bio(k) === bio, (k) => r.time(k) < r.time(at));
    if (refused < 0) return { text: fill(s.noTouch, { sector: r.sector(at), end: r.sector(at) + r.sectors(at) }) };
    const least = r.sector(refused);
    switch (view.causes[r.cause(refused)]?.name) {
      case 'refused-max-sectors':
        return { text: fill(s.maxSectors, { least }), setting: queue('max_sectors', least) };
      case 'refused-max-segments':
        return { text: fill(s.maxSegments, { least }), setting: queue('max_segments', least) };
      case 'refused-direction':
        return { text: s.direction };
      case 'refused-nomerge':
        return { text: fill(s.noMerge, { req: r.req(refused) }) };
      case 'refused-ioprio':
        return { text: s.ioprio };
      case 'refused-not-newest':
        return { text: fill(s.notNewest, { req: r.req(refused) }) };
      case 'refused-elevator':
        return { text: s.elevatorRefused };
    }
    return null;
  },

  [Kind.Plug](view, at, asked) {
    const r = view.index.records;
    if (at !== asked) return null;
    if (r.arg(at) === 0) return { text: s.finished };
    return { text: fill(s.plugTimer, { thresh: view.machine.unplugThresh, fires: ms(r.arg(at)) }) };
  },

  [Kind.Insert](view, at, asked) {
    if (at !== asked) return null;
    const fires = timerAt(view, at);
    if (fires === 0) return null;
    const left = view.machine.unplugThresh - view.index.glance(at).waiting;
    return left > 0 ? { text: fill(s.insertPlugged, { requests: plural(left, 'request'), fires: ms(fires) }) } : null;
  },

  [Kind.SleepRequest](view) {
    const limit = view.machine.nrRequests;
    return { text: fill(s.sleepRequest, { limit }), setting: queue('nr_requests', 2 * limit) };
  },

  [Kind.Split](view, at, asked) {
    const bio = view.index.bios[view.index.records.bio(at)];
    return at === asked && bio ? { text: fill(s.split, { sectors: bio.sectors }), setting: queue('max_sectors', bio.sectors) } : null;
  },

  /** A request that waited for a slot: the completion that freed it. */
  [Kind.Complete](view, at, asked) {
    const r = view.index.records;
    if (at !== asked) {
      return r.kind(asked) === Kind.Issue ? deeper(view) : null;
    }
    const issued = r.by(at);
    const first = view.index.biosOfRequest(r.req(at)).map((id) => view.index.bios[id]?.queued ?? Infinity);
    if (issued < 0 || r.kind(issued) !== Kind.Issue || first.length === 0) return null;
    const waited = r.time(issued) - Math.min(...first);
    return waited > 0 ? { text: fill(s.complete, { waited: ms(waited), at: ms(r.time(at) - waited) }) } : null;
  },
};

const backMost = 20_000; // records

/** The last record before `i` that fits, -1 if there is none within reach. */
function back(view: View, i: number, fits: (k: number) => boolean, over: (k: number) => boolean = () => false): number {
  for (let k = i - 1; k >= 0 && k > i - backMost && !over(k); k--) if (fits(k)) return k;
  return -1;
}
