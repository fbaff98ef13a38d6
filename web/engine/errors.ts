import type { ScenarioError } from './protocol.ts';

/** A text, a trace or the engine itself cannot go on. Line and column are 0 where there is no place. */
export class BlkplayError extends Error {
  readonly line: number;
  readonly column: number;
  /** All that is wrong; the first is this error's own. */
  readonly all: readonly ScenarioError[];
  /** The engine broke: no fault of the input. */
  readonly crashed: boolean;

  constructor(all: readonly ScenarioError[], crashed = false) {
    super(all[0].message);
    this.name = 'BlkplayError';
    this.line = all[0].line;
    this.column = all[0].column;
    this.all = all;
    this.crashed = crashed;
  }
}

/** Why a program did not start, as an error of ours. */
export function broken(e: unknown): never {
  if (e instanceof BlkplayError) throw e;
  throw new BlkplayError([{ line: 0, column: 0, message: `The engine did not start: ${textOf(e)}` }], true);
}

export function textOf(e: unknown): string {
  return e instanceof Error ? e.message : String(e);
}
