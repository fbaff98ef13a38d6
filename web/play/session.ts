import { BlkplayError, type Run, type ScenarioError } from '../engine/engine.ts';
import { RunIndex } from '../fold/index.ts';
import { Moment } from '../playground/moment.ts';
import { fill, ms, strings } from '../strings.ts';

const firstSliceMs = 30; // of work before the page is drawn
const sliceMs = 4;
const recordsMost = 1 << 20; // 48 MB

/** A scenario that an author wrote and a reader only turns: the part of the playground's Session that this needs. */
export class PlaySession extends Moment {
  errors: ScenarioError[] = [];
  fault = ''; // how the run ended, where that was not well
  broken = false; // the engine is gone
  busy = false;

  #run: Run | null = null;
  #job = 0;

  /** Runs a text and looks at `at` ns of it; before the first event if that is not above 0. A text that does not run leaves the last run. */
  take(text: string, at: number): void {
    this.text = text;
    this.fault = '';
    const job = ++this.#job;
    try {
      this.errors = this.engine!.check(text);
      if (this.errors.length === 0) this.#work(this.engine!.open(text), text, at, job, firstSliceMs);
    } catch (e) {
      if (e instanceof BlkplayError && !e.crashed) this.errors = [...e.all];
      else this.#broke(e);
    }
    this.changed();
  }

  #broke(e: unknown): void {
    this.broken = true;
    const reason = e instanceof Error ? e.message : String(e);
    this.fault = `${fill(strings.state.crashed, { ms: ms(this.index.endTime) })}. ${reason}`;
  }

  #work(run: Run, text: string, at: number, job: number, budget: number, index = new RunIndex(run.records)): void {
    if (job !== this.#job) return run.close();
    let more = true;
    for (const until = performance.now() + budget; more && performance.now() < until; index.extend()) {
      more = run.records.length < recordsMost && run.advance(Math.max(1, until - performance.now()));
    }
    this.busy = more;
    if (more) {
      setTimeout(() => this.#work(run, text, at, job, sliceMs, index));
      return;
    }
    if (!this.broken) this.#run?.close();
    this.#run = run;
    this.index = index;
    this.goodText = text;
    if (run.status === 'crashed') this.#broke(run.end);
    else if (run.status !== 'complete') this.fault = run.end || fill(strings.state.limit, { events: index.records.length });
    if (at > 0) this.seekTime(at);
    else this.seekStep(-1);
  }
}
