// The kinds of records, as core/trace/kind.go numbers them.

export const Kind = {
  Queue: 1,
  BackMerge: 2,
  FrontMerge: 3,
  GetRequest: 4,
  SleepRequest: 5,
  Requeue: 6,
  Issue: 7,
  Complete: 8,
  Plug: 9,
  Unplug: 10,
  UnplugTimer: 11,
  Insert: 12,
  Split: 13,
  Bounce: 14,
  Remap: 15,

  PlugOff: 32,
  MergeFound: 33,
  MergeRefused: 34,
  Join: 35,
  Closed: 36,
  Choose: 37,
  Hold: 38,
  Dispatch: 39,
  ElevatorState: 40,
  TimerArm: 41,
  TimerDel: 42,
  TimerFire: 43,
  WorkQueue: 44,
  WorkRun: 45,
  BioEnd: 46,
  RequestFree: 47,
  Full: 48,
  Batcher: 49,
  TaskOp: 50,
  TaskSleep: 51,
  TaskCompute: 52,
  TaskWake: 53,
  TaskRun: 54,
  TaskFork: 55,
  TaskExit: 56,
  IOPrio: 57,
  IOContext: 58,
  Set: 59,
  Switch: 60,
  Tags: 61,
  SoftQueue: 62,
  HardQueue: 63,
  TaskPlug: 64,
  Note: 65,
  End: 66,
} as const;

/** Timers and works, in `aux` of TimerArm and WorkQueue. */
export const Timer = { Unplug: 1, Antic: 2, IdleSlice: 3, IdleClass: 4, Rerun: 5, Kyber: 6, UnplugWork: 7, RunWork: 10 } as const;

/** What a TaskPlug record did, in its `aux`. */
export const TaskPlug = { Start: 1, Finish: 2, Add: 3, Flush: 4 } as const;

/** Bits of `rwbs`. Neither Write nor Discard nor NoData is a read. */
export const RWBS = { Write: 1, Ahead: 2, Sync: 4, Meta: 8, Discard: 16, Flush: 32, FUA: 64, NoData: 128 } as const;

const letters = ['', 'Q', 'M', 'F', 'G', 'S', 'R', 'D', 'C', 'P', 'U', 'UT', 'I', 'X', 'B', 'A'];

/** blkparse's letter of a kind; '' for a record of our own. */
export function letterOf(kind: number): string {
  return letters[kind] ?? '';
}

/** Whether blktrace has this kind of record. */
export function isTraced(kind: number): boolean {
  return kind < Kind.PlugOff;
}

export function isWrite(rwbs: number): boolean {
  return (rwbs & RWBS.Write) !== 0;
}

/** The letters blkparse prints for `rwbs`, in its order. */
export function rwbsText(rwbs: number): string {
  let s = rwbs & RWBS.Flush ? 'F' : '';
  s += rwbs & RWBS.Discard ? 'D' : rwbs & RWBS.Write ? 'W' : rwbs & RWBS.NoData ? 'N' : 'R';
  if (rwbs & RWBS.FUA) s += 'F';
  if (rwbs & RWBS.Ahead) s += 'A';
  if (rwbs & RWBS.Sync) s += 'S';
  if (rwbs & RWBS.Meta) s += 'M';
  return s;
}
