import { Timer } from './kinds.ts';
import type { RecordList } from './records.ts';
import type { MachineState, Request } from './state.ts';

/** What ElevatorState records of cfq carry: core/elevator/cfq2624/slice.go and core/elevator/cfq44/cfq.go. */
const Cfq2624 = { Active: 1, Queue: 2, Request: 3 } as const;
const Cfq44 = { Active: 1, Expired: 2, Slice: 3, Merge: 6, Queue: 8, Request: 9 } as const;

/** A queue of cfq's. */
export interface CfqQueue {
  readonly id: number;
  readonly task: number; // whose it is; 0: an async one, which tasks share
  readonly sync: boolean;
  readonly ioprio: number; // class << 13 | level; 0 if the records do not tell
  readonly waiting: readonly Request[]; // in order of number
  readonly inService: number;
  readonly mergesInto: number; // 4.4: the queue its tasks will use, -1
}

export interface Cfq {
  readonly queues: readonly CfqQueue[]; // the active one first, then those with requests, then the others
  readonly active: number; // -1: none
  readonly sliceEnd: number; // ns; 0: its clock has not started
  readonly idleEnd: number; // ns until which the disk is kept idle for the active queue; 0: it is not
  readonly classEnd: number; // ns until which the idle class waits; 0: it does not
}

/** cfq as it stands in `s`; `old` is 2.6.24's. */
export function cfqOf(s: MachineState, r: RecordList, old: boolean, hz: number): Cfq {
  const { active, sliceEnd } = old ? turn2624(s) : turn44(s, r, 1e9 / hz);
  const owner = s.elevatorOf.get(old ? Cfq2624.Request : Cfq44.Request);
  const made = s.elevatorLists.get(old ? Cfq2624.Queue : Cfq44.Queue);
  const merges = old ? undefined : s.elevatorLists.get(Cfq44.Merge);
  const waiting = new Map<number, Request[]>(); // by queue
  for (const rq of s.at('elevator')) {
    const queue = owner?.get(rq.id);
    if (queue === undefined) continue;
    const list = waiting.get(queue);
    if (list) list.push(rq);
    else waiting.set(queue, [rq]);
  }
  const inService = new Map<number, number>(); // by queue
  for (const rq of s.at('device')) {
    const queue = owner?.get(rq.id) ?? -1;
    inService.set(queue, (inService.get(queue) ?? 0) + 1);
  }
  const queues = [...(made?.values() ?? [])].map((q): CfqQueue => {
    const sync = old ? q.req >= 0 : q.b === 1;
    return {
      id: q.a,
      task: sync ? (old ? q.req : q.task) : 0,
      sync,
      ioprio: old ? ((q.b >> 8) << 13) | (q.b & 255) : 0,
      waiting: waiting.get(q.a) ?? [],
      inService: inService.get(q.a) ?? 0,
      mergesInto: merges?.get(q.a)?.b ?? -1,
    };
  });
  const rank = (q: CfqQueue): number => (q.id === active ? 0 : q.waiting.length > 0 ? 1 : q.inService > 0 ? 2 : 3);
  queues.sort((a, b) => rank(a) - rank(b) || a.id - b.id);
  // A request that comes for the active queue ends the idling; the timer may still be armed then.
  const turn = queues[0];
  const idling = turn?.id === active && turn.waiting.length + turn.inService === 0;
  return { queues, active, sliceEnd, idleEnd: idling ? (s.timers.get(Timer.IdleSlice) ?? 0) : 0, classEnd: s.timers.get(Timer.IdleClass) ?? 0 };
}

interface Turn {
  active: number;
  sliceEnd: number;
}

function turn2624(s: MachineState): Turn {
  const turn = s.elevatorValues.get(Cfq2624.Active);
  return { active: turn?.a ?? -1, sliceEnd: turn?.b ?? 0 };
}

function turn44(s: MachineState, r: RecordList, jiffy: number): Turn {
  const began = s.elevatorValues.get(Cfq44.Active);
  const over = s.elevatorValues.get(Cfq44.Expired);
  if (!began || (over && over.at > began.at)) return { active: -1, sliceEnd: 0 };
  const slice = s.elevatorValues.get(Cfq44.Slice);
  if (!slice || slice.a !== began.a || slice.at < began.at) return { active: began.a, sliceEnd: 0 };
  return { active: began.a, sliceEnd: (Math.floor(r.time(slice.at) / jiffy) + slice.b) * jiffy };
}
