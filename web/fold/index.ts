import { apply } from './apply.ts';
import { isTraced, Kind, TaskPlug } from './kinds.ts';
import type { RecordList } from './records.ts';
import { MachineState } from './state.ts';

/** A bio's whole life; -1 is not (yet) known. Times are ns. */
export interface BioLife {
  readonly id: number;
  readonly task: number;
  readonly sector: number;
  readonly sectors: number;
  readonly rwbs: number;
  readonly queued: number;
  issued: number;
  completed: number;
  req: number;
}

/** A request's time at the device. */
export interface Service {
  readonly req: number;
  readonly task: number; // of its first bio
  readonly bios: readonly number[];
  readonly sector: number;
  readonly sectors: number;
  readonly rwbs: number;
  readonly slot: number;
  readonly from: number;
  to: number; // -1 while in service
}

/** A time during which the queue was plugged, or a task's own plug held requests. */
export interface Plugged {
  readonly from: number;
  readonly at: number; // record that plugged
  readonly fires: number; // ns at which the timer was to fire; 0: no timer
  to: number; // -1 while plugged
  offAt: number; // record that unplugged, -1
  cause: number;
}

const checkpointEvery = 1024; // records, at least
const checkpointMost = 16384; // records: about 5 ms of folding

/**
 * What must be known of a run as a whole, made in one pass that can be broken
 * off and continued: the steps, each bio's and request's life, plugged times, and
 * checkpoints from which {@link stateAfter} finds the state at any record.
 *
 * A step is what a person steps by: each record that blktrace has, each unplug
 * that it hides, and each change of a setting.
 */
export class RunIndex {
  readonly steps: number[] = []; // record numbers
  readonly sequence: number[] = []; // by step: blkparse's number, 0 for what it does not print
  readonly bios: BioLife[] = [];
  readonly services: Service[] = [];
  readonly plugged: Plugged[] = [];
  readonly taskPlugs = new Map<number, Plugged[]>(); // by task; plugs around a single bio are left out
  readonly waitingTimes: number[] = []; // ns, where the number of waiting requests changed...
  readonly waitingCounts: number[] = []; // ...and to what
  readonly tasks: number[] = []; // in order of appearance
  maxWaiting = 0;
  maxSector = 0;
  longest = 0; // sectors of the longest bio or request
  slots = 0;

  #checkpoints: MachineState[] = [checkpoint(new MachineState())];
  #head = new MachineState();
  #serviceOf = new Map<number, Service>();
  #issuedAs: Service[] = []; // by request
  #implicit = new Set<number>(); // tasks within a plug that was opened around a single bio
  #traced = 0;
  #nextCheckpoint = checkpointEvery;
  #glanced: MachineState | null = null;

  constructor(readonly records: RecordList) {}

  /** Records indexed so far. */
  get indexed(): number {
    return this.#head.applied;
  }

  /** The time of the last record, ns. */
  get endTime(): number {
    return this.#head.time;
  }

  /** Takes in up to `most` records that were added; true while more are there. */
  extend(most = Infinity): boolean {
    const to = Math.min(this.records.length, this.indexed + most);
    for (let i = this.indexed; i < to; i++) this.#take(i);
    return this.indexed < this.records.length;
  }

  /**
   * The state after record `i` (-1: at the start), to be looked at, not changed. A state
   * `near` before it saves folding; if it is the caller's own (`spent`), it is moved on itself.
   */
  stateAfter(i: number, near?: MachineState, spent = false): MachineState {
    const goal = i + 1;
    let from = this.#checkpoints[upperBound(this.#checkpoints, (c) => c.applied <= goal) - 1];
    if (near && near.applied <= goal && near.applied >= from.applied) from = near;
    if (from.applied === goal) return from;
    const s = spent && from === near && !from.kept ? from : from.clone();
    while (s.applied < goal) apply(s, this.records, s.applied);
    return s;
  }

  /** The same for one look: the state is good until the next call. Looks that go forward cost little. */
  glance(i: number): MachineState {
    this.#glanced = this.stateAfter(i, this.#glanced ?? undefined, true);
    return this.#glanced;
  }

  /** The last record that belongs to what step `k` shows: what follows it at the same instant, up to the next step. */
  lastRecordOf(k: number): number {
    if (k < 0) return -1;
    const next = k + 1 < this.steps.length ? this.steps[k + 1] : this.indexed;
    const time = this.records.time(this.steps[k]);
    let i = this.steps[k];
    while (i + 1 < next && this.records.time(i + 1) === time) i++;
    return i;
  }

  /** The bios a request had when it was issued; none if it never was. */
  biosOfRequest(req: number): readonly number[] {
    return this.#issuedAs[req]?.bios ?? [];
  }

  /** When a request went to the device, ns; -1 if it never did. */
  issuedAt(req: number): number {
    return this.#issuedAs[req]?.from ?? -1;
  }

  timeOf(step: number): number {
    return step < 0 ? 0 : this.records.time(this.steps[step]);
  }

  /** The last step at or before `time` (ns), -1 if there is none. */
  stepAt(time: number): number {
    return upperBound(this.steps, (i) => this.records.time(i) <= time) - 1;
  }

  /** The step that record `i` is or comes before, or the last one. */
  stepOfRecord(i: number): number {
    return Math.min(upperBound(this.steps, (x) => x < i), this.steps.length - 1);
  }

  /** The last step at or before record `i`, -1 if there is none. */
  stepBefore(i: number): number {
    return upperBound(this.steps, (x) => x <= i) - 1;
  }

  /** Whether a person steps by record `i`. */
  isStep(i: number): boolean {
    const r = this.records;
    const kind = r.kind(i);
    if (isTraced(kind) || kind === Kind.Set || kind === Kind.Switch) return true;
    return kind === Kind.PlugOff && !this.#printedUnplug(i);
  }

  /** Whether the trace shows this removal of the plug as U: then it is no step of its own. */
  #printedUnplug(i: number): boolean {
    const r = this.records;
    for (let k = i - 1; k >= 0 && r.time(k) === r.time(i); k--) {
      if (r.kind(k) === Kind.Unplug) return true;
      if (isTraced(r.kind(k))) return false;
    }
    return false;
  }

  #take(i: number): void {
    const r = this.records;
    if (this.isStep(i)) {
      this.steps.push(i);
      this.sequence.push(isTraced(r.kind(i)) ? ++this.#traced : 0);
    }
    const s = this.#head;
    apply(s, r, i);
    this.#note(i, s);
    if (s.applied >= this.#nextCheckpoint) {
      this.#checkpoints.push(checkpoint(s.clone()));
      // A checkpoint keeps what is in flight; a seek folds the records between two.
      this.#nextCheckpoint = s.applied + Math.min(checkpointMost, Math.max(checkpointEvery, 4 * (s.requests.size + s.bios.size)));
    }
  }

  #note(i: number, s: MachineState): void {
    const r = this.records;
    switch (r.kind(i)) {
      case Kind.Queue:
        this.#noteBio(i);
        break;
      case Kind.Issue:
        this.#noteIssue(i, s);
        break;
      case Kind.Complete: {
        const service = this.#serviceOf.get(r.req(i));
        if (service) service.to = r.time(i);
        this.#serviceOf.delete(r.req(i));
        break;
      }
      case Kind.BioEnd: {
        const bio = this.bios[r.bio(i)];
        if (bio) bio.completed = r.time(i);
        break;
      }
      case Kind.TaskPlug:
        this.#noteTaskPlug(i);
        break;
      case Kind.Plug:
        if (s.plug.on) this.plugged.push({ from: r.time(i), at: i, fires: r.arg(i), to: -1, offAt: -1, cause: 0 });
        break;
      case Kind.PlugOff: {
        const p = this.plugged.at(-1);
        if (p && p.to < 0) {
          p.to = r.time(i);
          p.offAt = i;
          p.cause = r.cause(i);
        }
      }
    }
    const waiting = s.waiting;
    if (waiting !== (this.waitingCounts.at(-1) ?? 0)) {
      this.waitingTimes.push(r.time(i));
      this.waitingCounts.push(waiting);
      if (waiting > this.maxWaiting) this.maxWaiting = waiting;
    }
  }

  #noteTaskPlug(i: number): void {
    const r = this.records;
    const what = r.aux(i);
    if (what === TaskPlug.Start && r.cause(i) !== 0) {
      this.#implicit.add(r.task(i));
      return;
    }
    if (what === TaskPlug.Finish && this.#implicit.delete(r.task(i))) return;
    if (this.#implicit.has(r.task(i))) return;
    let list = this.taskPlugs.get(r.task(i));
    const last = list?.at(-1);
    const open = last && last.to < 0;
    if (what === TaskPlug.Add && !open) {
      if (!list) this.taskPlugs.set(r.task(i), (list = []));
      list.push({ from: r.time(i), at: i, fires: 0, to: -1, offAt: -1, cause: 0 });
    } else if (open && (what === TaskPlug.Flush || what === TaskPlug.Finish)) {
      last.to = r.time(i);
      last.offAt = i;
      last.cause = r.cause(i);
    }
  }

  #noteBio(i: number): void {
    const r = this.records;
    const task = r.task(i);
    const end = r.sector(i) + r.sectors(i);
    if (end > this.maxSector) this.maxSector = end;
    if (r.sectors(i) > this.longest) this.longest = r.sectors(i);
    if (!this.tasks.includes(task)) this.tasks.push(task);
    this.bios[r.bio(i)] = {
      id: r.bio(i),
      task,
      sector: r.sector(i),
      sectors: r.sectors(i),
      rwbs: r.rwbs(i),
      queued: r.time(i),
      issued: -1,
      completed: -1,
      req: -1,
    };
  }

  #noteIssue(i: number, s: MachineState): void {
    const r = this.records;
    const rq = s.requests.get(r.req(i));
    if (!rq) return;
    this.slots = Math.max(this.slots, r.aux(i) + 1);
    if (rq.sectors > this.longest) this.longest = rq.sectors;
    for (const id of rq.bios) {
      const bio = this.bios[id];
      bio.issued = r.time(i);
      bio.req = rq.id;
    }
    const task = rq.bios.length > 0 ? this.bios[rq.bios[0]].task : rq.task;
    const service: Service = {
      req: rq.id,
      task,
      bios: rq.bios,
      sector: rq.sector,
      sectors: rq.sectors,
      rwbs: rq.rwbs,
      slot: rq.slot,
      from: r.time(i),
      to: -1,
    };
    this.services.push(service);
    this.#serviceOf.set(rq.id, service);
    this.#issuedAs[rq.id] = service;
  }
}

/** How many leading elements of a sorted list fulfil `test`; the first `low` are known to. */
export function upperBound<T>(list: readonly T[], test: (x: T) => boolean, low = 0): number {
  let high = list.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (test(list[mid])) low = mid + 1;
    else high = mid;
  }
  return low;
}

function checkpoint(s: MachineState): MachineState {
  s.kept = true;
  return s;
}
