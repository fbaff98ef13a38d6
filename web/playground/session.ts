import { BlkplayError, Engine, type Run, type ScenarioError } from '../engine/engine.ts';
import { RunIndex } from '../fold/index.ts';
import { fill, ms, said, sentences, strings } from '../strings.ts';
import { countBios } from '../scenario/text.ts';
import { Moment } from './moment.ts';

/** A message above the machine, with ways out. */
export interface Notice {
  kind: 'info' | 'error';
  title: string;
  text: string;
  place?: ScenarioError; // in the scenario text
  action?: 'restart' | 'retry';
  report?: string;
  ways?: readonly Way[];
}

/** A way on out of a notice. */
export interface Way {
  label: string;
  go(): void;
}

/** A notice, or what makes it in the language that is spoken when it is shown. */
export type Told = Notice | (() => Notice);

export function noticeOf(told: Told): Notice {
  return typeof told === 'function' ? told() : told;
}

/** Where a view is: see Shared in web/share/fields.ts. */
export interface Place {
  at: number; // ns
  event?: number;
  after?: number;
}

/** How a run is made ready: at most so many ms of work before the page is drawn again. */
const sliceMs = 4;
const firstSliceMs = 30;
const busyAfterMs = 200;
/** Records after which a run stops and asks: 48 MB of them. Each going on has four times as many. */
const pauseRecords = 1 << 20;
/** How long the engine may take to come before the page says that the connection is slow. */
const slowMs = 10_000;

/**
 * A scenario text, the run it gives, and the instant that is looked at. The text
 * is the only truth: whatever a hand does changes the text, and the run follows.
 * A text that does not run leaves the last run standing.
 */
export class Session extends Moment {
  loaded = 0; // share of the engine that is here
  slow = false; // it takes long to come
  errors: ScenarioError[] = [];
  told: Told | null = null;
  busy: number | null = null; // percent simulated, null when not computing

  #run: Run | null = null;
  #computing: { run: Run; cancelled: boolean } | null = null;
  #undo: string[] = [];
  #redo: string[] = [];
  #opened = ''; // the text as it was opened
  #goalAfter = 0; // steps after that event
  #goalEvent = 0; // traced event to look at instead, counted from 1; 0: none
  #goal: number | null = null; // ns to look at once the run is there; null: where it was

  /** What is told, in the present language. */
  get notice(): Notice | null {
    return this.told && noticeOf(this.told);
  }

  set notice(told: Told | null) {
    this.told = told;
  }

  /** Fetches the engine and runs the text, but not before `first` has come. */
  async load(url: URL, first: Promise<unknown> = Promise.resolve()): Promise<void> {
    if (this.notice?.action) this.notice = null;
    this.slow = false;
    const slow = setTimeout(() => {
      this.slow = true;
      this.changed();
    }, slowMs);
    try {
      const engine = await Engine.load(url, (loaded, total) => {
        this.loaded = total > 0 ? loaded / total : 0;
        this.changed();
      });
      await first;
      this.engine = engine;
      performance.mark('blkplay-engine');
      if (this.text !== '') this.setText(this.text);
    } catch (e) {
      this.notice = () => {
        const { noWasm } = strings.share;
        return 'WebAssembly' in globalThis
          ? { kind: 'error', title: fill(strings.state.loadFailed, { reason: said(messageOf(e)) }), text: '', action: 'retry' }
          : { kind: 'error', title: noWasm.title, text: noWasm.text };
      };
    } finally {
      clearTimeout(slow);
      this.slow = false;
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

  /** blkparse's lines of the records from..to-1; always the same function, which views hold. */
  readonly lines = (from: number, to: number): string => this.#run?.blkparse(from, to) ?? '';

  get blkparse(): string {
    return this.#run?.blkparse() ?? '';
  }

  /** Whether somebody changed the scenario since it was opened. */
  get edited(): boolean {
    return this.text !== this.#opened;
  }

  /**
   * Begins with another scenario; looks at `at` ns of it, or at its traced event number
   * `event`, or so many steps `after` that. What was changed of the last can be had back by undo.
   */
  start(text: string, at = 0, event = 0, after = 0): void {
    this.notice = null;
    this.#undo = this.edited && this.text !== '' ? [this.text] : [];
    this.#redo = [];
    this.markers = [];
    this.#opened = text;
    this.#goal = at;
    this.#goalEvent = event;
    this.#goalAfter = after;
    this.setText(text);
  }

  /** Where the view is: the instant, and where steps share it, which of them. */
  get place(): Place {
    const { index, step } = this;
    const at = Math.round(this.now);
    if (step < 0 || index.stepAt(at) === step) return { at };
    let k = step;
    while (k >= 0 && index.sequence[k] === 0) k--;
    if (k < 0) return { at };
    return k === step ? { at, event: index.sequence[k] } : { at, event: index.sequence[k], after: step - k };
  }

  /** Changes the text so that it can be undone. */
  change(text: string): void {
    if (text === this.text) return;
    if (this.notice?.kind === 'error' && !this.notice.place && !this.notice.action) this.notice = null; // that is over
    this.#redo = [];
    this.#undo.push(this.text);
    if (this.#undo.length > 200) this.#undo.shift();
    this.setText(text);
  }

  undo(): void {
    const before = this.#undo.pop();
    if (before === undefined) return;
    this.#redo.push(this.text);
    this.setText(before);
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** Does again what was undone last; whatever else is changed meanwhile takes that away. */
  redo(): void {
    const after = this.#redo.pop();
    if (after === undefined) return;
    this.#undo.push(this.text);
    this.setText(after);
  }

  /** Takes a text and runs it, if it can be run; the view stays at its instant. */
  setText(text: string): void {
    this.text = text;
    const engine = this.engine;
    if (!engine) {
      this.changed();
      return;
    }
    try {
      this.errors = engine.check(text);
      if (this.errors.length === 0) this.#compute(engine.open(text), text);
    } catch (e) {
      if (e instanceof BlkplayError && e.crashed) {
        this.#tellCrash(messageOf(e));
        this.changed();
        return;
      }
      this.errors = e instanceof BlkplayError ? [...e.all] : [{ line: 0, column: 0, message: messageOf(e) }];
    }
    if (this.errors.length > 0) {
      const [first] = this.errors;
      this.notice = () => {
        const place = first.line > 0 ? fill(strings.text.place, { line: first.line, column: first.column }) + strings.grammar.colon : '';
        return { kind: 'error', title: strings.state.badInput, text: place + said(first.message), place: first };
      };
    } else if (this.notice?.place) {
      this.notice = null;
    }
    this.changed();
  }

  cancel(): void {
    if (!this.#computing) return;
    this.#stop();
    this.busy = null;
    this.notice = () => ({ kind: 'info', title: strings.state.cancelled, text: '' });
    this.changed();
  }

  /** Ends what is being computed; the run that is shown stays open. */
  #stop(): void {
    const job = this.#computing;
    if (!job) return;
    job.cancelled = true;
    if (job.run !== this.#run) closed(job.run);
    this.#computing = null;
  }

  /** Runs a run to its end, or until it has `most` records; the page goes on meanwhile. */
  #compute(run: Run, text: string, index = new RunIndex(run.records), most = pauseRecords): void {
    this.#stop();
    const job = { run, cancelled: false };
    this.#computing = job;
    const began = performance.now();
    const bios = countBios(text);
    const work = (budget: number): void => {
      if (job.cancelled) return;
      const until = performance.now() + budget;
      let more = true;
      try {
        do {
          more = run.records.length < most && run.advance(Math.max(1, until - performance.now()));
          while (index.extend(2000) && performance.now() < until);
        } while (more && performance.now() < until);
        more ||= index.indexed < run.records.length;
      } catch (e) {
        this.#finish(run, index, text, messageOf(e));
        return;
      }
      if (!more) {
        this.#finish(run, index, text, '');
        if (run.status === 'running') this.#tellPause(run, index, text, most);
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
    if (this.#run && this.#run !== run) closed(this.#run);
    this.#run = run;
    this.index = index;
    this.goodText = text;
    this.#tellEnd(run, failure);
    if (this.#goal !== null) this.aim = 0;
    this.seekTime(this.#goal ?? this.now);
    this.#goal = null;
    if (this.#goalEvent > 0) this.#seekEvent(this.#goalEvent, this.#goalAfter);
    this.#goalEvent = this.#goalAfter = 0;
  }

  #seekEvent(event: number, after: number): void {
    const k = this.index.sequence.indexOf(event);
    if (k >= 0) this.seekStep(k + after);
  }

  #tellPause(run: Run, index: RunIndex, text: string, most: number): void {
    const events = index.records.length;
    const goOn = (): void => {
      this.notice = null;
      this.#compute(run, text, index, most * 4);
      this.changed();
    };
    this.notice = () => {
      const { limit } = strings.share;
      return { kind: 'info', title: fill(strings.state.limit, { events }), text: limit.paused, ways: [{ label: limit.goOn, go: goOn }] };
    };
    this.changed();
  }

  #tellCrash(reason: string): void {
    const { text } = this;
    const at = ms(this.index.endTime);
    this.notice = () => {
      const s = strings.state;
      const title = fill(s.crashed, { ms: at });
      return { kind: 'error', title, text: fill(s.crashedText, { reason: said(reason) }), action: 'restart', report: `${title}\n${reason}\n\n${text}` };
    };
  }

  #tellEnd(run: Run, failure: string): void {
    if (failure !== '' || run.status === 'crashed') {
      this.#tellCrash(failure || run.end);
    } else if (run.status === 'limit') {
      const events = this.index.records.length;
      const { end } = run;
      this.notice = () => ({ kind: 'info', title: fill(strings.state.limit, { events }), text: sentences(end || strings.state.limitText, strings.share.limit.hard) });
    } else if (run.status === 'stuck') {
      const { end } = run;
      this.notice = () => ({ kind: 'info', title: strings.state.stuck, text: end });
    } else if (this.notice?.action) {
      this.notice = null;
    }
  }
}

/** Closes a run; of an engine that broke there is nothing left to close. */
function closed(run: Run): void {
  try {
    run.close();
  } catch (e) {
    if (!(e instanceof BlkplayError && e.crashed)) throw e;
  }
}

export function messageOf(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}
