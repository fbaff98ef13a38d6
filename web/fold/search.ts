import { apply } from './apply.ts';
import type { Expression } from './expression.ts';
import type { RunIndex } from './index.ts';
import type { MachineState } from './state.ts';

const blockSteps = 4096; // how much a search backwards folds at a time
const lookSteps = 64; // between two looks at the clock

/**
 * Looks for the next or previous step at which an expression holds. It works in
 * slices, so that a page goes on meanwhile: call {@link advance} until it is done.
 */
export class Search {
  found = -1; // the step, once done; -1: there is none
  #s!: MachineState;
  #k: number; // next step to look at
  #end: number; // behind the last one of this block
  #was = false;
  #last = -1;

  constructor(
    readonly index: RunIndex,
    readonly expression: Expression,
    readonly from: number,
    readonly direction: 1 | -1,
  ) {
    this.#k = direction > 0 ? Math.max(0, from + 1) : Math.max(0, from - blockSteps);
    this.#end = direction > 0 ? index.steps.length : Math.max(0, from);
    this.#begin();
  }

  /** 0..1 of what there is to look at. */
  get progress(): number {
    const { from, direction, index } = this;
    const all = direction > 0 ? index.steps.length - from : from;
    const done = direction > 0 ? this.#k - from : from - this.#end;
    return all > 0 ? Math.min(1, done / all) : 1;
  }

  /** Goes on for about so many ms; true while there is more to do. */
  advance(budgetMs: number): boolean {
    const until = performance.now() + budgetMs;
    do {
      for (let n = 0; n < lookSteps; n++) {
        if (this.#k >= this.#end) {
          if (!this.#nextBlock()) return false;
          break;
        }
        if (this.#look() && this.direction > 0) {
          this.found = this.#k - 1;
          return false;
        }
      }
    } while (performance.now() < until);
    return true;
  }

  /** Looks at the next step; true if it is one to stop at. */
  #look(): boolean {
    const k = this.#k++;
    const holds = this.#holds(k);
    const stop = holds && (this.expression.each || !this.#was);
    this.#was = holds;
    if (stop) this.#last = k;
    return stop;
  }

  #holds(k: number): boolean {
    const { index } = this;
    const to = index.lastRecordOf(k) + 1;
    while (this.#s.applied < to) apply(this.#s, index.records, this.#s.applied);
    return this.expression.test({ s: this.#s, r: index.records, i: index.steps[k] });
  }

  /** Whether there is more; a search backwards ends with the first block in which something fits. */
  #nextBlock(): boolean {
    const begun = this.direction < 0 ? Math.max(0, this.#end - blockSteps) : 0;
    if (this.direction > 0 || this.#last >= 0 || this.#end === 0) {
      this.found = this.direction > 0 ? -1 : this.#last;
      return false;
    }
    this.#end = begun;
    this.#k = Math.max(0, begun - blockSteps);
    this.#begin();
    return true;
  }

  #begin(): void {
    const before = this.#k - 1;
    this.#s = this.index.stateAfter(this.index.lastRecordOf(before)).clone();
    this.#was = before >= 0 && this.#holds(before);
  }
}
