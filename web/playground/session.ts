import { BlkplayError, Engine, type Run, type ScenarioError } from '../engine/engine.ts';
import { RunIndex } from '../fold/index.ts';
import { Kind } from '../fold/kinds.ts';
import { MachineState } from '../fold/state.ts';
import { fill, ms, strings } from '../strings.ts';
import { countBios } from '../scenario/text.ts';
import { machineSetup } from './setup.ts';
import type { View } from './view.ts';

/** A message above the machine, with ways out. */
export interface Notice {
  kind: 'info' | 'error';
  title: string;
  text: string;
  place?: ScenarioError; // in the scenario text
  action?: 'restart' | 'retry';
  report?: string;
}

/** How a run is made ready: at most so many ms of work before the page is drawn again. */
const sliceMs = 4;
const firstSliceMs = 30;
const busyAfterMs = 200;

/**
 * A scenario text, the run it gives, and the instant that is looked at. The text
 * is the only truth: whatever a hand does changes the text, and the run follows.
 * A text that does not run leaves the last run standing.
 */
export class Session {
  engine: Engine | null = null;
  loaded = 0; // share of the engine that is here
  text = '';
  goodText = ''; // the text of the run shown
  errors: ScenarioError[] = [];
  notice: Notice | null = null;
  busy: number | null = null; // percent simulated, null when not computing
  index: RunIndex;
  step = -1;
  now = 0; // ns
  aim = 0; // sector
  lit: ReadonlySet<number> | null = null;

  #run: Run | null = null;
  #computing: { run: Run; cancelled: boolean } | null = null;
  #undo: string[] = [];
  #goalEvent = 0; // traced event to look at instead, counted from 1; 0: none
  #goal: number | null = null; // ns to look at once the run is there; null: where it was
  #state = new MachineState();

  constructor(readonly changed: () => void) {
    this.index = new RunIndex(noRecords);
  }

  async load(url: URL): Promise<void> {
    this.notice = null;
    try {
      this.engine = await Engine.load(url, (loaded, total) => {
        this.loaded = total > 0 ? loaded / total : 0;
        this.changed();
      });
      if (this.text !== '') this.setText(this.text);
    } catch (e) {
      const reason = 'WebAssembly' in globalThis ? messageOf(e) : strings.state.noWasm;
      this.notice = { kind: 'error', title: fill(strings.state.loadFailed, { reason }), text: '', action: 'retry' };
    }
    this.changed();
  }

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get status(): Run['status'] | 'none' {
    return this.#run?.status ?? 'none';
  }

  /** A number that tells a trace from another; '' while there is none. */
  get hash(): string {
    return this.#run?.hash() ?? '';
  }

  get blkparse(): string {
    return this.#run?.blkparse() ?? '';
  }

  /** Begins with another scenario; looks at `at` ns of it, or at its traced event number `event`. */
  start(text: string, at = 0, event = 0): void {
    this.notice = null;
    this.#undo = [];
    this.#goal = at;
    this.#goalEvent = event;
    this.setText(text);
  }

  /** Changes the text so that it can be undone. */
  change(text: string): void {
    if (text === this.text) return;
    this.#undo.push(this.text);
    if (this.#undo.length > 200) this.#undo.shift();
    this.setText(text);
  }

  undo(): void {
    const before = this.#undo.pop();
    if (before !== undefined) this.setText(before);
  }

  /** Takes a text and runs it, if it can be run; the view stays at its instant. */
  setText(text: string): void {
    this.text = text;
    const engine = this.engine;
    if (!engine) {
      this.changed();
      return;
    }
    this.errors = engine.check(text);
    if (this.errors.length === 0) {
      try {
        this.#compute(engine.open(text), text);
      } catch (e) {
        this.errors = e instanceof BlkplayError ? [...e.all] : [{ line: 0, column: 0, message: messageOf(e) }];
      }
    }
    if (this.errors.length > 0) {
      const [first] = this.errors;
      const place = first.line > 0 ? fill(strings.text.place, { line: first.line, column: first.column }) + strings.grammar.colon : '';
      this.notice = { kind: 'error', title: strings.state.badInput, text: place + first.message, place: first };
    } else if (this.notice?.place) {
      this.notice = null;
    }
    this.changed();
  }

  cancel(): void {
    if (!this.#computing) return;
    this.#computing.cancelled = true;
    this.#computing.run.close();
    this.#computing = null;
    this.busy = null;
    this.notice = { kind: 'info', title: strings.state.cancelled, text: '' };
    this.changed();
  }

  #compute(run: Run, text: string): void {
    if (this.#computing) {
      this.#computing.cancelled = true;
      this.#computing.run.close();
    }
    const job = { run, cancelled: false };
    this.#computing = job;
    const index = new RunIndex(run.records);
    const began = performance.now();
    const bios = countBios(text);
    const work = (budget: number): void => {
      if (job.cancelled) return;
      const until = performance.now() + budget;
      let more = true;
      try {
        do {
          more = run.advance(Math.max(1, until - performance.now()));
          while (index.extend(2000) && performance.now() < until);
        } while (more && performance.now() < until);
        more ||= index.indexed < run.records.length;
      } catch (e) {
        this.#finish(run, index, text, messageOf(e));
        return;
      }
      if (!more) {
        this.#finish(run, index, text, '');
        return;
      }
      if (performance.now() - began > busyAfterMs) {
        const done = index.bios.length / Math.max(1, bios);
        this.busy = Math.min(99, Math.floor(done * 100));
        this.changed();
      }
      setTimeout(work, 0, sliceMs);
    };
    work(firstSliceMs);
  }

  #finish(run: Run, index: RunIndex, text: string, failure: string): void {
    this.#computing = null;
    this.busy = null;
    index.extend();
    if (this.#run && this.#run !== run) this.#run.close();
    this.#run = run;
    this.index = index;
    this.goodText = text;
    this.#tellEnd(run, failure);
    if (this.#goal !== null) this.aim = 0;
    this.seekTime(this.#goal ?? this.now);
    this.#goal = null;
    if (this.#goalEvent > 0) this.seekStep(index.sequence.indexOf(this.#goalEvent));
    this.#goalEvent = 0;
  }

  #tellEnd(run: Run, failure: string): void {
    const s = strings.state;
    const at = ms(this.index.endTime);
    if (failure !== '' || run.status === 'crashed') {
      const reason = failure || run.end;
      this.notice = {
        kind: 'error',
        title: fill(s.crashed, { ms: at }),
        text: fill(s.crashedText, { reason }),
        action: 'restart',
        report: `${fill(s.crashed, { ms: at })}\n${reason}\n\n${this.text}`,
      };
    } else if (run.status === 'limit') {
      this.notice = { kind: 'info', title: fill(s.limit, { events: this.index.records.length }), text: run.end || s.limitText };
    } else if (run.status === 'stuck') {
      this.notice = { kind: 'info', title: s.stuck, text: run.end };
    } else if (this.notice && !this.notice.place && this.notice.kind === 'error') {
      this.notice = null;
    }
  }

  seekStep(step: number): void {
    this.step = Math.max(-1, Math.min(step, this.index.steps.length - 1));
    this.now = this.index.timeOf(this.step);
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
    this.#state = index.stateAfter(last, this.#stateIsOf === index ? this.#state : undefined);
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

export function messageOf(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}

const zero = (): number => 0;
const noRecords = {
  length: 0, time: zero, sector: zero, arg: zero, sectors: zero, bio: zero, req: zero,
  by: zero, task: zero, kind: zero, rwbs: zero, cause: zero, aux: zero,
};
