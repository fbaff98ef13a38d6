import { readDifference, type Difference, type ReplayOptions } from './difference.ts';
import { BlkplayError } from './errors.ts';
import {
  readFindings, readLesson, readNamed, readSheet, readVerdict, writeGiven,
  type Finding, type Given, type Graded, type Lesson, type NamedText, type Sheet, type Verdict,
} from './lessons.ts';
import {
  readCells, readNumbers, readRetargeted, writeAxis, writeChanges,
  type Axis, type Cell, type Change, type Figures, type Numbers, type Retargeted,
} from './machines.ts';
import { Reader, Writer, readConverted, writeFiles, type ConvertOptions, type Converted, type ScenarioError, type TraceFile } from './protocol.ts';
import type { OnWork, ToolCall } from './tools.program.ts';

export type { Difference, DifferenceRow, Dispatch, DispatchOrder, Lack, ReplayMode, ReplayOptions } from './difference.ts';
export type { ConvertOptions, Converted, TraceFile } from './protocol.ts';
export type { Axis, Bin, Busy, Cell, Change, Figures, Loss, Numbers, Retargeted, RunNumbers } from './machines.ts';
export type { Finding, Given, Graded, Knob, Lesson, NamedText, Question, Sheet, Verdict } from './lessons.ts';
export type { OnWork } from './tools.program.ts';

/** What the worker is told, and what it answers: progress, a result or an error. */
export interface ToolTask {
  id: number;
  call: ToolCall;
  input: Uint8Array;
}
export type ToolAnswer =
  | { id: number; done: number; total: number }
  | { id: number; result: Uint8Array }
  | { id: number; errors: ScenarioError[]; crashed: boolean };

/** How a call may be watched and ended. An aborted call rejects with the signal's reason. */
export interface Watch {
  onWork?: OnWork;
  signal?: AbortSignal;
}

/** What to do on a real kernel. A note says what is different there; its key names it in the strings. */
export interface Recipe {
  setup: string; // shell
  trace: string; // shell
  script: string; // all of it
  files: { name: string; text: string }[]; // the job for fio, then the logs it replays
  notes: { key: string; text: string; value: string }[];
}

/**
 * Where a page is one file, the worker's script is all in its address, and may be longer than a
 * browser takes. As a blob it may have any length; from a disk it then runs as a plain script only.
 */
function startWorker(): Worker {
  const address: string = './tools.worker.js';
  const [, packed] = address.split(';base64,');
  if (packed === undefined) return new Worker(new URL(address, import.meta.url), { type: 'module' });
  const text = atob(packed);
  const script = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) script[i] = text.charCodeAt(i);
  return new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
}

interface Waiting {
  task: ToolTask;
  watch: Watch;
  resolve(result: Uint8Array): void;
  reject(reason: unknown): void;
  stop(): void; // listening to the signal
}

/**
 * What is done with whole runs and whole traces, in a worker that is started when
 * it is first needed. Calls are worked off in order; to cancel the one at work the
 * worker is ended, and a new one takes the rest.
 */
export class Tools {
  #make: () => Worker;
  #worker: Worker | null = null;
  #queue: Waiting[] = []; // the first is at work
  #next = 1;

  /** The worker is the script tools.worker.js beside the calling one, unless make says otherwise. */
  constructor(make: () => Worker = startWorker) {
    this.#make = make;
  }

  /** The one canonical form of a scenario text. */
  async format(scenario: string, watch: Watch = {}): Promise<string> {
    return (await this.#call('format', new Writer().text(scenario), watch)).text();
  }

  /** A real trace, gzipped or not, as a scenario that submits the same bios at the same times. */
  async importTrace(files: readonly TraceFile[], options: ConvertOptions = {}, watch: Watch = {}): Promise<Converted> {
    const w = new Writer().text(options.kernel ?? '').text(options.elevator ?? '');
    return readConverted(await this.#call('importTrace', writeFiles(w, files), watch));
  }

  /** A real trace in another format, by its ending: ".txt", ".iolog", ... */
  async exportTrace(files: readonly TraceFile[], ending: string, watch: Watch = {}): Promise<Uint8Array> {
    return (await this.#call('exportTrace', writeFiles(new Writer().text(ending), files), watch)).bytes();
  }

  /** A real trace beside its replay on a simulated machine. */
  async difference(files: readonly TraceFile[], options: ReplayOptions = {}, watch: Watch = {}): Promise<Difference> {
    const w = new Writer().text(options.kernel ?? '').text(options.elevator ?? '').text(options.mode ?? '').text(options.disk ?? '').u32(options.keep ?? 0);
    return readDifference(await this.#call('difference', writeFiles(w, files), watch));
  }

  /** A scenario's run as a file, by its ending: ".txt", ".blktrace.0", ".json", ".svg", ... */
  async exportRun(scenario: string, ending: string, watch: Watch = {}): Promise<Uint8Array> {
    return (await this.#call('exportRun', new Writer().text(ending).text(scenario), watch)).bytes();
  }

  async runStats(scenario: string, watch: Watch = {}): Promise<Figures> {
    const json = (await this.#call('runStats', new Writer().text(scenario), watch)).text();
    return JSON.parse(json) as Figures;
  }

  /** How a scenario is done on a machine that runs the kernel itself; see core/realkernel. */
  async recipe(scenario: string, watch: Watch = {}): Promise<Recipe> {
    const r = await this.#call('recipe', new Writer().text(scenario), watch);
    return {
      setup: r.text(), trace: r.text(), script: r.text(),
      files: r.list(() => ({ name: r.text(), text: r.text() })),
      notes: r.list(() => ({ key: r.text(), text: r.text(), value: r.text() })),
    };
  }

  /** btt's figures and the latencies of a run, and of the same run without plugging. */
  async numbers(scenario: string, watch: Watch = {}): Promise<Numbers> {
    return readNumbers(await this.#call('numbers', new Writer().text(scenario), watch));
  }

  /** A scenario on another machine, and what does not go along. */
  async retarget(scenario: string, changes: readonly Change[], watch: Watch = {}): Promise<Retargeted> {
    return readRetargeted(await this.#call('retarget', writeChanges(new Writer().text(scenario), changes), watch));
  }

  /** Some cells of a sweep, counted row by row; y may have no name and no values. */
  async sweepCells(scenario: string, x: Axis, y: Axis, from: number, count: number, watch: Watch = {}): Promise<Cell[]> {
    const w = writeAxis(writeAxis(new Writer().text(scenario), x), y).u32(from).u32(count);
    return readCells(await this.#call('sweepCells', w, watch), count);
  }

  /** What a reader sees of an exercise, in a language if it has words in that; the seed is a whole number, 0 and up. */
  async lesson(text: string, seed: string, language: string, watch: Watch = {}): Promise<Lesson> {
    return readLesson(await this.#call('lessonVariant', new Writer().text(text).text(seed).text(language), watch));
  }

  async lessonCheck(text: string, seed: string, language: string, question: string, answer: string, watch: Watch = {}): Promise<Verdict> {
    return readVerdict(await this.#call('lessonCheck', new Writer().text(text).text(seed).text(language).text(question).text(answer), watch));
  }

  /** The right answer; of a goal a setting that reaches it, '' if a search finds none. */
  async lessonAnswer(text: string, seed: string, question: string, watch: Watch = {}): Promise<string> {
    return (await this.#call('lessonAnswer', new Writer().text(text).text(seed).text(question), watch)).text();
  }

  /** A goal's scenario with the answer's knobs turned. */
  async lessonScenario(text: string, seed: string, question: string, answer: string, watch: Watch = {}): Promise<{ text: string; problem: string }> {
    const r = await this.#call('lessonScenario', new Writer().text(text).text(seed).text(question).text(answer), watch);
    return { text: r.text(), problem: r.text() };
  }

  /** The knobs that a scenario has turned, as an answer to a goal. */
  async lessonTurned(text: string, seed: string, question: string, scenario: string, watch: Watch = {}): Promise<{ answer: string; problem: string }> {
    const r = await this.#call('lessonTurned', new Writer().text(text).text(seed).text(question).text(scenario), watch);
    return { answer: r.text(), problem: r.text() };
  }

  /** What is handed in; a person only if one is named. */
  async lessonSheet(text: string, seed: string, person: string, answers: readonly Given[], watch: Watch = {}): Promise<Sheet> {
    return readSheet(await this.#call('lessonSheet', writeGiven(new Writer().text(text).text(seed).text(person), answers), watch));
  }

  /** Runs codes again. Work is counted in codes. */
  async lessonGrade(
    exercises: readonly string[], codes: readonly { label: string; code: string }[], watch: Watch = {},
  ): Promise<{ csv: string; results: Graded[] }> {
    const w = new Writer().u32(exercises.length);
    for (const text of exercises) w.text(text);
    w.u32(codes.length);
    for (const c of codes) w.text(c.label).text(c.code);
    const r = await this.#call('lessonGrade', w, watch);
    return { csv: r.text(), results: JSON.parse(r.text()) as Graded[] };
  }

  /** What is wrong with an exercise, and its canonical form ('' if it cannot be read). */
  async lessonLint(text: string, watch: Watch = {}): Promise<{ findings: Finding[]; formatted: string }> {
    const r = await this.#call('lessonLint', new Writer().text(text), watch);
    return { findings: readFindings(r), formatted: r.text() };
  }

  /** The words of expressions, and the rules of the linter. */
  async lessonWords(watch: Watch = {}): Promise<{ words: NamedText[]; rules: NamedText[] }> {
    const r = await this.#call('lessonWords', new Writer(), watch);
    return { words: readNamed(r), rules: readNamed(r) };
  }

  /** Ends the worker and every call. */
  close(): void {
    this.#end(new DOMException('The tools were closed.', 'AbortError'));
  }

  #call(call: ToolCall, input: Writer, watch: Watch): Promise<Reader> {
    return new Promise<Uint8Array>((resolve, reject) => {
      const { signal } = watch;
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const abort = (): void => this.#abort(waiting, signal?.reason);
      const waiting: Waiting = {
        task: { id: this.#next++, call, input: input.finish() },
        watch, resolve, reject,
        stop: () => signal?.removeEventListener('abort', abort),
      };
      signal?.addEventListener('abort', abort);
      if (this.#queue.push(waiting) === 1) this.#send();
    }).then((result) => new Reader(result));
  }

  #send(): void {
    if (this.#queue.length === 0) return;
    try {
      this.#worker ??= this.#start();
    } catch (e) {
      this.#end(lost(String(e)));
      return;
    }
    this.#worker.postMessage(this.#queue[0].task);
  }

  #start(): Worker {
    const worker = this.#make();
    worker.addEventListener('message', (e: MessageEvent<ToolAnswer>) => {
      if (worker === this.#worker) this.#answered(e.data);
    });
    worker.addEventListener('error', (e) => {
      if (worker === this.#worker) this.#end(lost(e.message || 'The worker was lost.'));
    });
    return worker;
  }

  #answered(answer: ToolAnswer): void {
    const [first] = this.#queue;
    if (first?.task.id !== answer.id) return;
    if ('done' in answer) {
      first.watch.onWork?.(answer.done, answer.total);
      return;
    }
    this.#queue.shift();
    first.stop();
    if ('result' in answer) {
      first.resolve(answer.result);
    } else {
      first.reject(new BlkplayError(answer.errors, answer.crashed));
      if (answer.crashed) this.#drop(); // what is left of it means nothing
    }
    this.#send();
  }

  #abort(waiting: Waiting, reason: unknown): void {
    const at = this.#queue.indexOf(waiting);
    if (at < 0) return;
    this.#queue.splice(at, 1);
    waiting.stop();
    waiting.reject(reason);
    if (at === 0) {
      this.#drop();
      this.#send();
    }
  }

  #end(reason: unknown): void {
    this.#drop();
    for (const w of this.#queue.splice(0)) {
      w.stop();
      w.reject(reason);
    }
  }

  #drop(): void {
    this.#worker?.terminate();
    this.#worker = null;
  }
}

function lost(message: string): BlkplayError {
  return new BlkplayError([{ line: 0, column: 0, message }], true);
}
