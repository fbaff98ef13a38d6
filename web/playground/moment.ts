import type { Engine } from '../engine/engine.ts';
import { RunIndex } from '../fold/index.ts';
import { Kind } from '../fold/kinds.ts';
import { MachineState } from '../fold/state.ts';
import { machineSetup } from './setup.ts';
import type { Marker, View } from './view.ts';

const zero = (): number => 0;
const noRecords = {
  length: 0, time: zero, sector: zero, arg: zero, sectors: zero, bio: zero, req: zero,
  by: zero, task: zero, kind: zero, rwbs: zero, cause: zero, aux: zero,
};

/** A run and the instant of it that is looked at. Who has one sets `index` and `goodText`, and seeks. */
export class Moment {
  engine: Engine | null = null;
  text = '';
  goodText = ''; // the text of the run shown
  index: RunIndex = new RunIndex(noRecords);
  step = -1;
  now = 0; // ns
  aim = 0; // sector
  markers: readonly Marker[] = [];
  lit: ReadonlySet<number> | null = null;
  turn: number | undefined; // see View

  #state = new MachineState();

  constructor(readonly changed: () => void) {}

  seekStep(step: number): void {
    this.step = Math.max(-1, Math.min(step, this.index.steps.length - 1));
    this.now = this.index.timeOf(this.step);
    this.#fold();
  }

  /** Looks at the instant of a record that need be no step. */
  seekRecord(record: number): void {
    this.now = this.index.records.time(record);
    this.step = this.index.stepBefore(record);
    this.#fold();
  }

  seekTime(time: number): void {
    this.now = Math.max(0, Math.min(time, this.end));
    this.step = this.index.stepAt(this.now);
    this.#fold();
  }

  /** How far time can go, ns: a little beyond the last event, so that something can be fired there. */
  get end(): number {
    const jiffy = 1e9 / machineSetup(this.goodText, this.engine, this.#state).hz;
    const jiffies = Math.ceil(this.index.endTime / jiffy + 0.25);
    return jiffy * (this.index.steps.length === 0 ? 5 : jiffies);
  }

  /** The next (or with -1 previous) step of these kinds, -1 if there is none. */
  findStep(kinds: readonly number[], direction: 1 | -1): number {
    const { index } = this;
    for (let k = this.step + direction; k >= 0 && k < index.steps.length; k += direction) {
      if (kinds.includes(index.records.kind(index.steps[k]))) return k;
    }
    return -1;
  }

  #fold(): void {
    const { index, step } = this;
    // What blktrace has no line for still happened: fold it in up to now, but not the next step.
    const end = step + 1 < index.steps.length ? index.steps[step + 1] : index.indexed;
    let last = index.lastRecordOf(step);
    while (last + 1 < end && index.records.time(last + 1) <= this.now) last++;
    this.#state = index.stateAfter(last, this.#stateIsOf === index ? this.#state : undefined, true);
    this.#stateIsOf = index;
    this.changed();
  }
  #stateIsOf: RunIndex | null = null;

  view(): View {
    const machine = machineSetup(this.goodText || this.text, this.engine, this.#state);
    return {
      machine,
      index: this.index,
      causes: this.engine?.causes ?? [],
      tunables: this.engine?.description.names ?? [],
      elevators: this.engine?.description.elevators ?? [],
      state: this.#state,
      step: this.step,
      now: this.now,
      end: this.end,
      touched: this.#touched(),
      lit: this.lit,
      aim: this.aim,
      maxSector: stripEnd(Math.max(this.index.maxSector, this.aim)),
      scale: scaleFor(this.index.longest),
      turn: this.turn,
      markers: this.markers,
      source: this.goodText,
    };
  }

  #touched(): ReadonlySet<number> {
    if (this.step < 0) return new Set();
    const i = this.index.steps[this.step];
    const r = this.index.records;
    if (r.kind(i) === Kind.PlugOff || r.req(i) < 0) return new Set();
    return new Set([r.req(i)]);
  }
}

/** A round number of sectors, a power of two of at least 16384, that the strip ends with. */
function stripEnd(sector: number): number {
  let end = 16384;
  while (end < sector) end *= 2;
  return end;
}

/** px for a sector, so that the longest block stays well inside a column. */
function scaleFor(sectors: number): number {
  let scale = 2;
  while (sectors * scale > 160) scale /= 2;
  return scale;
}
